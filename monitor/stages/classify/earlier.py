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
        if claim.previous or claim.standing is Standing.FORMER or claim.age >= 2.5:
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


def _rank(claim: Claim) -> Rank:
    words = claim.line.text.words
    phrases = {" ".join(words[cue.first : cue.last]) for cue in claim.line.of("former")}
    when = claim.when or date.min
    if phrases & DIRECT:
        return 3, when, 0
    return (2 if claim.when else 1), when, -claim.line.sentence.place
