"""What the operator reads: trouble told once, a reminder, a recovery; a doubtful judgement; a delivery that failed for good."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.model.delivery import Delivery, Link, Message, Outcome
from monitor.model.judgement import Doubt
from monitor.model.source import Problem
from monitor.stages.tell.phrases import area_words, sentence_case, short_quote


def trouble(problem: Problem, since: datetime, remedy: str = "") -> Message:
    """A Problem told for the first time."""
    return _about(problem, f"Trouble: {_what(problem)}", _lead(problem, f"since {_clock(since)}"), ("problem", remedy))


def reminder(problem: Problem, since: datetime, now: datetime, remedy: str = "") -> Message:
    """A Problem that still stands."""
    length = lasting(now - since)
    text = _lead(problem, f"for {length} now")
    return _about(problem, f"Still in trouble after {length}: {_what(problem)}", text, ("reminder", remedy))


def recovery(problem: Problem, since: datetime, now: datetime) -> Message:
    """A Problem that is over."""
    length = lasting(now - since)
    text = f"{_name(problem)} works again. The trouble ({problem.kind}) lasted {length}."
    return _about(problem, f"Recovered: {_what(problem)}", text, ("recovery", ""))


def check(doubt: Doubt, quotes: str = "short") -> Message:
    """A judgement that is neither dropped nor sent as a fact, with what speaks for and against it."""
    claim = f"{doubt.authority} judged {doubt.grade} ({area_words(doubt.area)})"
    return Message(
        subject=f"Please check: {claim}?",
        lead=f"A page may say that {claim}. We were not sure enough to tell readers; please look at it and decide.",
        level="notice",
        kind="check",
        facts=(("Authority", doubt.authority), ("Grade", doubt.grade), ("Area", sentence_case(area_words(doubt.area)))),
        quote=short_quote(doubt.quote) if quotes != "none" else "",
        links=(Link("The page", doubt.url),) if doubt.url else (),
        items=(*_heard("Speaks for it", doubt.speaks_for), *_heard("Speaks against it", doubt.speaks_against)),
        footer=("No reader was told of this.",),
        body=(("authority", doubt.authority), ("grade", doubt.grade), ("area", doubt.area), ("url", doubt.url)),
    )


def refusal(delivery: Delivery, outcome: Outcome) -> Message:
    """A channel refused a Delivery for good."""
    return _undelivered(delivery, outcome, "was refused and will not be tried again")


def dead_letter(delivery: Delivery, outcome: Outcome) -> Message:
    """A Delivery that was tried for 54 hours in vain."""
    return _undelivered(delivery, outcome, f"could not be delivered in {delivery.attempt} tries and was given up")


def lasting(length: timedelta) -> str:
    """`12 minutes`, `5 hours`, `3 days`: the largest unit that tells it."""
    seconds = max(0, int(length.total_seconds()))
    for name, size in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        if seconds >= 2 * size or (seconds >= size and name == "minute"):
            return f"{seconds // size} {name}" + ("s" if seconds // size != 1 else "")
    return "less than a minute"


def _undelivered(delivery: Delivery, outcome: Outcome, what: str) -> Message:
    return Message(
        subject=f"Not delivered on {delivery.channel}: {delivery.message.subject}",
        lead=f"A message for the channel “{delivery.channel}” {what}: {outcome.reason}.",
        level="critical",
        kind="undelivered",
        facts=(("Channel", delivery.channel), ("Message", delivery.message.subject), ("Reason", outcome.reason)),
        footer=("`monitor alerts` lists it and sends it again.",),
        body=(("channel", delivery.channel), ("key", delivery.key), ("reason", outcome.reason)),
    )


def _about(problem: Problem, subject: str, lead: str, kind_and_remedy: tuple[str, str]) -> Message:
    kind, remedy = kind_and_remedy
    facts = (("Source", problem.source), ("Kind", problem.kind), ("Detail", problem.detail), ("What to do", remedy))
    return Message(
        subject=subject,
        lead=lead,
        level="notice",
        kind=kind,
        facts=tuple((label, value) for label, value in facts if value),
        links=(Link("The address concerned", problem.url),) if problem.url else (),
        footer=("You get this as the operator of Inspection Monitor; readers were not told.",),
        body=(("source", problem.source), ("url", problem.url), ("kind", problem.kind), ("detail", problem.detail)),
    )


def _lead(problem: Problem, when: str) -> str:
    detail = f": {problem.detail}" if problem.detail else ""
    return f"{_name(problem)} has been in trouble {when} ({problem.kind}){detail}".rstrip(".") + "."


def _what(problem: Problem) -> str:
    return f"{_name(problem)}: {problem.kind}"


def _name(problem: Problem) -> str:
    return problem.source or problem.url or "Inspection Monitor"


def _clock(moment: datetime) -> str:
    return moment.strftime("%d %B %Y %H:%M UTC").lstrip("0")


def _heard(heading: str, reasons: tuple[str, ...]) -> tuple[str, ...]:
    return (heading, *(f"• {reason}" for reason in reasons)) if reasons else ()
