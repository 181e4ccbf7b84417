"""The shapes of the API's answers, and how rows of the ledger become them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from monitor.dashboard.record import Standing, public_day
from monitor.edges.ledger.rows import AlertRow, ArticleRow
from monitor.model.delivery import DeliveryRecord
from monitor.model.judgement import Inspection, Judgement
from monitor.model.source import Feed, FeedState

Item = TypeVar("Item", bound=BaseModel)


class Page(BaseModel, Generic[Item]):
    """Some items of a list, newest first, and the address of the following ones (null at the end)."""

    items: list[Item]
    next: str | None


class Fault(BaseModel):
    """Why there is no answer."""

    detail: str


class JudgementShape(BaseModel):
    """A grade for an area of an inspection."""

    key: str
    authority: str
    framework: str
    inspection_from: date | None
    inspection_to: date | None
    published: date | None
    area: str
    grade: str
    confirmed: str
    origin: str
    report_url: str

    @classmethod
    def of(cls, one: Judgement) -> JudgementShape:
        """A judgement as the API says it."""
        held = one.inspection
        return cls(
            key=one.key,
            authority=held.authority,
            framework=held.framework,
            inspection_from=held.first_day,
            inspection_to=held.last_day,
            published=held.published,
            area=one.area,
            grade=one.grade,
            confirmed=held.confirmed,
            origin=held.origin,
            report_url=held.report_url,
        )


class AlertShape(BaseModel):
    """An alert with the answer people gave. `article` is the number of the page that raised it."""

    number: int
    event_key: str
    kind: str
    level: str
    authority: str
    ons_code: str
    framework: str
    area: str
    grade: str
    areas: dict[str, str]
    published: date | None
    inspection_from: date | None
    inspection_to: date | None
    confirmed: str
    raised_by: str
    supported_by: list[str]
    quote: str
    why: str
    rules: list[str]
    channels: list[str]
    made: datetime | None
    article: int | None
    acknowledged: datetime | None
    acknowledged_by: str
    snoozed_until: datetime | None

    @classmethod
    def of(cls, row: AlertRow) -> AlertShape:
        """An alert as the API says it."""
        one = row.alert
        plain = (
            "event_key",
            "authority",
            "framework",
            "area",
            "grade",
            "published",
            "inspection_from",
            "inspection_to",
        )
        more = ("confirmed", "raised_by", "quote", "why", "made")
        answers = ("number", "article", "acknowledged", "acknowledged_by", "snoozed_until")
        return cls(
            kind=str(one.kind),
            level=str(one.level),
            ons_code=one.code,
            areas=dict(one.grades),
            supported_by=list(one.supported_by),
            rules=list(dict.fromkeys(rule for _, rules in one.notify for rule in rules)),
            channels=[channel for channel, _ in one.notify],
            **{name: getattr(one, name) for name in (*plain, *more)},
            **{name: getattr(row, name) for name in answers},
        )


class ArticleShape(BaseModel):
    """An article read."""

    number: int
    url: str
    title: str
    outlet: str
    source: str
    published: datetime | None
    recorded: datetime
    kind: str
    relevant: bool
    why: str
    authorities: list[str]

    @classmethod
    def of(cls, row: ArticleRow) -> ArticleShape:
        """An article as the API says it."""
        plain = ("number", "url", "title", "outlet", "source", "published", "recorded", "kind", "relevant", "why")
        return cls(authorities=list(row.authorities), **{name: getattr(row, name) for name in plain})


class ArticleDetail(BaseModel):
    """An article's trail: `mentions` passages that name a grade, `dismissals` what looked like one, with reasons."""

    article: ArticleShape
    reason: str
    mentions: list[dict[str, Any]]
    dismissals: list[dict[str, str]]
    alerts: list[str]
    why: str


class AuthorityShape(BaseModel):
    """An authority of England today, with its latest grade."""

    name: str
    slug: str
    official_name: str
    ons_code: str
    region: str
    type: str
    grade: str | None
    area: str | None
    published: date | None
    inspection: str | None

    @classmethod
    def of(cls, one: Standing) -> AuthorityShape:
        """An authority's standing as the API says it."""
        held: Inspection | None = one.inspection
        return cls(
            name=one.authority.name,
            slug=one.authority.slug,
            official_name=one.authority.official_name,
            ons_code=one.authority.code,
            region=one.authority.region,
            type=one.authority.kind,
            grade=one.headline.grade if one.headline else None,
            area=one.headline.area if one.headline else None,
            published=public_day(held) if held else None,
            inspection=held.key if held else None,
        )


class SourceShape(BaseModel):
    """A feed we follow, as last asked."""

    key: str
    source: str
    name: str
    url: str
    every: int
    authorities: list[str]
    last_read: datetime | None
    last_polled: datetime | None
    next_poll: datetime | None
    failures: int
    problem: str
    gone: datetime | None

    @classmethod
    def of(cls, feed: Feed, state: FeedState | None) -> SourceShape:
        """A feed as the API says it."""
        held = state or FeedState(feed.key)
        return cls(
            key=feed.key,
            source=feed.source,
            name=feed.name,
            url=feed.url,
            every=feed.every,
            authorities=list(feed.authorities),
            last_read=held.read,
            last_polled=held.polled,
            next_poll=held.due,
            failures=held.failures,
            problem=held.last_problem,
            gone=held.gone,
        )


class DeliveryShape(BaseModel):
    """A message on its way down a channel."""

    number: int
    key: str
    alert_key: str
    channel: str
    state: str
    attempts: int
    created: datetime
    due: datetime | None
    settled: datetime | None
    reason: str
    subject: str

    @classmethod
    def of(cls, row: DeliveryRecord) -> DeliveryShape:
        """A delivery as the API says it."""
        return cls(**{name: getattr(row, name) for name in DeliveryRecord.__slots__})
