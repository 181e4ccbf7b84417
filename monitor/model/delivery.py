"""Message, Delivery, Parcel, Reply, Outcome: from a decision to a word in somebody's hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Link:
    """An address with the words that stand for it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a Delivery says before a Channel gives it a shape; plain text everywhere, no mark-up.

    `subject` one line: who, what grade, which areas, reported or confirmed; `lead` the first sentence; `facts` pairs of
    (label, value); `quote` at most 25 words or ""; `footer` why the reader got this, how sure, what was not seen.
    """

    subject: str
    lead: str
    level: str
    kind: str
    facts: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    quote_source: str = ""
    links: tuple[Link, ...] = ()
    footer: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """Lines of a digest or certificate, in order."""
    body: tuple[tuple[str, object], ...] = ()
    """The machine-readable facts (for the webhook and the JSON-lines file)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One Message on its way down one Channel. `key` never changes between tries (Idempotency-Key, Message-ID).

    `number` the ledger's id; `attempt` 1 for the first try; `parent` the key of the first Delivery in the thread on
    this channel ("" when this is it) and `parent_receipt` what that one's service answered (Slack's ts).
    """

    number: int
    key: str
    alert_key: str
    channel: str
    message: Message
    created: datetime
    attempt: int = 1
    parent: str = ""
    parent_receipt: str = ""


@dataclass(frozen=True, slots=True)
class MailParcel:
    """An e-mail ready to send; `sender` "" means the [smtp] from address. `text` and `html` are the two parts."""

    to: tuple[str, ...]
    subject: str
    text: str
    html: str
    message_id: str
    in_reply_to: str = ""
    sender: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class HttpParcel:
    """One HTTP request; `headers` may hold secrets and are never logged."""

    url: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class LineParcel:
    """Text for standard output (`path` "-") or one line appended to a file; `key` lets the file skip what it holds already."""

    path: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ApprisePayload:
    """A notice for one of apprise's services; `url` is the service address with its secrets."""

    url: str
    title: str
    body: str
    level: str = "warning"


Parcel = MailParcel | HttpParcel | LineParcel | ApprisePayload


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for a Parcel. `status` HTTP or SMTP code, 0 when there was none; `failure` a stable word (dns, refused,
    timeout, tls, auth, disk); `unsure` when it may have been sent although no answer came."""

    status: int = 0
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    failure: str = ""
    detail: str = ""
    unsure: bool = False
    refused_recipients: tuple[str, ...] = ()


class Verdict(StrEnum):
    """Sent is final, deferred is tried again, refused is final and told to the operator."""

    SENT = "sent"
    DEFERRED = "deferred"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a Reply means: the verdict with its reason; `retry_after` seconds the service asked for; `receipt` its own id of the message."""

    verdict: Verdict
    reason: str
    retry_after: float | None = None
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """A Delivery as the Ledger holds it, for lists and pages. `state` waiting, leased, sent, refused, dead, snoozed."""

    number: int
    key: str
    alert_key: str
    channel: str
    state: str
    attempts: int
    created: datetime
    due: datetime | None
    settled: datetime | None
    reason: str
    subject: str
