"""Compose: the Alert values themselves, from a resolution, its verdict and the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from monitor.model.alert import Alert, AlertKind, Level, WatchList
from monitor.model.authority import Reference, slug_of
from monitor.model.framework import OVERALL
from monitor.model.judgement import Inspection, Match, Reading, Resolution
from monitor.model.page import Article
from monitor.stages.alert.levels import Verdict, framework_of
from monitor.stages.alert.rules import Channels, asked_by, asked_for_kind, merged, wished

HISTORY = 5
"""How many earlier inspections an alert recalls."""


@dataclass(frozen=True, slots=True)
class Told:
    """The page of which something is told, and what it is told against."""

    reading: Reading
    article: Article
    raised_by: str
    reference: Reference
    known: tuple[Inspection, ...]
    watchlist: WatchList
    now: datetime


def first_alert(resolution: Resolution, found: Verdict, told: Told) -> tuple[tuple[Alert, ...], str]:
    """The alert that opens a judgement's thread, or lifts it from notice to critical."""
    found, notify, how = _asked(resolution, found, told)
    if not notify:
        return (), how
    lifted = "; told before as a notice" if resolution.inspection.alerted else ""
    alert = _alert(resolution, found, told, AlertKind.FIRST)
    return (
        replace(alert, notify=notify, why=f"{found.why}; {resolution.reason}; {how}{lifted}"),
    ), f"told: {found.why} ({how})"


def _asked(resolution: Resolution, found: Verdict, told: Told) -> tuple[Verdict, Channels, str]:
    """What leads the alert, who is told, and why: also those whose rule asks for another grade that the judgement has."""
    has_overall, name = _has_overall(resolution, told), resolution.inspection.authority
    notify, how = asked_by(told.watchlist, name, found, has_overall)
    rest = tuple(pair for pair in resolution.inspection.grades if pair[1] != found.grade)
    other = wished(told.watchlist, name, rest)
    if other is None:
        return found, notify, how
    more, more_how = asked_by(told.watchlist, name, other, has_overall)
    return (found, merged(notify, more), f"{how}; {more_how}") if notify else (other, more, more_how)


def further_alert(resolution: Resolution, found: Verdict, told: Told) -> tuple[tuple[Alert, ...], str]:
    """A quiet word in the thread when a page adds inadequate areas to a judgement already told without an overall grade."""
    earlier = dict(resolution.before)
    added = [area for area in found.grave if earlier.get(area) != found.grade and area != OVERALL]
    if not added or found.area == OVERALL or resolution.match is Match.NEW:
        return (), "told already"
    notify, how = asked_by(told.watchlist, resolution.inspection.authority, found, _has_overall(resolution, told))
    if not notify:
        return (), how
    named = " and ".join(area.replace("_", " ") for area in added)
    alert = _alert(resolution, replace(found, area=added[0]), told, AlertKind.FURTHER)
    told_of = replace(
        alert, level=Level.NOTICE, notify=notify, why=f"also {found.grade}: {named}; the judgement was told before"
    )
    return (told_of,), f"told in the thread: also {named}"


def official_alert(resolution: Resolution, found: Verdict, told: Told) -> tuple[tuple[Alert, ...], str]:
    """The inspectorate's own report on a judgement already told: a confirmation, a correction, or a withdrawal."""
    if not any(grade for _, grade in resolution.before) or _was_confirmed(resolution, told):
        return (), "the official report was told before"
    if found.level is None:
        kind, why = AlertKind.WITHDRAWAL, "the official report gives no such grade"
    elif resolution.match is Match.REVISES:
        kind, why = AlertKind.CORRECTION, f"the official report differs: {found.why}"
    else:
        kind, why = AlertKind.CONFIRMATION, f"the official report says the same: {found.why}"
    if (
        kind is not AlertKind.WITHDRAWAL
        and found.level is Level.CRITICAL
        and resolution.inspection.alerted == Level.NOTICE
    ):
        return first_alert(resolution, found, told)
    shown = found if found.level else _told_before(resolution)
    notify, how = asked_by(told.watchlist, resolution.inspection.authority, shown, _has_overall(resolution, told))
    alert = _alert(resolution, shown, told, kind)
    made = replace(alert, level=Level.NOTICE, notify=notify, why=why)
    return ((made,), why) if notify else ((), how)


