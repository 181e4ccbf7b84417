"""The six lists, each a function from what is asked to rows: for pages of JSON and for exports alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timezone
from typing import Any

from pydantic import BaseModel, Field

from monitor.dashboard.api.shapes import (
    AlertShape,
    ArticleShape,
    AuthorityShape,
    DeliveryShape,
    JudgementShape,
    SourceShape,
)
from monitor.dashboard.desk import Desk
from monitor.dashboard.record import in_being, public_day
from monitor.edges.ledger.rows import Wanted

LARGEST = 2**53


class Asked(BaseModel):
    """What every list takes. `before` continues behind the last number seen; `authority` a slug or a name."""

    limit: int = Field(default=50, ge=1, le=500, description="How many at most.")
    before: int = Field(default=0, ge=0, le=LARGEST, description="Continue here; `next` of an answer says where.")
    authority: str = Field(default="", max_length=100, description="An authority by its slug or its name.")
    since: date | None = Field(default=None, description="Published or made on this day or later.")
    grade: str = Field(default="", max_length=50, description="Judgements and authorities of this grade.")
    area: str = Field(default="", max_length=50, description="Judgements of this area.")
    kind: str = Field(default="", max_length=50, description="Alerts or articles of this kind.")
    source: str = Field(default="", max_length=100, description="Articles or feeds of this source.")
    relevant: bool = Field(default=False, description="Articles about inspections of children's services alone.")
    text: str = Field(default="", max_length=200, description="Words in an article's title.")
    state: str = Field(default="", max_length=20, description="Deliveries in this state.")
    channel: str = Field(default="", max_length=100, description="Deliveries on this channel.")


Rows = Sequence[tuple[int, BaseModel]]
"""Items with the number by which a list continues behind each."""


def wanted(desk: Desk, asked: Asked) -> Wanted:
    """What is asked, in the ledger's words."""
    since = datetime.combine(asked.since, time(), timezone.utc) if asked.since else None  # noqa: UP017
    return Wanted(
        limit=asked.limit,
        before=asked.before,
        authority=name_of(desk, asked.authority),
        source=_plain(asked.source),
        kind=_plain(asked.kind),
        outcome="relevant" if asked.relevant else "",
        text=_plain(asked.text),
        since=since,
    )


def name_of(desk: Desk, authority: str) -> str:
    """The name on record of a slug or name; what was written where there is none, so that nothing is found."""
    known = desk.reference.authorities
    written = _plain(authority) or ("?" if authority else "")
    return next((one.name for one in known if authority in (one.slug, one.name)), written)


def _plain(text: str) -> str:
    return text.replace("\0", "").strip()


def judgements(desk: Desk, asked: Asked) -> Rows:
    """Judgements, the newest inspection first."""
    found = [
        one
        for one in desk.ledger.judgements(name_of(desk, asked.authority), asked.grade)
        if asked.area in ("", one.area)
        and (asked.since is None or (public_day(one.inspection) or date.min) >= asked.since)
    ]
    return _counted([JudgementShape.of(one) for one in found[asked.before : asked.before + asked.limit]], asked)


def alerts(desk: Desk, asked: Asked) -> Rows:
    """Alerts, newest first."""
    return [(row.number, AlertShape.of(row)) for row in desk.ledger.alerts(wanted(desk, asked))]


def articles(desk: Desk, asked: Asked) -> Rows:
    """Articles, newest first."""
    return [(row.number, ArticleShape.of(row)) for row in desk.ledger.articles(wanted(desk, asked))]


def authorities(desk: Desk, asked: Asked) -> Rows:
    """The authorities of England with their latest grade, by name."""
    record, today = desk.record(), desk.now.date()
    name = name_of(desk, asked.authority)
    found = [record.standing(one, today) for one in in_being(desk.reference) if name in ("", one.name)]
    shown = [one for one in found if asked.grade in ("", one.headline.grade if one.headline else "")]
    return _counted([AuthorityShape.of(one) for one in shown[asked.before : asked.before + asked.limit]], asked)


def sources(desk: Desk, asked: Asked) -> Rows:
    """The feeds we follow, by key."""
    states = desk.ledger.feed_states()
    found = [feed for _, feed in sorted(desk.world.feeds.items()) if asked.source in ("", feed.source)]
    shown = found[asked.before : asked.before + asked.limit]
    return _counted([SourceShape.of(feed, states.get(feed.key)) for feed in shown], asked)


def deliveries(desk: Desk, asked: Asked) -> Rows:
    """Deliveries, newest first."""
    rows = desk.ledger.deliveries(_plain(asked.state), asked.limit, asked.before, _plain(asked.channel))
    return [(row.number, DeliveryShape.of(row)) for row in rows]


def _counted(items: Sequence[BaseModel], asked: Asked) -> Rows:
    """Lists that are read whole continue by place."""
    return [(asked.before + number + 1, item) for number, item in enumerate(items)]


List = Callable[[Desk, Asked], Rows]
LISTS: dict[str, tuple[List, type[BaseModel]]] = {
    "judgements": (judgements, JudgementShape),
    "alerts": (alerts, AlertShape),
    "articles": (articles, ArticleShape),
    "authorities": (authorities, AuthorityShape),
    "sources": (sources, SourceShape),
    "deliveries": (deliveries, DeliveryShape),
}


BY_NUMBER = frozenset(("alerts", "articles", "deliveries"))
"""Lists that the ledger gives piece by piece; the others are read whole."""


def whole(desk: Desk, name: str, asked: Asked) -> Iterator[dict[str, Any]]:
    """Every row of a list, asked for piece by piece."""
    rows_of, _ = LISTS[name]
    at, most = asked.before, 500 if name in BY_NUMBER else LARGEST
    while True:
        rows = rows_of(desk, asked.model_copy(update={"limit": most, "before": at}))
        yield from (item.model_dump(mode="json") for _, item in rows)
        if len(rows) < most:
            return
        at = rows[-1][0]
