"""Inspection, Judgement, Mention, Dismissal, Reading, Resolution: from a passage to a fact on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What kind of page it is (the words of the labelled cases)."""

    FULL_INSPECTION = "full_inspection"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    JTAI = "jtai"
    SEND_AREA = "send_area"
    INTERVENTION = "intervention"
    RETROSPECTIVE = "retrospective"
    ROUNDUP = "roundup"
    OTHER_PROVIDER = "other_provider"
    UNRELATED = "unrelated"


class Standing(StrEnum):
    """How a Mention stands to the news: only CURRENT can alert."""

    CURRENT = "current"
    FORMER = "former"
    FEARED = "feared"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"


class Match(StrEnum):
    """What a Mention is against the Ledger."""

    NEW = "new"
    CONFIRMS = "confirms"
    REVISES = "revises"
    STALE = "stale"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage saying that an Authority got a Grade for an Area.

    `quote` is verbatim from the article, `start`/`end` its offsets in `title + "\\n\\n" + text`; dates are first and last day
    on site or None; `confidence` 0..1 calibrated; `implied` where the grade follows from a phrase ("fails on
    every count"); `previous_grade` as stated; `against` what speaks against it, for "please check".
    """

    authority: str
    area: str
    grade: str
    standing: Standing
    framework: str
    quote: str
    start: int
    end: int
    confidence: float
    inspection_from: date | None = None
    inspection_to: date | None = None
    previous_grade: str = ""
    implied: bool = False
    against: tuple[str, ...] = ()
    may_be_new: float = 0.0
    """Of a FORMER mention that merely restates a grade, without a cue of the past: how likely it is news after all, 0..1."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """What looked like a Mention and why it is none, in words a user understands."""

    quote: str
    reason: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that classify found in one Article. `fresh_from` is the day the page presents as news, for resolve.

    `unknown` are grade phrases beside cue words that no Framework knows: told to the operator, never absorbed.
    `origin` is press or register; a register's Reading is the report itself and counts as confirmed.
    """

    relevant: bool
    kind: Kind
    reason: str
    mentions: tuple[Mention, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    unknown: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    """Authorities whose judgement or visit is the news, main one first."""
    mentioned: tuple[str, ...] = ()
    origin: str = "press"
    report_url: str = ""
    signals: tuple[str, ...] = ()
    """Why the kind was chosen, cue by cue."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection on record with its grades: what resolve meets a Mention with.

    `key` is authority/family/first day on site, e.g. "worcestershire/sif/2016-10-24"; while the first day is unknown it
    is provisional, "worcestershire/sif/~2017-01-24" (the day first told), and kept for ever once it was alerted. `grades` pairs area with
    grade. `origin` shipped, press or register; `alerted` the highest level told ("", notice, critical).
    `confirmed` reported, confirmed or contradicted. `published` the report's day, else the first article's.
    """

    key: str
    authority: str
    framework: str
    family: str
    first_day: date | None
    last_day: date | None
    published: date | None
    grades: tuple[tuple[str, str], ...]
    origin: str
    alerted: str = ""
    confirmed: str = "reported"
    report_url: str = ""
    sources: tuple[str, ...] = ()
    precision: str = "day"
    """day or month: how exact first_day is."""

    def grade(self, area: str) -> str:
        """The grade on record for `area`, or ""."""
        return dict(self.grades).get(area, "")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A Grade for an Area of an Inspection: one row of history. Its key is authority + family + first day + area."""

    inspection: Inspection
    area: str
    grade: str

    @property
    def key(self) -> str:
        """The natural key: "worcestershire/sif/2016-10-24/overall"."""
        return f"{self.inspection.key}/{self.area}"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The Mentions of one Authority met with the Ledger.

    `inspection` is the record after this page (with a new key when match is NEW, the known one otherwise);
    `grades` what the page adds or says, `mentions` the passages; `before` the grade that stood earlier per area;
    `doubts` what to check when match is UNCERTAIN; `reason` one sentence why.
    """

    match: Match
    reason: str
    inspection: Inspection
    mentions: tuple[Mention, ...]
    grades: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An official report read from its own text: values, and every problem named. Grades only where sure.

    `kind` full, short, standard, reinspection, monitoring_visit, focused_visit, jtai, send_area, other;
    `grades` pairs area with grade; `previous` pairs of (when as stated, grade); `problems` say what could not be read.
    """

    authority: str
    urn: str
    framework: str
    kind: str
    inspection_from: date | None
    inspection_to: date | None
    published: date | None
    grades: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()
    previous: tuple[tuple[str, str], ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A judgement that is neither dropped nor sent as a fact: for the operator's "please check"."""

    authority: str
    grade: str
    area: str
    quote: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    url: str
    when: datetime | None = None
