"""Identity: whether a Claim and an inspection on record are the same event, though outlets disagree about dates.

No single date is trusted alone. Days on site decide where both sides give them; else the days of publication do. The
numbers were measured on 471 reports of 2013 to 2026: from the last day on site to publication the median is 45 days, nine in
ten lie within 80, the longest took 203; no council was graded twice within 590 days since the single framework began.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from monitor.model.judgement import Inspection
from monitor.stages.resolve.claims import Claim

ON_SITE = timedelta(days=11)
"""Length of a standard inspection, where a page or record gives its first day only."""

USUAL_DELAY = timedelta(days=45)
SHORTEST_DELAY, LONGEST_DELAY = 3, 240
"""Days between the last day on site and publication outside of which a stated date is not believed."""

SAME_VISIT = 21
"""Days by which two statements of one inspection's first day may differ."""

NEVER_TWICE = 45
"""Days between two publications within which they are one, whatever days on site the pages give."""

VISITS = 180
"""Days after a report within which inspectors on site are on a visit: no full inspection ever began so soon."""

LEAK, EARLIER_PAGE = 20, 45
"""Days that a page may precede the official publication, or the first page known of the same judgement."""

STANDING = 240
"""Days for which a page without dates on site speaks of the judgement on record rather than of a newer one."""

OTHER_REGIME = 45
"""The same where two of the narrow regimes before November 2013 differ: each graded a part, months apart."""

ONE_REGIME = frozenset({"SIF", "ILACS"})
"""Both graded the whole; in 2018 they overlapped and pages do not tell them apart."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A Claim met with one inspection on record. `gap` is days from its publication to the page; `dated` whether days on site agree."""

    inspection: Inspection
    gap: int
    dated: bool
    why: str


def meet(claim: Claim, known: Iterable[Inspection], long_past: bool = False) -> Meeting | None:
    """The inspection on record that the claim is about, or None. Agreement of days on site outweighs nearness in time;
    days `long_past` meet nothing but themselves."""
    meetings = [m for inspection in known if (m := _meeting(claim, inspection)) and (m.dated or not long_past)]
    return min(meetings, key=lambda m: (not m.dated, abs(m.gap), m.inspection.key), default=None)


def believed(claim: Claim, known: Iterable[Inspection]) -> tuple[Claim, bool]:
    """The claim without days on site that cannot be true, and whether they point to an inspection long past.

    A year misprinted (the days fit one year later) or a day after the page's own is dropped with a doubt.
    """
    end = end_of(claim.first_day, claim.last_day)
    if end is None or any(_same_visit(claim, inspection) for inspection in known):
        return claim, False
    delay = (claim.day - end).days
    if delay <= LONGEST_DELAY and delay >= -SHORTEST_DELAY:
        return claim, False
    if delay > LONGEST_DELAY and not SHORTEST_DELAY <= delay - 365 <= LONGEST_DELAY // 2:
        return claim, True
    doubt = f"the days on site it gives (to {end.isoformat()}) do not fit the day of the page"
    dropped = replace(
        claim,
        first_day=None,
        last_day=None,
        doubts=(*claim.doubts, doubt),
        confidence=claim.confidence * 0.8,
    )
    return dropped, False


def published_day(inspection: Inspection) -> date | None:
    """The day of publication on record, else the usual delay after the last day on site, else None."""
    end = end_of(inspection.first_day, inspection.last_day)
    return inspection.published or (end + USUAL_DELAY if end and inspection.precision != "year" else None)


def end_of(first: date | None, last: date | None) -> date | None:
    """The last day on site, or what it usually is after the first."""
    return last or (first + ON_SITE if first else None)


def standing(known: Iterable[Inspection], day: date) -> Inspection | None:
    """The last inspection on record published before `day`."""
    earlier = [(told, i.key, i) for i in known if (told := published_day(i)) and told < day]
    return max(earlier, key=lambda entry: entry[:2])[2] if earlier else None


