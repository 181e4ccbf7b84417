"""Levels: how loud a judgement is, and which of its areas leads."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.model.alert import Level
from monitor.model.authority import Reference
from monitor.model.framework import OVERALL, Framework
from monitor.model.judgement import Resolution

IMPLIED = 2
"""Inadequate areas from which the overall grade follows. Of 62 reports of 2013 to 2026 with two or more such areas and an
overall grade, 62 were inadequate overall; with the leaders' area alone four of five were not."""

DECISIVE = {
    "SIF": frozenset({"leaders", "help_and_protection", "in_care"}),
    "ILACS-2018": frozenset({"help_and_protection", "in_care"}),
    "ILACS-2023": frozenset({"help_and_protection", "in_care", "care_leavers"}),
}
"""Areas that decide the whole when inadequate, by framework: every report on record with one of them inadequate was inadequate
overall (help and protection 64 of 64, in care 38 of 38, leaders 37 of 37 until 2018, care leavers 7 of 7 from 2023)."""

SUBORDINATE = frozenset({"adoption"})
"""Areas inside another one: they never count towards an implied overall grade."""

UNNAMED = "unspecified"
"""The area of a judgement whose page says "overall" although its framework grades no such thing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the grades of one inspection amount to: the level or None, the leading area and grade, the inadequate areas, and why.

    `doubt` says what is odd about them, or "".
    """

    level: Level | None
    area: str
    grade: str
    grave: tuple[str, ...]
    why: str
    doubt: str = ""


def framework_of(resolution: Resolution, reference: Reference) -> Framework | None:
    """The framework of a resolved inspection, or None where no volume fits."""
    return next((f for f in reference.frameworks if f.slug == resolution.inspection.framework), None)


def verdict(grades: tuple[tuple[str, str], ...], framework: Framework | None) -> Verdict:
    """The loudness of `grades` under `framework`: critical for an inadequate overall, stated or implied, or for any inadequate
    area where the framework grades no overall; notice for an inadequate area under a better or unknown overall."""
    alerting = framework.alerting if framework else frozenset()
    grave = _in_order([area for area, grade in grades if grade in alerting], framework)
    if not grave:
        return Verdict(None, "", "", (), "no area has an alerting grade")
    worst = dict(grades)[grave[0]]
    has_overall = framework is not None and framework.has_overall
    if framework and has_overall:
        return _with_overall(dict(grades), grave, worst, DECISIVE.get(framework.slug, frozenset()))
    lead = next((area for area in grave if area not in (OVERALL, UNNAMED)), UNNAMED)
    why = f"{worst} in {_named(grave)}; this framework gives no overall grade, so any area counts"
    return Verdict(Level.CRITICAL, lead, worst, grave, why)


def _with_overall(grades: dict[str, str], grave: tuple[str, ...], worst: str, decisive: frozenset[str]) -> Verdict:
    if OVERALL in grave:
        return Verdict(Level.CRITICAL, OVERALL, worst, grave, f"{worst} overall")
    if OVERALL in grades:
        why = f"{worst} in {_named(grave)}, {grades[OVERALL]} overall"
        odd = [area for area in grave if area in decisive]
        doubt = f"every report on record with {worst} {_named(tuple(odd))} was {worst} overall" if odd else ""
        return Verdict(Level.NOTICE, grave[0], worst, grave, why, doubt)
    counted = [area for area in grave if area not in SUBORDINATE]
    if len(counted) >= IMPLIED or decisive & set(grave):
        why = f"{worst} in {_named(grave)}, from which {worst} overall follows"
        return Verdict(Level.CRITICAL, OVERALL, worst, grave, why)
    why = f"{worst} in {_named(grave)}, the overall grade is not stated"
    return Verdict(Level.NOTICE, grave[0], worst, grave, why)


def _in_order(areas: list[str], framework: Framework | None) -> tuple[str, ...]:
    """Areas in the framework's own order, subordinate ones last: the leading area does not hang on the order of sentences."""
    order = [area.area for area in framework.areas] if framework else []
    place = {area: number for number, area in enumerate(order)}
    return tuple(sorted(areas, key=lambda area: (area in SUBORDINATE, place.get(area, len(order)), area)))


def _named(areas: tuple[str, ...]) -> str:
    return " and ".join(area.replace("_", " ") for area in areas)
