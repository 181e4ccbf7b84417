"""Which of the areas named beside a grade are its own."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.word_sets import words

EXCEPT = words("except excepting excluding bar but save")
LINKS_GRADE = words("of is was as are were to be a an")
LINKS_ON = words(
    "is was are were be being been to both all also now rated judged found graded deemed remain remains remained only still "
    "get gets got receive receives received a an as given each alone"
)
"""Words that may stand between an area and the grade it bears."""
TURNING = words("but while whilst whereas though although")
CLAUSE_OPENERS = TURNING | words("and with only yet")
PARTING = TURNING | words("relating concerning covering")
"""Words behind which an area belongs to the next grade."""
SPAN = words("from including such like")
"""Words that give examples of the others."""
JOINING = words("and or the for of its their both as well impact quality children support to")


def own_after(line: Line, claims: list[Claim], number: int, after: list[Cue], bearing: bool) -> list[Cue]:
    """Of the areas between a grade and the next those that do not open the next one's clause.

    ", and care for children in care is good": the area is the next grade's; one joined to it by "and" is so too where the
    grade before has an area already (`bearing`).
    """
    kept = list(after)
    while kept and _leads_to_next(line, kept[-1], claims, number):
        opener = kept.pop()
        while kept and (bearing or _opened(line, claims[number], kept[-1])) and _joined(line, kept[-1], opener):
            opener = kept.pop()
    return kept


def _opened(line: Line, claim: Claim, cue: Cue) -> bool:
    """Whether a new clause began between a grade and an area: "good at protection, while leaders and care leavers both ..."."""
    return bool(PARTING & set(line.text.words[claim.last : cue.first]))


def _joined(line: Line, left: Cue, right: Cue) -> bool:
    gap = line.text.words[left.last : right.first]
    between = line.text.source[line.text.ends[left.last - 1] : line.text.starts[right.first]]
    return len(gap) <= 4 and set(gap) <= JOINING and ";" not in between


def _leads_to_next(line: Line, cue: Cue, claims: list[Claim], number: int) -> bool:
    """ "..., which led to an overall judgement of inadequate", "... while leadership was good"."""
    if number + 1 >= len(claims):
        return False
    following = claims[number + 1].first
    gap = line.text.words[cue.last : following]
    between = line.text.source[line.text.ends[cue.last - 1] : line.text.starts[following]]
    if cue.value == "overall" and len(gap) <= 3 and set(gap) <= LINKS_GRADE and "," not in between:
        return True
    claim = claims[number]
    apart = line.text.words[claim.last : cue.first]
    mark = line.text.source[line.text.ends[claim.last - 1] : line.text.starts[cue.first]]
    new_clause = bool(CLAUSE_OPENERS & set(apart)) or any(sign in mark for sign in ",;–—")
    aside = gap[:1] in (["is"], ["are"], ["was"], ["were"]) and "," in mark and between.count(",") == 1
    return new_clause and len(gap) <= 5 and set(gap) <= LINKS_ON and (aside or not any(s in between for s in ",;:"))


def spared_areas(line: Line, claim: Claim, right: int) -> list[Cue]:
    """ "good for everything except leaders": the areas that a grade of all of them leaves out."""
    text = line.text.words
    for at in (*range(line.sentence.first, claim.first), *range(claim.last, right)):
        if at < claim.first and text[at - 1] != "everything":
            continue
        if text[at] in EXCEPT or text[at : at + 2] in (["apart", "from"], ["other", "than"], ["with", "the"]):
            if text[at] == "with" and "exception" not in text[at : at + 4]:
                continue
            end = right if at > claim.first else claim.first
            return [cue for cue in line.of("area") if at < cue.first < end and cue.value != "overall"]
    return []


def all_but(line: Line, claim: Claim) -> bool:
    """ "everything bar X, which is inadequate, is good": the last grade is that of everything."""
    text, first = line.text.words, line.sentence.first
    but = any(text[at] == "everything" and text[at + 1] in EXCEPT for at in range(first, claim.first - 1))
    return (
        but
        and not claim.areas
        and any(text[at] in ("is", "was") for at in range(max(first, claim.first - 3), claim.first))
    )


def after_with(line: Line, before: list[Cue]) -> list[Cue]:
    """ "..., for leadership and for protection, with adoption judged outstanding": what follows "with" stands alone."""
    for number, cue in enumerate(before):
        if (
            number
            and line.text.words[cue.first - 1] == "with"
            and "," in line.text.between(cue.first - 2, cue.first - 1)
        ):
            return before[number:]
    return before


def without_adverb(line: Line, chosen: list[Cue]) -> list[Cue]:
    """ "services for care leavers overall": the word sums up that area, not the council."""
    if len(chosen) < 2:
        return chosen
    return [
        cue
        for number, cue in enumerate(chosen)
        if not (
            number
            and cue.value == "overall"
            and cue.last - cue.first == 1
            and cue.first - chosen[number - 1].last == 0
            and "," not in line.text.between(cue.first - 1, cue.first)
        )
    ]


def without_glossed(line: Line, chosen: list[Cue]) -> list[Cue]:
    """ "in two other areas, leadership and protection": those named after "the others" are the others."""
    if (
        len(chosen) > 1
        and chosen[0].value == "rest"
        and not SPAN & set(line.text.words[chosen[0].last : chosen[1].first])
    ):
        return chosen[1:]
    return chosen


def partial(line: Line, claim: Claim, left: int, right: int) -> bool:
    """ "one part of the service", "inadequate in one area": not the whole."""
    words = line.text.words
    for at in range(left, min(claim.first, right) - 1):
        if words[at] in ("part", "parts", "aspects", "elements", "corner", "branch") and words[at + 1] == "of":
            return words[at] != "part" or words[at - 1] in ("one", "a", "another")
    nouns = line.of("area noun")
    for cue in line.of("few"):
        few = words[cue.first] in ("one", "some", "several")
        if (
            few
            and claim.last <= cue.first < min(right, claim.last + 3)
            and any(cue.last <= noun.first <= cue.last + 2 for noun in nouns)
        ):
            return True
    return False
