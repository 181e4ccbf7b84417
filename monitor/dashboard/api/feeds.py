"""Feeds of judgements and alerts: Atom and JSON Feed, of all, of one rule, of one authority; expected inspections as a calendar."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from xml.sax.saxutils import escape, quoteattr

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from monitor.dashboard.desk import Desk, DeskHere, Reader, home, tagged
from monitor.dashboard.record import Record, headline, in_being, public_day
from monitor.dashboard.words import area_title, short_day
from monitor.edges.ledger.rows import AlertRow, Wanted
from monitor.model.authority import slug_of
from monitor.model.judgement import Inspection

router = APIRouter(prefix="/feeds", include_in_schema=False)
EACH = 50
SCANNED = 1000
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed; `key` never changes."""

    key: str
    title: str
    text: str
    url: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: its title, its path without ending, its items newest first."""

    title: str
    path: str
    items: Sequence[Item]


@router.get("/judgements.{form}")
def judgements(request: Request, desk: DeskHere, person: Reader, form: str) -> Response:
    """The newest judgements on record."""
    items = [_judged(one, home(request)) for one in desk.record().newest(EACH)]
    return _written(request, Channel("Judgements of children's services", "/feeds/judgements", items), form)


@router.get("/alerts.{form}")
def alerts(request: Request, desk: DeskHere, person: Reader, form: str) -> Response:
    """What was told."""
    items = [_told(row, home(request)) for row in desk.ledger.alerts(Wanted(limit=EACH))]
    return _written(request, Channel("Alerts", "/feeds/alerts", items), form)


@router.get("/rules/{slug}.{form}")
def of_rule(request: Request, desk: DeskHere, person: Reader, slug: str, form: str) -> Response:
    """What one rule of the watch-list told."""
    name = next((rule.name for rule in desk.world.watchlist.rules if slug_of(rule.name) == slug), None)
    if name is None:
        raise HTTPException(404, "There is no rule of this name.")
    rows = [row for row in desk.ledger.alerts(Wanted(limit=SCANNED)) if name in _rules(row)][:EACH]
    items = [_told(row, home(request)) for row in rows]
    return _written(request, Channel(f"Alerts of the rule {name}", f"/feeds/rules/{slug}", items), form)


@router.get("/authorities/{slug}.{form}")
def of_authority(request: Request, desk: DeskHere, person: Reader, slug: str, form: str) -> Response:
    """One authority's judgements."""
    one = desk.authority(slug)
    items = [_judged(held, home(request)) for held in desk.record().of(one.name)[:EACH]]
    return _written(request, Channel(f"Judgements of {one.name}", f"/feeds/authorities/{slug}", items), form)


@router.get("/windows.ics")
def windows(request: Request, desk: DeskHere, person: Reader) -> Response:
    """When the next inspections are likely: an estimate with its basis, one entry an authority of the watch-list."""
    watched = {name for rule in desk.world.watchlist.rules for name in rule.authorities}
    return tagged(request, _calendar(desk, desk.record(), watched).encode(), "text/calendar; charset=utf-8")


def _rules(row: AlertRow) -> set[str]:
    return {name for _, names in row.alert.notify for name in names}


def _judged(one: Inspection, base: str) -> Item:
    shown, when = headline(one), public_day(one)
    grades = "; ".join(f"{area_title(area)}: {grade}" for area, grade in one.grades)
    title = f"{one.authority}: {shown.grade} ({shown.note})" if shown else one.authority
    moment = datetime.combine(when, time(9, 30, tzinfo=UTC)) if when else datetime(2000, 1, 1, tzinfo=UTC)
    text = f"{grades}. Published {short_day(when)}, {one.confirmed}."
    return Item(one.key, title, text, one.report_url or f"{base}/authorities/{slug_of(one.authority)}", moment)


def _told(row: AlertRow, base: str) -> Item:
    one = row.alert
    title = f"{one.authority}: {one.grade or one.kind} ({area_title(one.area) if one.area else one.level})"
    url = f"{base}/articles/{row.article}" if row.article else one.url or f"{base}/"
    return Item(one.key, title, f"{one.why}. {one.quote}".strip(), url, one.made or datetime(2000, 1, 1, tzinfo=UTC))


def _written(request: Request, feed: Channel, form: str) -> Response:
    base = home(request)
    if form == "atom":
        return tagged(request, _atom(feed, base).encode(), "application/atom+xml; charset=utf-8")
    if form == "json":
        return tagged(request, _json_feed(feed, base).encode(), "application/feed+json; charset=utf-8")
    raise HTTPException(404, "Feeds end in .atom or .json.")


def _atom(feed: Channel, base: str) -> str:
    def words(text: str) -> str:
        return escape(text.translate(_ILLEGAL))

    updated = max((item.when for item in feed.items), default=datetime(2000, 1, 1, tzinfo=UTC))
    entries = "".join(
        f"<entry><id>tag:inspection-monitor,2026:{words(item.key)}</id><title>{words(item.title)}</title>"
        f"<link href={quoteattr(item.url.translate(_ILLEGAL))}/><updated>{item.when.isoformat()}</updated>"
        f"<summary>{words(item.text)}</summary></entry>\n"
        for item in feed.items
    )
    own = quoteattr(f"{base}{feed.path}.atom")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<id>tag:inspection-monitor,2026:{words(feed.path)}</id><title>{words(feed.title)}</title>"
        f"<author><name>Inspection Monitor</name></author>"
        f'<link rel="self" href={own}/><updated>{updated.isoformat()}</updated>\n{entries}</feed>\n'
    )


def _json_feed(feed: Channel, base: str) -> str:
    items = [
        {
            "id": item.key,
            "title": item.title,
            "content_text": item.text,
            "url": item.url,
            "date_published": item.when.isoformat(),
        }
        for item in feed.items
    ]
    head = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "home_page_url": f"{base}/"}
    return json.dumps({**head, "feed_url": f"{base}{feed.path}.json", "items": items}, ensure_ascii=False)


def _calendar(desk: Desk, record: Record, watched: set[str]) -> str:
    stamp = f"{desk.now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Inspection Monitor//windows//EN"]
    for one in in_being(desk.reference):
        window = record.window(one) if one.name in watched else None
        if window and window.ends >= desk.now.date():
            lines += [
                "BEGIN:VEVENT",
                f"UID:{one.slug}-window@inspection-monitor",
                f"DTSTAMP:{stamp}",
                f"DTSTART;VALUE=DATE:{window.begins:%Y%m%d}",
                f"DTEND;VALUE=DATE:{window.ends:%Y%m%d}",
                f"SUMMARY:{_text(f'{one.name}: inspection likely')}",
                f"DESCRIPTION:{_text(f'An estimate: {window.basis}.')}",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ]
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _text(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """RFC 5545: no line beyond 75 octets; a continuation begins with a blank."""
    pieces, raw = [], line
    while len(raw.encode()) > 73:
        cut = 73
        while len(raw[:cut].encode()) > 73:
            cut -= 1
        pieces.append(raw[:cut])
        raw = " " + raw[cut:]
    return "\r\n".join([*pieces, raw]) + "\r\n"
