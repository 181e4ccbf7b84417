"""Signed links by which a reader answers an alert: "seen", or "quiet for a day". The secret is passed in; time is an argument.

A link names one thread and one answer and expires. It must open a page that asks once more: mail scanners follow links.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import quote

from itsdangerous import BadData, URLSafeSerializer

from monitor.model.alert import AlertKind
from monitor.model.delivery import Delivery, Link

VALID = timedelta(days=14)
SNOOZE_HOURS = 24
SALT = "inspection-monitor/answer"


@dataclass(frozen=True, slots=True)
class ReaderAnswer:
    """What a link says: `action` acknowledge or snooze (for `hours`); "" with the `reason` when it cannot be taken."""

    action: str
    thread: str = ""
    channel: str = ""
    hours: int = 0
    reason: str = ""


def with_answers(delivery: Delivery, public_url: str, secret: str) -> Delivery:
    """The Delivery with both links at its end, the same at each try.

    As it is where the pages have no public address or no secret, and where it is of no alert that readers were told of.
    """
    thread = str(dict(delivery.message.body).get("thread") or "")
    if not public_url or not secret or not thread or delivery.message.kind == AlertKind.CHECK:
        return delivery
    links = (
        Link(
            "I have seen it",
            link(ReaderAnswer("acknowledge", thread, delivery.channel), delivery.created, public_url, secret),
        ),
        Link(
            f"Nothing more on it for {SNOOZE_HOURS} hours",
            link(ReaderAnswer("snooze", thread, delivery.channel, SNOOZE_HOURS), delivery.created, public_url, secret),
        ),
    )
    return replace(delivery, message=replace(delivery.message, links=(*delivery.message.links, *links)))


def link(answer: ReaderAnswer, now: datetime, public_url: str, secret: str) -> str:
    """`<public_url>/answer/<token>`, the same for the same moment."""
    until = int((now + VALID).timestamp())
    token = _signer(secret).dumps([answer.action, answer.thread, answer.channel, answer.hours, until])
    return f"{public_url.rstrip('/')}/answer/{quote(str(token), safe='')}"


def read_answer(token: str, secret: str, now: datetime) -> ReaderAnswer:
    """What a token says; a forged, broken or expired one gives the reason and no action."""
    try:
        action, thread, channel, hours, until = _signer(secret).loads(token)
    except (BadData, ValueError, TypeError):
        return ReaderAnswer("", reason="this link was not made here, or was cut short")
    if now.timestamp() > until:
        return ReaderAnswer("", reason="this link has expired")
    return ReaderAnswer(action, thread, channel, hours)


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt=SALT)
