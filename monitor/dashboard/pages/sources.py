"""Sources: how each feed is, a try-out of an address, and OPML in and out."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from monitor.dashboard import opml
from monitor.dashboard.desk import Desk, DeskHere, Editor, Reader, Visitor, page, tagged
from monitor.edges.ledger.rows import ProblemRow, Wanted
from monitor.model.page import Request as WebRequest
from monitor.model.source import Feed, FeedState, Listing, Source
from monitor.settings import examine, save_watchlist
from monitor.stages import fetch

router = APIRouter(include_in_schema=False)
WEEKS = 12


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A feed as the page shows it: `health` well, quiet, trouble, gone or new; `weeks` entries a week, oldest first."""

    feed: Feed
    state: FeedState | None
    problems: tuple[ProblemRow, ...]
    weeks: tuple[int, ...]

    @property
    def health(self) -> str:
        """One word for how it is."""
        if self.state is None or self.state.polled is None:
            return "new"
        if self.state.gone:
            return "gone"
        return "trouble" if self.state.failures or self.problems else "well"

    @property
    def spark(self) -> str:
        """The weeks as points of a line in a box of 100 by 24."""
        most = max(*self.weeks, 1)
        step = 100 / max(len(self.weeks) - 1, 1)
        return " ".join(f"{n * step:.1f},{22 - 20 * count / most:.1f}" for n, count in enumerate(self.weeks))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A publisher with its feeds."""

    source: Source
    feeds: tuple[FeedLine, ...]

    @property
    def worst(self) -> str:
        """The health of its worst feed."""
        return max((line.health for line in self.feeds), key=("well", "new", "trouble", "gone").index, default="new")

    def count(self, health: str) -> int:
        """How many of its feeds are so."""
        return sum(line.health == health for line in self.feeds)


def lines(desk: Desk) -> list[SourceLine]:
    """Every enabled source, the ones in trouble first."""
    states = desk.ledger.feed_states()
    problems: dict[str, list[ProblemRow]] = defaultdict(list)
    for row in desk.ledger.problems(True, Wanted(limit=1000)):
        problems[row.feed].append(row)
    found = [
        SourceLine(source, tuple(_line(desk, feed, states.get(feed.key), problems[feed.key]) for feed in source.feeds))
        for source in desk.world.sources
        if source.enabled
    ]
    rank = ("gone", "trouble", "new", "well").index
    return sorted(found, key=lambda line: (rank(line.worst), line.source.name))


def _line(desk: Desk, feed: Feed, state: FeedState | None, problems: list[ProblemRow]) -> FeedLine:
    now = desk.now
    counts = [0] * WEEKS
    for post in state.posts if state else ():
        back = (now - post) // timedelta(days=7)
        if 0 <= back < WEEKS:
            counts[WEEKS - 1 - back] += 1
    return FeedLine(feed, state, tuple(problems), tuple(counts))


@router.get("/sources")
def sources(request: Request, desk: DeskHere, person: Reader) -> Response:
    """Every publisher in a line."""
    return page(request, "sources.html", lines=lines(desk), tried=None, tried_url="", trouble="", imported="")


@router.get("/sources.opml")
def export(request: Request, desk: DeskHere, person: Reader) -> Response:
    """All feeds that a feed reader could follow, as OPML."""
    body = opml.written(desk.world.sources, desk.now)
    name = {"Content-Disposition": 'attachment; filename="inspection-monitor.opml"'}
    return tagged(request, body.encode(), "text/x-opml; charset=utf-8", headers=name)


@router.get("/sources/{slug}")
def source(request: Request, desk: DeskHere, person: Reader, slug: str) -> Response:
    """One publisher: each feed with its last read, its pace, its troubles."""
    found = next((line for line in lines(desk) if line.source.slug == slug), None)
    if found is None:
        raise HTTPException(404, "There is no source of this name.")
    entries = desk.ledger.entries(Wanted(limit=25, source=slug))
    return page(request, "source.html", line=found, entries=entries)


@router.post("/sources/try")
async def try_out(
    request: Request, desk: DeskHere, person: Visitor, url: Annotated[str, Form(max_length=4000)]
) -> Response:
    """Ask an address as the service would, and show what it lists. Nothing is recorded."""
    listing, trouble = await _tried(desk, url.strip())
    return page(request, "sources_try.html", tried=listing, tried_url=url.strip(), trouble=trouble)


async def _tried(desk: Desk, url: str) -> tuple[Listing | None, str]:
    if not url.startswith(("http://", "https://")):
        return None, "An address begins with http:// or https://."
    found = await desk.world.web.get(WebRequest(url, "feed"))
    meaning = fetch.meaning(found)
    if meaning.verdict != "fresh":
        return None, f"The address could not be read: {meaning.reason}"
    return await desk.world.bench.listing(Feed("try/out", "try", "Try-out", url, 900), found), ""


@router.post("/sources/import")
def take_in(
    request: Request, desk: DeskHere, person: Editor, text: Annotated[str, Form(max_length=1_000_000)]
) -> Response:
    """Follow the feeds of an OPML file: one new file in config/sources, checked before it is written."""
    known = {feed.url.rstrip("/") for feed in desk.world.feeds.values()}
    try:
        found = [one for one in opml.read(text) if one.url.rstrip("/") not in known]
    except ValueError as cause:
        return page(request, "sources_try.html", status=400, tried=None, tried_url="", trouble=f"No OPML: {cause}")
    if not found:
        trouble = "Nothing to import: every feed in it is followed already."
        return page(request, "sources_try.html", tried=None, tried_url="", trouble=trouble)
    file = f"imported-{desk.now:%Y%m%d-%H%M%S}.toml"
    written = opml.as_source(found, f"Imported {desk.now:%d %B %Y %H:%M:%S}")
    folder = desk.installation.folder
    problems = examine(folder, os.environ, desk.reference, {f"sources/{file}": written}).problems
    if problems:
        trouble = f"Not imported: {problems[0]}"
        return page(request, "sources_try.html", status=400, tried=None, tried_url="", trouble=trouble)
    save_watchlist(folder / "sources" / file, written)
    desk.ledger.note((person.name, "import", file), f"{len(found)} feeds", desk.now)
    return RedirectResponse(f"/sources?imported={len(found)}", 303)
