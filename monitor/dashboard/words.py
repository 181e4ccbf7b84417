"""Words of the pages: areas, kinds, days and lengths of time as a reader says them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from monitor.model.authority import slug_of

AREAS = {
    "overall": "Overall",
    "leaders": "Leaders",
    "help_and_protection": "Help and protection",
    "in_care": "In care",
    "care_leavers": "Care leavers",
    "adoption": "Adoption",
}
KINDS = {
    "full_inspection": "Full inspection",
    "focused_visit": "Focused visit",
    "monitoring_visit": "Monitoring visit",
    "jtai": "Joint inspection",
    "send_area": "SEND inspection",
    "intervention": "Intervention",
    "retrospective": "Looking back",
    "roundup": "Round-up",
    "other_provider": "Another provider",
    "unrelated": "Unrelated",
}
CLASSES = {
    "outstanding": "outstanding",
    "performs excellently": "outstanding",
    "excellent": "outstanding",
    "very good": "good",
    "good": "good",
    "performs well": "good",
    "requires improvement": "middling",
    "adequate": "middling",
    "performs adequately": "middling",
    "weak": "inadequate",
    "unsatisfactory": "inadequate",
    "inadequate": "inadequate",
    "performs poorly": "inadequate",
}
"""The four steps of the pages' colour scale, best first, by grade."""
ORDER = ("outstanding", "good", "middling", "inadequate")
LETTERS = {"outstanding": "O", "good": "G", "middling": "R", "inadequate": "I", "none": "–"}


def area_title(area: str) -> str:
    """An area as a heading."""
    return AREAS.get(area) or area.replace("_", " ").capitalize()


def kind_title(kind: str) -> str:
    """A kind of page in words."""
    return KINDS.get(kind) or kind.replace("_", " ").capitalize()


def grade_class(grade: str) -> str:
    """The step of the colour scale a grade stands on: outstanding, good, middling, inadequate or none."""
    return CLASSES.get(grade, "none")


def day(value: date | datetime | None) -> str:
    """4 May 2026."""
    return f"{value.day} {value:%B %Y}" if value else "–"


def short_day(value: date | datetime | None) -> str:
    """4 May 2026, months cut to three letters."""
    return f"{value.day} {value:%b %Y}" if value else "–"


def moment(value: datetime | None) -> str:
    """4 May 2026, 09:30 UTC."""
    return f"{day(value.astimezone(UTC))}, {value.astimezone(UTC):%H:%M} UTC" if value else "–"


def iso(value: date | datetime | None) -> str:
    """For machines: ISO 8601 or ""."""
    return value.isoformat() if value else ""


def length(seconds: float) -> str:
    """A length of time in its largest sensible unit."""
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size * (2 if size > 60 else 1):
            count = int(seconds // size)
            return f"{count} {name}{'' if count == 1 else 's'}"
    return f"{max(0, int(seconds))} seconds"


def ago(value: datetime | None, now: datetime) -> str:
    """ "3 hours ago", "in 5 minutes", "never"."""
    if value is None:
        return "never"
    seconds = (now - value).total_seconds()
    if abs(seconds) < 5:
        return "just now"
    return f"{length(seconds)} ago" if seconds > 0 else f"in {length(-seconds)}"


def years_and_months(days: float) -> str:
    """Days as "2 years 3 months"."""
    months = round(days / 30.44)
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'' if years == 1 else 's'}" if years else "", f"{rest} months" if rest else ""]
    return " ".join(part for part in parts if part) or "0 months"


FILTERS = {
    "area_title": area_title,
    "kind_title": kind_title,
    "grade_class": grade_class,
    "day": day,
    "short_day": short_day,
    "moment": moment,
    "iso": iso,
    "span": length,
    "ago": ago,
    "slug": slug_of,
}
WEEK = timedelta(days=7)
