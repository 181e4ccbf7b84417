"""ALERT: whether a resolved judgement is told, to whom, how loud, and why. Uncertain ones become doubts for the operator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.model.alert import Alert, Level, WatchList
from monitor.model.authority import Reference
from monitor.model.judgement import Doubt, Inspection, Match, Reading, Resolution
from monitor.model.page import Article
from monitor.stages.alert.compose import Told, first_alert, further_alert, of_kind, official_alert
from monitor.stages.alert.levels import Verdict, framework_of, verdict
from monitor.stages.alert.overlooked import overlooked
from monitor.stages.alert.plausible import against
from monitor.stages.alert.rules import wished

SURE = 0.5
"""Confidence below which a judgement goes out as "please check"."""

TOLD_OF = (Match.STALE, Match.CONFIRMS, Match.REVISES)

TOO_MANY = 4
"""Councils newly inadequate on one page beyond which it is a list, not news: at most three were ever published on one day."""


@dataclass(frozen=True, slots=True)
class Background:
    """What a decision looks at beside the page. `known` as given to resolve; `now` aware UTC."""

    watchlist: WatchList
    reference: Reference
    known: tuple[Inspection, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What is told of one page, and why. `resolutions` are the given ones with the level now told on their inspections: record these."""

    alerts: tuple[Alert, ...]
    doubts: tuple[Doubt, ...]
    resolutions: tuple[Resolution, ...]
    why: str


def decide(
    reading: Reading, resolutions: tuple[Resolution, ...], article: Article, raised_by: str, background: Background
) -> Decision:
    """The alerts and doubts of one page. `raised_by` is its case id or address.

    At most one FIRST alert an inspection and level; what is told already is never told again.
    """
    told = Told(
        reading, article, raised_by, background.reference, background.known, background.watchlist, background.now
    )
    grave = [resolution for resolution in resolutions if _news(resolution, background.reference)]
    listed = len(grave) > TOO_MANY
    alerts: list[Alert] = []
    doubts: list[Doubt] = []
    after: list[Resolution] = []
    reasons: list[str] = []
    for resolution in resolutions:
        found = _verdict(resolution, background.reference)
        odd = tuple(against(resolution, reading, article, background.reference)) if found.level else ()
        doubt = _doubt(resolution, found, (listed, odd), article)
        made, reason = ((), f"please check: {doubt.speaks_against[0]}") if doubt else _alerts(resolution, found, told)
        doubts += [doubt] if doubt else _oddities(resolution, found, made, article)
        alerts += made
        after.append(resolution if doubt else _marked(resolution, made))
        reasons.append(f"{resolution.inspection.authority}: {resolution.match}, {resolution.reason}; {reason}")
    alerts += of_kind(told) if not alerts else ()
    if not alerts and not doubts and not any(r.match in TOLD_OF for r in resolutions):
        doubts += overlooked(reading, article, background.reference)
    return Decision(
        tuple(alerts), tuple(doubts), tuple(after), " | ".join(reasons) or f"no current judgement: {reading.reason}"
    )


def _news(resolution: Resolution, reference: Reference) -> bool:
    found = _verdict(resolution, reference)
    return resolution.match is Match.NEW and found.level is Level.CRITICAL


def _verdict(resolution: Resolution, reference: Reference) -> Verdict:
    """What is to be told: of an uncertain page what it says itself, else what is on record after it."""
    uncertain = resolution.match is Match.UNCERTAIN
    return verdict(
        resolution.grades if uncertain else resolution.inspection.grades, framework_of(resolution, reference)
    )


def _alerts(resolution: Resolution, found: Verdict, told: Told) -> tuple[tuple[Alert, ...], str]:
    """The alerts of a judgement that is no doubt, with the reason in words."""
    held = resolution.inspection
    if resolution.match is Match.STALE:
        return (), "not told again"
    if told.reading.origin == "register" and held.alerted and resolution.match is not Match.NEW:
        return official_alert(resolution, found, told)
    if found.level is None:
        return _wished(resolution, found, told)
    if not held.alerted or (held.alerted == Level.NOTICE and found.level is Level.CRITICAL):
        return first_alert(resolution, found, told)
    return further_alert(resolution, found, told)


def _wished(resolution: Resolution, found: Verdict, told: Told) -> tuple[tuple[Alert, ...], str]:
    """A new judgement without an alerting grade: told where a rule asks for the grade it has."""
    held = resolution.inspection
    asked = wished(told.watchlist, held.authority, resolution.grades)
    if asked is None or held.alerted or resolution.match is not Match.NEW or resolution.confidence < SURE:
        return (), found.why
    return first_alert(resolution, asked, told)


def _doubt(
    resolution: Resolution, found: Verdict, page: tuple[bool, tuple[str, ...]], article: Article
) -> Doubt | None:
    """What the operator should check, or None. A doubt about a grade that would alert nobody is not worth a message."""
    listed, odd = page
    speaks = [*_speaks_against(resolution, listed), *odd]
    if not speaks or found.level is None or resolution.match is Match.STALE or resolution.inspection.alerted:
        return None
    quotes = [m.quote for m in resolution.mentions if m.grade == found.grade] or [""]
    return Doubt(
        authority=resolution.inspection.authority,
        grade=found.grade,
        area=found.area,
        quote=quotes[0],
        speaks_for=(found.why, resolution.reason) if resolution.match is not Match.UNCERTAIN else (found.why,),
        speaks_against=tuple(speaks),
        url=article.url,
    )


def _oddities(resolution: Resolution, found: Verdict, made: tuple[Alert, ...], article: Article) -> list[Doubt]:
    """What the operator should check beside an alert that was made: grades that no report on record ever had together."""
    if not made or not found.doubt:
        return []
    held = resolution.inspection
    quotes = [m.quote for m in resolution.mentions] or [""]
    return [Doubt(held.authority, found.grade, found.area, quotes[0], (found.why,), (found.doubt,), article.url)]


def _speaks_against(resolution: Resolution, listed: bool) -> Iterable[str]:
    if resolution.match is Match.UNCERTAIN:
        yield resolution.reason
    elif listed:
        yield f"more than {TOO_MANY} councils on one page: rather a list than news"
    elif resolution.confidence < SURE:
        yield f"the reading is only {resolution.confidence:.0%} sure"
    else:
        return
    yield from (doubt for doubt in resolution.doubts if doubt != resolution.reason)


def _marked(resolution: Resolution, made: tuple[Alert, ...]) -> Resolution:
    """The resolution with the highest level told so far on its inspection."""
    levels = {str(alert.level) for alert in made} | {resolution.inspection.alerted}
    level = next((name for name in (Level.CRITICAL, Level.NOTICE) if name in levels), "")
    return replace(resolution, inspection=replace(resolution.inspection, alerted=str(level)))
