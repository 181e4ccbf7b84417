"""Framework: one inspection regime with its areas and its ladder of grades. Frameworks are data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Rung:
    """One Grade on a Framework's ladder.

    `grade` is the short lower-case name on record ("requires improvement"); `phrases` are the ways
    it is written, lower case; `rank` counts from 1 (best); `alerting` marks the rung that newly
    reached makes an alert ("inadequate").
    """

    grade: str
    rank: int
    phrases: tuple[str, ...]
    alerting: bool = False


@dataclass(frozen=True, slots=True)
class AreaOfFramework:
    """One Area that a Framework grades: `area` as on record, `title` for people, `labels` as written in reports."""

    area: str
    title: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """One inspection regime of one nation: which inspections fall under it, what it grades and how.

    `begins`/`ends` bound the *first day on site* (inclusive; None is open). `family` joins the variants
    of one regime (ILACS-2018, ILACS-2023, ILACS-2026 are one family): the key of a judgement uses it.
    `ladder` is empty where a regime gives no grade (Wales). `graded_now`: new reports may still appear.
    """

    slug: str
    family: str
    name: str
    nation: str
    inspectorate: str
    begins: date | None
    ends: date | None
    areas: tuple[AreaOfFramework, ...]
    ladder: tuple[Rung, ...]
    precedence: int = 0
    """Of two frameworks open on one day the higher is the likelier (SIF and ILACS overlapped in 2018)."""

    @property
    def has_overall(self) -> bool:
        """Whether this regime gives one overall grade at all."""
        return any(area.area == OVERALL for area in self.areas)

    @property
    def alerting(self) -> frozenset[str]:
        """The grades that newly reached make an alert."""
        return frozenset(rung.grade for rung in self.ladder if rung.alerting)

    def covers(self, first_day: date) -> bool:
        """Whether an inspection begun on `first_day` can fall under this framework."""
        after = self.begins is None or first_day >= self.begins
        return after and (self.ends is None or first_day <= self.ends)
