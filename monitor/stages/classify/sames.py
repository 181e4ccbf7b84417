"""Grades told by reference to another: "leadership received the same judgement", "Ofsted came to the same conclusion"."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.topics import leading_pronoun


def same_grades(line: Line, claims: list[Claim], before: list[Claim]) -> None:
    """ "overall effectiveness received the same judgement": the grade last told."""
    if not line.has("same"):
        return
    live = [claim for claim in (*before[-8:], *claims) if not claim.refused and claim.form != "threshold"]
    for cue in line.of("same"):
        told = [c for c in live if c.line is not line or c.first < cue.first]
        if line.text.words[cue.first] == "so" and cue.first != line.sentence.first:
            continue
        whole = "overall" in line.text.words[cue.first : cue.last]
        if whole:
            whole_ones = (c for c in (*before, *claims) if not c.refused and c.form != "threshold")
            told = [c for c in whole_ones if not c.areas][:1]
        near = told and (whole or line.sentence.place - told[-1].line.sentence.place <= 1)
        if near and (line.has("area", "subject", "name") or _inspected_again(line)):
            claims.append(Claim(line, told[-1].grade, cue.first, cue.last, "noun", implied=True, age=told[-1].age))
            claims.sort(key=lambda claim: claim.first)


def _inspected_again(line: Line) -> bool:
    """ "On Tuesday Ofsted came to the same conclusion once more", "Yesterday they said so again": a second verdict on the same."""
    inspectors = any(cue.value in ("ofsted", "inspectors") for cue in line.of("inspectorate"))
    dated = any(moment.kind in ("now", "weekday") for moment in line.moments)
    return (inspectors or leading_pronoun(line) == "they") and (dated or line.has("again"))
