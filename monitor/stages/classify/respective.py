"""Grades told in the order of their areas: "leaders and care leavers were judged good and inadequate respectively"."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line


def told_respectively(line: Line, claims: list[Claim]) -> bool:
    """Gives each grade of a "respectively" its own area, refused ones included; whether there were as many of both."""
    if "respectively" not in line.text.words[line.sentence.first : line.sentence.last]:
        return False
    areas = [value for cue in line.of("told area") for value in cue.value.split("+")]
    graded = [claim for claim in claims if not claim.implied]
    if len(areas) < 2 or len(areas) != len(graded):
        return False
    for area, claim in zip(areas, graded, strict=True):
        claim.areas, claim.refused, claim.form = (area,), "", "verb"
    return True
