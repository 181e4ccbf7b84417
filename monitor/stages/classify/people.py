"""Areas told by those whom they serve: "children in our care", "young adults who have left", "helping families"."""

from __future__ import annotations

from monitor.stages.classify.bare_heads import bare_heads
from monitor.stages.classify.claim import Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.word_sets import words

PEOPLE = words("children child youngsters kids teenagers adults people those youngster girls boys")
WHOSE = words(
    "the our its their a his her local council city county borough town public authority s of who is are being live lives"
)
LEAVING = words("left leave leaving leaves")
BETWEEN = words("who have has that are is just recently now already ve")
HOMES = words("foster residential children care")
HELPING = words("helping protecting safeguarding")
HELPED = words("families children")
SERVED = PEOPLE | HELPING
TOLD_OF = LEAVING | HELPING | {"in"}
"""A sentence without one of each tells no area so."""
REACH = 5
"""Words from the people to what is said of them."""


def add_served(line: Line) -> None:
    """Adds to a sentence's areas those that it tells by the people they are for, where no phrase names them."""
    found = sorted([*_served(line), *bare_heads(line)], key=lambda cue: cue.first)
    named = line.of("area")
    new = [cue for cue in found if not any(cue.first < other.last and other.first < cue.last for other in named)]
    if new:
        line.cues["area"] = sorted([*named, *new], key=lambda cue: cue.first)


def _served(line: Line) -> list[Cue]:
    text, last = line.text.words, line.sentence.last
    here = text[line.sentence.first : last]
    if SERVED.isdisjoint(here) or TOLD_OF.isdisjoint(here):
        return []
    found, free = [], line.sentence.first
    for at in range(line.sentence.first, last):
        if at < free or text[at] not in SERVED:
            continue
        value, end = _helped(text, at, last) if text[at] in HELPING else _those(text, at, last)
        if value:
            found.append(Cue("area", value, at, end))
            free = end
    return found


def _helped(text: list[str], at: int, last: int) -> tuple[str, int]:
    """ "helping families"."""
    near = at + 1 < last and text[at + 1] in HELPED
    return ("help_and_protection", at + 2) if near else ("", at)


def _those(text: list[str], at: int, last: int) -> tuple[str, int]:
    """ "children in our care", "those in foster homes", "young people who have left care"."""
    if text[at] not in PEOPLE:
        return "", at
    end = min(last, at + REACH + 1)
    for here in range(at + 1, end):
        if text[here] in LEAVING and set(text[at + 1 : here]) <= BETWEEN:
            return _left(text, at, here, last)
        if text[here] == "in" and set(text[at + 1 : here]) <= WHOSE:
            return _in_care(text, here, last)
    return "", at


def _left(text: list[str], at: int, here: int, last: int) -> tuple[str, int]:
    """ "those who have left", "young people leaving care"; not children who left school or the town."""
    following = text[here + 1 : min(here + 3, last)]
    if "care" in following:
        return "care_leavers", here + 2 + following.index("care")
    ends = not following or (following[0] in ("the", "it") and len(following) == 1)
    whole = text[at + 1 : here] and text[at + 1] in ("who", "that") and (ends or following[0] == "it")
    return ("care_leavers", here + 1) if whole or _clause_over(text, here, last) else ("", at)


def _clause_over(text: list[str], here: int, last: int) -> bool:
    """ "young adults who have left the finding is ...": what follows begins anew."""
    return text[here + 1 : here + 3] in (
        ["the", "finding"],
        ["the", "grade"],
        ["the", "mark"],
        ["the", "verdict"],
        ["the", "judgement"],
    )


def _in_care(text: list[str], here: int, last: int) -> tuple[str, int]:
    """ "in our care", "in the council's care", "in foster homes"."""
    for at in range(here + 1, min(here + 5, last)):
        if text[at] == "care" and text[at + 1 : at + 2] not in (["homes"], ["home"]):
            return "in_care", at + 1
        if text[at] in ("homes", "care") and text[at - 1] in HOMES and at > here + 1:
            return "in_care", at + 1
        if text[at] not in WHOSE | HOMES and text[at + 1 : at + 2] != ["s"]:
            break
    return "", here
