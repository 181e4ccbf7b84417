"""E-mail: text and HTML parts, one Message-ID for every try, threads by In-Reply-To and References."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import AfterValidator, Field

from monitor.channels._mail_page import page
from monitor.channels._options import ChannelOptions
from monitor.channels._replies import deferred, judge_silence, refused, sent
from monitor.channels._words import one_line, plain
from monitor.model.delivery import Delivery, MailParcel, Outcome, Reply


def _mailbox(text: str) -> str:
    local, at, domain = text.rpartition("@")
    if not (local and at and domain) or any(sign.isspace() or sign in '<>,;:"\\()[]' for sign in text):
        raise ValueError(f"{text!r} is no e-mail address; write it as name@example.org")
    return text


Mailbox = Annotated[str, AfterValidator(_mailbox)]


LOGIN = frozenset({530, 534, 535, 538})
"""Codes that ask for another login: a person can mend that while the mail waits."""


class Options(ChannelOptions):
    """Who gets the mail; `sender` only where it differs from [smtp] from; `domain` ends the Message-ID."""

    to: Annotated[tuple[Mailbox, ...], Field(min_length=1)]
    sender: str = ""
    domain: str = "inspection-monitor.invalid"


def compose(delivery: Delivery, options: Options) -> MailParcel:
    """The mail for one Delivery: the same bytes at every try, save that served recipients are left out."""
    message = delivery.message
    parent = _message_id(delivery.parent, options) if delivery.parent else ""
    return MailParcel(
        to=options.to,
        served=tuple(delivery.receipt.split()),
        subject=one_line(message.subject, 200),
        text=plain(message),
        html=page(message),
        message_id=_message_id(delivery.key, options),
        in_reply_to=parent,
        sender=one_line(options.sender),
        headers=_headers(message.level),
        date=delivery.created,
    )


def judge(reply: Reply) -> Outcome:
    """Sent when every recipient was taken or finally refused; 4xx waits, 5xx is final, a bad login waits for a person."""
    if reply.failure == "auth":
        return deferred(f"the mail server refused the login: {reply.detail}", problem="auth")
    if reply.status == 0:
        return judge_silence(reply)
    if reply.waiting_recipients:
        names = ", ".join(reply.waiting_recipients)
        outcome = deferred(f"the mail server asked to wait for {names}: {reply.detail}")
        return replace(outcome, receipt=" ".join(reply.served_recipients))
    said = f"answered {reply.status} {reply.detail}"
    if reply.status in LOGIN:
        return deferred(said, problem="auth")
    if not (200 <= reply.status < 300 or reply.served_recipients):
        return refused("mail-refused", said) if reply.status >= 500 else deferred(said)
    if reply.refused_recipients:
        names = ", ".join(reply.refused_recipients)
        return sent(f"sent, but refused for {names}: {reply.detail}", problem="recipients")
    return sent(f"accepted with {reply.status}")


def _message_id(key: str, options: Options) -> str:
    return f"<{key}@{options.domain}>"


def _headers(level: str) -> tuple[tuple[str, str], ...]:
    machine = (("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"))
    return (*machine, ("Importance", "high"), ("X-Priority", "1")) if level == "critical" else machine
