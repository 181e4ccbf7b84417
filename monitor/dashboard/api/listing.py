"""Pages of JSON under /api/v1, each with an ETag and the address of the following page."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import Field
from starlette.responses import Response

from monitor.dashboard.api.lists import LARGEST, LISTS, Asked
from monitor.dashboard.api.shapes import (
    AlertShape,
    ArticleDetail,
    ArticleShape,
    AuthorityShape,
    DeliveryShape,
    Fault,
    JudgementShape,
    Page,
    SourceShape,
)
from monitor.dashboard.desk import Desk, DeskHere, Reader, tagged

FAULTS: dict[int | str, dict[str, Any]] = {
    304: {"description": "You hold this already (If-None-Match)."},
    401: {"model": Fault, "description": "Sign in, or show a token."},
    404: {"model": Fault, "description": "There is none."},
    422: {"model": Fault, "description": "The request cannot be read."},
    421: {"description": "This name is not served here.", "content": {"text/plain": {}}},
    503: {"model": Fault, "description": "The ledger cannot serve at present."},
}
router = APIRouter(prefix="/api/v1", tags=["lists"], responses=FAULTS)
Sought = Annotated[Asked, Query()]


def _listed(request: Request, desk: Desk, name: str, asked: Asked) -> Response:
    rows_of, shape = LISTS[name]
    rows = rows_of(desk, asked.model_copy(update={"limit": asked.limit + 1}))
    shown = rows[: asked.limit]
    following = None
    if len(rows) > asked.limit:
        given = {key: value for key, value in request.query_params.items() if key != "before"}
        following = f"/api/v1/{name}?{urlencode({**given, 'before': shown[-1][0]})}"
    answer = Page[shape](items=[item for _, item in shown], next=following)  # type: ignore[valid-type]
    headers = {"Link": f'<{following}>; rel="next"'} if following else {}
    return tagged(request, answer.model_dump_json().encode(), "application/json", headers=headers)


@router.get("/judgements", response_model=Page[JudgementShape])
def judgements(request: Request, desk: DeskHere, person: Reader, asked: Sought) -> Response:
    """Judgements on record, the newest inspection first, each area an item."""
    return _listed(request, desk, "judgements", asked)


@router.get("/alerts", response_model=Page[AlertShape])
def alerts(request: Request, desk: DeskHere, person: Reader, asked: Sought) -> Response:
    """What was told, newest first."""
    return _listed(request, desk, "alerts", asked)


@router.get("/articles", response_model=Page[ArticleShape])
def articles(request: Request, desk: DeskHere, person: Reader, asked: Sought) -> Response:
    """What was read, newest first."""
    return _listed(request, desk, "articles", asked)


@router.get("/articles/{number}")
def article(
    request: Request, desk: DeskHere, person: Reader, number: Annotated[int, Field(ge=1, le=LARGEST)]
) -> ArticleDetail:
    """One article with what was found in it, and why it was told or not."""
    trail = desk.ledger.article(number)
    if trail is None:
        raise HTTPException(404, "There is no article of this number.")
    reading = trail.reading
    return ArticleDetail(
        article=ArticleShape.of(trail.row),
        reason=reading.reason if reading else "",
        mentions=[_mention(one) for one in (reading.mentions if reading else ())],
        dismissals=[{"quote": one.quote, "reason": one.reason} for one in (reading.dismissals if reading else ())],
        alerts=[row.alert.event_key for row in trail.alerts],
        why=trail.row.why,
    )


def _mention(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a Mention, field by field
    plain = ("authority", "area", "grade", "framework", "quote", "confidence", "previous_grade")
    days = {"inspection_from": one.inspection_from, "inspection_to": one.inspection_to}
    return {**{name: getattr(one, name) for name in plain}, "standing": str(one.standing), **days}


@router.get("/authorities", response_model=Page[AuthorityShape])
def authorities(request: Request, desk: DeskHere, person: Reader, asked: Sought) -> Response:
    """The authorities of England with their latest grade, by name."""
    return _listed(request, desk, "authorities", asked)


@router.get("/sources", response_model=Page[SourceShape])
def sources(request: Request, desk: DeskHere, person: Reader, asked: Sought) -> Response:
    """The feeds we follow and how each is."""
    return _listed(request, desk, "sources", asked)


@router.get("/deliveries", response_model=Page[DeliveryShape])
def deliveries(request: Request, desk: DeskHere, person: Reader, asked: Sought) -> Response:
    """Messages on their way or arrived, newest first."""
    return _listed(request, desk, "deliveries", asked)
