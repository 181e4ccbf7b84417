"""Grade words that are nouns themselves, or that a pronoun bears: "one inadequate", "now they're good"."""

from __future__ import annotations

from monitor.stages.classify.claim import LOW, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.surroundings import content_follows, quoted
from monitor.stages.classify.word_sets import words

SERVING = words("service services support care help work provision for of to with its the")
DEGREES = words("wholly totally woefully grossly hopelessly completely utterly entirely manifestly")
MARKS = (":", "–", "—", " - ", "=")
GETS = words("get gets getting receive receives receiving have has enjoy enjoys offered given provided")
"""Verbs by which children get a service of some grade."""
WISHES = (["that"], ["to"], ["if"], ["for"], ["when"], ["at"])
"""After "it's good" these make it a remark."""


def by_degree(line: Line, cue: Cue) -> bool:
    """ "wholly inadequate evidence": inspectors know no degrees of a grade, and what is described is no service."""
    before = line.text.words[cue.first - 1] if cue.first > line.sentence.first else ""
    served = cue.last < line.sentence.last and line.text.words[cue.last] in SERVING
    return before in DEGREES and not line.has("inspectorate") and not served


def as_noun(line: Line, cue: Cue) -> bool:
    """ "one inadequate", "the inadequate is for leadership": the grade word itself is the noun."""
    before, after = line.text.words[cue.first - 1], line.text.words[cue.last : min(cue.last + 3, line.sentence.last)]
    if before == "the" and after[:1] in (["is"], ["was"], ["came"], ["goes"], ["went"]):
        return "for" in after
    others = any(c.first < cue.first and line.text.words[c.first].endswith("s") for c in line.of("grade"))
    return before == "one" and others and not content_follows(line, cue.last)


def plainly_said(line: Line, cue: Cue) -> bool:
    """ "Now they're good, the report says": a pronoun, to be and a grade, where a report or an inspectorate speaks."""
    pair = line.text.words[max(line.sentence.first, cue.first - 2) : cue.first]
    if len(pair) < 2 or pair[0] not in ("it", "they", "both") or pair[1] not in ("is", "are", "re", "s"):
        return False
    after = line.text.words[cue.last : cue.last + 1]
    return line.has("inspectorate", "noun") and after not in WISHES and not content_follows(line, cue.last)


def named_in_list(line: Line, cue: Cue) -> bool:
    """ "Slough: inadequate": a council, a mark, a grade, and nothing else."""
    if line.sentence.last - line.sentence.first > 12:
        return False
    before = [name for name in line.of("name") if name.last == cue.first and name.first == line.sentence.first]
    return bool(before) and any(mark in line.text.between(cue.first - 1, cue.first) for mark in MARKS)


def area_follows(line: Line, cue: Cue) -> bool:
    """ "good leadership, good help and protection, but an inadequate service for care leavers": grades told as adjectives."""
    area, gap = _area_after(line, cue)
    if not area:
        return False
    if cue.first == line.sentence.first and _ends_there(line, cue):
        return True
    if not line.has("inspectorate"):
        return False
    served = cue.value == LOW and bool({"service", "services", "support"} & set(gap))
    return served or sum(bool(_area_after(line, other)[0]) for other in line.of("grade")) >= 3


def whole_predicate(line: Line, cue: Cue) -> bool:
    """ "Hull and Oldham are good.", "the service is good", "all five judgements are good": to be, a grade, and no more."""
    text = line.text.words
    at = cue.first - 1
    if at > line.sentence.first and text[at] in ("now", "both", "all", "still", "again"):
        at -= 1
    marks = line.text.between(cue.last - 1, cue.last)
    ends = cue.last == line.sentence.last or any(mark in marks for mark in ",;:.")
    if (
        text[at] not in ("is", "are", "remains", "remain", "stays", "stay")
        or not ends
        or any(mark in line.text.source[max(0, line.sentence.start - 1) : line.text.starts[cue.first]] for mark in '"“')
    ):
        return False
    bearers = [
        *line.of("name"),
        *line.of("noun"),
        *(c for c in line.of("subject") if c.value in ("children", "service")),
    ]
    named = any(name.first == line.sentence.first for name in line.of("name"))
    return any(bearer.last == at for bearer in bearers) or (named and "," in line.text.between(at - 1, at))


def good_to_them(line: Line, cue: Cue) -> bool:
    """ "Care leavers now get a service that's good"."""
    before = line.text.words[line.sentence.first : cue.first]
    relative = before[-2:-1] in (["that"], ["which"]) and before[-1] in ("is", "s", "was", "are")
    served = relative and before[-3:-2] in (["service"], ["services"], ["support"], ["help"], ["care"])
    return served and bool(GETS & set(before)) and any(area.last <= cue.first for area in line.of("told area"))


def _ends_there(line: Line, cue: Cue) -> bool:
    """ "Inadequate leaders.", "Inadequate support for care leavers,": a grade, an area, and the clause is over."""
    area = next(area for area in line.of("told area") if area.first >= cue.last)
    return area.last == line.sentence.last or any(mark in line.text.between(area.last - 1, area.last) for mark in ",;.")


def named_in_table(line: Line, cue: Cue) -> bool:
    """ ""Inadequate," reads the entry for care leavers": a quoted grade, what shows it, and its area."""
    after = line.text.words[cue.last : cue.last + 1]
    return after in (["reads"], ["read"], ["says"]) and line.has("told area") and quoted(line, cue.first, cue.last)


def _area_after(line: Line, cue: Cue) -> tuple[bool, list[str]]:
    for area in line.of("told area"):
        if cue.last <= area.first <= cue.last + 4 and area.value != "overall":
            gap = line.text.words[cue.last : area.first]
            return set(gap) <= SERVING, gap
    return False, []


def closes_a_list(line: Line, verb: int, cue: Cue) -> bool:
    """ "They rated leadership, help and protection, and care outstanding.": areas between, and the clause ends with the grade."""
    areas = [area for area in line.of("told area") if verb <= area.first and area.last <= cue.first]
    ends = cue.last == line.sentence.last or any(mark in line.text.between(cue.last - 1, cue.last) for mark in ",;.")
    return bool(areas) and areas[-1].last == cue.first and ends
