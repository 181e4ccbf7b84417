"""Coverage: what silence is worth, now and in past weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

from monitor.dashboard.desk import BEGAN, Desk, DeskHere, Reader, page
from monitor.dashboard.words import WEEK
from monitor.edges.ledger.rows import Gap, Wanted
from monitor.engines import weeks
from monitor.model.coverage import Certificate

router = APIRouter(include_in_schema=False)
WEEKS = 8
LONG = timedelta(hours=24)
"""A shorter gap loses nothing: feeds list more than a day's entries."""


@dataclass(frozen=True, slots=True)
class PastWeek:
    """A past week: the feeds that went unread for longer than a day in it, by name.

    `is_known` is false where the pages were not served for all of it: then nothing can be said. `proof` is the
    certificate as it was when the week ended, or None where the service kept none.
    """

    begins: datetime
    ends: datetime
    is_known: bool
    unread: Sequence[tuple[str, Gap]]
    proof: dict[str, object] | None = None


@router.get("/coverage")
def coverage(request: Request, desk: DeskHere, person: Reader) -> Response:
    """The certificate of now, and what is known of past weeks."""
    now = desk.now
    return page(
        request,
        "coverage.html",
        proof=desk.proof(certificate),
        weeks=past_weeks(desk, now),
        problems=desk.ledger.problems(True, Wanted(limit=40)),
    )


def certificate(desk: Desk) -> Certificate:
    """What may be relied on for the last week, from what was really read."""
    return desk.installation.oversight.certificate(desk.now - WEEK, desk.now)


def past_weeks(desk: Desk, now: datetime) -> list[PastWeek]:
    """Past weeks, the latest first, each with the gaps that fall into it."""
    monday = weeks.monday_of(now)
    gaps = list(_gaps(desk, monday - WEEKS * WEEK, now))
    began = _began(desk)
    found = []
    for number in range(1, WEEKS + 1):
        begins = monday - number * WEEK
        ends = begins + WEEK
        inside = [(name, gap) for name, gap in gaps if gap.since < ends and (gap.until or now) > begins]
        is_known = began is not None and began <= begins
        found.append(PastWeek(begins, ends, is_known, inside, weeks.kept(desk.ledger, begins)))
    return found


def _gaps(desk: Desk, since: datetime, now: datetime) -> Iterator[tuple[str, Gap]]:
    """Gaps of more than a day, of feeds we follow; one that was never read has been a gap all along."""
    read: set[str] = set()
    for row in desk.ledger.coverage(since, now):
        read |= {row.feed} if row.last_read else set()
        if row.feed in desk.world.feeds:
            yield from ((row.name, gap) for gap in row.gaps if (gap.until or now) - gap.since > LONG)
    for key, feed in desk.world.feeds.items():
        if key not in read:
            yield feed.name, Gap(since, None, 0, "never read")


def _began(desk: Desk) -> datetime | None:
    """Since when pages have been served on this ledger; before it, no gap on record proves nothing."""
    kept = desk.ledger.recall(BEGAN)
    return datetime.fromisoformat(kept) if kept else None
