"""Deliveries: the outbox, what failed and why; resend. Coverage: what silence is worth. Audit: who did what by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from starlette.responses import Response

from monitor.dashboard.desk import BEGAN, Desk, DeskHere, Editor, Reader, page
from monitor.dashboard.pages.now import Words, returned
from monitor.dashboard.words import WEEK
from monitor.edges.ledger.rows import Gap, Wanted
from monitor.engines import certificates
from monitor.model.coverage import Certificate
from monitor.stages import digest

router = APIRouter(include_in_schema=False)
STATES = ("waiting", "leased", "sent", "snoozed", "refused", "dead")
EACH, WEEKS = 50, 8
LARGEST = 2**53
LONG = timedelta(hours=24)
"""A shorter gap loses nothing: feeds list more than a day's entries."""


@dataclass(frozen=True, slots=True)
class PastWeek:
    """A past week: the feeds that went unread for longer than a day in it, by name.

    `is_known` is false where the pages were not served for all of it: then nothing can be said.
    """

    begins: datetime
    ends: datetime
    is_known: bool
    unread: Sequence[tuple[str, Gap]]


@router.get("/deliveries")
def deliveries(  # noqa: PLR0913 - a query
    request: Request,
    desk: DeskHere,
    person: Reader,
    state: Annotated[str, Query(max_length=20)] = "",
    channel: Annotated[str, Query(max_length=200)] = "",
    before: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> Response:
    """Every message on its way or arrived, newest first."""
    wanted = state if state in STATES else ""
    rows = desk.ledger.deliveries(wanted, EACH + 1, before, channel.replace("\0", ""))
    shown = rows[:EACH]
    counts = desk.ledger.counts()
    return page(
        request,
        "deliveries.html",
        rows=shown,
        state=wanted,
        channel=channel,
        states=[(name, counts.get(f"deliveries.{name}", 0)) for name in STATES if name != "snoozed"],
        channels=[*desk.settings.channels],
        following=shown[-1].number if len(rows) > EACH else 0,
        audit=desk.ledger.audit(Wanted(limit=15)),
    )


@router.post("/deliveries/resend")
def resend(
    desk: DeskHere, person: Editor, number: Annotated[int, Form(ge=1, le=LARGEST)], back: Words = "/deliveries"
) -> Response:
    """Put a refused or dead delivery back in the queue."""
    if not desk.ledger.resend(number, person.name, desk.now):
        raise HTTPException(409, "Only a delivery that was refused or given up can be sent again.")
    return returned(back)


@router.get("/audit")
def audit(
    request: Request, desk: DeskHere, person: Reader, before: Annotated[int, Query(ge=0, le=LARGEST)] = 0
) -> Response:
    """Every change made by hand."""
    rows = desk.ledger.audit(Wanted(limit=EACH + 1, before=before))
    following = rows[EACH - 1].number if len(rows) > EACH else 0
    return page(request, "audit.html", rows=rows[:EACH], following=following)


@router.get("/coverage")
def coverage(request: Request, desk: DeskHere, person: Reader) -> Response:
    """The certificate of now, and what is known of past weeks."""
    now = desk.now
    return page(
        request,
        "coverage.html",
        proof=certificate(desk, now - WEEK, now),
        weeks=past_weeks(desk, now),
        problems=desk.ledger.problems(True, Wanted(limit=40)),
    )


def certificate(desk: Desk, since: datetime, now: datetime) -> Certificate:
    """What may be relied on for a time, from what was really read."""
    return digest.certificate(certificates.facts(desk.world, desk.ledger, (since, now), None))


def past_weeks(desk: Desk, now: datetime) -> list[PastWeek]:
    """Past weeks, the latest first, each with the gaps that fall into it."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    monday = midnight - timedelta(days=now.weekday())
    gaps = list(_gaps(desk, monday - WEEKS * WEEK, now))
    began = _began(desk)
    found = []
    for number in range(1, WEEKS + 1):
        begins = monday - number * WEEK
        ends = begins + WEEK
        inside = [(name, gap) for name, gap in gaps if gap.since < ends and (gap.until or now) > begins]
        found.append(PastWeek(begins, ends, began is not None and began <= begins, inside))
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
