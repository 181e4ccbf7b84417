"""What an Alert says: who, what grade, which areas, what stood before, reported or confirmed; then the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.model.alert import Alert, AlertKind
from monitor.model.delivery import Link, Message
from monitor.model.framework import OVERALL
from monitor.stages.tell.phrases import area_words, day, listed, sentence_case, short_quote, span

SUBJECTS = {
    AlertKind.FIRST: "{verdict} ({status}{before})",
    AlertKind.CONFIRMATION: "Confirmed: {verdict}{before_alone}",
    AlertKind.CORRECTION: "Correction: {verdict} ({status})",
    AlertKind.FURTHER: "More on: {verdict} ({status})",
    AlertKind.WITHDRAWAL: "Withdrawn: {verdict}",
    AlertKind.CHECK: "Please check: {verdict}?",
}
OPENINGS = {
    AlertKind.FIRST: "",
    AlertKind.CONFIRMATION: "The official report confirms it: ",
    AlertKind.CORRECTION: "This corrects what we told you before: ",
    AlertKind.FURTHER: "There is more on what we told you before: ",
    AlertKind.WITHDRAWAL: "Please disregard what we told you before: it no longer holds that ",
    AlertKind.CHECK: "We are not sure and have told no reader: it may be that ",
}
MOST_LINKS = 6


def message(alert: Alert, quotes: str = "short", rules: Sequence[str] = ()) -> Message:
    """The Message of an Alert; `quotes` "none" keeps every sentence of the article out, `rules` are the reader's own."""
    quote = short_quote(alert.quote) if quotes != "none" else ""
    return Message(
        subject=subject(alert),
        lead=lead(alert),
        level=str(alert.level),
        kind=str(alert.kind),
        facts=facts(alert),
        quote=quote,
        quote_source=alert.outlet if quote else "",
        links=links(alert),
        footer=footer(alert, rules),
        body=body(alert, quote),
    )


def subject(alert: Alert) -> str:
    """One line that is enough on a locked phone."""
    before = _before(alert)
    return SUBJECTS[alert.kind].format(
        verdict=verdict(alert),
        status=status(alert),
        before=f"; before: {before}" if before else "",
        before_alone=f" (before: {before})" if before else "",
    )


def verdict(alert: Alert) -> str:
    """`Worcestershire judged inadequate overall`, or with the areas where no overall grade tells it."""
    where = area_words(OVERALL) if alert.area == OVERALL else f"for {listed(_graded(alert)) or area_words(alert.area)}"
    return f"{alert.authority} judged {alert.grade} {where}"


def status(alert: Alert) -> str:
    """Reported, confirmed or contradicted, in a word or two."""
    words = {"confirmed": "confirmed", "contradicted": "contradicted by the report"}
    return words.get(alert.confirmed, "reported, unconfirmed")


def lead(alert: Alert) -> str:
    """One or two sentences that stand alone."""
    told = f"children’s services in {alert.authority} have been judged {alert.grade}"
    areas = _graded(alert)
    where = f" for {listed(areas)}" if areas else ""
    if alert.area == OVERALL:
        where = " overall" + (f", and {alert.grade} for {listed(areas)}" if areas else "")
    opening = OPENINGS[alert.kind]
    before = _before(alert)
    second = f" Before: {before}." if before else ""
    first = f"{opening}{told}{where}" if opening else sentence_case(f"{told}{where}")
    return f"{first}, {_source(alert)}.{second}"


def facts(alert: Alert) -> tuple[tuple[str, str], ...]:
    """The grades area by area, then when, before and on what authority."""
    grades = [(sentence_case(area_words(area)), grade) for area, grade in _ordered(alert.grades)]
    dates = span(alert.inspection_from, alert.inspection_to)
    others = [
        ("Before", _before(alert)),
        ("Inspected", dates),
        ("Published", day(alert.published) if alert.published else ""),
        ("Status", sentence_case(status(alert))),
        ("Earlier grades", "; ".join(alert.history)),
        ("Reported by", _outlets(alert)),
    ]
    return (*grades, *((label, value) for label, value in others if value))


def links(alert: Alert) -> tuple[Link, ...]:
    """The report first, then the article that raised it and others in support."""
    found = [Link("The official report", alert.report_url)] if alert.report_url else []
    title = alert.title or "The article"
    if alert.url and alert.url != alert.report_url:
        found.append(Link(f"{alert.outlet}: {title}" if alert.outlet else title, alert.url))
    known = {link.url for link in found}
    others = [url for url in alert.supported_by if url.startswith(("http://", "https://")) and url not in known]
    return tuple([*found, *(Link("Also reported", url) for url in others)][:MOST_LINKS])


def footer(alert: Alert, rules: Sequence[str]) -> tuple[str, ...]:
    """Why this reader got it, why it was raised, how sure we are, what we could not see."""
    named = listed([f"“{rule}”" for rule in rules])
    lines = [f"You get this because of your {'rules' if len(rules) > 1 else 'rule'} {named}."] if rules else []
    lines += [f"Why: {alert.why}"] if alert.why else []
    lines += [f"How sure: {sureness(alert)}."]
    return (*lines, *(f"Note: {caveat}" for caveat in alert.caveats))


def sureness(alert: Alert) -> str:
    """In words with the figure, so that nobody reads 0.8 as a grade."""
    if alert.confirmed == "confirmed":
        return "the official report says so"
    words = ((0.95, "very likely"), (0.8, "likely"), (0.0, "uncertain"))
    word = next(word for least, word in words if alert.confidence >= least)
    return f"{word} ({round(alert.confidence * 100)} in 100)"


def body(alert: Alert, quote: str) -> tuple[tuple[str, object], ...]:
    """The alert's facts for machines, with the quotation as the reader may have it."""
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
    return tuple((alert.as_json() | more | {"quote": quote}).items())


def _graded(alert: Alert) -> list[str]:
    """The areas, beside overall, that got the alert's grade."""
    return [area_words(area) for area, grade in _ordered(alert.grades) if grade == alert.grade and area != OVERALL]


def _ordered(grades: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return sorted(grades, key=lambda pair: pair[0] != OVERALL)


def _before(alert: Alert) -> str:
    """The grade that stood, of the alert's own area when it is known, else area by area."""
    known = dict(alert.before)
    if alert.area in known:
        return known[alert.area]
    return listed([f"{grade} ({area_words(area)})" for area, grade in _ordered(alert.before)])


def _source(alert: Alert) -> str:
    if alert.confirmed == "confirmed":
        return "as the official report says"
    if alert.confirmed == "contradicted":
        return "which the official report contradicts"
    return f"{alert.outlet or 'the press'} reports; the official report has not confirmed it yet"


def _outlets(alert: Alert) -> str:
    others = len([one for one in alert.supported_by if one not in (alert.raised_by, alert.url)])
    return f"{alert.outlet or 'one outlet'} and {others} more" if others else alert.outlet
