"""Deliveries that waited for a digest, or came in a crowd, as one message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from monitor.model.coverage import Certificate
from monitor.model.delivery import ChannelPlan, Delivery, Message, delivery_key
from monitor.stages.digest.wording import body, certificate_lines

MOST_SHOWN = 40
MOST_NAMES = 3
TITLES = {"daily": "Daily digest", "weekly": "Weekly digest", "crowd": "Several at once"}


def gather(held: Sequence[Delivery], plan: ChannelPlan, proof: Certificate | None, now: datetime) -> Delivery | None:
    """One Delivery that carries `held` (all of this channel) and names them as its `members`; None when nothing waits.

    Its key follows from its members, so that the same gathering made twice is one. A digest carries the certificate.
    """
    mine = sorted((one for one in held if one.channel == plan.name), key=lambda one: (one.created, one.key))
    if not mine:
        return None
    keys = tuple(one.key for one in mine)
    kind = next((one.digest for one in mine if one.digest in ("daily", "weekly")), "crowd")
    name = f"digest/{kind}/{hashlib.sha256(' '.join(keys).encode()).hexdigest()[:24]}"
    told = _message([one.message for one in mine], kind, plan, proof)
    return replace(
        Delivery(0, delivery_key(name, plan.name), name, plan.name, told, now),
        members=keys,
    )


def _message(messages: Sequence[Message], kind: str, plan: ChannelPlan, proof: Certificate | None) -> Message:
    count = len(messages)
    noun = "message" if count == 1 else "messages"
    unclear = "; coverage not clear" if proof is not None and not proof.is_clear else ""
    shown = messages[:MOST_SHOWN]
    left = count - len(shown)
    return Message(
        subject=f"{TITLES[kind]}: {_names(messages)}{unclear}",
        lead=f"{count} {noun}, oldest first." + ("" if proof is None or proof.is_clear else " Coverage is not clear."),
        level=max((message.level for message in messages), key=("notice", "critical").index),
        kind="digest",
        items=(
            *(line for message in shown for line in _entry(message)),
            *((f"… and {left} more",) if left else ()),
            *(certificate_lines(proof, plan.timezone) if proof is not None else ()),
        ),
        footer=_footer(kind),
        body=(
            ("messages", [dict(message.body) | {"subject": message.subject} for message in messages]),
            *((("certificate", dict(body(proof))),) if proof is not None else ()),
        ),
    )


def _footer(kind: str) -> tuple[str, ...]:
    if kind == "crowd":
        return ("They came faster than this channel’s cap allows, so they come in one message.",)
    return ("Critical alerts never wait for a digest: they were sent at once.",)


def _entry(message: Message) -> Iterator[str]:
    """The subject as a heading; then what it does not say, and where to read more."""
    yield message.subject
    rest = message.lead.partition(". ")[2] if message.kind == "first" else message.lead
    if rest:
        yield f"• {rest}"
    if message.quote:
        yield f"• “{message.quote}”" + (f" — {message.quote_source}" if message.quote_source else "")
    yield from (f"• {link.url}" for link in message.links[:2])


def _names(messages: Sequence[Message]) -> str:
    """What it is about, from the subjects before their brackets."""
    names = list(dict.fromkeys(message.subject.partition(" (")[0] for message in messages))
    left = len(names) - MOST_NAMES
    return "; ".join(names[:MOST_NAMES]) + (f"; and {left} more" if left > 0 else "")
