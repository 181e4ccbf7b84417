"""Councils that a page names in passing: employers, helpers, neighbours."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.names import MEMBERS
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.word_sets import words

PERSON_BEFORE = words(
    "chief director leader executive adviser cabinet councillor worker workers colleague manager peers team staff"
)
SIDE_PHRASES = words(
    "joined arrived came worked helped helps moved partnership alongside unlike neighbouring neighbour neighbours "
    "recruited formerly merger merge merging merged"
)
EMPLOYED = words("runs run ran leads led works worked heads headed managed manages")
INSPECTING = words("inspectors ofsted inspection")
"""A team of inspectors is nobody's staff: the council it was at is the one inspected."""
PLACES = words("unitary town towns village seaside resort")
"""After a county's name these are places in it: "an Essex unitary"."""
PARTICIPLES = frozenset({"rated", "judged", "graded", "itself", "also", "currently", "already", "a"})


def named_in_passing(line: Line, cue: Cue) -> bool:
    """Whether a council is named in passing: a person's employer, a helper, a place someone came from."""
    words = line.text.words
    before = words[max(line.sentence.first, cue.first - 7) : cue.first]
    if before and before[-1] in ("a", "an", "another") and "council" in words[cue.first : cue.last + 1]:
        return True
    if (
        words[cue.last : cue.last + 1]
        and words[cue.last] in PLACES | MEMBERS
        and "council" not in words[cue.last : cue.last + 2]
    ):
        return True
    if (
        (any(word in SIDE_PHRASES for word in before[-4:]) and not INSPECTING & set(before))
        or before[-3:] == ["taken", "over", "by"]
        or before[-1:] in (["as"], ["than"], ["like"])
        or "from" in before[-2:]
    ):
        return True
    employed = "who" in before and bool(EMPLOYED & set(before))
    office = (any(word in PERSON_BEFORE for word in before) or employed) and not INSPECTING & set(before)
    return (
        office
        and bool(before)
        and before[-1] in ("of", "at", "for", "from", "in", "the")
        and line.sentence.role is not Role.TITLE
    )


def describes(claim: Claim, last: int) -> bool:
    """ "Stockport, which is rated good", "Cheshire West, rated outstanding"."""
    gap = claim.line.text.words[last : claim.first]
    comma = "," in claim.line.text.between(last - 1, last)
    return 0 < len(gap) <= 7 and (gap[0] in ("which", "who", "whose") or (comma and gap[0] in PARTICIPLES))
