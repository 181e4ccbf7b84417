"""The certificate in words, and the weekly message that nothing happened."""

from __future__ import annotations

from datetime import datetime, tzinfo

from monitor.model.coverage import Certificate
from monitor.model.delivery import Message

MOST_NAMED = 40
"""So many faults are named one by one; the rest is counted."""


def certificate_lines(proof: Certificate, zone: tzinfo) -> tuple[str, ...]:
    """The lines of a certificate, for `Message.items`: what may be relied on, then everything that may not."""
    heading = "Coverage: clear" if proof.is_clear else "Coverage: NOT CLEAR"
    return (
        heading,
        *_reasons(proof, zone),
        *([] if proof.is_clear else ["What was read"]),
        f"• {proof.read} of {proof.feeds} feeds, from {_moment(proof.since, zone)} to {_moment(proof.now, zone)}",
        f"• Official register read for {proof.register} of {proof.watched} watched authorities",
        f"• Local source read for {proof.local} of {proof.watched} watched authorities",
        f"• Longest time a feed went unread: {_length(proof.longest_unread)}",
        f"• {proof.canary[:1].upper()}{proof.canary[1:]}",
    )


def nothing_new(proof: Certificate, zone: tzinfo, told: int = 0) -> Message:
    """The message that says nothing happened; with a needed source unread it says that this is not known.

    `told` is how many alerts the reader had in that time: then it only says whether that was all.
    """
    period = f"{_day(proof.since, zone)} to {_day(proof.now, zone)}"
    faults = len(proof.reasons)
    things = f"{faults} {'thing' if faults == 1 else 'things'}"
    if told:
        alerts = f"{told} {'alert' if told == 1 else 'alerts'}"
        subject = f"{'All read' if proof.is_clear else f'Not clear: {things} unread'} beside {alerts}, {period}"
        lead = f"You were sent {alerts}. " + (
            "Everything that should be read was read." if proof.is_clear else _no_proof(proof, "There may be more")
        )
    elif proof.is_clear:
        subject = f"All clear: no new judgement, {period}"
        lead = "No new judgement that you asked for was found, and everything that should be read was read."
    else:
        subject = f"Not clear: nothing found, but {things} unread, {period}"
        lead = _no_proof(proof, "No new judgement that you asked for was found, but silence is no proof")
    return Message(
        subject=subject,
        lead=lead,
        level="notice",
        kind="certificate",
        items=certificate_lines(proof, zone),
        footer=(
            "This is computed from what was really fetched; it never assumes that silence means nothing happened.",
        ),
        body=body(proof),
    )


def _no_proof(proof: Certificate, beginning: str) -> str:
    left = len(proof.reasons) - 2
    return f"{beginning}: " + "; ".join(proof.reasons[:2]) + (f"; and {left} more" if left > 0 else "") + "."


def body(proof: Certificate) -> tuple[tuple[str, object], ...]:
    """The certificate for machines."""
    return (
        ("verdict", proof.verdict),
        ("reasons", list(proof.reasons)),
        ("since", proof.since.isoformat()),
        ("until", proof.now.isoformat()),
        ("feeds", proof.feeds),
        ("feeds_read", proof.read),
        ("watched", proof.watched),
        ("local", proof.local),
        ("register", proof.register),
        ("uncovered", list(proof.uncovered)),
        ("longest_unread_seconds", round(proof.longest_unread)),
        ("canary", proof.canary),
        ("unread", [{"feed": one.feed, "url": one.url, "why": one.why} for one in proof.unread]),
    )


def _reasons(proof: Certificate, zone: tzinfo) -> tuple[str, ...]:
    """Everything that stands against an all-clear; of an unread feed also when it was last in order."""
    moments = {one.reason: f" (last good: {_moment(one.since, zone)})" for one in proof.unread if one.since}
    lines = [f"• {reason[:1].upper()}{reason[1:]}{moments.get(reason, '')}" for reason in proof.reasons[:MOST_NAMED]]
    left = len(proof.reasons) - len(lines)
    return (*lines, f"• … and {left} more") if left else tuple(lines)


def _moment(moment: datetime, zone: tzinfo) -> str:
    """4 May 2026 09:30, by the channel's clock."""
    local = moment.astimezone(zone)
    return f"{local.day} {local:%B %Y %H:%M}"


def _day(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    return f"{local.day} {local:%B %Y}"


def _length(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{round(minutes / 60)} hours" if minutes < 2 * 1440 else f"{round(minutes / 1440)} days"
