"""Days as reports write them: "18 to 29 July 2022", "25 October to 5 November 2021", "1/06/2015 - 25/06/2015", "8 June to 19 June 26".

Blanks mean nothing here (a converter puts them inside numbers), so the text is read without them, token by token, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SPELLINGS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {
    name: number for number, name in enumerate(MONTHS, 1)
}
SPELLINGS |= {"sept": 9, "febuary": 2, "feburary": 2, "janurary": 1, "septmber": 9, "novemeber": 11, "ocotber": 10}
_MONTH = "|".join(sorted(SPELLINGS, key=len, reverse=True))
_JOINER = r"to|until|till|and|from|between|through|the|of|on|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day"
_TOKEN = re.compile(
    rf"(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:20\d\d|\d\d))"
    rf"|(?P<year>20\d\d)"
    rf"|(?P<month>{_MONTH})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th(?!u))?"
    rf"|(?P<joiner>{_JOINER}|[-‐‑‒–—−,;:&+()])"
)
_FULL_YEAR = re.compile(r",?(20\d\d)")
_SHORT_YEAR = re.compile(rf"(1[0-9]|[2-4][0-9])(?!\d|st|nd|rd|th|to|and|[-‐‑‒–—−/]|{_MONTH})")
_BLANKS = re.compile(r"[\s\u00a0\u00ad\u200b-\u200f\ufeff]+")
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class _Point:
    """A day of which month and year may be stated elsewhere: "18" in "18 to 29 July 2022"."""

    day: int
    month: int = 0
    year: int = 0


def days(text: str, length: int = 160) -> tuple[date, ...]:
    """The days at the head of `text` (its first `length` characters), in the order written; () when it begins with none.

    Reading stops at the first word that belongs to no date. A day without month or year takes that of the next one; a
    month later than the next one's belongs to the year before. An impossible day (31 June) makes the whole unreadable.
    """
    points = list(_points(_BLANKS.sub("", text[:length]).casefold()))
    while points and not points[-1].month:
        points.pop()
    found = [_as_date(point) for point in _filled(points)]
    return tuple(day for day in found if day) if all(found) else ()


def first_day(text: str, length: int = 60) -> date | None:
    """The first day at the head of `text`, or None."""
    found = days(text, length)
    return found[0] if found else None


def _points(bare: str) -> Iterator[_Point]:
    at, point = 0, _Point(0)
    while token := _TOKEN.match(bare, at):
        at = token.end()
        if token["numeric"] or token["day"]:
            if point.day:
                yield point
            point = _numeric(token["numeric"]) if token["numeric"] else _Point(int(token["day"]))
        elif token["month"]:
            if not point.day or point.month:
                break
            at, year = _year(bare, at)
            point = replace(point, month=SPELLINGS[token["month"]], year=year)
        elif token["year"]:
            break
    if point.day:
        yield point


def _year(bare: str, at: int) -> tuple[int, int]:
    """Where reading goes on behind a month, and the year stated there: four digits, or two ("19 June 26"), or 0."""
    full = _FULL_YEAR.match(bare, at)
    if full:
        return full.end(), int(full[1])
    short = _SHORT_YEAR.match(bare, at)
    return (short.end(), CENTURY + int(short[1])) if short else (at, 0)


def _numeric(text: str) -> _Point:
    first, second, third = (int(part) for part in re.split(r"[/.]", text))
    return _Point(first, second, third if third > 99 else CENTURY + third)


def _filled(points: list[_Point]) -> list[_Point]:
    """Months and years filled in from the right, and a year that only the left states carried on to the right."""
    stated = next((point.year for point in reversed(points) if point.year), 0)
    filled: list[_Point] = []
    following = _Point(0, 0, stated)
    for point in reversed(points):
        month = point.month or following.month
        borrowed = following.year - (1 if following.month and month > following.month else 0)
        following = _Point(point.day, month, point.year or borrowed)
        filled.append(following)
    filled.reverse()
    last_is_bare = bool(points) and not points[-1].year
    if last_is_bare and len(filled) > 1 and filled[-1].month < filled[-2].month:
        filled[-1] = replace(filled[-1], year=filled[-1].year + 1)
    return filled


def _as_date(point: _Point) -> date | None:
    try:
        return date(point.year, point.month, point.day)
    except ValueError:
        return None
