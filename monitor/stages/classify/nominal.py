"""Grade words that are nouns themselves, or that a pronoun bears: "one inadequate", "now they're good"."""

from __future__ import annotations

from monitor.stages.classify.claim import Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.surroundings import content_follows

WISHES = (["that"], ["to"], ["if"], ["for"], ["when"], ["at"])
"""After "it's good" these make it a remark."""


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
