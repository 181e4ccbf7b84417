"""Which areas a grade is for: lists, "so is", "three of the four areas", "that part of the service"."""

from __future__ import annotations

from itertools import pairwise

from monitor.stages.classify.area_cues import (
    EXCEPT,
    after_with,
    all_but,
    own_after,
    partial,
    spared_areas,
    without_adverb,
    without_glossed,
)
from monitor.stages.classify.belonging import in_relative
from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.grades import claims_of
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.respective import told_respectively
from monitor.stages.classify.sames import is_shared, same_grades
from monitor.stages.classify.topics import Thread, counted, shared_move, told_next
from monitor.stages.classify.word_sets import words

GOES_ON = (
    "as does",
    "as do",
    "as did",
    "so does",
    "so do",
    "so did",
    "so is",
    "so are",
    "so was",
    "so were",
    "as is",
    "as are",
    "as was",
    "as were",
    "as well as",
    "and for",
    "and so",
)
FORWARD = words("at for in on across were was are is to")
CLAUSES = words(
    "said says saying criticised added told warned that which who whose saying because after when with as since although while but"
)
OPENERS = words("in on for at as with")
MANNERS = (
    "when it comes to",
    "in terms of",
    "as regards",
    "with regard to",
    "where it concerns",
    "as far as",
    "with respect to",
)
CAUSES = words("lead leads led cause causes means mean meant cost earn earned behind why reasons reason blamed result")
MOST_CLAIMS = 500
"""A page with more grade phrases is a table or a trap; the first ones are weighed."""


def bind_areas(lines: list[Line]) -> list[Claim]:
    """Every claim of the page with its areas."""
    everything: list[Claim] = []
    thread = Thread()
    for line in lines:
        if len(everything) > MOST_CLAIMS:
            break
        claims = claims_of(line)
        told_next(everything, line)
        same_grades(line, claims, everything)
        live = [claim for claim in claims if not claim.refused]
        _bare_grade(line, claims, lines)
        live = [claim for claim in claims if not claim.refused]
        if not told_respectively(line, claims):
            _bind(line, live, thread)
        thread.follow(line)
        everything += claims
    return everything


def _bare_grade(line: Line, claims: list[Claim], lines: list[Line]) -> None:
    """ "Leadership? Inadequate.": a grade alone belongs to the area named right before."""
    place = line.sentence.place
    if len(claims) != 1 or line.sentence.last - line.sentence.first > 5 or place == 0:
        return
    before = lines[place - 1]
    areas = before.of("area")
    if areas and before.sentence.last - before.sentence.first <= 14 and not before.has("grade"):
        claims[0].refused, claims[0].form = "", "list"
        claims[0].areas = _values(areas)


def _bind(line: Line, claims: list[Claim], thread: Thread) -> None:
    cues = line.of("told area")
    used: set[int] = set()
    for number, claim in enumerate(claims):
        left = claims[number - 1].last if number else line.sentence.first
        right = claims[number + 1].first if number + 1 < len(claims) else line.sentence.last
        before = [cue for cue in cues if left <= cue.first and cue.last <= claim.first and cue.first not in used]
        after = own_after(line, claims, number, [cue for cue in cues if claim.last <= cue.first < right], bool(before))
        before = after_with(line, before)
        chosen = without_adverb(line, _choose(line, claim, before, after))
        used.update(cue.first for cue in chosen)
        claim.areas = _values(without_glossed(line, chosen)) or claim.areas
        if chosen and chosen[0].first == chosen[0].last and (sharer := thread.shared(line, claim)):
            claim.areas = tuple(dict.fromkeys((*sharer, *claim.areas[1:])))
        claim.every = _every(line, left, claim, right)
        if not claim.areas and number and (left_out := claims[number - 1].spared):
            claim.areas, claim.every = left_out, False
        claim.every = claim.every or (number > 0 and all_but(line, claim))
        if claim.every and (spared := spared_areas(line, claim, right)):
            claim.spared, claim.areas = _values(spared), ()
        if not claim.areas and not claim.every and partial(line, claim, left, right):
            claim.areas = ("part",)
        if not claim.areas and not claim.every and number and _one_subject(line, claims[number - 1], claim):
            claim.areas = claims[number - 1].areas
        if not claim.areas and not claim.every:
            claim.areas = shared_move(claims[number - 1] if number else None, claim) or thread.meant(line, claim)
        if claim.areas in ((), ("rest",), ("part",)) and not claim.every:
            claim.count = counted(line, claim, left, right)


def _one_subject(line: Line, before: Claim, claim: Claim) -> bool:
    """ "which was inadequate in 2023, has climbed to good", "are no longer inadequate, but require improvement"."""
    gap = line.text.words[before.last : claim.first]
    turned = gap[:1] == ["but"] and len(gap) <= 2 and before.standing is None and claim.grade != before.grade
    return turned or in_relative(line, before.first, claim.first)