def of_kind(told: Told) -> tuple[Alert, ...]:
    """A notice for a page of a kind that a rule asks for ("intervention"), one a day and authority."""
    kind = str(told.reading.kind)
    day = (told.article.published or told.now).date()
    made: list[Alert] = []
    for name in told.reading.authorities if told.reading.relevant else ():
        notify = asked_for_kind(told.watchlist, name, kind)
        authority = told.reference.authority(name)
        event = f"{slug_of(name)}/{kind}/~{day.isoformat()}"
        if notify and authority:
            made.append(
                Alert(
                    key=event,
                    kind=AlertKind.FIRST,
                    event_key=event,
                    thread=event,
                    authority=name,
                    code=authority.code,
                    framework="",
                    area="",
                    grade="",
                    level=Level.NOTICE,
                    grades=(),
                    published=day,
                    raised_by=told.raised_by,
                    confirmed="reported",
                    why=f"a rule asks for pages of this kind: {kind.replace('_', ' ')}",
                    notify=notify,
                    outlet=told.article.outlet,
                    title=told.article.title,
                    url=told.article.url,
                    made=told.now,
                )
            )
    return tuple(made)


def _alert(resolution: Resolution, found: Verdict, told: Told, kind: AlertKind) -> Alert:
    held, article = resolution.inspection, told.article
    authority = told.reference.authority(held.authority)
    event = f"{held.key}/{found.area}"
    quotes = [m.quote for m in resolution.mentions if m.grade == found.grade] or [m.quote for m in resolution.mentions]
    return Alert(
        key=event if kind is AlertKind.FIRST else f"{event}#{kind}",
        kind=kind,
        event_key=event,
        thread=held.key,
        authority=held.authority,
        code=authority.code if authority else "",
        framework=held.framework,
        area=found.area,
        grade=found.grade,
        level=found.level or Level.NOTICE,
        grades=held.grades,
        published=article.published.date() if article.published else None,
        raised_by=told.raised_by,
        confirmed=held.confirmed,
        why=found.why,
        supported_by=tuple(source for source in held.sources if source not in (told.raised_by, article.url)),
        before=resolution.before,
        quote=quotes[0] if quotes else "",
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        report_url=held.report_url,
        inspection_from=held.first_day,
        inspection_to=held.last_day,
        confidence=resolution.confidence,
        history=_history(held, told.known),
        caveats=_caveats(resolution, article),
        made=told.now,
    )


def _history(held: Inspection, known: tuple[Inspection, ...]) -> tuple[str, ...]:
    """Earlier grades, newest first: "2015 inadequate"."""
    lines: list[tuple[str, str]] = []
    for inspection in known:
        day = inspection.published or inspection.first_day
        grade = inspection.grade(OVERALL) or inspection.grade("leaders") or next((g for _, g in inspection.grades), "")
        mine = inspection.authority == held.authority and inspection.key != held.key
        if mine and day and grade and (not held.published or day < held.published):
            area = "" if inspection.grade(OVERALL) else " (leaders)" if inspection.grade("leaders") else " (in part)"
            lines.append((day.isoformat(), f"{day.year} {grade}{area}"))
    return tuple(line for _, line in sorted(lines, reverse=True)[:HISTORY])


def _caveats(resolution: Resolution, article: Article) -> tuple[str, ...]:
    # What weighed against a passage inside the reading is a matter of figures; readers get what a person can judge.
    weights = {weight for mention in resolution.mentions for weight in mention.against}
    caveats = [doubt for doubt in resolution.doubts if doubt not in weights]
    if article.from_entry:
        caveats.append("only the summary could be read")
    if article.published is None:
        caveats.append("the page gives no date")
    if any(mention.implied for mention in resolution.mentions):
        caveats.append("the grade follows from the wording; the page does not state it")
    return tuple(dict.fromkeys(caveats))


def _has_overall(resolution: Resolution, told: Told) -> bool:
    framework = framework_of(resolution, told.reference)
    return framework is not None and framework.has_overall


def _was_confirmed(resolution: Resolution, told: Told) -> bool:
    return any(i.key == resolution.inspection.key and i.confirmed != "reported" for i in told.known)


def _told_before(resolution: Resolution) -> Verdict:
    """What is withdrawn: the leading grade as it was told."""
    area, grade = next(iter(sorted(resolution.before, key=lambda pair: pair[0] != OVERALL)), ("", ""))
    return Verdict(None, area, grade, (), "told before")
