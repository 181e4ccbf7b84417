"""Deliveries: the outbox, what failed and why; resend. Audit: who did what by hand."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from starlette.responses import Response

from monitor.dashboard.desk import DeskHere, Editor, Reader, page
from monitor.dashboard.pages.now import Words, returned
from monitor.edges.ledger.rows import Wanted

router = APIRouter(include_in_schema=False)
STATES = ("waiting", "leased", "sent", "snoozed", "refused", "dead")
EACH = 50
LARGEST = 2**53


@router.get("/deliveries")
def deliveries(  # noqa: PLR0913 - a query
    request: Request,
    desk: DeskHere,
    person: Reader,
    state: Annotated[str, Query(max_length=20)] = "",
    channel: Annotated[str, Query(max_length=200)] = "",
    before: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> Response:
    """Every message on its way or arrived, newest first."""
    wanted = state if state in STATES else ""
    rows = desk.ledger.deliveries(wanted, EACH + 1, before, channel.replace("\0", ""))
    shown = rows[:EACH]
    counts = desk.ledger.counts(("entries.waiting",))
    return page(
        request,
        "deliveries.html",
        rows=shown,
        state=wanted,
        channel=channel,
        states=[(name, counts.get(f"deliveries.{name}", 0)) for name in STATES if name != "snoozed"],
        channels=[*desk.settings.channels],
        following=shown[-1].number if len(rows) > EACH else 0,
        audit=desk.ledger.audit(Wanted(limit=15)),
    )


@router.post("/deliveries/resend")
def resend(
    desk: DeskHere, person: Editor, number: Annotated[int, Form(ge=1, le=LARGEST)], back: Words = "/deliveries"
) -> Response:
    """Put a refused or dead delivery back in the queue."""
    if not desk.ledger.resend(number, person.name, desk.now):
        raise HTTPException(409, "Only a delivery that was refused or given up can be sent again.")
    return returned(back)


@router.get("/audit")
def audit(
    request: Request, desk: DeskHere, person: Reader, before: Annotated[int, Query(ge=0, le=LARGEST)] = 0
) -> Response:
    """Every change made by hand."""
    rows = desk.ledger.audit(Wanted(limit=EACH + 1, before=before))
    following = rows[EACH - 1].number if len(rows) > EACH else 0
    return page(request, "audit.html", rows=rows[:EACH], following=following)
