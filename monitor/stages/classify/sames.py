"""Grades told by reference to another: "leadership received the same judgement", "Ofsted came to the same conclusion"."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.topics import leading_pronoun
from monitor.stages.classify.word_sets import words

SHARING = words(
    "as so it they that is are was were be been does do did goes go went for to of in with on at the same and too also well just true "
    "those who handle handles run runs work working teams team staff services service support its their given got told council where "
    "case which both"
)
"""Words between a grade and an area that shares it."""


def is_shared(gap: list[str]) -> bool:
    """ "..., as it is for", "..., the same as those who handle", "... and so are": the next area has the grade just told."""
    opener = gap[1:] if gap[:1] == ["and"] else gap
    opens = opener[:1] in (["as"], ["so"]) or opener[:2] == ["the", "same"] or opener[:2] == ["just", "as"]
    return opens and len(gap) <= 9 and set(gap) <= SHARING


def same_grades(line: Line, claims: list[Claim], before: list[Claim]) -> None:
    """ "overall effectiveness received the same judgement": the grade last told."""
    if not line.has("same"):
        return
    live = [claim for claim in (*before[-8:], *claims) if not claim.refused and claim.form != "threshold"]
    for cue in line.of("same"):
        told = [c for c in live if c.line is not line or c.first < cue.first]
        if line.text.words[cue.last : cue.last + 1] in (["time"], ["day"], ["week"]) or is_shared(
            _since_grade(line, told, cue)
        ):
            continue
        if line.text.words[cue.first] == "so" and cue.first != line.sentence.first:
            continue
        whole = "overall" in line.text.words[cue.first : cue.last]
        if whole:
            whole_ones = (c for c in (*before, *claims) if not c.refused and c.form != "threshold")
            told = [c for c in whole_ones if not c.areas][:1]
        near = told and (whole or line.sentence.place - told[-1].line.sentence.place <= 1)
        if near and (line.has("area", "subject", "name") or _inspected_again(line)):
            shared = Claim(
                line, told[-1].grade, cue.first, cue.last, "noun", implied=True, age=told[-1].age, like=told[-1]
            )
            claims.append(shared)
            claims.sort(key=lambda claim: claim.first)


VIEWS = words(
    "view verdict opinion conclusion judgement judgment mind minds assessment rating grade outcome result findings"
)
UNMOVED = words("unaltered unchanged same identical stands")
REPEATS = words("repeats repeated reaffirms reaffirmed upholds reiterates reiterated")
CHANGED = words("changed altered shifted moved budged")
NEAR = 6


def verdict_again(line: Line) -> bool:
    """ "its view of the service is unaltered", "has not changed its mind", "repeats the verdict of 2020": a second verdict."""
    text = line.text.words[line.sentence.first : line.sentence.last]
    if VIEWS.isdisjoint(text) or not (line.has("inspectorate") or "report" in text):
        return False
    for at, word in enumerate(text):
        if word in VIEWS:
            before, after = text[max(0, at - NEAR) : at], text[at + 1 : at + 1 + NEAR]
            unmoved = bool(UNMOVED & set(after)) and bool({"is", "was", "remains", "s"} & set(after))
            refused = bool(CHANGED & set(before)) and bool({"not", "t", "never"} & set(before))
            if unmoved or refused or REPEATS & set(before):
                return True
    return False


def _since_grade(line: Line, told: list[Claim], cue: Cue) -> list[str]:
    """The words from the sentence's own last grade up to and with the phrase: "... good, the same as"."""
    own = [claim.last for claim in told if claim.line is line]
    return line.text.words[own[-1] : cue.last] if own else []


def _inspected_again(line: Line) -> bool:
    """ "On Tuesday Ofsted came to the same conclusion once more", "Yesterday they said so again": a second verdict on the same."""
    inspectors = any(cue.value in ("ofsted", "inspectors") for cue in line.of("inspectorate"))
    dated = any(moment.kind in ("now", "weekday") for moment in line.moments)
    return (inspectors or leading_pronoun(line) == "they") and (dated or line.has("again"))
