"""Read: a pasted text or an address, read as the service would, with the whole trail shown."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from monitor.dashboard.cases import Verdict, case_of, keep
from monitor.dashboard.desk import Desk, DeskHere, Editor, Reader, Visitor, page
from monitor.dashboard.marking import marked
from monitor.dashboard.record import in_being
from monitor.dashboard.words import KINDS
from monitor.model.page import Article
from monitor.model.page import Request as WebRequest
from monitor.model.source import Entry
from monitor.model.trail import Ground, Trail
from monitor.pipeline import follow
from monitor.stages import classify, extract, fetch, resolve

router = APIRouter(include_in_schema=False)
MOST_TEXT = 200_000
FIRST_YEAR, LAST_YEAR = 1990, 2100
AT = time(9, 30, tzinfo=UTC)
"""Reports appear at half past nine."""


class Pasted(BaseModel):
    """The form: an address, or a text whose first line is the headline; `published` an ISO day or ""."""

    url: str = Field(default="", max_length=4000)
    text: str = Field(default="", max_length=MOST_TEXT)
    published: str = Field(default="", max_length=40)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why there is nothing to read."""

    why: str


def moment_of(published: str) -> datetime | None:
    """The half past nine of an ISO day; None where there is none, or none on which there could be news of this."""
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        return None
    return datetime.combine(day, AT) if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


async def article_of(desk: Desk, pasted: Pasted) -> Article | Unreadable:
    """The Article in what was pasted, or at the address, fetched as the service fetches."""
    published, url, text = moment_of(pasted.published), pasted.url.strip(), pasted.text.replace("\0", "").strip()
    if text:
        return await asyncio.to_thread(extract.from_text, text, url, published, "")
    if not url:
        return Unreadable("Paste a text, or give an address.")
    if not url.startswith(("http://", "https://")):
        return Unreadable("An address begins with http:// or https://.")
    found = await desk.world.web.get(WebRequest(url, "page"))
    meaning = fetch.meaning(found)
    if meaning.verdict != "fresh":
        return Unreadable(f"The address could not be read: {meaning.reason}")
    return await desk.world.bench.article(Entry(url, "", "", url, "", published=published), found)


def read(desk: Desk, article: Article) -> Trail:
    """The article's trail by the watch-list of now, against what was on record before its day."""
    moment = article.published or desk.now
    reading = classify.classify(article, desk.reference)
    names = resolve.concerned(reading, article, moment, desk.reference)
    known = desk.ledger.inspections(names, before=moment)
    entry = Entry(identity=article.canonical, feed="", source="", url=article.url, title=article.title)
    world = desk.world
    return follow(entry, article, reading, Ground(world.watchlist, world.reference, world.plans, moment), known)


@router.get("/read")
def ask(request: Request, desk: DeskHere, person: Reader) -> Response:
    """The empty box."""
    return page(request, "read.html", pasted=Pasted(), trail=None, trouble="", kept=False)


@router.post("/read")
async def answer(request: Request, desk: DeskHere, person: Visitor, pasted: Annotated[Pasted, Form()]) -> Response:
    """What was read; nothing is recorded, so a reader may ask too."""
    article = await article_of(desk, pasted)
    if isinstance(article, Unreadable):
        return page(request, "read.html", pasted=pasted, trail=None, trouble=article.why, kept=False)
    trail = await asyncio.to_thread(read, desk, article)
    return _shown(request, desk, pasted, trail, False)


class Corrected(Verdict):
    """A verdict on what was pasted."""

    title: str = Field(default="", max_length=1000)
    body: str = Field(default="", max_length=MOST_TEXT)
    url: str = Field(default="", max_length=4000)
    published: str = Field(default="", max_length=40)


@router.post("/read/wrong")
def wrong(request: Request, desk: DeskHere, person: Editor, said: Annotated[Corrected, Form()]) -> Response:
    """Keep what was pasted as a labelled case."""
    article = Article(said.url, said.url, said.title, said.body, published=moment_of(said.published))
    path = keep(desk.settings, case_of(article, said, f"pasted-{desk.now:%Y%m%dT%H%M%S%f}"))
    desk.ledger.note((person.name, "label", "pasted text"), f"kept in {path}", desk.now)
    pasted = Pasted(url=said.url, text=f"{said.title}\n\n{said.body}", published=said.published)
    return _shown(request, desk, pasted, read(desk, article), True)


def _shown(request: Request, desk: Desk, pasted: Pasted, trail: Trail, kept: bool) -> Response:
    assert trail.article is not None
    return page(
        request,
        "read.html",
        pasted=pasted,
        trail=trail,
        trouble="",
        article=trail.article,
        reading=trail.reading,
        paragraphs=marked(trail.article.title, trail.article.text, trail.reading),
        resolutions=trail.resolutions,
        alerts=trail.alerts,
        why=trail.why,
        kept=kept,
        kinds=KINDS,
        authorities=in_being(desk.reference),
    )
