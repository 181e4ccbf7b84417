"""Dates as feeds and pages write them, read into aware UTC.

A time without a zone is London time (British publishers write so); a day without a time is midnight UTC, so that the
calendar day survives. Formats: RFC 822 and its misspellings, ISO 8601 and W3C-DTF, asctime, and British and American
dates in words. Unreadable or impossible dates are None, never a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MAX_LENGTH = 120
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january ionawr", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "ist": 60, "west": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "awst": 480,
    "nzst": 720, "nzdt": 780, "et": -300, "ct": -360, "mt": -420, "pt": -480,
}  # fmt: skip
"""Minutes east of Greenwich by zone name."""

_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[AaPp]\.?[Mm]\.?)?(?:\s?(?P<zone>(?:[A-Za-z]{1,5})?\s?[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5}(?:/[A-Za-z]{1,12})?))?"
)
_ISO = re.compile(
    r"(?P<year>\d{4})(?:(?P<dash>[-/]?)(?P<month>\d{2})(?:(?P=dash)(?P<day>\d{2}))?)?"
    r"(?:[Tt ]\s?(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,12})?)?)?"
    r"\s?(?P<zone>[A-Za-z]{1,5}|[+-]\d{2}:?\d{0,2})?)?"
)
_DAY_FIRST = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s?)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\sof)?[\s-](?P<word>[A-Za-z]{3,9})\.?,?[\s-](?P<year>\d{4}|\d{2})"
    rf"(?:,?(?:\sat)?\s?(?:-\s)?{_CLOCK})?"
)
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s)?(?P<word>[A-Za-z]{3,9})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})"
    rf"(?:,?(?:\sat)?\s?{_CLOCK})?"
)
_ASCTIME = re.compile(
    rf"(?:[A-Za-z]{{3,9}},?\s)?(?P<word>[A-Za-z]{{3,9}})\s(?P<day>\d{{1,2}})\s{_CLOCK}\s(?P<year>\d{{4}})"
)
_SLASHES = re.compile(rf"(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.](?P<year>\d{{4}})(?:,?\s{_CLOCK})?")
_SHAPES = (_ISO, _DAY_FIRST, _MONTH_FIRST, _ASCTIME, _SLASHES)


@lru_cache(maxsize=8192)
def moment(text: str) -> datetime | None:
    """The time that `text` names, aware UTC; None where it names none or cannot be."""
    text = " ".join(text[: MAX_LENGTH * 2].split())
    if not text or len(text) > MAX_LENGTH:
        return None
    for shape in _SHAPES:
        if found := shape.fullmatch(text):
            return _built(found.groupdict())
    return None


def utc(value: datetime) -> datetime | None:
    """The same time in UTC; without a zone it is London's. None where it leaves the calendar."""
    try:
        return (value if value.tzinfo else value.replace(tzinfo=LONDON)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def _built(part: dict[str, str | None]) -> datetime | None:
    month = int(part.get("month") or _MONTHS.get((part.get("word") or "").lower(), 0) or ("word" not in part))
    year = _year(part["year"] or "")
    hour, zone = part.get("hour"), part.get("zone")
    try:
        day = datetime(year, month, int(part.get("day") or 1), tzinfo=UTC)
        if hour is None:
            return day
        clock = timedelta(
            hours=_hour(int(hour), part.get("half")), minutes=int(part.get("minute") or 0), seconds=_second(part)
        )
        return _placed(day, clock, zone)
    except (ValueError, OverflowError):
        return None


def _placed(day: datetime, clock: timedelta, zone: str | None) -> datetime | None:
    if clock > timedelta(days=1):
        return None
    offset = _zone(zone)
    if offset is None:
        return None
    return (day + clock).replace(tzinfo=offset).astimezone(UTC)


def _second(part: dict[str, str | None]) -> int:
    second, minute = int(part.get("second") or 0), int(part.get("minute") or 0)
    if second > 60 or minute > 59:
        raise ValueError("no such time")
    return min(second, 59)


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _zone(name: str | None) -> tzinfo | None:
    """The zone of a name or offset; London's where there is none; None where the name is unknown."""
    if not name:
        return LONDON
    sign = max(name.find("+"), name.find("-"))
    if sign < 0:
        minutes = _ZONES.get(name.lower())
        if minutes is None:
            return LONDON if name in ("Europe/London", "London") else (UTC if len(name) == 1 else None)
        return timezone(timedelta(minutes=minutes))
    digits = name[sign + 1 :].replace(":", "").strip()
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    east = hours * 60 + minutes
    return timezone(timedelta(minutes=-east if name[sign] == "-" else east))
