"""Articles: what was read, and why anything did or did not come of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from monitor.dashboard.cases import Verdict, case_of, keep
from monitor.dashboard.desk import DeskHere, Editor, Reader, page
from monitor.dashboard.marking import marked
from monitor.dashboard.record import in_being
from monitor.dashboard.words import KINDS
from monitor.edges.ledger.rows import Wanted

router = APIRouter(include_in_schema=False)
EACH = 40
LARGEST = 2**53
Number = Annotated[int, Field(ge=1, le=LARGEST)]


class Filters(BaseModel):
    """What the list is narrowed by."""

    q: str = Field(default="", max_length=200)
    kind: str = Field(default="", max_length=40)
    authority: str = Field(default="", max_length=100)
    only: str = Field(default="relevant", max_length=20)
    before: int = Field(default=0, ge=0, le=LARGEST)


@router.get("/articles")
def articles(request: Request, desk: DeskHere, person: Reader, asked: Annotated[Filters, Query()]) -> Response:
    """Articles, newest first; relevant ones unless all are asked for."""
    name = next((one.name for one in desk.reference.authorities if one.slug == asked.authority), "")
    wanted = Wanted(
        limit=EACH + 1,
        before=asked.before,
        authority=name,
        kind=asked.kind if asked.kind in KINDS else "",
        outcome="relevant" if asked.only == "relevant" else "",
        text=asked.q.replace("\0", "").strip(),
    )
    rows = desk.ledger.articles(wanted)
    shown = rows[:EACH]
    return page(
        request,
        "articles.html",
        rows=shown,
        asked=asked,
        kinds=KINDS,
        authorities=in_being(desk.reference),
        following=shown[-1].number if len(rows) > EACH else 0,
    )


@router.get("/articles/{number}")
def article(request: Request, desk: DeskHere, person: Reader, number: Number, kept: str = "") -> Response:
    """Why: one article's trail."""
    trail = desk.ledger.article(number)
    if trail is None:
        raise HTTPException(404, "There is no article of this number.")
    reading = trail.reading
    return page(
        request,
        "article.html",
        trail=trail,
        article=trail.article,
        reading=reading,
        paragraphs=marked(trail.article.title, trail.article.text, reading),
        resolutions=trail.resolutions,
        alerts=[row.alert for row in trail.alerts],
        why=trail.row.why,
        kept=kept == "yes",
        kinds=KINDS,
        authorities=in_being(desk.reference),
    )


@router.post("/articles/{number}/wrong")
def wrong(desk: DeskHere, person: Editor, number: Number, said: Annotated[Verdict, Form()]) -> Response:
    """ "This is wrong": keep the article as a labelled case in the user's own file."""
    trail = desk.ledger.article(number)
    if trail is None:
        raise HTTPException(404, "There is no article of this number.")
    case = case_of(trail.article, said, f"article-{number}")
    path = keep(desk.settings, case)
    desk.ledger.note((person.name, "label", f"article {number}"), f"kept in {path}", desk.now)
    return RedirectResponse(f"/articles/{number}?kept=yes#wrong", 303)
