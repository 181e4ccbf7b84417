"""What the record says: each authority's standing on a day, the headline grade, when the next inspection is likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import quantiles

from monitor.dashboard.words import ORDER, grade_class
from monitor.model.authority import Authority, Reference
from monitor.model.judgement import Inspection

USUAL_DELAY = timedelta(days=45)
"""From the last day on site to publication, where the day of publication is not on record."""
FEWEST = 12
"""So many pairs of inspections at least before an interval is called usual."""
FIRST_PAIR = date(2013, 11, 1)
"""Intervals are learnt from the single inspection framework on; before it councils were visited to another plan."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one grade that stands for an inspection: overall, else the lowest of its areas; `note` says which."""

    grade: str
    area: str
    note: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How an authority stood on a day: its latest inspection published by then. `of` is a predecessor's name or ""."""

    authority: Authority
    inspection: Inspection | None
    headline: Headline | None
    of: str = ""

    @property
    def step(self) -> str:
        """The step of the colour scale."""
        return grade_class(self.headline.grade) if self.headline else "none"


@dataclass(frozen=True, slots=True)
class Window:
    """When the next inspection is likely to begin: half of the known intervals end between `begins` and `ends`."""

    begins: date
    ends: date
    basis: str


def headline(inspection: Inspection) -> Headline | None:
    """The grade that stands for an inspection, None where no area is graded."""
    grades = dict(inspection.grades)
    if "overall" in grades:
        return Headline(grades["overall"], "overall", "overall")
    rungs = [
        (ORDER.index(grade_class(grade)), area, grade) for area, grade in grades.items() if grade_class(grade) in ORDER
    ]
    if not rungs:
        return None
    _, area, grade = max(rungs)
    return Headline(grade, area, f"lowest of {len(grades)} areas" if len(grades) > 1 else area.replace("_", " "))


def public_day(inspection: Inspection) -> date | None:
    """The day it was published, estimated from the last day on site where that is not on record."""
    ended = inspection.last_day or inspection.first_day
    return inspection.published or (ended + USUAL_DELAY if ended else None)


class Record:
    """The inspections on record, ready for questions about one authority or one day."""

    def __init__(self, inspections: Iterable[Inspection], reference: Reference) -> None:
        self._by_authority: dict[str, list[tuple[date, Inspection]]] = defaultdict(list)
        for one in inspections:
            if published := public_day(one):
                self._by_authority[one.authority].append((published, one))
        for rows in self._by_authority.values():
            rows.sort(key=lambda row: (row[0], row[1].key))
        self.reference = reference
        self._before: dict[str, list[Authority]] = defaultdict(list)
        self._intervals: dict[str, list[int]] = defaultdict(list)
        for former in reference.authorities:
            for name in former.successors:
                self._before[name].append(former)

    def newest(self, count: int) -> list[Inspection]:
        """The inspections published last, newest first."""
        rows = (row for some in self._by_authority.values() for row in some)
        return [one for _, one in sorted(rows, key=lambda row: (row[0], row[1].key), reverse=True)[:count]]

    def of(self, name: str) -> list[Inspection]:
        """One authority's inspections, newest first."""
        return [one for _, one in reversed(self._by_authority.get(name, []))]

    def standing(self, authority: Authority, on: date) -> Standing:
        """How an authority stood on a day; of one not yet judged, how those it took over from did (the gravest of them)."""
        own = self._latest(authority.name, on)
        if own:
            return Standing(authority, own, headline(own))
        heirs = [(former, self._latest(former.name, on)) for former in self._before.get(authority.name, ())]
        found = [Standing(authority, one, headline(one), former.name) for former, one in heirs if one]
        return max(found, key=lambda row: (*ORDER, "none").index(row.step), default=Standing(authority, None, None))

    def _latest(self, name: str, on: date) -> Inspection | None:
        return next(
            (one for day, one in reversed(self._by_authority.get(name, [])) if day <= on and headline(one)), None
        )

    def window(self, authority: Authority) -> Window | None:
        """When the next full inspection is likely to begin, from how long others waited after the same grade."""
        rows = self.of(authority.name)
        if not rows or authority.valid_to or authority.nation != "England":
            return None
        last, shown = rows[0], headline(rows[0])
        begun = last.first_day or last.published
        waits = self._waits(grade_class(shown.grade)) if shown else []
        if shown is None or begun is None or len(waits) < FEWEST:
            return None
        low, middle, high = quantiles(waits, n=4)
        basis = (
            f"after “{shown.grade}”, half of the {len(waits)} further inspections on record since 2013 began "
            f"between {low / 365.25:.1f} and {high / 365.25:.1f} years later (median {middle / 365.25:.1f})"
        )
        return Window(begun + timedelta(days=low), begun + timedelta(days=high), basis)

    def _waits(self, step: str) -> list[int]:
        """Days from the first day of an inspection with a headline on this step to the first day of the next one."""
        if not self._intervals:
            for rows in self._by_authority.values():
                held = [one for _, one in rows if one.first_day and one.first_day >= FIRST_PAIR]
                for one, following in pairwise(held):
                    shown = headline(one)
                    if shown and one.first_day and following.first_day:
                        days = (following.first_day - one.first_day).days
                        self._intervals[grade_class(shown.grade)].append(days)
        return self._intervals[step]


def in_being(reference: Reference, nation: str = "England") -> Sequence[Authority]:
    """The authorities of today, by name."""
    found = (one for one in reference.authorities if one.valid_to is None and one.nation == nation)
    return sorted(found, key=lambda one: one.name)
