"""What the page says the grade was before."""

from __future__ import annotations

from datetime import date

from monitor.model.framework import OVERALL
from monitor.model.judgement import Standing
from monitor.stages.classify.claim import LOW, Claim

DIRECT = frozenset(
    {
        "last inspection",
        "previous inspection",
        "last inspected",
        "last full inspection",
        "at its last",
        "at their last",
        "in the previous",
    }
)
Rank = tuple[int, date, int]


def earlier_grades(claims: list[Claim]) -> dict[str, str]:
    """For each authority the grade that stood before, as the page tells it.

    The last inspection's comes first, then the latest dated one, then "from good to ...", then "again".
    """
    best: dict[str, tuple[Rank, str]] = {}
    again: set[str] = set()
    for claim in claims:
        if claim.refused or not claim.line.told or claim.form == "threshold":
            continue
        if claim.form == "attribute" and not claim.previous and claim.standing is None:
            continue
        if _same_as_then(claim):
            for name in claim.authorities:
                best.setdefault(name, ((1, date.min, 0), claim.grade))
        if claim.previous or claim.standing is not None or claim.age >= 2.5:
            if claim.standing not in (None, Standing.FORMER) and not claim.previous:
                continue
            whole = not claim.areas or OVERALL in claim.areas or claim.every
            if whole or (claim.when and claim.grade == "adequate"):
                for name in claim.authorities:
                    rank = _rank(claim) if whole else (0, claim.when or date.min, 0)
                    if name not in best or rank > best[name][0]:
                        best[name] = (rank, claim.grade)
        elif claim.grade == LOW and claim.line.has("again"):
            again.update(claim.authorities)
    found = {name: grade for name, (_, grade) in best.items()}
    return {name: LOW for name in again if name not in found} | found


def _same_as_then(claim: Claim) -> bool:
    """ "requires improvement overall, as in 2019": the grade before was the same."""
    line, text = claim.line, claim.line.text.words
    return any(
        moment.kind == "year"
        and 0 <= moment.first - claim.last <= 8
        and text[moment.first - 2 : moment.first] == ["as", "in"]
        for moment in line.moments
    )


def _rank(claim: Claim) -> Rank:
    words = claim.line.text.words
    phrases = {" ".join(words[cue.first : cue.last]) for cue in claim.line.of("former")}
    when = claim.when or date.min
    if phrases & DIRECT:
        return 3, when, 0
    return (2 if claim.when else 1), when, -claim.line.sentence.place
