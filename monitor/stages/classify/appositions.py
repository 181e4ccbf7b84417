"""Grades told together: one grade in two phrases, a grade that moves from one to another, a failure that is none."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.word_sets import words

APPOSED = words("the its a of or is which that ofsted s as and very")
FROM_TO = words("to into a an the being rated overall it its")


def without_appositions(claims: list[Claim]) -> list[Claim]:
    """ "inadequate, the lowest grade there is": one grade told twice; "from inadequate to outstanding" are two that move."""
    kept: list[Claim] = []
    for claim in claims:
        before = kept[-1] if kept else None
        gap = claim.line.text.words[before.last : claim.first] if before else []
        if before and before.grade == claim.grade and claim.implied != before.implied and set(gap) <= APPOSED:
            if before.implied:
                kept[-1] = claim
            continue
        if before and gap and gap[0] in ("to", "into") and set(gap) <= FROM_TO and _from(before):
            before.form, before.refused, claim.form, claim.refused = "move", "", "move", ""
        kept.append(claim)
    return kept


def _from(claim: Claim) -> bool:
    words = claim.line.text.words[max(claim.line.sentence.first, claim.first - 3) : claim.first]
    return "from" in words and set(words[words.index("from") + 1 :]) <= FROM_TO


def falls_short_of_good(line: Line, cue: Cue) -> bool:
    """ "failed on every count to reach a good standard": not good is not yet inadequate."""
    return (
        "good" in line.text.words[cue.last : min(cue.last + 6, line.sentence.last)]
        and "to" in line.text.words[cue.last : cue.last + 2]
    )
