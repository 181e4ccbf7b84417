"""An Article cut into blocks, sentences and words, each with its place: what every later step looks at.

Everything is counted in words: `words[i]` is the lower-case word, `starts[i]`/`ends[i]` its offsets in `source`, which is
`title + "\\n\\n" + text + "\\n\\n" + summary` (the summary last, so that offsets into title and text stay true).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from monitor.model.page import Article
from monitor.stages.classify.furniture import role_of_line
from monitor.stages.classify.word_sets import words

LONGEST_SENTENCE = 150
"""Words; a longer run is cut, so that a text without full stops costs no more than any other."""

WORD = re.compile(r"\w+|&|£")
STOP = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+\s+|\n[^\S\n]*+(?=[-–—•*▪●]\s)|;\s++(?=[A-Z])")
"""Where a sentence may end. Runs are taken whole or not at all: a megabyte of dots costs what a megabyte of words does."""
ABBREVIATIONS = words(
    "mr mrs ms dr cllr cllrs st no vs sir prof rev hon col gen sgt insp supt dept est approx eg ie etc a b c "
    "d e f g h i j k l m n o p q r s t u v w x y z jan feb mar apr aug sept sep oct nov dec"
)
MOST_WORDS = 40_000
"""A page's first words, some 80 newspaper columns: what comes after is no article any more."""
LIST_MARK = re.compile(r"^\s*(?:[-–—•*▪●·]|\d{1,2}[.)])\s+")


class Role(StrEnum):
    """What a block is on its page."""

    TITLE = "title"
    SUMMARY = "summary"
    BODY = "body"
    ITEM = "item"
    HEADING = "heading"
    CAPTION = "caption"
    LINK = "link"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `last` (exclusive) of one block; `place` counts sentences from 0 in reading order."""

    place: int
    block: int
    role: Role
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageText:
    """One article as words and sentences. `visible` is where title and text end (the summary lies beyond)."""

    source: str
    visible: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]

    def quote(self, start: int, end: int) -> str:
        """The verbatim passage."""
        return self.source[start:end].strip()

    def between(self, left: int, right: int) -> str:
        """The raw text between word `left` and word `right` (their punctuation)."""
        if left < 0 or right >= len(self.starts) or left >= right:
            return ""
        return self.source[self.ends[left] : self.starts[right]]

    def raw(self, first: int, last: int) -> str:
        """The words `first` to `last` (exclusive) as written."""
        return self.source[self.starts[first] : self.ends[last - 1]]


def page_text(article: Article) -> PageText:
    """Cuts an Article up. Linear in its length."""
    title, text = article.title, article.text
    source = f"{title}\n\n{text}\n\n{article.summary}"
    visible = len(title) + 2 + len(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[Sentence] = []
    page = PageText(source, visible, words, starts, ends, sentences)
    _add_block(page, 0, len(title), Role.TITLE, 0)
    if article.summary:
        _add_block(page, visible + 2, len(source), Role.SUMMARY, 1)
    section = False
    for number, (start, end) in enumerate(_paragraphs(source, len(title) + 2, visible), 2):
        line = source[start:end]
        role, section = _role(line, section)
        _add_block(page, start, end, role, number)
    return page


def _paragraphs(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Blank-line paragraphs; one broken off in mid-sentence is joined with the next (it begins in lower case)."""
    pieces: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = source.find("\n\n", at, end)
        stop = end if stop < 0 else stop
        piece = source[at:stop]
        left = at + len(piece) - len(piece.lstrip())
        right = at + len(piece.rstrip())
        if right > left:
            if pieces and _goes_on(source, pieces[-1], left):
                pieces[-1] = (pieces[-1][0], right)
            else:
                pieces.append((left, right))
        at = stop + 2
    return pieces


def _goes_on(source: str, before: tuple[int, int], left: int) -> bool:
    last = source[before[1] - 1]
    return source[left].islower() and (last.isalnum() or last == ",") and before[1] - before[0] > 40


def _role(line: str, section: bool) -> tuple[Role, bool]:
    """The role of a paragraph, and whether a list of other stories goes on after it."""
    found = role_of_line(line)
    if found == "section":
        return Role.FURNITURE, True
    whole = line.rstrip().endswith((".", "!", "?", '."', ".'", ".”", ".’", '"', "”"))
    if section and not whole:
        return Role.FURNITURE, True
    if found:
        return Role(found), False
    if LIST_MARK.match(line):
        return Role.ITEM, False
    if not whole and len(line) < 90 and not line.endswith((":", ",", ";")):
        return Role.HEADING, False
    return Role.BODY, False


def _add_block(page: PageText, start: int, end: int, role: Role, block: int) -> None:
    at = start
    for match in STOP.finditer(page.source, start, end):
        if _is_stop(page.source, match.start(), match.end(), end):
            _add_sentence(page, (at, match.end()), role, block)
            at = match.end()
    _add_sentence(page, (at, end), role, block)


def _is_stop(source: str, at: int, after: int, end: int) -> bool:
    if after >= end:
        return False
    if source[at] in "\n;":
        return True
    following = source[after]
    if following.islower():
        return False
    if source[at] != ".":
        return True
    begin = max(source.rfind(" ", max(0, at - 12), at), source.rfind("\n", max(0, at - 12), at))
    word = source[begin + 1 : at].lstrip("('\"“‘[").lower()
    return word not in ABBREVIATIONS


def _add_sentence(page: PageText, span: tuple[int, int], role: Role, block: int) -> None:
    first = len(page.words)
    if first >= MOST_WORDS:
        return
    lowered, starts, ends = page.words, page.starts, page.ends
    for match in WORD.finditer(page.source, span[0], span[1]):
        start, end = match.span()
        word = match[0].lower()
        lowered.append("and" if word == "&" else word)
        starts.append(start)
        ends.append(end)
    if len(lowered) - first > LONGEST_SENTENCE:
        for at in range(first, len(lowered), LONGEST_SENTENCE):
            last = min(at + LONGEST_SENTENCE, len(lowered))
            page.sentences.append(Sentence(len(page.sentences), block, role, at, last, starts[at], ends[last - 1]))
    elif len(lowered) > first:
        stop = span[0] + len(page.source[span[0] : span[1]].rstrip())
        page.sentences.append(Sentence(len(page.sentences), block, role, first, len(lowered), starts[first], stop))
