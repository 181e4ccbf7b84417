"""RESOLVE: what a page claims, met with what is on record. New, confirms, revises, stale, or uncertain."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from monitor.model.authority import Reference, slug_of
from monitor.model.framework import OVERALL
from monitor.model.judgement import Inspection, Kind, Match, Reading, Resolution
from monitor.model.page import Article
from monitor.stages.resolve.claims import Claim, bearers, claims_of, day_of, predecessors, rank
from monitor.stages.resolve.identity import Meeting, believed, combined, meet, standing
from monitor.stages.resolve.weighing import surprising, weighed

FRESH = 30
"""Days after which news is no news: of a page's age, and of the time since the report's publication."""

SECOND_WAVE = 60
"""Days within which pages still add to a judgement already told; later ones merely recall it."""

BEARING_GRADES = frozenset({Kind.FULL_INSPECTION, Kind.ROUNDUP})
"""Kinds of pages whose news is a grade. Any other kind about a council whose last judgement is just as grave recalls it."""


def concerned(reading: Reading, article: Article, now: datetime, reference: Reference) -> frozenset[str]:
    """Names of the authorities whose record `resolve` needs to know: those read, and successors of abolished ones."""
    day, _ = day_of(article, now)
    names = {*reading.authorities, *reading.mentioned, *(mention.authority for mention in reading.mentions)}
    heirs = {heir for name in names for heir in bearers(name, day, (), reference)[0]}
    return frozenset(names | heirs | {old for name in heirs for old in predecessors(name, reference)})


def resolve(
    reading: Reading, article: Article, known: tuple[Inspection, ...], now: datetime, reference: Reference
) -> tuple[Resolution, ...]:
    """One Resolution per authority and inspection that the page presents as current; none where it presents none.

    `known` holds at least the inspections on record of the authorities `concerned`, shipped history included. Pure: the same
    pages against the same record give the same answer, and no answer rests on the page's own date alone.
    """
    record = combined(known)
    if article.published:
        reading = surprising(reading, record, article.published.date(), reference)
    found: list[Resolution] = []
    for claim in claims_of(reading, article, now, reference):
        names = (claim.authority, *predecessors(claim.authority, reference))
        own = tuple(inspection for inspection in record if inspection.authority in names)
        found.append(_resolution(claim, reading, article, (own, now)))
    return tuple(found)


def _resolution(
    claim: Claim, reading: Reading, article: Article, ground: tuple[tuple[Inspection, ...], datetime]
) -> Resolution:
    own, now = ground
    claim, long_past = believed(claim, own)
    meeting = meet(claim, own, long_past)
    claim = claim if meeting else weighed(claim, own, _grave_grades(claim))
    match, reason = (
        _match(claim, meeting, own, now) if not long_past else (Match.STALE, "the inspection it names is long past")
    )
    if reading.origin == "register" and meeting and meeting.inspection.alerted:
        match, reason = _official(claim, meeting.inspection)
    held = meeting.inspection if meeting else None
    return Resolution(
        match=match,
        reason=reason,
        inspection=_after(claim, held, reading, article) if match is not Match.STALE or not held else held,
        mentions=claim.mentions,
        grades=claim.grades,
        before=_before(claim, held, own),
        confidence=claim.confidence,
        doubts=(*claim.doubts, reason) if match is Match.UNCERTAIN else claim.doubts,
    )


def _match(claim: Claim, meeting: Meeting | None, own: tuple[Inspection, ...], now: datetime) -> tuple[Match, str]:
    age = (now.date() - claim.day).days
    if age > FRESH:
        return Match.STALE, f"the page is {age} days old"
    if meeting is None:
        return _unknown(claim, own)
    if _contradicts(claim, meeting.inspection):
        return _differing(claim, meeting)
    return _agreeing(claim, meeting)


def _unknown(claim: Claim, own: tuple[Inspection, ...]) -> tuple[Match, str]:
    held = standing(own, claim.day)
    if held and claim.kind not in BEARING_GRADES and _grave(claim) and claim.gravest in dict(held.grades).values():
        reason = f"{claim.kind.replace('_', ' ')} news of a council that has been {claim.gravest} since {held.key}"
        return (Match.UNCERTAIN if claim.kind is Kind.INTERVENTION else Match.STALE), reason
    if claim.dated:
        return Match.NEW, "no judgement on record fits this page"
    recalled = [i for i in own if claim.gravest in dict(i.grades).values()]
    if recalled:
        return Match.UNCERTAIN, f"the page has no date and may recall {recalled[-1].key}"
    return Match.NEW, "the page has no date, and no judgement on record fits it"


def _agreeing(claim: Claim, meeting: Meeting) -> tuple[Match, str]:
    held = meeting.inspection
    told = bool(held.alerted) or (_seen(held) and not _grave(claim))
    if told and meeting.gap <= SECOND_WAVE:
        return Match.CONFIRMS, f"already told: {meeting.why}"
    if not told and meeting.gap <= FRESH:
        return Match.NEW, f"not told yet: {meeting.why}"
    if _was_in_parts(held) and dict(claim.grades).get(OVERALL, "") in _grave_grades(claim):
        return Match.NEW, f"{meeting.why}, but only in parts, and nobody was told"
    return Match.STALE, f"{meeting.why}, {meeting.gap} days before this page"


def _was_in_parts(held: Inspection) -> bool:
    """Whether only the press spoke of it, without an overall grade, and no reader heard: one misread page must not hide a judgement."""
    return held.origin == "press" and not held.alerted and not held.grade(OVERALL)


def _differing(claim: Claim, meeting: Meeting) -> tuple[Match, str]:
    """The overall grades differ: two outlets that disagree, a misreading, or an inspection that came too soon to be likely."""
    held, said = meeting.inspection, held_grade(meeting.inspection)
    if meeting.gap > SECOND_WAVE:
        return Match.UNCERTAIN, f"on record is {said}, published only {meeting.gap} days before"
    if held.confirmed == "confirmed" and _is_grave(held, claim) and not _grave(claim):
        reason = f"the page was read otherwise, but the official report on record says {said}"
        return (Match.CONFIRMS if held.alerted else Match.NEW if meeting.gap <= FRESH else Match.STALE), reason
    if held.confirmed == "confirmed":
        return Match.UNCERTAIN, f"the official report on record says {said}"
    return Match.REVISES, f"told before as {said}"


def _official(claim: Claim, held: Inspection) -> tuple[Match, str]:
    """The inspectorate's own report on a judgement already told."""
    if all(held.grade(area) in ("", grade) for area, grade in claim.grades):
        return Match.CONFIRMS, "the inspectorate's own report says the same"
    return Match.REVISES, f"the inspectorate's own report differs from what was told ({held_grade(held)})"


