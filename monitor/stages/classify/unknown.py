"""Grade phrases that no Framework knows: a new scale is told to the operator, never absorbed."""

from __future__ import annotations

from monitor.stages.classify.claim import Line
from monitor.stages.classify.surroundings import QUOTES
from monitor.stages.classify.word_sets import words as word_set

VERBS = word_set("rated graded judged ranked classed categorised graded")
OPENERS = word_set("as a an to be being in the")
LONGEST = 4
NOT_GRADES = word_set(
    "by for on at after again for the second third and but it he she they poorly well highly better worse "
    "lower higher one two three four overall "
    "less more most least best first last top bottom lowest failing not no very too so how that this its "
    "their his her"
)


def unknown_grades(lines: list[Line]) -> tuple[str, ...]:
    """Quoted phrases right after a rating verb, in a sentence about children's services, that are no known grade."""
    found: list[str] = []
    for line in lines:
        if not line.told or not line.has("subject", "area") or _other_subject(line):
            continue
        for verb in line.of("verb"):
            phrase = _quoted_after(line, verb.last) if line.text.words[verb.first] in VERBS else ""
            if phrase and phrase.lower() not in (held.lower() for held in found):
                found.append(phrase)
    return tuple(found)


def _other_subject(line: Line) -> bool:
    return any(cue.value not in ("children", "council", "service", "role") for cue in line.of("subject"))


def _quoted_after(line: Line, at: int) -> str:
    """The quoted phrase of one to four words that follows, or ""."""
    text, last = line.text, line.sentence.last
    while at < last and text.words[at] in OPENERS:
        at += 1
    if at >= last or text.source[text.starts[at] - 1] not in QUOTES:
        return ""
    end = at + 1
    while end < last and end - at < LONGEST and not set(text.between(end - 1, end)) & set(QUOTES):
        end += 1
    closing = text.source[text.ends[end - 1] : text.ends[end - 1] + 2]
    known = any(
        cue.first < end and cue.last > at
        for layer in ("grade", "lowest", "highest", "threshold")
        for cue in line.of(layer)
    )
    if known or text.words[at] in NOT_GRADES or not set(closing) & set(QUOTES):
        return ""
    return text.source[text.starts[at] : text.ends[end - 1]]
