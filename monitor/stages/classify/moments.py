"""Times a page speaks of, as days: "in November 2021", "six months ago", "last year", "between July 15 and 26"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.stages.classify.calendar_words import DAYS, MONTHS, NUMBERS, ORDINAL, SEASONS, TRIGGERS, UNITS
from monitor.stages.classify.page_text import PageText, Sentence

MOST_WORDS = 60_000
"""Times are sought so far into a text: no page is longer, and a text made of dates must not cost seconds."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Words `first` to `last` (exclusive) mean the days `since` to `until`; `exact` when given to the day.

    `kind` is day, range, month, year, ago, after ("six months after": a span, no date), or now.
    """

    first: int
    last: int
    since: date
    until: date
    kind: str
    preposition: str = ""


def moments(page: PageText, sentence: Sentence, today: date) -> list[Moment]:
    """Every time in a sentence, in order. Undated years resolve to the latest day not after `today`."""
    words = page.words
    found: list[Moment] = []
    at = sentence.first if sentence.first < MOST_WORDS else sentence.last
    while at < sentence.last:
        word = words[at]
        moment = None
        if word[0].isdigit() and len(word) < 4 and MONTHS.keys().isdisjoint(words[at + 1 : at + 9]):
            at += 1
            continue
        if word[0].isdigit() or word in TRIGGERS or word in ("last", "this", "next", "previous"):
            moment = _at(words, at, sentence.last, today)
        if moment is None:
            at += 1
            continue
        before = words[moment.first - 1] if moment.first > sentence.first else ""
        found.append(Moment(moment.first, moment.last, moment.since, moment.until, moment.kind, before))
        at = moment.last
    return found


def _at(words: list[str], at: int, end: int, today: date) -> Moment | None:
    return (
        _range(words, at, end, today)
        or _day(words, at, end, today)
        or _month(words, at, end, today)
        or _relative(words, at, end, today)
        or _year(words, at, today)
    )


def _number(word: str) -> int:
    """A day of the month, or 0."""
    match = ORDINAL.match(word)
    return int(match.group(1)) if match and 1 <= int(match.group(1)) <= 31 else 0


def _year_of(words: list[str], at: int, end: int) -> tuple[int, int]:
    """A year standing at `at` (or "last year", "this year"), and the place after it; 0 if none."""
    if at < end and len(words[at]) == 4 and words[at].isdigit() and 1990 <= int(words[at]) <= 2060:
        return int(words[at]), at + 1
    if at + 1 < end and words[at + 1] == "year" and words[at] in ("last", "this"):
        return (-1 if words[at] == "last" else -2), at + 2
    return 0, at


def _date(year: int, month: int, day: int, today: date) -> date | None:
    if year == -1:
        year = today.year - 1
    elif year == -2:
        year = today.year
    try:
        if year:
            return date(year, month, day)
        this = date(today.year, month, min(day, monthrange(today.year, month)[1]))
        last = monthrange(today.year - 1, month)[1]
        return this if this <= today + timedelta(days=2) else date(today.year - 1, month, min(day, last))
    except ValueError:
        return None


def _range(words: list[str], at: int, end: int, today: date) -> Moment | None:
    """ "8 to 19 June", "July 15 and 26", "26 November to 7 December 2018", "November 26 and December 7 last year"."""
    first, month, after = _day_month(words, at, end)
    if not first:
        return None
    year, after = _year_of(words, after, end)
    joint = after
    if joint < end and words[joint] in ("to", "and", "until", "till", "through"):
        joint += 1
    elif not year and month == 0:
        joint = after
    last, month_2, after_2 = _day_month(words, joint, end)
    if not last or not (month or month_2) or joint >= end:
        return None
    year_2, after_2 = _year_of(words, after_2, end)
    until = _date(year_2 or year, month_2 or month, last, today)
    since = _date(year or year_2, month or month_2, first, today)
    if since is None or until is None:
        return None
    if since > until and since.replace(year=since.year - 1 if since.month != 2 else since.year) < until:
        since = since.replace(year=until.year - 1) if since.month > until.month else since
    if not timedelta() <= until - since <= timedelta(days=120):
        return None
    return Moment(at, after_2, since, until, "range")


def _day_month(words: list[str], at: int, end: int) -> tuple[int, int, int]:
    """A day with or without its month ("15", "15 July", "July 15", "Monday 15 July"): (day, month, place after)."""
    if at < end and words[at] in DAYS:
        at += 1
    if at < end and words[at] == "the":
        at += 1
    if at >= end:
        return 0, 0, at
    if words[at] in MONTHS and at + 1 < end and _number(words[at + 1]):
        return _number(words[at + 1]), MONTHS[words[at]], at + 2
    day = _number(words[at])
    if day:
        after = at + 2 if at + 2 < end and words[at + 1] == "of" and words[at + 2] in MONTHS else at + 1
        if after < end and words[after] in MONTHS:
            return day, MONTHS[words[after]], after + 1
        return day, 0, at + 1
    return 0, 0, at


def _day(words: list[str], at: int, end: int, today: date) -> Moment | None:
    day, month, after = _day_month(words, at, end)
    if not day or not month:
        return None
    year, after = _year_of(words, after, end)
    when = _date(year, month, day, today)
    return Moment(at, after, when, when, "day") if when else None


def _month(words: list[str], at: int, end: int, today: date) -> Moment | None:
    """ "November 2021", "March", "May last year"; the word "may" counts only beside a year or after "in"/"last"."""
    word = words[at]
    start = at
    if word in ("last", "this") and at + 1 < end and (words[at + 1] in MONTHS or words[at + 1] in SEASONS):
        at, word = at + 1, words[at + 1]
    if word in SEASONS:
        span = SEASONS[word]
    elif word in MONTHS:
        span = (MONTHS[word], MONTHS[word])
    else:
        return None
    year, after = _year_of(words, at + 1, end)
    before = words[start - 1] if start else ""
    if (
        word in ("may", "march", "sun")
        and not year
        and start == at
        and before not in ("in", "since", "of", "until", "and", "from", "by")
    ):
        return None
    since = _date(year, span[0], 1, today)
    if since is None:
        return None
    until = date(since.year, span[1], monthrange(since.year, span[1])[1])
    return Moment(start, after, since, min(until, today) if until > today > since else until, "month")


def _relative(words: list[str], at: int, end: int, today: date) -> Moment | None:
    word = words[at]
    following = words[at + 1] if at + 1 < end else ""
    if word in ("today", "tonight") or (word == "this" and following in ("morning", "week", "afternoon")):
        return Moment(at, at + (1 if word != "this" else 2), today, today, "now")
    if word == "yesterday" and following != "s":
        return Moment(at, at + 1, today - timedelta(1), today - timedelta(1), "now")
    if word in DAYS:
        back = (today.weekday() - DAYS[word]) % 7
        when = today - timedelta(days=back)
        return Moment(at, at + 1, when, when, "weekday")
    if word in ("last", "this", "previous") and following in ("week", "month", "year"):
        return _last(at, word, following, today)
    if word in UNITS and at and (words[at - 1] in NUMBERS or words[at - 1].isdigit()):
        return _span(words, at, end, today)
    if word == "earlier" and following == "this" and at + 2 < end and words[at + 2] in ("year", "month", "week"):
        start = date(today.year, 1, 1) if words[at + 2] == "year" else today.replace(day=1)
        return Moment(at, at + 3, start, today, "this year")
    return None


def _last(at: int, word: str, unit: str, today: date) -> Moment:
    if unit == "week":
        return Moment(at, at + 2, today - timedelta(10), today - timedelta(2), "week")
    if unit == "month":
        until = today.replace(day=1) - timedelta(1)
        return (
            Moment(at, at + 2, until.replace(day=1), until, "month")
            if word != "this"
            else Moment(at, at + 2, today.replace(day=1), today, "now")
        )
    year = today.year - (0 if word == "this" else 1)
    return Moment(
        at, at + 2, date(year, 1, 1), min(date(year, 12, 31), today), "year" if word != "this" else "this year"
    )


def _span(words: list[str], at: int, end: int, today: date) -> Moment | None:
    """ "two years ago", "six months after": an age, or a distance from some other event."""
    count = (
        NUMBERS.get(words[at - 1]) or int(words[at - 1]) if words[at - 1] in NUMBERS or len(words[at - 1]) < 4 else 0
    )
    days = count * UNITS[words[at]]
    following = words[at + 1] if at + 1 < end else ""
    if (
        not days
        or days > 40_000
        or following not in ("ago", "earlier", "after", "later", "on", "since", "back", "previously")
    ):
        return None
    if at > 1 and words[at - 2] in ("within", "for", "every") and following in ("after", "on", "since", "later"):
        return None
    when = today - timedelta(days=days)
    kind = "ago" if following in ("ago", "earlier", "back", "previously") else "after"
    to_the_day = following == "ago" and words[at + 2 : at + 3] == ["today"]  # "ten years ago today" is not today
    return Moment(at - 1, at + 3 if to_the_day else at + 2, when, when, kind)


def _year(words: list[str], at: int, today: date) -> Moment | None:
    year, after = _year_of(words, at, len(words))
    if year <= 0 or year > today.year + 1:
        return None
    return Moment(at, after, date(year, 1, 1), min(date(year, 12, 31), max(today, date(year, 1, 1))), "year")
