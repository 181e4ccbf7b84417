"""The words that messages share: areas, days, lists, short quotations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

AREAS = {
    "overall": "overall",
    "leaders": "leadership",
    "help_and_protection": "help and protection",
    "in_care": "children in care",
    "care_leavers": "care leavers",
    "in_care_and_care_leavers": "children in care and care leavers",
    "adoption": "adoption",
    "lscb": "safeguarding children board",
}
QUOTE_WORDS = 25
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def area_words(area: str) -> str:
    """An area as a reader says it."""
    return AREAS.get(area, area.replace("_", " "))


def sentence_case(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`; with a comma before the last "and" where a word holds one itself."""
    if len(words) < 2:
        return "".join(words)
    comma = "," if any(" and " in word for word in words) else ""
    return f"{', '.join(words[:-1])}{comma} and {words[-1]}"


def day(when: date) -> str:
    """24 October 2016."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def span(first: date | None, last: date | None) -> str:
    """`24 October to 17 November 2016`; "" when neither day is known."""
    if first is None or last is None or first == last:
        known = first or last
        return day(known) if known else ""
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{first.day} to {day(last)}"


def short_quote(text: str, words: int = QUOTE_WORDS) -> str:
    """At most `words` words; an ellipsis where something was left out."""
    found = text.split()
    return " ".join(found) if len(found) <= words else " ".join(found[:words]).rstrip(",;:.–—-") + " …"