def _choose(line: Line, claim: Claim, before: list[Cue], after: list[Cue]) -> list[Cue]:
    words = line.text.words
    if not before:
        goes_on = _continued(line, claim, after)
        if goes_on and goes_on[0].value != "overall" and words[claim.first] != "so":
            return [Cue("area", "overall", claim.first, claim.first), *goes_on]
        return after if _reaches(line, claim, after) else []
    if not _opens(line, before) and _interrupted(line, claim, before[-1]):
        return after if _reaches(line, claim, after) else []
    if after and _forward(line, claim, after[0]) and not _grade_bearing(words, before, claim):
        return after
    return before + _continued(line, claim, after)


def _opens(line: Line, before: list[Cue]) -> bool:
    """ "In the other three, on leaders and on care leavers, the council requires improvement": named ahead of the subject."""
    text, first = line.text.words, line.sentence.first
    if text[first] not in OPENERS or before[0].first - first > 5 or line.has("lowest"):
        return False
    return all(len(text[left.last : right.first]) <= 4 for left, right in pairwise(before))


def _interrupted(line: Line, claim: Claim, area: Cue) -> bool:
    """Whether something else is the grade's subject: "delays for children in care are why the council was rated inadequate"."""
    words_between = line.text.words[area.last : claim.first]
    if any(word in CAUSES and before != "which" for before, word in pairwise(["", *words_between])):
        return True
    for cue in line.of("subject"):
        if cue.value in ("children", "council") and area.last <= cue.first and cue.last <= claim.first:
            back = line.text.words[max(area.last, cue.first - 3) : cue.first]
            aside = {"which", "who", "whose", "where"} & set(line.text.words[area.last : cue.first])
            if not aside and not {"by", "of", "at", "in", "for", "across", "within", "s"} & set(back):
                return True
    return False


def _grade_bearing(words: list[str], before: list[Cue], claim: Claim) -> bool:
    """Whether the areas before are the grade's own subject ("... are all inadequate")."""
    gap = words[before[-1].last : claim.first]
    if not gap and claim.grade == "requires improvement":
        return True
    return len(gap) <= 6 and any(
        word in ("is", "are", "was", "were", "as", "both", "all", "each", "received", "remain", "requires")
        for word in gap
    )


def _forward(line: Line, claim: Claim, cue: Cue) -> bool:
    gap = line.text.words[claim.last : cue.first]
    return len(gap) <= 12 and any(word in FORWARD for word in gap[:3])


def _reaches(line: Line, claim: Claim, after: list[Cue]) -> bool:
    """Whether areas after a grade are meant by it ("inadequate for leadership", "inadequate: leaders, ...")."""
    if not after:
        return False
    if after[0].value == "overall" and after[0].first - claim.last <= 1:
        return True
    between = line.text.source[line.text.ends[claim.last - 1] : line.text.starts[after[0].first]]
    gap = line.text.words[claim.last : after[0].first]
    if "with" in gap and any(claim.last <= cue.first < after[0].first for cue in line.of("grade")):
        return False
    open_gap = (
        len(gap) <= 14
        and any(word in FORWARD for word in gap)
        and not (CLAUSES - {"with"} if "work" in gap else CLAUSES) & set(gap)
    )
    if ";" in between:
        return False
    shared = claim.like is not None and line.text.words[claim.last - 1] in ("for", "to", "of") and len(gap) <= 4
    if shared or (line.text.words[claim.first] == "so" and len(gap) <= 8):
        open_gap = True
    if len(gap) <= 9 and any(f" {manner} " in f" {' '.join(gap)} " for manner in MANNERS):
        open_gap = True
    rated_as = (
        line.text.words[claim.first - 1] == "as" and bool(gap) and gap[0] in ("the", "its", "their", "both", "how")
    )
    return ":" in between or open_gap or not gap or (rated_as and len(gap) <= 8)


def _continued(line: Line, claim: Claim, after: list[Cue]) -> list[Cue]:
    """Areas that share the grade just told: "..., as does the impact of leaders", "and for adoption as well"."""
    if not after:
        return []
    if after[0].value == "overall" and after[0].first - claim.last <= 1:
        return after[:1]
    words_between = line.text.words[claim.last : after[0].first]
    gap = " ".join(words_between)
    shared = any(f" {gap} ".find(f" {phrase} ") >= 0 for phrase in GOES_ON) and len(gap) < 60
    return after if shared or is_shared(words_between) else []


def _values(cues: list[Cue]) -> tuple[str, ...]:
    values: list[str] = []
    for cue in cues:
        for value in cue.value.split("+"):
            if value not in values:
                values.append(value)
    return tuple(values)


def _every(line: Line, left: int, claim: Claim, right: int) -> bool:
    """ "in every area", "on all four measures", "across the board" within the grade's own stretch."""
    words = line.text.words
    for cue in line.of("all"):
        told_of_another = cue.first < claim.first and EXCEPT & set(words[cue.last : cue.last + 1])
        if left <= cue.first < right and not told_of_another:
            return True
    nouns = line.of("area noun")
    for cue in line.of("every"):
        if left <= cue.first < right and any(cue.last <= noun.first <= cue.last + 6 for noun in nouns):
            return True
    return claim.form == "implied"
