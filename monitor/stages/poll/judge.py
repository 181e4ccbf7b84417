"""feedparser, the judge of every feed that is not quite ordinary, kept from the inputs that make it hang.

It is given well-formed UTF-8 in a BytesIO (bytes that look like a path it would open) and neither sanitises nor resolves
markup, since we keep plain words only.
"""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from xml.sax import expatreader

import feedparser
import feedparser.api

from monitor.model.moment import moment
from monitor.stages.poll.item import Item, longest_content, text_in

feedparser.api.PREFERRED_XML_PARSERS[:] = [expatreader.__name__]
"""Named, lest it seek another one on the disk at every feed."""
_PROLOGUE = re.compile(rb"\s{2,}")
_LONG_RUN = re.compile(rb"(?<![^\s>])[^\s>]{1024,}+")
_AT_RUN = re.compile(rb"(?<![^\s<>\"'])[^\s<>\"']{256,}+")
_STRAY = re.compile(rb"<(?!!\[CDATA\[)(?=[^<>]*+(?:<|\Z))")
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>|<!\[CDATA\[|<!--")
MAX_DEPTH = 500
_MAX_STRAY = 200
_ENTITY = re.compile(rb"<!ENTITY[^>]{0,4000}>?")
_MAX_ENTITIES = 300
_UNSAFE_ENTITY = re.compile(rb"&[A-Za-z]|SYSTEM|PUBLIC")


def items(body: bytes, base: str) -> tuple[list[Item], str, str, str]:
    """The Items, the feed's title and site, and what was wrong with the document ("" if nothing). Never raises.

    `body` is UTF-8; `base` the address it came from.
    """
    headers = {"content-type": "application/xml; charset=utf-8"}
    if b"base=" in body:  # else we make addresses absolute ourselves: resolving doubles the time it takes
        headers["content-location"] = base
    try:
        found = feedparser.parse(
            io.BytesIO(disarmed(body)), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as fault:  # a parser of anything: whatever it raises is the document's fault
        return [], "", "", f"{type(fault).__name__}: {fault}"[:200]
    channel = dict(found["feed"])
    wrong = str(found.get("bozo_exception", ""))[:200] if found.get("bozo") else ""
    is_atom = str(found.get("version", "")).startswith("atom")
    listed = [_item(dict(raw), is_atom) for raw in found["entries"]]
    return listed, text_in(channel, "title"), text_in(channel, "link"), wrong


def disarmed(body: bytes) -> bytes:
    """The document without what is known to cost the parser more than linear time; ordinary documents pass unchanged."""
    start = re.search(rb"<\w", body)
    head = start.start() if start else min(len(body), 4096)
    if head > 1024:
        body = _PROLOGUE.sub(b"\n", body[:head]) + body[head:]
    if declared := body.count(b"<!ENTITY"):
        body = _ENTITY.sub(_safe_entity if declared <= _MAX_ENTITIES else b"", body)
    if body.count(b"<") > 2 * body.count(b">") + _MAX_STRAY:
        body = _STRAY.sub(b"&lt;", body)
    body = _LONG_RUN.sub(_spaced, body)
    body = _AT_RUN.sub(_shortened_address, body)
    return _shallow(body)


def _shallow(body: bytes) -> bytes:
    """The document up to where it first lies deeper than any feed does."""
    if body.count(b"<") < MAX_DEPTH:
        return body
    depth, at = 0, 0
    while found := _TAG.search(body, at):
        at = found.end()
        if found.group(1) is None:
            end = body.find(b"]]>" if found.group().endswith(b"[") else b"-->", at)
            at = end if end >= 0 else len(body)
        elif not found.group(2):
            depth += -1 if found.group(1) else 1
            if depth > MAX_DEPTH:
                return body[: found.start()]
    return body


def _safe_entity(found: re.Match[bytes]) -> bytes:
    """A declaration that stands for a few characters; none that names another entity, a file or an address."""
    declaration = found.group()
    return declaration if len(declaration) < 200 and not _UNSAFE_ENTITY.search(declaration) else b""


def _spaced(found: re.Match[bytes]) -> bytes:
    run = found.group()
    return run.replace(b"<", b" <") if run.count(b"<") > 32 else run


def _shortened_address(found: re.Match[bytes]) -> bytes:
    run = found.group()
    return run if b"@" not in run or b"://" in run[:12] else run[:256]


def _item(raw: Mapping[str, Any], is_atom: bool) -> Item:
    detail = raw.get("title_detail") or {}
    summary = text_in(raw, "summary")
    return Item(
        title=text_in(raw, "title"),
        link=_link(raw),
        guid=text_in(raw, "id"),
        summary=summary,
        body=longest_content(raw, summary),
        author=text_in(raw, "author"),
        outlet=text_in(dict(raw.get("source") or {}), "title") or text_in(raw, "news_source"),
        published=_time(raw, "published") or _time(raw, "created") or _time(raw, "updated"),
        updated=_time(raw, "updated"),
        is_text=is_atom and detail.get("type") == "text/plain" and "</" not in text_in(raw, "title"),
    )


def _link(raw: Mapping[str, Any]) -> str:
    original = text_in(raw, "feedburner_origlink")
    if original or (link := text_in(raw, "link")):
        return original or link
    links = [found for found in raw.get("links") or () if found.get("href")]
    pages = [found for found in links if found.get("rel") in ("alternate", "self", "via", "related")]
    guid = text_in(raw, "id")
    return str(pages[0]["href"]) if pages else (guid if guid.startswith(("http://", "https://")) else "")


def _time(raw: Mapping[str, Any], name: str) -> datetime | None:
    """Our own reading of the date as written; feedparser's where it knows a format that we do not."""
    if (ours := moment(text_in(raw, name))) is not None:
        return ours
    parsed = raw.get(f"{name}_parsed")
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, TypeError, OverflowError):
        return None
