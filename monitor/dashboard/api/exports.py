"""Whole lists as CSV and JSON, streamed; the description of the API; the page that explains it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response, StreamingResponse

from monitor.dashboard.api.lists import LISTS, Asked, whole
from monitor.dashboard.desk import DeskHere, Reader, page, tagged

router = APIRouter(include_in_schema=False)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula when a cell begins with it."""


@router.get("/api/v1/{name}.csv")
def as_csv(desk: DeskHere, person: Reader, name: str, asked: Annotated[Asked, Query()]) -> Response:
    """A list for a spreadsheet."""
    _known(name)
    columns = list(LISTS[name][1].model_fields)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    lines = _csv_lines(columns, whole(desk, name, asked))
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/api/v1/{name}.json")
def as_json(desk: DeskHere, person: Reader, name: str, asked: Annotated[Asked, Query()]) -> Response:
    """A list as one JSON array."""
    _known(name)
    headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
    return StreamingResponse(_json_lines(whole(desk, name, asked)), media_type="application/json", headers=headers)


def _known(name: str) -> None:
    if name not in LISTS:
        raise HTTPException(404, "There is no such list.")


def _csv_lines(columns: list[str], rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
        if held.tell() > 16_384:
            yield held.getvalue()
            held.seek(0)
            held.truncate()
    yield held.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(str(one) for one in value)
    elif isinstance(value, dict):
        value = "; ".join(f"{key}: {one}" for key, one in value.items())
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _json_lines(rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]\n"


@router.get("/openapi.json")
def described(request: Request, person: Reader) -> Response:
    """The API in OpenAPI's words."""
    app = request.app
    said = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
    return tagged(request, json.dumps(said).encode(), "application/json")


@router.get("/api")
def about(request: Request, person: Reader) -> Response:
    """The API in a person's words."""
    return page(request, "api.html", lists=[*LISTS])
