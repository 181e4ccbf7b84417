"""Levels: how loud a judgement is, and which of its areas leads."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.model.alert import Level
from monitor.model.framework import OVERALL, Framework

IMPLIED = 2
"""Inadequate areas from which the overall grade follows. Of 62 reports of 2013 to 2026 with two or more such areas and an
overall grade, 62 were inadequate overall; with the leaders' area alone four of five were not."""

SUBORDINATE = frozenset({"adoption"})
"""Areas inside another one: they never count towards an implied overall grade."""

UNNAMED = "unspecified"
"""The area of a judgement whose page says "overall" although its framework grades no such thing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the grades of one inspection amount to: the level or None, the leading area and grade, the inadequate areas, and why."""

    level: Level | None
    area: str
    grade: str
    grave: tuple[str, ...]
    why: str


def verdict(grades: tuple[tuple[str, str], ...], framework: Framework | None) -> Verdict:
    """The loudness of `grades` under `framework`: critical for an inadequate overall, stated or implied, or for any inadequate
    area where the framework grades no overall; notice for an inadequate area under a better or unknown overall."""
    alerting = {rung.grade for rung in (framework.ladder if framework else ()) if rung.alerting}
    grave = _in_order([area for area, grade in grades if grade in alerting], framework)
    if not grave:
        return Verdict(None, "", "", (), "no area has an alerting grade")
    worst = dict(grades)[grave[0]]
    has_overall = framework is not None and framework.has_overall
    if has_overall:
        return _with_overall(dict(grades), grave, worst)
    lead = next((area for area in grave if area not in (OVERALL, UNNAMED)), UNNAMED)
    why = f"{worst} in {_named(grave)}; this framework gives no overall grade, so any area counts"
    return Verdict(Level.CRITICAL, lead, worst, grave, why)


def _with_overall(grades: dict[str, str], grave: tuple[str, ...], worst: str) -> Verdict:
    if OVERALL in grave:
        return Verdict(Level.CRITICAL, OVERALL, worst, grave, f"{worst} overall")
    if OVERALL in grades:
        why = f"{worst} in {_named(grave)}, {grades[OVERALL]} overall"
        return Verdict(Level.NOTICE, grave[0], worst, grave, why)
    counted = [area for area in grave if area not in SUBORDINATE]
    if len(counted) >= IMPLIED:
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
