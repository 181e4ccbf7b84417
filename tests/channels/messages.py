"""Messages and deliveries for the channels' tests: one as usual, one empty, one with everything too long, one hostile."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from pydantic import BaseModel

from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.delivery import Delivery, HttpParcel, Link, Message

CREATED = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

ALERT = Alert(
    key="kent/ilacs/2026-03-02/overall",
    kind=AlertKind.FIRST,
    event_key="kent/ilacs/2026-03-02/overall",
    thread="kent/ilacs/2026-03-02",
    authority="Kent",
    code="E10000016",
    framework="ilacs-2023",
    area="overall",
    grade="inadequate",
    level=Level.CRITICAL,
    grades=(
        ("overall", "inadequate"),
        ("leaders", "inadequate"),
        ("help_and_protection", "inadequate"),
        ("in_care", "requires improvement"),
        ("care_leavers", "good"),
    ),
    published=date(2026, 5, 4),
    raised_by="https://news.example.org/kent",
    confirmed="reported",
    why="the page reports a judgement that is not on record",
    notify=(("duty", ("South East",)), ("newsroom", ("National", "South East"))),
    before=(("overall", "requires improvement"), ("leaders", "requires improvement")),
    quote="Inspectors found that children wait far too long for help and that leaders did not know.",
    outlet="Example News",
    title="County’s children’s services rated inadequate",
    url="https://news.example.org/kent",
    report_url="https://reports.example.org/80500.pdf",
    inspection_from=date(2026, 3, 2),
    inspection_to=date(2026, 3, 13),
    confidence=0.97,
    history=("2022 requires improvement", "2017 good"),
    caveats=("only the summary could be read",),
    made=CREATED,
)

USUAL = Message(
    subject="Kent judged inadequate overall (reported, not yet confirmed; before: good)",
    lead="Children’s services in Kent have been judged inadequate overall.",
    level="critical",
    kind="first",
    facts=(("Overall", "inadequate"), ("Before", "good")),
    quote="Leaders did not know.",
    quote_source="Example News",
    links=(Link("The report", "https://reports.example.org/1.pdf"), Link("The article", "https://news.example.org/1")),
    footer=("How sure: very likely (97 in 100).", "You get it because of your rule “National”."),
    body=(("authority", "Kent"), ("grade", "inadequate")),
)
EMPTY = Message(subject="", lead="", level="notice", kind="digest")
LONG = Message(
    subject="Kent judged inadequate " * 40,
    lead="A sentence that goes on & on <and on>. " * 300,
    level="critical",
    kind="digest",
    facts=tuple((f"Label {n} " * 30, "value & <value> " * 300) for n in range(60)),
    quote="word & word " * 800,
    quote_source="Outlet " * 100,
    links=tuple(Link(f"Link {n} " * 50, f"https://example.org/{n}/" + "x" * 300) for n in range(60)),
    footer=tuple(f"Footer {n} & <more> " * 100 for n in range(30)),
    items=tuple(("• " if n % 5 else "") + f"Line {n} & <line> " * 40 for n in range(200)),
    body=tuple((f"key{n}", "value " * 50) for n in range(50)),
)
HOSTILE = Message(
    subject="Kent\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>\u2028\x1b[31m",
    lead="First\nSecond\x00 <!channel> @everyone [click](javascript:alert(1)) <https://evil.example|here> *bold*",
    level="critical",
    kind="first",
    facts=(("Label\nSubject: x", "<b>value</b>\r\nX: y"), ("", "")),
    quote="“quoted”\n.\r\nQUIT <img src=x onerror=alert(1)>",
    quote_source="Outlet\x07</blockquote>",
    links=(
        Link("Bad", "javascript:alert(1)"),
        Link("</a><script>", 'https://example.org/"onmouseover="x'),
        Link("Fine", "https://example.org/ok?a=1&b=2"),
        Link("Broken", "https://example.org/a b>"),
    ),
    footer=("You\r\nget it", "🚨" * 3),
    items=("Heading <x>", "• line\nline"),
)
EMOJI = Message(
    subject="🚨 Kent 👨‍👩‍👧‍👦 inadéquat 教育",
    lead="🚨" * 3000,
    level="critical",
    kind="first",
    facts=(("👩", "👨‍👩‍👧‍👦" * 500),),
    quote="🚨 " * 2000,
    items=("• " + "🚨" * 900,) * 20,
)
ALL = {"usual": USUAL, "empty": EMPTY, "long": LONG, "hostile": HOSTILE, "emoji": EMOJI}


Shape = TypeVar("Shape", bound=BaseModel)


def options(shape: type[Shape], **values: object) -> Shape:
    """Options as the settings make them, from plain values."""
    return shape.model_validate(values)


def delivery(message: Message = USUAL, **more: object) -> Delivery:
    """A Delivery of `message` as the ledger hands it out."""
    known: dict[str, object] = {
        "number": 7,
        "key": "0123456789abcdef0123456789abcdef",
        "alert_key": ALERT.key,
        "channel": "duty",
        "message": message,
        "created": CREATED,
    }
    return Delivery(**(known | more))  # type: ignore[arg-type]


def content(parcel: HttpParcel) -> dict[str, Any]:
    """The JSON that a parcel carries."""
    found: dict[str, Any] = json.loads(parcel.body)
    return found
