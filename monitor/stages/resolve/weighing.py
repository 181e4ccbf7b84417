"""Weighing: how the record speaks for or against what a page claims.

The history of England's councils is complete from the single framework on. A council never found inadequate cannot be
recalled as inadequate; one that has been so for months is recalled far more often than it is found so again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from monitor.model.authority import Reference
from monitor.model.framework import OVERALL, Framework
from monitor.model.judgement import Inspection, Mention, Reading, Standing
from monitor.stages.resolve.claims import Claim, framework_at
from monitor.stages.resolve.identity import published_day, standing

UNHEARD_OF = 1.0
"""Log-odds for a grave grade that the council's standing judgement does not have."""

HELD_ALREADY, HELD_LONG = -1.5, -0.5
"""Log-odds for a grave grade that the council has already, where the page names no newer days on site: before any council was
ever graded again, and from then on."""

AGAIN = 590
"""Days before which no council was graded again (measured on 471 reports of 2013 to 2026)."""

NOTHING_TO_RECALL = 4.0
"""Log-odds for a grave grade that a page restates although the council never had it: then it is news, or of somebody else."""

LONG_FORGOTTEN = 2.0
"""The same where the council had it longer ago than pages recall without saying when: an anniversary may be what is told."""

JUST_PUBLISHED = 2.0
"""Log-odds for a grave grade that a page restates within a week of its publication, and that nobody was told yet: of 29 such
pages among the labelled ones 27 told it as news."""

A_WEEK = 8
MEMORY = timedelta(days=3000)
COMPLETE_SINCE = date(2014, 6, 1)
"""How far back pages recall a grade without saying when, and the day from which the record is complete."""

UNREAL = (Standing.FEARED, Standing.DEMANDED, Standing.DENIED)
LOOSE = 0.12
"""How likely news a grade "overall" must be by its page alone where the framework gives none: writers use the word loosely."""

HARDLY_POSSIBLE, NEVER_CERTAIN = 1e-6, 0.98


def weighed(claim: Claim, own: tuple[Inspection, ...], grave: frozenset[str]) -> Claim:
    """The claim with its confidence moved by what is on record of the council (`own`; `grave` the alerting grades)."""
    held = standing(own, claim.day)
    if held is None or claim.gravest not in grave or claim.first_day or claim.last_day:
        return claim
    return replace(claim, confidence=moved(claim.confidence, _speaks(claim, held)))


def _speaks(claim: Claim, held: Inspection) -> float:
    if claim.gravest not in dict(held.grades).values():
        return UNHEARD_OF
    told = published_day(held)
    return HELD_LONG if told and (claim.day - told).days >= AGAIN else HELD_ALREADY


def moved(confidence: float, by: float) -> float:
    """A probability after evidence of `by` log-odds; certainty stays certainty, and none is made."""
    if not HARDLY_POSSIBLE < confidence < NEVER_CERTAIN:
        return confidence
    odds = math.log(confidence / (1 - confidence)) + by
    return min(1 / (1 + math.exp(-odds)), NEVER_CERTAIN)


def surprising(reading: Reading, record: tuple[Inspection, ...], day: date, reference: Reference) -> Reading:
    """The reading with those restated grades of its main council as current that nothing on record explains.

    Only where the record is complete, the page has no other news of the council, and it is likelier news than not.
    """
    if not reading.authorities or day < COMPLETE_SINCE:
        return reading
    main = reading.authorities[0]
    own = [inspection for inspection in record if inspection.authority == main]
    at = framework_at(day, reference, "England")
    grave = at.alerting if at else frozenset()
    current = [m for m in reading.mentions if m.standing is Standing.CURRENT and m.authority == main]
    has_news = any(m.grade in grave or m.area == OVERALL for m in current)
    if has_news or standing(own, day) is None or _is_unreal(reading, main, grave):
        return reading
    if _just_published(own, day, grave):
        why = "told like an old grade, though it was published only days ago"
        return replace(reading, mentions=tuple(_as_news(reading.mentions, main, at, (JUST_PUBLISHED, why))))
    if _recallable(own, day - MEMORY, grave):
        return reading
    ever = _recallable(own, date.min, grave)
    why = f"told like an old grade, though the council {'had it many years ago' if ever else 'never had it'}"
    ground = (LONG_FORGOTTEN if ever else NOTHING_TO_RECALL, why)
    return replace(reading, mentions=tuple(_as_news(reading.mentions, main, at, ground)))


def _is_unreal(reading: Reading, main: str, grave: frozenset[str]) -> bool:
    """Whether the page tells such a grade of the council as feared, possible or denied: then it restates, if anything."""
    return any(m.authority == main and m.grade in grave and m.standing in UNREAL for m in reading.mentions)


def _as_news(
    mentions: tuple[Mention, ...], main: str, at: Framework | None, ground: tuple[float, str]
) -> Iterable[Mention]:
    shared = {one.quote for one in mentions if one.authority != main}
    for mention in mentions:
        is_mine = mention.authority == main and mention.quote not in shared and mention.standing is Standing.FORMER
        likely = moved(mention.may_be_new, ground[0])
        if is_mine and likely > 1 / 2 and at and mention.grade in at.alerting and not _is_loose(mention, at):
            yield replace(mention, standing=Standing.CURRENT, confidence=likely, against=(*mention.against, ground[1]))
        else:
            yield mention


def _is_loose(mention: Mention, at: Framework) -> bool:
    return not at.has_overall and mention.area == OVERALL and mention.may_be_new < LOOSE


def _just_published(own: Iterable[Inspection], day: date, grave: frozenset[str]) -> bool:
    """Whether the council got such a grade within the last days, and nobody was told."""
    return any(
        not inspection.alerted
        and grave & set(dict(inspection.grades).values())
        and (told := published_day(inspection)) is not None
        and 0 <= (day - told).days <= A_WEEK
        for inspection in own
    )


def _recallable(own: Iterable[Inspection], since: date, grave: frozenset[str]) -> bool:
    """Whether the council had such a grade `since` then."""
    days = [published_day(inspection) for inspection in own if grave & set(dict(inspection.grades).values())]
    return any(told is None or told >= since for told in days)