def combined(known: Iterable[Inspection]) -> tuple[Inspection, ...]:
    """The record with what the press told first joined to the official row of the same inspection that came later.

    The joined one keeps the told one's key, level and grades, and takes days and report from the official row.
    """
    every = tuple(known)
    official = [inspection for inspection in every if inspection.origin == "shipped"]
    joined: list[Inspection] = []
    taken: set[str] = set()
    for inspection in every:
        if inspection.origin == "shipped":
            continue
        row = next((row for row in official if row.key not in taken and _one_event(inspection, row)), None)
        joined.append(_with_official(inspection, row) if row else inspection)
        taken.update([row.key] if row else [])
    return (*(row for row in official if row.key not in taken), *joined)


def _meeting(claim: Claim, inspection: Inspection) -> Meeting | None:
    if claim.authority != inspection.authority:
        return None
    published = published_day(inspection)
    gap = (claim.day - published).days if published else 0
    if _same_visit(claim, inspection):
        return Meeting(inspection, gap, True, "the same days on site")
    if published is None:
        return None
    if claim.first_day is None and claim.last_day is None:
        fits = -_earliest(inspection) <= gap <= _standing(claim, inspection)
        why = f"on record as published {published.isoformat()}, and no newer visit is named"
    else:
        fits = abs(gap) <= NEVER_TWICE or (inspection.first_day is None and _by_delay(claim, published))
        why = f"published {published.isoformat()}; outlets disagree about the days on site"
        if not fits and _is_visit(claim, inspection, published):
            fits, why = True, f"published {published.isoformat()}; so soon after come visits without a grade"
    return Meeting(inspection, gap, False, why) if fits else None


def _same_visit(claim: Claim, inspection: Inspection) -> bool:
    """Whether the days on site agree; a second period on site belongs to the first."""
    if inspection.first_day is None or claim.authority != inspection.authority:
        return False
    day = claim.first_day or (claim.last_day - ON_SITE if claim.last_day else None)
    slack = timedelta(days=SAME_VISIT)
    span = {"month": timedelta(days=31), "year": timedelta(days=366)}.get(inspection.precision, timedelta())
    until = max(inspection.last_day or inspection.first_day, inspection.first_day + span)
    return day is not None and inspection.first_day - slack <= day <= until + slack


def _is_visit(claim: Claim, inspection: Inspection, published: date) -> bool:
    """Whether the days on site follow the last report so soon that they are of a monitoring or focused visit."""
    day = claim.first_day or claim.last_day
    soon = inspection.family in ONE_REGIME and day is not None and 0 <= (day - published).days <= VISITS
    return soon and not _is_graver(claim, inspection)


def _is_graver(claim: Claim, inspection: Inspection) -> bool:
    """Whether the claim grades what the record does not: monitoring visits only follow an alerting grade, so it is none of them."""
    alerting = claim.framework.alerting if claim.framework else frozenset[str]()
    return claim.gravest in alerting and not alerting & {grade for _, grade in inspection.grades}


def _by_delay(claim: Claim, published: date) -> bool:
    """The claim gives days on site and the record does not: whether they precede its publication by a usual delay."""
    end = end_of(claim.first_day, claim.last_day)
    return end is not None and SHORTEST_DELAY <= (published - end).days <= LONGEST_DELAY


def _earliest(inspection: Inspection) -> int:
    return LEAK if inspection.origin != "press" and inspection.published else EARLIER_PAGE


def _standing(claim: Claim, inspection: Inspection) -> int:
    families = {claim.framework.family if claim.framework else inspection.family, inspection.family}
    return STANDING if len(families) == 1 or families == ONE_REGIME else OTHER_REGIME


def _one_event(told: Inspection, official: Inspection) -> bool:
    if told.authority != official.authority:
        return False
    if told.first_day and official.first_day and official.precision == "day":
        return abs((told.first_day - official.first_day).days) <= SAME_VISIT
    first, second = published_day(told), published_day(official)
    return bool(first and second and -LEAK <= (first - second).days <= 2 * USUAL_DELAY.days)


def _with_official(told: Inspection, row: Inspection) -> Inspection:
    return replace(
        told,
        first_day=row.first_day or told.first_day,
        last_day=row.last_day or told.last_day,
        precision=row.precision if row.first_day else told.precision,
        published=row.published or told.published,
        report_url=told.report_url or row.report_url,
        grades=tuple({**dict(row.grades), **dict(told.grades)}.items()),
    )
