"""What a report says in sentences: the overall grade above a table that has no row for it, and earlier results."""

from __future__ import annotations

import re

from monitor.registers._squeezed import Squeezed
from monitor.registers.ofsted._grades import short

_GRADE = r"(?P<grade>outstanding|good|requires?improve?ments?(?:tobegood)?|inadequate)"
_VERB = r"(?:is|are|be|as|(?=requir))"
OVERALL = (
    (
        re.compile(r"overall(?:judgement|effectiveness|grade)(?:[a-z0-9]{0,90}?" + _VERB + ")?" + _GRADE),
        re.compile(r"childrens?services(?:in|for|at|of)[a-z0-9]{2,60}?" + _VERB + _GRADE),
    ),
    (re.compile(r"services[a-z0-9]{0,80}?" + _VERB + _GRADE),),
    (re.compile(r"(?:authority|council)[a-z0-9]{0,20}?" + _VERB + _GRADE),),
)
"""The sentences that state it, the surest first; a looser form is only asked where no surer one is found."""
_BOARD = re.compile(r"safeguardingchildrenboard|lscb")


def overall(text: Squeezed, start: int, end: int) -> tuple[str, ...]:
    """The distinct grades that sentences between two places of the squeezed text give to the council's services as a whole.

    A sentence on the safeguarding board is about somebody else; "meets the requirements for good" is no judgement.
    """
    for patterns in OVERALL:
        found = {
            short(match["grade"]): None
            for pattern in patterns
            for match in pattern.finditer(text.letters, start, end)
            if text.ends_word(match.end()) and not _BOARD.search(match[0])
        }
        if found:
            return tuple(found)
    return ()


LONGEST_PAGE = 6_000
_WORDS = r"(outstanding|good|requires? improvement(?: to be good)?|inadequate|adequate)"
_WHEN = r"((?:[A-Z][a-z]{2,8} )?20[01]\d)"
_EARLIER = (
    re.compile(
        r"(?:[Pp]revious|[Ll]ast) [^.]{0,140}? in "
        + _WHEN
        + r"[.,][^.]{0,60}? (?:was|were) (?:judged )?(?:to be |as )?"
        + _WORDS
    ),
    re.compile(
        r"(?:[Pp]revious|[Ll]ast) (?:[a-z]+ )?inspection[^.]{0,80}? in "
        + _WHEN
        + r",? (?:when|where|which)[^.]{0,60}? judged (?:to be |as )?"
        + _WORDS
    ),
    re.compile(r"judgement of " + _WORDS + r"[^.]{0,60}? (?:previous|last) (?:[a-z]+ )?inspection in " + _WHEN),
)


def previous(pages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Earlier results as stated: pairs of (month and year as written, grade), in order of the text, without repeats."""
    text = " ".join(" ".join(page[:LONGEST_PAGE] for page in pages).split())
    found: dict[tuple[str, str], int] = {}
    for number, pattern in enumerate(_EARLIER):
        for match in pattern.finditer(text):
            when, words = (match[1], match[2]) if number < 2 else (match[2], match[1])
            found.setdefault((when, short("".join(words.casefold().split()))), match.start())
    return tuple(sorted(found, key=lambda pair: found[pair]))
