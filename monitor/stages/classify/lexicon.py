"""All phrases and names in one automaton: a page is read once, whatever the number of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import ahocorasick_rs

from monitor.stages.classify import words_areas, words_news, words_ratings, words_subjects
from monitor.stages.classify.page_text import WORD, PageText

BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: words `first` to `last` (exclusive); `layer` and `value` say what it is a sign of."""

    layer: str
    value: str
    first: int
    last: int


Entry = tuple[str, str]
"""Layer and value."""


def normal(phrase: str) -> str:
    """A phrase as the automaton knows it: lower-case words with single blanks."""
    return " ".join("and" if word == "&" else word for word in WORD.findall(phrase.lower()))


def spread(phrases: str) -> Iterator[str]:
    """Every phrase of a semicolon list, with `{a|b}` written out."""
    for phrase in phrases.split(";"):
        yield from _spread_one(phrase)


def _spread_one(phrase: str) -> Iterator[str]:
    match = BRACES.search(phrase)
    if not match:
        yield phrase
        return
    for choice in match.group(1).split("|"):
        yield from _spread_one(phrase[: match.start()] + choice + phrase[match.end() :])


def vocabulary() -> Iterator[tuple[str, Entry]]:
    """Every phrase of the word files with its layer and value."""
    tables = {
        "subject": words_subjects.SUBJECTS,
        "inspectorate": words_subjects.INSPECTORATES,
        "area": words_areas.AREAS,
        "verb": words_ratings.VERBS,
        "sign": words_news.SIGNS,
    }
    for layer, table in tables.items():
        for value, phrases in table.items():
            yield from ((phrase, (f"sign {value}" if layer == "sign" else layer, value)) for phrase in spread(phrases))
    single = {
        "all": words_areas.ALL_AREAS, "noun": words_ratings.RATING_NOUNS, "lowest": words_ratings.LOWEST,
        "highest": words_ratings.HIGHEST, "second lowest": words_ratings.SECOND_LOWEST, "second highest": words_ratings.SECOND_HIGHEST,
        "failing": words_ratings.FAILING_ALL, "threshold": words_ratings.THRESHOLD, "denial": words_ratings.DENIALS,
        "former": words_ratings.FORMER, "feared": words_ratings.FEARED, "hypothetical": words_ratings.HYPOTHETICAL,
        "demanded": words_ratings.DEMANDED, "again": words_ratings.AGAIN,
        "still": words_ratings.STILL,
        "speaker": words_ratings.SPEAKERS, "every": words_areas.EVERY,
        "few": words_areas.FEW, "same": words_ratings.SAME, "area noun": words_areas.AREA_NOUNS,
    }  # fmt: skip
    for layer, phrases in single.items():
        yield from ((phrase, (layer, layer)) for phrase in spread(phrases))


class Lexicon:
    """The automaton and what each of its phrases means (a phrase may mean several things)."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        meanings: dict[str, tuple[Entry, ...]] = {}
        shared: dict[tuple[Entry, ...], tuple[Entry, ...]] = {}  # twenty thousand phrases have two hundred meanings
        for phrase, entry in chain(((normal(phrase), entry) for phrase, entry in vocabulary()), entries):
            known = meanings.get(phrase, ())
            if phrase and entry not in known:
                meant = (*known, entry)
                meanings[phrase] = shared.setdefault(meant, meant)
        self.meanings = list(meanings.values())
        self.automaton = ahocorasick_rs.AhoCorasick([f" {phrase} " for phrase in meanings])

    def cues(self, page: PageText) -> list[list[Cue]]:
        """The cues of every sentence, in order of place; within one layer the longest phrase wins."""
        parts: list[str] = []
        at_word: dict[int, int] = {}
        at = 0
        for sentence in page.sentences:
            parts.append("\n ")
            at += 2
            for number in range(sentence.first, sentence.last):
                at_word[at] = number
                parts.append(page.words[number])
                parts.append(" ")
                at += len(page.words[number]) + 1
            at_word[at] = sentence.last
        found = self.automaton.find_matches_as_indexes("".join(parts), overlapping=True)
        return self._by_sentence(page, at_word, found)

    def _by_sentence(
        self, page: PageText, at_word: dict[int, int], found: list[tuple[int, int, int]]
    ) -> list[list[Cue]]:
        found.sort(key=lambda match: (match[1], -match[2]))
        taken: dict[str, int] = {}
        rows: list[list[Cue]] = [[] for _ in page.sentences]
        sentence = 0
        for pattern, start, end in found:
            first, last = at_word[start + 1], at_word[end]
            while page.sentences[sentence].last <= first:
                sentence += 1
            for layer, value in self.meanings[pattern]:
                if taken.get(layer, -1) <= first:
                    taken[layer] = last
                    rows[sentence].append(Cue(layer, value, first, last))
        return rows
