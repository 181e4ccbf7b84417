"""Finds every phrase that may grade something, refused ones included."""

from __future__ import annotations

from itertools import pairwise

from monitor.stages.classify.appositions import falls_short_of_good, without_appositions
from monitor.stages.classify.claim import LOW, Claim, Line
from monitor.stages.classify.forms import form_of
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.surroundings import content_follows, quoted

LOWERED = {
    "lowest": LOW,
    "highest": "outstanding",
    "second lowest": "requires improvement",
    "second highest": "good",
}
"""Layers of phrases that place a grade on the ladder without naming it."""
GRADING = frozenset({"grade", "failing", "threshold", *LOWERED})


def claims_of(line: Line) -> list[Claim]:
    """Every grade phrase of a line, refused ones included, in order."""
    if not GRADING & line.cues.keys():
        return []
    found = [_from_grade(line, cue) for cue in line.of("grade")]
    for layer, grade in LOWERED.items():
        for cue in line.of(layer):
            if layer == "lowest" and line.has("second lowest"):
                continue
            found.append(Claim(line, grade, cue.first, cue.last, "noun", implied=True, sure=0.4))
    for cue in line.of("failing"):
        if falls_short_of_good(line, cue):
            continue
        found.append(Claim(line, LOW, cue.first, cue.last, "implied", implied=True))
    for cue in line.of("threshold"):
        found.append(Claim(line, LOW, cue.first, cue.last, "threshold", implied=True))
    found.sort(key=lambda claim: claim.first)
    found = without_appositions(found)
    _join_lists(found)
    return found


def _from_grade(line: Line, cue: Cue) -> Claim:
    form = form_of(line, cue)
    claim = Claim(line, cue.value, cue.first, cue.last, form or "none")
    if not form:
        claim.refuse(f"“{line.text.raw(cue.first, cue.last)}” is used as an ordinary word here, not as a rating")
    return claim


def _join_lists(claims: list[Claim]) -> None:
    """ "outstanding in three areas and good in one": the second grade shares the first one's frame."""
    for before, claim in pairwise(claims):
        if claim.form != "none" or before.form in ("none", "threshold") or claim.first - before.last > 12:
            continue
        if content_follows(claim.line, claim.last) and not quoted(claim.line, claim.first, claim.last):
            continue
        claim.form, claim.refused = before.form, ""
