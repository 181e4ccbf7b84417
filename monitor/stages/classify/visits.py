"""When inspectors were on site, as the page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor.stages.classify.calendar_words import MONTHS
from monitor.stages.classify.claim import Line
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.page_text import WORD


@dataclass(frozen=True, slots=True)
class Visit:
    """First and last day on site; `exact` when told to the day, else the month's first and last day. "
    "`single` is one day only."""

    since: date
    until: date
    exact: bool
    single: bool = False


def visit_of(lines: list[Line], today: date | None) -> Visit | None:
    """The latest inspection the page dates: to the day if it can be, else to the month."""
    best: tuple[int, Visit] | None = None
    for line in lines:
        if not line.told:
            continue
        for moment in line.moments:
            found = _visit(line, moment, today)
            if found and (best is None or (found[0], found[1].until) > (best[0], best[1].until)):
                best = found
    return best[1] if best else None


def _visit(line: Line, moment: Moment, today: date | None) -> tuple[int, Visit] | None:
    if moment.kind not in ("range", "day", "month") or (today and moment.since > today):
        return None
    if not _near_inspection(line, moment):
        return None
    if moment.kind == "range":
        return 3, Visit(moment.since, moment.until, exact=True)
    if moment.kind == "day":
        if today and not 7 <= (today - moment.since).days <= 250:
            return None
        return 2, Visit(moment.since, moment.until, exact=True, single=True)
    return 1, Visit(moment.since, moment.until, exact=False)


def latest_date(source: str) -> date | None:
    """The latest day a text names with its year: a stand-in for the day of a page that has none."""
    words = [match.group().lower() for match in WORD.finditer(source)]
    best: date | None = None
    for at, word in enumerate(words):
        if len(word) == 4 and word.isdigit() and 1995 <= int(word) <= 2060:
            near = words[max(0, at - 2) : at]
            months = [MONTHS[name] for name in near if name in MONTHS]
            days = [int(name.rstrip("stndrh")) for name in near if name.rstrip("stndrh").isdigit()]
            month = months[0] if months else 1
            day = min(days[0], 28) if months and days and 1 <= days[0] <= 31 else 1
            found = date(int(word), month, day)
            best = found if best is None or found > best else best
    return best


def _near_inspection(line: Line, moment: Moment) -> bool:
    reach = 14 if moment.kind == "range" else 8
    return any(
        -reach <= cue.first - moment.last <= reach or 0 <= moment.first - cue.last <= reach
        for cue in line.of("sign inspected")
    )
