"""Areas told by one word after their grade: "good leaders, good protection and good care", "Inadequate help."."""

from __future__ import annotations

from monitor.stages.classify.claim import Line
from monitor.stages.classify.lexicon import Cue

HEADS = {
    "leaders": "leaders",
    "leadership": "leaders",
    "management": "leaders",
    "help": "help_and_protection",
    "protection": "help_and_protection",
    "safeguarding": "help_and_protection",
    "care": "in_care",
}
SERIES = 3
"""So many grades with a word each make a list of areas of them."""


def bare_heads(line: Line) -> list[Cue]:
    """The words right after grades that name areas: in a series of them, or in a sentence of nothing else."""
    found = []
    for grade in line.of("grade"):
        head = HEADS.get(line.text.words[grade.last], "") if grade.last < line.sentence.last else ""
        if head:
            found.append(Cue("area", head, grade.last, grade.last + 1))
    alone = len(found) == 1 and is_whole(line, found[0].last)
    return found if len(found) >= SERIES or alone else []


def is_whole(line: Line, last: int) -> bool:
    """Whether a sentence begins with a grade and ends with the word before `last`: "Inadequate leaders."."""
    opens = any(grade.first == line.sentence.first for grade in line.of("grade"))
    return opens and last == line.sentence.last
