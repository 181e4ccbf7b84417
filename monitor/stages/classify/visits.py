"""When inspectors were on site, as the page tells it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from monitor.stages.classify.calendar_words import DAYS, MONTHS, ORDINAL
from monitor.stages.classify.claim import Line
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.page_text import WORD

RANGE = 3
ENDS = frozenset(
    {"left", "finished", "ended", "until", "to", "finishing", "leaving", "concluded", "ending", "ends", "completed"}
    | {"packed", "wrapped", "departed", "over", "up", "till", "closed"}
)


@dataclass(frozen=True, slots=True)
class Visit:
    """First and last day on site; `exact` when told to the day, else the month's first and last day.

    `single` is one day only: the first; `ending` one day only: the last.
    """

    since: date
    until: date
    exact: bool
    single: bool = False
    ending: bool = False


LONGEST = 60
"""Days between a first and a last day on site told apart."""
BOUNDS = frozenset({"after", "since", "before"})
"""Before a day or month these say what it bounds ("inspections that began after March"), not when anybody came."""
LATER = frozenset({"later", "afterwards", "after"})
THEIRS = frozenset({"inspection", "inspections", "inspected", "they", "it", "visit", "team", "fieldwork", "review"})
"""Without one of these what "ended in April" may be anything."""
APART = 130
"""Days within which two stays on site belong to one inspection."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One time on site as told: how exactly (`rank`), the line, and the word at which its time begins."""

    rank: int
    visit: Visit
    line: Line
    first: int


def stays_of(lines: list[Line], today: date | None) -> list[Stay]:
    """Every stay on site that a page dates, in order."""
    found = []
    for line in lines:
        if line.told:
            for moment in _joined(line):
                ranked = _visit(line, moment, today)
                if ranked:
                    found.append(Stay(*ranked, line, moment.first))
    return found


def visit_of(stays: list[Stay]) -> Visit | None:
    """The latest inspection dated: to the day if it can be, else to the month; two stays near each other are one."""
    if not stays:
        return None
    best = max(stays, key=lambda stay: (stay.rank, stay.visit.until))
    if best.rank < RANGE:
        return _both_ends([stay.visit for stay in stays if stay.rank == best.rank]) or best.visit
    near = [s.visit for s in stays if s.rank == RANGE and abs((s.visit.since - best.visit.since).days) <= APART]
    return Visit(min(v.since for v in near), max(v.until for v in near), exact=True)


def _both_ends(stays: list[Visit]) -> Visit | None:
    """A first day told in one sentence and a last day in another."""
    firsts, lasts = [v for v in stays if v.single], [v for v in stays if v.ending]
    if not firsts or not lasts:
        return None
    since, until = max(v.since for v in firsts), max(v.until for v in lasts)
    return Visit(since, until, exact=True) if 0 < (until - since).days <= LONGEST else None


def _joined(line: Line) -> list[Moment]:
    """The times of a line; "began on 18 March and finished on 9 April" and "in May, from the 13th to the 24th" are ranges."""
    times = list(line.moments)
    days = [moment for moment in times if moment.kind == "day"]
    words = line.text.words
    for left, right in pairwise(days):
        gap = words[left.last : right.first]
        if 0 < (right.since - left.since).days <= 60 and len(gap) <= 6 and ENDS & set(gap):
            times.append(Moment(left.first, right.last, left.since, right.since, "range"))
    months = [moment for moment in times if moment.kind == "month" and moment.since.month == moment.until.month]
    if months:
        times += _within_month(line, months[0])
        times += _bare_end(line, months[0])
    if len(days) == 1:
        times += _bare_end(line, days[0])
    return times


def _bare_end(line: Line, before: Moment) -> list[Moment]:
    """ "for two weeks in January, ending on the 25th", "on 4 December and was over on the 15th": a last day without its month."""
    words = line.text.words
    for at in range(before.last + 1, min(before.last + 12, line.sentence.last)):
        match = ORDINAL.match(words[at])
        if not match or words[at - 1] != "the" or not words[at][-1].isalpha():
            continue
        back = set(words[max(before.last, at - 6) : at])
        day = int(match.group(1))
        if not (back & (ENDS | {"last"})) or not 1 <= day <= monthrange(before.since.year, before.since.month)[1]:
            return []
        when = before.since.replace(day=day)
        if before.kind == "day" and when > before.since:
            return [Moment(before.first, at + 1, before.since, when, "range", before.preposition)]
        return [Moment(before.first, at + 1, when, when, "day", "until")] if before.kind == "month" else []
    return []


def _within_month(line: Line, month: Moment) -> list[Moment]:
    words, found = line.text.words, []
    for at in range(line.sentence.first, line.sentence.last - 4):
        run = [word for word in words[at : at + 6] if word != "the"]
        if run[0] in ("from", "between") and len(run) >= 4 and run[2] in ("to", "and", "until"):
            first, last = (ORDINAL.match(run[1]), ORDINAL.match(run[3]))
            if (
                first
                and last
                and 0 < int(first.group(1)) < int(last.group(1)) <= monthrange(month.since.year, month.since.month)[1]
            ):
                days = [month.since.replace(day=int(match.group(1))) for match in (first, last)]
                found.append(Moment(at, at + 4, days[0], days[1], "range"))
    return found


def _visit(line: Line, moment: Moment, today: date | None) -> tuple[int, Visit] | None:
    if moment.kind not in ("range", "day", "month") or (today and moment.since > today):
        return None
    after = line.text.words[moment.last : moment.last + 2]
    if (
        moment.preposition in BOUNDS
        or after[:1] == ["onwards"]
        or (after[:1] == ["or"] and after[1:] and after[1] in LATER)
        or not _near_inspection(line, moment)
    ):
        return None
    if moment.kind == "range":
        return RANGE, Visit(moment.since, moment.until, exact=True)
    if moment.kind == "day":
        if today and not 7 <= (today - moment.since).days <= 250:
            return None
        ends = moment.preposition == "until" or _is_last_day(line, moment)
        return 2, Visit(moment.since, moment.until, exact=True, single=not ends, ending=ends)
    return 1, Visit(moment.since, moment.until, exact=False)


def _is_last_day(line: Line, moment: Moment) -> bool:
    """ "finished on 30 July", "in the fortnight to 17 November": the last day on site; "came to the city on 9 May" is the first."""
    back = line.text.words[max(line.sentence.first, moment.first - 6) : moment.first]
    near = [word for word in back if word not in DAYS and word != "the"]
    while near and near[-1] in ("on", "up"):
        near = near[:-1] if near[-1] == "on" else [*near[:-1], "packed"]
    return near[-1:] != [] and near[-1] in ENDS and not (near[-1] == "to" and back[-1] == "on")


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
    if line.has("inspectorate") and (
        moment.kind == "range" or (moment.preposition in ("from", "on", "until") and not line.has("sign published now"))
    ):
        return moment.kind != "month"
    reach = 14 if moment.kind == "range" else 8
    text = line.text.words
    of_them = line.has("inspectorate") or bool(THEIRS & set(text[line.sentence.first : line.sentence.last]))
    return any(
        -reach <= cue.first - moment.last <= reach or 0 <= moment.first - cue.last <= reach
        for cue in line.of("sign inspected")
        if of_them or moment.kind != "month" or text[cue.first] not in ENDS
    )
