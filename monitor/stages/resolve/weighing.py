"""Weighing: how the record speaks for or against what a page claims.

The history of England's councils is complete from the single framework on. A council never found inadequate cannot be
recalled as inadequate; one that has been so for months is recalled far more often than it is found so again.
"""

from __future__ import annotations

import math
from dataclasses import replace

from monitor.model.judgement import Inspection
from monitor.stages.resolve.claims import Claim
from monitor.stages.resolve.identity import published_day, standing

UNHEARD_OF = 1.0
"""Log-odds for a grave grade that the council's standing judgement does not have."""

HELD_ALREADY, HELD_LONG = -1.5, -0.5
"""Log-odds for a grave grade that the council has already, where the page names no newer days on site: before any council was
ever graded again, and from then on."""

AGAIN = 590
"""Days before which no council was graded again (measured on 471 reports of 2013 to 2026)."""

NEVER_CERTAIN = 0.98


def weighed(claim: Claim, own: tuple[Inspection, ...], grave: frozenset[str]) -> Claim:
    """The claim with its confidence moved by what is on record of the council (`own`; `grave` the alerting grades)."""
    held = standing(own, claim.day)
    if held is None or claim.gravest not in grave or claim.first_day is not None:
        return claim
    return replace(claim, confidence=moved(claim.confidence, _speaks(claim, held)))


def _speaks(claim: Claim, held: Inspection) -> float:
    if claim.gravest not in dict(held.grades).values():
        return UNHEARD_OF
    told = published_day(held)
    return HELD_LONG if told and (claim.day - told).days >= AGAIN else HELD_ALREADY


def moved(confidence: float, by: float) -> float:
    """A probability after evidence of `by` log-odds; certainty stays certainty, and none is made."""
    if not 0.0 < confidence < NEVER_CERTAIN:
        return confidence
    odds = math.log(confidence / (1 - confidence)) + by
    return min(1 / (1 + math.exp(-odds)), NEVER_CERTAIN)
