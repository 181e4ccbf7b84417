"""Now: the newest alerts and judgements, what should be checked, and whether the service is well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from monitor.dashboard.desk import Desk, DeskHere, Editor, Reader, page
from monitor.dashboard.record import headline, public_day
from monitor.edges.ledger.rows import AlertRow, Wanted
from monitor.model.delivery import DeliveryRecord

router = APIRouter(include_in_schema=False)
SHOWN, JUDGEMENTS, DOUBTS = 12, 12, 6
SNOOZES = {"1h": timedelta(hours=1), "8h": timedelta(hours=8), "24h": timedelta(days=1), "7d": timedelta(days=7)}
Words = Annotated[str, Form(max_length=300)]


@dataclass(frozen=True, slots=True)
class Told:
    """An alert with its way down every channel."""

    row: AlertRow
    deliveries: Sequence[DeliveryRecord]


@dataclass(frozen=True, slots=True)
class Health:
    """How the service is, in numbers a glance takes in."""

    feeds: int
    in_trouble: int
    never: int
    last_read: object
    waiting: int
    dead: int


def told(desk: Desk, wanted: Wanted) -> list[Told]:
    """Alerts with their deliveries, newest first."""
    rows = desk.ledger.alerts(wanted)
    sent: dict[str, list[DeliveryRecord]] = defaultdict(list)
    for one in desk.ledger.deliveries_of([row.alert.key for row in rows]):
        sent[one.alert_key].append(one)
    return [Told(row, sent[row.alert.key]) for row in rows]


def health(desk: Desk) -> Health:
    """The strip on top of the page."""
    states = desk.ledger.feed_states()
    followed = [states.get(key) for key in desk.world.feeds]
    read = [state.read for state in followed if state and state.read]
    counts = desk.ledger.counts(("entries.waiting",))
    return Health(
        feeds=len(followed),
        in_trouble=sum(bool(state and (state.failures or state.gone)) for state in followed),
        never=sum(state is None for state in followed),
        last_read=max(read, default=None),
        waiting=counts["entries.waiting"],
        dead=counts.get("deliveries.dead", 0) + counts.get("deliveries.refused", 0),
    )


@router.get("/")
def now(request: Request, desk: DeskHere, person: Reader) -> Response:
    """The first page."""
    judged = [(one, headline(one), public_day(one)) for one in desk.record().newest(JUDGEMENTS)]
    return page(
        request,
        "now.html",
        health=health(desk),
        alerts=told(desk, Wanted(limit=SHOWN)),
        judgements=judged,
        doubts=desk.ledger.doubts(True, Wanted(limit=DOUBTS)),
    )


@router.post("/alerts/acknowledge")
def acknowledge(desk: DeskHere, person: Editor, event_key: Words, back: Words = "/") -> Response:
    """Somebody has it in hand."""
    if not desk.ledger.acknowledge(event_key, person.name, desk.now):
        raise HTTPException(404, "Nothing was told of this.")
    return returned(back)


@router.post("/alerts/snooze")
def snooze(desk: DeskHere, person: Editor, event_key: Words, length: Words, back: Words = "/") -> Response:
    """Hold the thread's messages back for a while."""
    if length not in SNOOZES:
        raise HTTPException(400, "Choose one of the lengths of time.")
    if not desk.ledger.snooze(event_key, desk.now + SNOOZES[length], person.name, desk.now):
        raise HTTPException(404, "Nothing was told of this.")
    return returned(back)


@router.post("/doubts/close")
def close_doubt(
    desk: DeskHere, person: Editor, number: Annotated[int, Form(ge=1, le=2**53)], answer: Words, back: Words = "/"
) -> Response:
    """The operator's answer to "please check"."""
    if not desk.ledger.close_doubt(number, answer, person.name, desk.now):
        raise HTTPException(404, "This was answered already.")
    return returned(back)


def returned(back: str) -> Response:
    """Back to a page of ours after a change."""
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return RedirectResponse(back if is_ours else "/", 303)
