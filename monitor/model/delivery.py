"""Message, Delivery, Parcel, Reply, Outcome: from a decision to a word in somebody's hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, tzinfo
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
    due: datetime | None = None
    """Not before this moment (quiet hours); None is at once."""
    digest: str = ""
    """"daily", "weekly" or "crowd" (beyond the channel's cap): not sent alone but gathered with others at `due`."""
    tried: datetime | None = None
    """When this try began: dates the webhook's signature. The body never depends on it."""
    receipt: str = ""
    """What an earlier, partly successful try got: the recipients already served (Outcome.receipt of a deferral)."""
    members: tuple[str, ...] = ()
    """The keys of the Deliveries that this digest or group carries; they are settled with its recording."""


def delivery_key(alert_key: str, channel: str) -> str:
    """The key of an alert's Delivery on a channel, for ever: letters and digits only, so fit for any header."""
    return hashlib.sha256(f"{alert_key}\n{channel}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class ChannelPlan:
    """What must be known of a Channel to plan Deliveries, without its secrets. Built by `monitor.channels._options.plan`.

    `quiet` is (from, to) in `timezone`, or None; `per_hour` 0 is no cap; `nothing_new` asks for the weekly certificate.
    """

    name: str
    level: str = "notice"
    """The least that is sent."""
    quotes: str = "short"
    digest: str = ""
    digest_at: time = time(7, 30)
    digest_day: int = 0
    """Weekday of a weekly digest, 0 is Monday."""
    timezone: tzinfo = UTC
    quiet: tuple[time, time] | None = None
    critical_passes: bool = True
    per_hour: int = 0
    nothing_new: bool = True


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
    served: tuple[str, ...] = ()
    """Recipients an earlier try has served already: named in the To header, not sent to again."""


@dataclass(frozen=True, slots=True)
class HttpParcel:
    """One HTTP request; `url` and `headers` may hold secrets and are never shown."""

    url: str = field(repr=False)
    body: bytes = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
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

    url: str = field(repr=False)
    title: str
    body: str
    level: str = "warning"


@dataclass(frozen=True, slots=True)
class FeedParcel:
    """One item for a feed kept in files: `path` without ending; `path.json` (JSON Feed) and `path.atom` are rewritten whole.

    `item` is the JSON Feed item; its "id" is the key, so that an item already listed is not listed twice.
    """

    path: str
    title: str
    item: tuple[tuple[str, object], ...]
    home_page: str = ""
    keep: int = 200


Parcel = MailParcel | HttpParcel | LineParcel | ApprisePayload | FeedParcel


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
    waiting_recipients: tuple[str, ...] = ()
    """Refused for now (4xx): to be tried again, without those already served."""
    served_recipients: tuple[str, ...] = ()


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
    problem: str = ""
    """A stable word ("auth", "gone", "recipients" ...) when only a person can mend it: told to the operator at once."""


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