def held_grade(inspection: Inspection) -> str:
    """The grade on record in a few words: the overall one, else the areas'."""
    overall = inspection.grade(OVERALL)
    return f"'{overall}'" if overall else ", ".join(f"{area} '{grade}'" for area, grade in inspection.grades)


def _contradicts(claim: Claim, held: Inspection) -> bool:
    stated, on_record = dict(claim.grades).get(OVERALL, ""), held.grade(OVERALL)
    differ = bool(stated and on_record and stated != on_record)
    return differ or (_grave(claim) and not _is_grave(held, claim))


def _grave(claim: Claim) -> bool:
    return claim.gravest in _grave_grades(claim)


def _is_grave(held: Inspection, claim: Claim) -> bool:
    return bool(_grave_grades(claim) & set(dict(held.grades).values()))


def _grave_grades(claim: Claim) -> frozenset[str]:
    return claim.framework.alerting if claim.framework else frozenset()


def _seen(held: Inspection) -> bool:
    """Whether it stands on record because somebody told of it, not only because it shipped with the product."""
    return held.origin != "shipped" or bool(held.alerted)


def _after(claim: Claim, held: Inspection | None, reading: Reading, article: Article) -> Inspection:
    """The record after this page."""
    official = reading.origin == "register"
    source = article.url or article.canonical
    if held is None:
        return _fresh_record(claim, reading, source)
    first = held.first_day or claim.first_day
    return replace(
        held,
        first_day=first,
        last_day=held.last_day or claim.last_day,
        published=held.published if held.origin != "press" else min(held.published or claim.day, claim.day),
        grades=_grades_after(claim, held, official),
        confirmed=_confirmed(claim, held) if official else held.confirmed,
        report_url=reading.report_url or held.report_url,
        sources=tuple(dict.fromkeys((*held.sources, source))),
    )


def _fresh_record(claim: Claim, reading: Reading, source: str) -> Inspection:
    family = claim.framework.family if claim.framework else "unknown"
    told = claim.first_day.isoformat() if claim.first_day else f"~{claim.day.isoformat()}"
    official = reading.origin == "register"
    return Inspection(
        key=f"{slug_of(claim.authority)}/{family.lower()}/{told}",
        authority=claim.authority,
        framework=claim.framework.slug if claim.framework else "",
        family=family,
        first_day=claim.first_day,
        last_day=claim.last_day,
        published=claim.day,
        grades=claim.grades,
        origin=reading.origin,
        confirmed="confirmed" if official else "reported",
        report_url=reading.report_url,
        sources=(source,),
    )


def _grades_after(claim: Claim, held: Inspection, official: bool) -> tuple[tuple[str, str], ...]:
    """The official report's grades stand; of two outlets' the graver does, so that the order of pages does not matter."""
    grades = dict(held.grades)
    for area, grade in claim.grades:
        graver = rank(claim.framework, grade) > rank(claim.framework, grades.get(area, ""))
        if official or (graver and held.confirmed != "confirmed") or area not in grades:
            grades[area] = grade
    return tuple(grades.items())


def _confirmed(claim: Claim, held: Inspection) -> str:
    """Confirmed, or contradicted where nothing that was told as grave is so in the official report."""
    grave = _grave_grades(claim)
    was, now_is = grave & set(dict(held.grades).values()), grave & set(dict(claim.grades).values())
    return "contradicted" if was and not now_is else "confirmed"


def _before(claim: Claim, held: Inspection | None, own: tuple[Inspection, ...]) -> tuple[tuple[str, str], ...]:
    """What stood before this page: of the same inspection where it was known, else of the one before."""
    if held and _seen(held):
        return held.grades
    earlier = [i for i in own if i.published and i.published < claim.day and i is not held]
    return max(earlier, key=lambda i: str(i.published)).grades if earlier else ()
