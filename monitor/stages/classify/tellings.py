"""Tellings: one grade for one area of one council as one claim tells it, and which one holds where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.model.framework import OVERALL, Framework
from monitor.stages.classify.claim import LOW, Claim
from monitor.stages.classify.page_text import Role

CORE = ("leaders", "help_and_protection", "in_care", "care_leavers")
DECISIVE = {
    "SIF": frozenset({"leaders", "help_and_protection", "in_care"}),
    "ILACS-2018": frozenset({"help_and_protection", "in_care"}),
    "ILACS-2023": frozenset({"help_and_protection", "in_care", "care_leavers"}),
}
"""Areas that decided the whole in every report on record that found them inadequate, by framework."""
PLACES = {Role.TITLE: 1.6, Role.SUMMARY: 1.2, Role.CAPTION: -0.4, Role.HEADING: 0.0}


@dataclass(frozen=True, slots=True)
class Told:
    """One grade for one area of one authority as one claim tells it."""

    claim: Claim
    authority: str
    area: str
    logit: float

    @property
    def weight(self) -> float:
        """How much it counts where two claims disagree."""
        firm = 1.0 if OVERALL in self.claim.areas else 0.0
        named = 0.8 if self.claim.subject == "children" else 0.0
        named += 2.0 if self.claim.opens >= 0 else 0.0
        place = PLACES.get(self.claim.line.sentence.role, 0.0)
        told = -0.9 if self.claim.implied else 0.0
        return (
            2.0
            + told
            - max(-2.0, self.claim.age)
            + place
            + firm
            + named
            - (0.6 if self.claim.form == "attribute" else 0.0)
        )


def areas_of(claim: Claim, framework: Framework | None) -> list[str]:
    """The areas a claim grades; the whole where it names none."""
    areas = [area for area in claim.areas if area != OVERALL]
    named = [area.area for area in framework.areas if area.area != OVERALL] if framework else list(CORE)
    if "rest" in areas:
        whole = [OVERALL] if OVERALL in claim.areas and (framework is None or framework.has_overall) else []
        return [*whole, *areas]
    if claim.count and not claim.areas and framework is not None and not framework.has_overall:
        return ["rest"]
    if areas == ["part"]:
        return [OVERALL] if framework is not None and not framework.has_overall else []
    if claim.every and not areas and framework is not None and not framework.has_overall:
        areas = [area for area in named if area not in claim.spared]
        if claim.spared:
            return areas
    if set(areas) == {"capacity"}:
        return areas
    if not claim.areas or OVERALL in claim.areas or claim.every or _old_half(claim, framework):
        return [OVERALL, *areas]
    return areas


def _old_half(claim: Claim, framework: Framework | None) -> bool:
    """Until 2013 protection, or care, was all that was inspected: its grade is the judgement."""
    family = framework.family if framework else ""
    return (family in ("CP", "SLAC") and claim.areas == ("help_and_protection",)) or (
        family in ("LAC", "SLAC") and claim.areas == ("in_care",)
    )


def weightiest(items: list[Told]) -> Told:
    """The telling that holds: grades are weighed together, then the weightiest of the winning grade."""
    totals: dict[str, float] = {}
    for item in items:
        totals[item.claim.grade] = totals.get(item.claim.grade, 0.0) + max(0.1, item.weight)
    grade = max(totals, key=lambda g: totals[g])
    return max((item for item in items if item.claim.grade == grade), key=lambda item: item.weight)


def imply_overall(best: dict[str, Told], least: int, framework: Framework | None) -> None:
    """At least `least` areas inadequate, or one that always decided, and no overall grade stated: the whole is inadequate."""
    if OVERALL in best:
        return
    low = [item for area, item in best.items() if area in CORE and item.claim.grade == LOW]
    decisive = DECISIVE.get(framework.slug, frozenset()) if framework else frozenset[str]()
    if len(low) >= least or any(area in decisive and item.claim.grade == LOW for area, item in best.items()):
        best[OVERALL] = low[0]
