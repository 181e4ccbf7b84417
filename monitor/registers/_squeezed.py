"""Squeezed text: letters and digits alone, each remembering where it stood.

A PDF says where ink goes, not where words end: a converter breaks "Requires / improvement to be / good" over lines, opens gaps
inside words and numbers, and joins a footnote's digit to a label. Compared without blanks and punctuation, a label is a label.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Squeezed:
    """`letters` is `source` in lower case without blanks and punctuation; `places[i]` the offset in `source` of `letters[i]`."""

    source: str
    letters: str
    places: tuple[int, ...]

    def ends_word(self, end: int) -> bool:
        """Whether no lower-case letter follows directly on `letters[end - 1]`: "GoodThe" ends a word, "goodness" does not."""
        if end <= 0 or end >= len(self.letters):
            return True
        after = self.source[self.places[end - 1] + 1 : self.places[end - 1] + 2]
        return not after.islower()

    def begins_word(self, start: int) -> bool:
        """Whether no letter or digit stands directly before `letters[start]` in the source."""
        place = self.places[start] if start < len(self.places) else 0
        return place == 0 or not self.source[place - 1].isalnum()

    def after(self, end: int, length: int) -> str:
        """At most `length` characters of the source behind `letters[end - 1]`."""
        start = self.places[end - 1] + 1 if 0 < end <= len(self.places) else 0
        return self.source[start : start + length]

    def position(self, offset: int) -> int:
        """The index in `letters` of the first letter at or behind `offset` of the source."""
        return bisect_left(self.places, offset)


def squeezed(text: str) -> Squeezed:
    """`text` squeezed: ligatures opened (ﬁ), "&" read as "and", everything that is no letter or digit dropped."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character):
            letters.append(letter)
            places.append(place)
    return Squeezed(text, "".join(letters), tuple(places))


def squeeze(text: str) -> str:
    """The letters alone, for names and labels to compare with."""
    return "".join(letter for character in text for letter in _letters(character))


def _letters(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else "and" if character == "&" else ""
    opened = unicodedata.normalize("NFKD", character).casefold()
    return "".join(letter for letter in opened if letter.isalnum())
