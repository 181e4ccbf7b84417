"""Trail: all that one Entry led to, and why; and what a Sweep or a round of deliveries did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from monitor.model.alert import Alert, AlertKind, WatchList
from monitor.model.authority import Reference
from monitor.model.delivery import ChannelPlan, Delivery
from monitor.model.judgement import Dismissal, Doubt, Reading, Resolution
from monitor.model.page import Article
from monitor.model.source import Entry, Problem


@dataclass(frozen=True, slots=True)
class Trail:
    """All one Entry led to. `outcome` is read, skipped, unread (tried again later) or waived (given up, told).

    `why` is the one sentence a user sees; `deliveries` (number 0) are written with the alerts in one transaction.
    """

    entry: Entry
    outcome: str
    why: str
    article: Article | None = None
    reading: Reading | None = None
    resolutions: tuple[Resolution, ...] = ()
    alerts: tuple[Alert, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def dismissals(self) -> tuple[Dismissal, ...]:
        """What looked like a Mention and why it is none."""
        return self.reading.dismissals if self.reading else ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a page is followed on, beside the record: who wants to know what, down which channels, and the present."""

    watchlist: WatchList
    reference: Reference
    plans: Mapping[str, ChannelPlan]
    now: datetime
    sent: Mapping[str, int] = field(default_factory=dict)
    """How many messages each channel was sent in the last hour, for its cap."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """One run: how many feeds were asked, what came of it. The JSON of `monitor once`."""

    feeds: int = 0
    entries_new: int = 0
    articles: int = 0
    alerts: tuple[Alert, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """What goes to the operator as "please check"."""
    confirming: int = 0
    """Pages that told again of a judgement on record, and so made no alert."""

    def __add__(self, more: Sweep) -> Sweep:
        """Both together."""
        return Sweep(*(getattr(self, name) + getattr(more, name) for name in Sweep.__slots__))

    def as_json(self) -> dict[str, object]:
        """The contract's shape."""
        return {
            "feeds": self.feeds,
            "entries_new": self.entries_new,
            "articles": self.articles,
            "alerts": [alert.as_json() for alert in self.alerts if alert.kind is AlertKind.FIRST],
            "follow_ups": [alert.as_json() for alert in self.alerts if alert.kind is not AlertKind.FIRST],
            "doubts": [{"authority": d.authority, "grade": d.grade, "area": d.area, "url": d.url} for d in self.doubts],
            "problems": [{"source": p.source, "url": p.url, "kind": p.kind, "detail": p.detail} for p in self.problems],
        }


@dataclass(frozen=True, slots=True)
class Round:
    """One round of deliveries: how many were sent, put off, refused."""

    sent: int = 0
    deferred: int = 0
    refused: int = 0
