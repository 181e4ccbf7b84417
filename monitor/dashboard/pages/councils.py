"""The map through time, the list of authorities, and each authority's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from monitor.dashboard import cartogram
from monitor.dashboard.desk import DeskHere, Reader, page
from monitor.dashboard.pages.now import told
from monitor.dashboard.record import Record, Standing, headline, in_being, public_day
from monitor.dashboard.words import ORDER, short_day
from monitor.edges.ledger.rows import ArticleRow, Wanted
from monitor.model.authority import Authority
from monitor.model.judgement import Inspection

router = APIRouter(include_in_schema=False)
FIRST_YEAR = 2013
VISITS = ("focused_visit", "monitoring_visit", "jtai", "intervention")
Day = Annotated[str, Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of an authority's timeline: an inspection, or an article on a visit or an intervention."""

    when: date
    inspection: Inspection | None = None
    article: ArticleRow | None = None


@router.get("/map")
def map_page(
    request: Request, desk: DeskHere, person: Reader, on: Day = "", month: Annotated[str, Query(max_length=10)] = ""
) -> Response:
    """England on a day: `on` a day, or `month` counted from January 2013 (the slider's number)."""
    today = desk.now.date()
    chosen = _chosen(on, month, today)
    record = desk.record()
    regions = {one.name: one.region for one in in_being(desk.reference)}
    standings = {one.name: record.standing(one, chosen) for one in in_being(desk.reference)}
    width, height = cartogram.extent()
    return page(
        request,
        "map.html",
        on=chosen,
        is_today=chosen == today,
        month=(chosen.year - FIRST_YEAR) * 12 + chosen.month - 1,
        last_month=(today.year - FIRST_YEAR) * 12 + today.month - 1,
        earlier=_shifted(chosen, -1, today),
        later=_shifted(chosen, 1, today),
        tiles=[(tile, standings[tile.authority], described(standings[tile.authority])) for tile in cartogram.tiles()],
        by_step=_by_step(list(standings.values())),
        outlines=cartogram.outlines(regions),
        width=width,
        height=height,
        size=cartogram.SIZE,
    )


def _chosen(on: str, month: str, today: date) -> date:
    """The day asked for, within the years on record; today where none can be read."""
    first = date(FIRST_YEAR, 1, 1)
    try:
        if month and not on:
            years, rest = divmod(int(month), 12)
            wanted = _end_of(FIRST_YEAR + years, rest + 1)
        else:
            wanted = date.fromisoformat(on) if on else today
    except (ValueError, OverflowError):
        wanted = today
    return min(max(wanted, first), today)


def _end_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _shifted(day: date, years: int, today: date) -> date | None:
    """The same day some years on, None outside the record."""
    year = day.year + years
    moved = day.replace(year=year, day=min(day.day, 28))
    return moved if year >= FIRST_YEAR and moved <= today else None


def described(standing: Standing) -> str:
    """A tile in words: "Kent: good overall, published 4 May 2022"."""
    name, held, shown = standing.authority.name, standing.inspection, standing.headline
    if held is None or shown is None:
        return f"{name}: not judged yet"
    of = f" (judged as {standing.of})" if standing.of else ""
    return f"{name}: {shown.grade}, {shown.note}, published {short_day(public_day(held))}{of}"


def _by_step(standings: Sequence[Standing]) -> list[tuple[str, list[Standing]]]:
    """The gravest first, each step's authorities by name."""
    held: dict[str, list[Standing]] = defaultdict(list)
    for one in standings:
        held[one.step].append(one)
    return [(step, held[step]) for step in (*reversed(ORDER), "none") if held[step]]


@router.get("/authorities")
def authorities(
    request: Request, desk: DeskHere, person: Reader, q: Annotated[str, Query(max_length=100)] = ""
) -> Response:
    """Every authority of England with its standing, by region."""
    record, today = desk.record(), desk.now.date()
    wanted = q.casefold().strip()
    by_region: dict[str, list[Standing]] = defaultdict(list)
    for one in in_being(desk.reference):
        if not wanted or any(wanted in name.casefold() for name in (one.name, one.official_name, *one.aliases)):
            by_region[one.region].append(record.standing(one, today))
    return page(request, "authorities.html", regions=sorted(by_region.items()), q=q)


@router.get("/authorities/{slug}")
def authority(request: Request, desk: DeskHere, person: Reader, slug: str) -> Response:
    """One authority: its timeline, what comes next, what was written and told."""
    one = desk.authority(slug)
    record = desk.record()
    articles = desk.ledger.articles(Wanted(limit=25, authority=one.name))
    return page(
        request,
        "authority.html",
        one=one,
        standing=record.standing(one, desk.now.date()),
        timeline=_timeline(record, one, articles),
        areas=_areas(record.of(one.name)),
        window=record.window(one),
        articles=articles,
        alerts=told(desk, Wanted(limit=10, authority=one.name)),
        rules=[rule.name for rule in desk.world.watchlist.rules if one.name in rule.authorities],
        feeds=[feed for feed in desk.world.feeds.values() if one.name in feed.authorities],
        former=[two for two in desk.reference.authorities if one.name in two.successors],
    )


def _timeline(record: Record, one: Authority, articles: Sequence[ArticleRow]) -> list[tuple[Moment, object]]:
    """Inspections with their headline, visits and interventions, newest first."""
    rows: list[tuple[Moment, object]] = [
        (Moment(public_day(held) or date.min, held), headline(held)) for held in record.of(one.name)
    ]
    for article in articles:
        if article.kind in VISITS and article.relevant:
            rows.append((Moment((article.published or article.recorded).date(), None, article), None))
    return sorted(rows, key=lambda row: row[0].when, reverse=True)


def _areas(rows: Sequence[Inspection]) -> list[str]:
    """The areas ever graded, in the order people know."""
    from monitor.dashboard.words import AREAS

    found = {area for one in rows for area, _ in one.grades}
    return [area for area in AREAS if area in found] + sorted(found - set(AREAS))
