"""Areas told by a clause of manner or by an office: "the way the county's services are led", "services leaders 'inadequate'"."""

from __future__ import annotations

from monitor.stages.classify.claim import Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.word_sets import words

HEADS = words("how way manner")
BEING = words("is are was were been being")
LED = words("led run managed governed steered headed overseen directed")
KEEPS = words("protects protect protected keeps keep kept safeguards safeguard")
CARES = (
    ["looks", "after"],
    ["look", "after"],
    ["looked", "after"],
    ["cares", "for"],
    ["care", "for"],
    ["cared", "for"],
)
YOUNG = words("children youngsters child people them those")
REACH = 10
"""Words from "how" to its verb."""
NEAR = 4
LEADING = words("leaders bosses chiefs managers")
LINKS = words(
    "is are was were rated judged graded branded found labelled deemed to be given get gets got called declared"
)


def told_areas(line: Line) -> list[Cue]:
    """The areas of a sentence that its phrases name and its clauses of manner describe, in order."""
    named = [cue for cue in line.of("area") if not _inside_role(line, cue)]
    described = [*_manners(line), *_leading(line)]
    if not described:
        return named
    found = sorted([*named, *described], key=lambda cue: (cue.first, -cue.last))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.first >= kept[-1].last:
            kept.append(cue)
        elif cue.layer == "manner":
            kept[-1] = cue
    return kept


def _inside_role(line: Line, cue: Cue) -> bool:
    """ "children's minister", "head of adoption": a person's office is no area."""
    return any(c.value == "role" and c.first <= cue.first and cue.last <= c.last for c in line.of("subject"))


def _leading(line: Line) -> list[Cue]:
    """ "children's services leaders 'inadequate'": those who lead are graded themselves."""
    text, grades = line.text.words, [cue.first for cue in (*line.of("grade"), *line.of("lowest"))]
    found = []
    for cue in line.of("subject"):
        if cue.value == "role" and text[cue.last - 1] in LEADING:
            after = [at for at in grades if 0 <= at - cue.last <= NEAR]
            if after and set(text[cue.last : after[0]]) <= LINKS:
                found.append(Cue("manner", "leaders", cue.last - 1, cue.last))
    return found


def _manners(line: Line) -> list[Cue]:
    """ "how the city's services are led and managed", "the way in which it keeps children safe"."""
    text, last, found, free = line.text.words, line.sentence.last, [], line.sentence.first
    if HEADS.isdisjoint(text[free:last]):
        return []
    for at in range(line.sentence.first, last - 2):
        if text[at] not in HEADS or at < free:
            continue
        for verb in range(at + 2, min(at + REACH, last)):
            value, end = _verb(text, verb, last)
            if value:
                found.append(Cue("manner", value, at, end))
                free = end
                break
    return found


def _verb(text: list[str], at: int, last: int) -> tuple[str, int]:
    """The area of a verb of manner at `at`, and the word after it."""
    if text[at] in LED and BEING & set(text[at - 3 : at]):
        return "leaders", at + 1
    child = next((near for near in range(at + 1, min(at + NEAR, last)) if text[near] in YOUNG), 0)
    if text[at] in KEEPS and child:
        return "help_and_protection", child + 1
    if text[at : at + 2] in CARES and child:
        return "in_care", child + 1
    return "", at
