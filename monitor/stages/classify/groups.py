"""Councils meant without being named beside the grade: "two more authorities", "its leaders" after "the exception is Sutton"."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.standing import clause_of
from monitor.stages.classify.visits import Stay
from monitor.stages.classify.word_sets import words

COUNTED = {"two": 2, "three": 3, "four": 4, "pair": 2, "both": 2}
BODIES = words("councils authorities boroughs counties cities towns departments")
REFERRING = words("its it their they there both these")
WE = words("we our us")
NEXT = 4
"""Sentences after "two more councils" within which their names must come."""

NEIGHBOUR = frozenset({"neighbour", "neighbouring", "neighbor", "neighboring"})
NEAR = 10
"""Words between a neighbour and the grade told of it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in its place: the Authorities it may stand for; `aside` when it is named in passing."""

    first: int
    last: int
    place: int
    authorities: tuple[str, ...]
    aside: bool


def sections(lines: list[Line], namings: dict[int, list[Naming]]) -> dict[int, tuple[str, ...]]:
    """The council of each sentence under a heading that is a council's name, where a page has several such headings."""
    heads = {line.sentence.place: told for line in lines if (told := _head(line, namings))}
    if len(set(heads.values())) < 2:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    current: tuple[str, ...] = ()
    for line in lines:
        if line.sentence.role is Role.HEADING:
            current = heads.get(line.sentence.place, ())
        elif current and line.told:
            found[line.sentence.place] = current
    return found


def _head(line: Line, namings: dict[int, list[Naming]]) -> tuple[str, ...]:
    named = namings.get(line.sentence.place, [])
    whole = len(named) == 1 and named[0].first == line.sentence.first and line.sentence.last - named[0].last <= 2
    return named[0].authorities if whole and line.sentence.role is Role.HEADING else ()


def speaks_of_itself(lines: list[Line], namings: dict[int, list[Naming]], name: str) -> bool:
    """Whether a council's own page says "we" and names it nowhere, and no other council in its headlines."""
    named = [naming for row in namings.values() for naming in row]
    if any(name in naming.authorities or naming.place < 2 for naming in named):
        return False
    return (
        sum(bool(WE & set(line.text.words[line.sentence.first : line.sentence.last])) for line in lines if line.told)
        >= 2
    )


def number_of_councils(claim: Claim) -> int:
    """ "two more local authorities": how many councils a nameless sentence grades, or 0."""
    line, text = claim.line, claim.line.text.words
    for at in range(line.sentence.first, line.sentence.last - 1):
        if text[at] in COUNTED and BODIES & set(text[at + 1 : min(at + 5, line.sentence.last)]):
            return COUNTED[text[at]]
    return 0


def naming_lines(lines: list[Line], claim: Claim) -> list[Line]:
    """The sentences that may name the councils a nameless grade counts: those after it that give no other grade."""
    place = max(1, claim.line.sentence.place)
    reach = NEXT if claim.line.sentence.role is Role.BODY else 3 * NEXT
    return [line for line in lines[place + 1 :][: reach + 1] if not _graded_otherwise(line, claim)]


def _graded_otherwise(line: Line, claim: Claim) -> bool:
    """Whether a sentence gives the councils it names another grade: then they are not those counted."""
    told = [cue.value for cue in line.of("grade")]
    return bool(told) and told[-1] != claim.grade and not line.has("told area")


def refers_back(line: Line) -> bool:
    """Whether a sentence speaks of somebody named before, and not of "the council"."""
    text = line.text.words[line.sentence.first : line.sentence.last]
    return bool(REFERRING & set(text)) and not any(cue.value == "council" for cue in line.of("subject"))


def is_neighbour_judged(words: list[str], naming: Naming, claim: Claim) -> bool:
    """ "while neighbouring York's were judged inadequate": a neighbour is named in passing, unless the grade is told right of it."""
    beside = words[naming.first - 1] if naming.first else ""
    near = NEAR if naming.first < clause_of(claim)[0] else 2 * NEAR
    return beside in NEIGHBOUR and 0 <= claim.first - naming.last <= near


def joined(words: list[str], left: Naming, right: Naming) -> bool:
    """Whether only "and" and the like stand between two names."""
    gap = words[left.last : right.first]
    return len(gap) <= 3 and all(
        word in ("and", "council", "s", "councils", "as", "well", "both", "city", "county", "borough", "or", "in")
        for word in gap
    )


def owner_of(stay: Stay, namings: dict[int, list[Naming]]) -> tuple[str, ...]:
    """Whose inspection a stay was: the council named right before its days, else in its sentence, else the one referred to."""
    sentence = stay.line.sentence
    named = [naming for naming in namings.get(sentence.place, []) if not naming.aside]
    before = [naming for naming in named if naming.last <= stay.first]
    if named:
        return (before[-1] if before else named[0]).authorities
    last = namings.get(sentence.place - 1, [])
    plain = len(last) == 1 and (not last[0].aside or refers_back(stay.line))
    if plain and sentence.role is Role.BODY:
        return last[0].authorities
    return ()
