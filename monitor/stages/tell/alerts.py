"""What an Alert says: who, what grade, which areas, what stood before, reported or confirmed; then the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.model.address import canonical, host
from monitor.model.alert import Alert, AlertKind
from monitor.model.delivery import Link, Message
from monitor.model.framework import OVERALL
from monitor.stages.tell.phrases import area_words, day, listed, sentence_case, short_quote, span

SUBJECTS = {
    AlertKind.FIRST: "{verdict} ({status}{before})",
    AlertKind.CONFIRMATION: "Confirmed: {verdict}",
    AlertKind.CORRECTION: "Correction: {verdict} ({status}{before})",
    AlertKind.FURTHER: "More on: {verdict} ({status})",
    AlertKind.WITHDRAWAL: "Withdrawn: {verdict} no longer holds",
    AlertKind.CHECK: "Please check: {verdict}?",
}
OPENINGS = {
    AlertKind.CONFIRMATION: "The official report confirms what we told you: ",
    AlertKind.CORRECTION: "This corrects what we told you before: ",
    AlertKind.FURTHER: "There is more on what we told you before: ",
    AlertKind.WITHDRAWAL: "Please disregard what we told you before; it no longer holds that ",
    AlertKind.CHECK: "We are not sure and have told no reader: it may be that ",
}
SOURCES = {
    "confirmed": "The official report says so.",
    "contradicted": "The official report contradicts it.",
}
BEFORE = {
    AlertKind.FIRST: ("before: {}", "The grade before was {}.", "Before"),
    AlertKind.CHECK: ("before: {}", "The grade before was {}.", "Before"),
    AlertKind.CORRECTION: ("we had told: {}", "We had told you: {}.", "Told before"),
    AlertKind.WITHDRAWAL: ("we had told: {}", "We had told you: {}.", "Told before"),
}
"""Subject, lead, label. In a thread, what stood before is what we told; a confirmation has nothing to set against it."""
STATUSES = {"confirmed": "confirmed by the report", "contradicted": "contradicted by the report"}
MOST_LINKS = 6


def message(alert: Alert, quotes: str = "short", rules: Sequence[str] = ()) -> Message:
    """The Message of an Alert; `quotes` "none" keeps the article's own words out, `rules` are those of the reader."""
    told = replace(alert, quote=short_quote(alert.quote)) if quotes != "none" else replace(alert, quote="", title="")
    return Message(
        subject=subject(told),
        lead=lead(told),
        level=str(told.level),
        kind=str(told.kind),
        facts=facts(told),
        quote=told.quote,
        quote_source=told.outlet if told.quote else "",
        links=links(told),
        footer=footer(told, rules),
        body=body(told),
    )


def subject(alert: Alert) -> str:
    """One line that is enough on a locked phone: the council and the grade come first."""
    before = _before(alert, 0)
    return SUBJECTS[alert.kind].format(
        verdict=verdict(alert), status=status(alert), before=f"; {before}" if before else ""
    )


def verdict(alert: Alert) -> str:
    """`Kent judged inadequate overall and for leadership`; without an overall grade `Kent judged inadequate for leadership`."""
    if not alert.grade:
        return f"{alert.authority}: news of {_topic(alert)}"
    return f"{alert.authority} judged {alert.grade} {_where(alert)}"


def status(alert: Alert) -> str:
    """Reported, confirmed or contradicted, in a few words."""
    return STATUSES.get(alert.confirmed, "reported, not yet confirmed")


def lead(alert: Alert) -> str:
    """A few short sentences that stand alone."""
    told = _claim(alert)
    opening = OPENINGS.get(alert.kind, "")
    sentences = [f"{opening}{told}." if opening else f"{sentence_case(told)}."]
    if alert.kind in (AlertKind.WITHDRAWAL, AlertKind.CORRECTION, AlertKind.FURTHER) and alert.why:
        sentences.append(_sentence(alert.why))
    if alert.kind not in (AlertKind.WITHDRAWAL, AlertKind.CONFIRMATION, AlertKind.CORRECTION):
        sentences.append(_source(alert))
    return " ".join([*sentences, _before(alert, 1)]).strip()


def facts(alert: Alert) -> tuple[tuple[str, str], ...]:
    """The grades area by area, then when, before and on what authority."""
    grades = [(sentence_case(area_words(area)), grade) for area, grade in _ordered(alert.grades)]
    others = [
        _before_fact(alert),
        ("Inspected", span(alert.inspection_from, alert.inspection_to)),
        ("Published", day(alert.published) if alert.published else ""),
        ("Status", sentence_case(status(alert))),
        ("History", "; ".join(alert.history)),
        ("Reported by", _outlets(alert)),
    ]
    return (*grades, *((label, value) for label, value in others if value))


