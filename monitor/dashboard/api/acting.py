"""What programs may do: read a text, acknowledge, snooze, resend. A token with the scope edit, or open pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field

from monitor.dashboard.access import Person, is_same_origin
from monitor.dashboard.api.listing import FAULTS
from monitor.dashboard.api.lists import LARGEST
from monitor.dashboard.api.shapes import Fault
from monitor.dashboard.desk import DeskHere, Visitor, asked_of, desk_of, somebody
from monitor.dashboard.pages.reading import MOST_TEXT, moment_of
from monitor.dashboard.pages.reading import read as read_article
from monitor.stages import cases, extract

router = APIRouter(
    prefix="/api/v1",
    tags=["acts"],
    responses={**FAULTS, 403: {"model": Fault, "description": "Not with this token, or from another site."}},
)


def acting(request: Request) -> Person:
    """A program with a token to edit; on open pages any program. A browser's session is for the pages' own forms."""
    person = somebody(request)
    public = desk_of(request).settings.dashboard.public_url
    if person.how == "session" or not person.may_edit or not is_same_origin(asked_of(request).headers, public):
        raise HTTPException(403, "This needs a token with the scope edit.")
    return person


Acting = Annotated[Person, Depends(acting)]


class Text(BaseModel):
    """A page to read: plain text, its headline, the day it came out (ISO) and its address."""

    title: str = Field(default="", max_length=1000)
    text: str = Field(max_length=MOST_TEXT)
    url: str = Field(default="", max_length=4000)
    published: str = Field(default="", max_length=40)


class Event(BaseModel):
    """An alert by its event key."""

    event_key: str = Field(max_length=300)


class Pause(Event):
    """An alert to hold back for some hours."""

    hours: float = Field(default=8, gt=0, le=24 * 31)


class Done(BaseModel):
    """It was done."""

    done: bool = True


@router.post("/read")
def read(desk: DeskHere, person: Visitor, given: Text) -> dict[str, Any]:
    """Reads a text as `monitor read` does; nothing is recorded."""
    whole = f"{given.title}\n\n{given.text}" if given.title else given.text
    article = extract.from_text(whole.replace("\0", ""), given.url, moment_of(given.published), "")
    return cases.read_json(given.url, read_article(desk, article))


@router.post("/alerts/acknowledge")
def acknowledge(desk: DeskHere, person: Acting, event: Event) -> Done:
    """Somebody has it in hand."""
    if not desk.ledger.acknowledge(event.event_key.replace("\0", ""), person.name, desk.now):
        raise HTTPException(404, "Nothing was told of this.")
    return Done()


@router.post("/alerts/snooze")
def snooze(desk: DeskHere, person: Acting, pause: Pause) -> Done:
    """Holds the thread's messages back."""
    until = desk.now + timedelta(hours=pause.hours)
    if not desk.ledger.snooze(pause.event_key.replace("\0", ""), until, person.name, desk.now):
        raise HTTPException(404, "Nothing was told of this.")
    return Done()


@router.post(
    "/deliveries/{number}/resend",
    responses={409: {"model": Fault, "description": "Only what was refused or given up can be sent again."}},
)
def resend(desk: DeskHere, person: Acting, number: Annotated[int, Field(ge=1, le=LARGEST)]) -> Done:
    """Puts a refused or dead delivery back in the queue."""
    if not desk.ledger.resend(number, person.name, desk.now):
        raise HTTPException(409, "Only a delivery that was refused or given up can be sent again.")
    return Done()
