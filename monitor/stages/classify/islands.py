"""Places whose services no English inspectorate rates: Jersey, Guernsey, the Isle of Man, and further."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.page_text import Role

LEAD = 3
"""Sentences of the story within which a page says where it plays."""


def place_abroad(line: Line, end: int) -> bool:
    """Whether a place abroad is named in a sentence before word `end`."""
    return any(cue.value in ("abroad", "ireland") and cue.first < end for cue in line.of("inspectorate"))


def plays_abroad(lines: list[Line], named: set[int]) -> bool:
    """Whether headline or lead name a place abroad before any English council (`named`: sentences that name one)."""
    body = 0
    for line in lines:
        if not line.told or line.sentence.role is Role.CAPTION:
            continue
        body += line.sentence.role is Role.BODY
        if body > LEAD:
            return False
        if place_abroad(line, line.sentence.last):
            return True
        if line.sentence.place in named:
            return False
    return False


def is_abroad(claim: Claim, named: bool, page: bool) -> bool:
    """Whether a grade is of a place abroad: named in its own sentence, or the page's own, and no English council beside it."""
    return not named and (page or place_abroad(claim.line, claim.first))
