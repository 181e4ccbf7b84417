"""Rule, WatchList, Alert: who wants to know what, and the decision to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Level(StrEnum):
    """How loud: critical for an inadequate overall (or any area without an overall grade), else notice."""

    NOTICE = "notice"
    CRITICAL = "critical"


class AlertKind(StrEnum):
    """What an Alert is in its thread. Only FIRST opens one; CHECK goes to the operator ("please check")."""

    FIRST = "first"
    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    FURTHER = "further"
    WITHDRAWAL = "withdrawal"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who wants to know what. `authorities` are names on record, resolved from the file's selectors; `notify` channel names.

    `grades` the grades that matter ("inadequate"); `areas` () for any, else area names; `kinds` extra page kinds asked for ("intervention").
    """

    name: str
    authorities: frozenset[str]
    grades: tuple[str, ...]
    areas: tuple[str, ...]
    notify: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchList:
    """All Rules and the names of all Channels; `operator` names the channels for the operator's own messages."""

    rules: tuple[Rule, ...]
    channels: tuple[str, ...]
    operator: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """The decision to tell of one Judgement (the Inspection's gravest; `grades` lists every area known).

    `key` is unique for ever: event key + kind + what it adds; `event_key` is the judgement's natural key
    (authority/family/first day/area); `thread` the event key of the FIRST alert; `notify` pairs of (channel, rule names).
    `published` the raising page's day; `raised_by` its case id or url; `why` one sentence for the reader.
    """

    key: str
    kind: AlertKind
    event_key: str
    thread: str
    authority: str
    code: str
    framework: str
    area: str
    grade: str
    level: Level
    grades: tuple[tuple[str, str], ...]
    published: date | None
    raised_by: str
    confirmed: str
    why: str
    notify: tuple[tuple[str, tuple[str, ...]], ...] = ()
    supported_by: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    outlet: str = ""
    title: str = ""
    url: str = ""
    report_url: str = ""
    inspection_from: date | None = None
    inspection_to: date | None = None
    confidence: float = 1.0
    history: tuple[str, ...] = ()
    """Earlier overall (or leaders') grades as short phrases, newest first: "2010 inadequate"."""
    caveats: tuple[str, ...] = ()
    """What a reader should know: only the summary could be read, the date is inferred ..."""
    made: datetime | None = None

    def as_json(self) -> dict[str, object]:
        """The ALERT of the contracts, and no more than facts beside it."""
        return {
            "authority": self.authority,
            "ons_code": self.code,
            "framework": self.framework,
            "area": self.area,
            "grade": self.grade,
            "level": str(self.level),
            "published": self.published.isoformat() if self.published else None,
            "raised_by": self.raised_by,
            "supported_by": list(self.supported_by),
            "event_key": self.event_key,
            "confirmed": self.confirmed,
            "areas": dict(self.grades),
            "inspection_from": self.inspection_from.isoformat() if self.inspection_from else None,
            "inspection_to": self.inspection_to.isoformat() if self.inspection_to else None,
            "quote": self.quote,
            "why": self.why,
        }