def links(alert: Alert) -> tuple[Link, ...]:
    """The report first, then the article that raised it and others in support."""
    found = [Link("Read the official report", alert.report_url)] if alert.report_url else []
    if alert.url and alert.url != alert.report_url:
        found.append(Link(_article(alert), alert.url))
    also = [Link(f"Also reported: {host(url)}", url) for url in _others(alert)]
    return (*found, *also)[:MOST_LINKS]


def footer(alert: Alert, rules: Sequence[str]) -> tuple[str, ...]:
    """How sure we are, what we could not see, why it was raised, why this reader got it."""
    named = listed([f"“{rule}”" for rule in rules])
    lines = [f"How sure: {sureness(alert)}.", *(f"Note: {_sentence(caveat)}" for caveat in alert.caveats)]
    lines += [f"Why this alert: {_sentence(alert.why)}"] if alert.why else []
    lines += [f"You get it because of your {'rules' if len(rules) > 1 else 'rule'} {named}."] if rules else []
    return tuple(lines)


def sureness(alert: Alert) -> str:
    """In words with the figure, so that nobody reads it as a grade."""
    if alert.confirmed == "confirmed":
        return "the official report says so"
    words = ((0.95, "very likely"), (0.8, "likely"), (0.0, "uncertain"))
    word = next((word for least, word in words if alert.confidence >= least), "uncertain")
    return f"{word} ({round(alert.confidence * 100)} in 100)"


def body(alert: Alert) -> tuple[tuple[str, object], ...]:
    """The alert's facts for machines."""
    more: dict[str, object] = {
        "key": alert.key,
        "kind": str(alert.kind),
        "thread": alert.thread,
        "before": dict(alert.before),
        "history": list(alert.history),
        "outlet": alert.outlet,
        "title": alert.title,
        "url": alert.url,
        "report_url": alert.report_url,
        "confidence": alert.confidence,
        "caveats": list(alert.caveats),
    }
    return tuple((alert.as_json() | more).items())


def _where(alert: Alert) -> str:
    """`overall`, `overall and for leadership`, `for care leavers; overall: good`: every area of that grade."""
    same = [area_words(area) for area, grade in alert.grades if grade == alert.grade and area != OVERALL]
    areas = listed(same) or ("" if alert.area == OVERALL else area_words(alert.area))
    if alert.area == OVERALL:
        return f"overall and for {areas}" if areas else "overall"
    overall = dict(alert.grades).get(OVERALL, "")
    return f"for {areas}" + (f"; overall: {overall}" if overall and overall != alert.grade else "")


def _ordered(grades: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return sorted(grades, key=lambda pair: pair[0] != OVERALL)


def _before(alert: Alert, form: int) -> str:
    """What stood, of the alert's own area when it is known, else area by area; "" where that says nothing new."""
    known = dict(alert.before)
    areas = [f"{grade} ({area_words(area)})" for area, grade in _ordered(alert.before)]
    grades = known.get(alert.area) or listed(areas)
    return BEFORE[alert.kind][form].format(grades) if grades and alert.kind in BEFORE else ""


def _before_fact(alert: Alert) -> tuple[str, str]:
    areas = [f"{area_words(area)}: {grade}" for area, grade in _ordered(alert.before)]
    value = dict(alert.before).get(alert.area, "") if alert.kind is AlertKind.FIRST else ""
    return (BEFORE[alert.kind][2], value or "; ".join(areas)) if alert.kind in BEFORE else ("", "")


def _claim(alert: Alert) -> str:
    if not alert.grade:
        return f"there is news of {_topic(alert)} in children’s services in {alert.authority}"
    return f"children’s services in {alert.authority} have been judged {alert.grade} {_where(alert)}"


def _topic(alert: Alert) -> str:
    """The kind of page that a rule asked for, from the event key ("kent/intervention/~2026-05-04")."""
    parts = alert.event_key.split("/")
    return parts[1].replace("_", " ") if len(parts) > 1 else "an inspection"


def _source(alert: Alert) -> str:
    unconfirmed = (
        f"{sentence_case(alert.outlet) or 'The press'} reports it; the official report has not confirmed it yet."
    )
    return SOURCES.get(alert.confirmed, unconfirmed)


def _outlets(alert: Alert) -> str:
    others = len(_others(alert))
    return f"{alert.outlet or 'one outlet'} and {others} more" if others else alert.outlet


def _others(alert: Alert) -> list[str]:
    """Addresses of other pages that say so too, each once however it is written."""
    known = {canonical(url) for url in (alert.url, alert.raised_by, alert.report_url) if url}
    found = {canonical(url): url for url in alert.supported_by if url.startswith(("http://", "https://"))}
    return [url for key, url in found.items() if key not in known]


def _article(alert: Alert) -> str:
    if alert.title:
        return f"{alert.outlet}: {alert.title}" if alert.outlet else alert.title
    return f"Read the article at {alert.outlet}" if alert.outlet else "Read the article"


def _sentence(text: str) -> str:
    """With a full stop and a large first letter."""
    clean = sentence_case(text.strip())
    return clean if clean.endswith((".", "!", "?", "…")) else f"{clean}."
