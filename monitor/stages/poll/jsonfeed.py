"""JSON Feed 1.x, and the search results of GOV.UK in JSON; small enough to read ourselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from monitor.model.moment import moment
from monitor.stages.poll.item import Item

MAX_ITEMS = 5_000
MAX_NESTING = 200


def items(text: str) -> tuple[list[Item], str, str, str] | None:
    """The Items, the feed's title and site, and what was wrong; None where this is no JSON document with a list of items."""
    if not text[:4096].lstrip().startswith("{"):
        return None
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return [], "", "", "not well-formed JSON"
    listed = found.get("items", found.get("results"))
    if not isinstance(listed, list):
        return [], "", "", "JSON without a list of items"
    kept = [_item(raw) for raw in listed[:MAX_ITEMS] if isinstance(raw, dict)]
    wrong = "" if len(kept) == len(listed) else f"{len(listed) - len(kept)} items are no objects or too many"
    return kept, _text(found, "title"), _text(found, "home_page_url"), wrong


def _item(raw: Mapping[str, Any]) -> Item:
    body = _text(raw, "content_html") or _escaped(_text(raw, "content_text"))
    summary = _text(raw, "summary") or _text(raw, "description")
    published = moment(_text(raw, "date_published") or _text(raw, "public_timestamp"))
    updated = moment(_text(raw, "date_modified"))
    return Item(
        title=_text(raw, "title"),
        link=_text(raw, "url") or _text(raw, "external_url") or _text(raw, "link") or _permalink(raw),
        guid=_text(raw, "id") or _text(raw, "_id"),
        summary=summary or body,
        body=body if summary else "",
        author=_author(raw),
        published=published or updated,
        updated=updated,
        is_text=True,
    )


def _permalink(raw: Mapping[str, Any]) -> str:
    identity = _text(raw, "id")
    return identity if identity.startswith(("http://", "https://")) else ""


def _author(raw: Mapping[str, Any]) -> str:
    authors = raw.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else raw.get("author")
    return _text(first, "name") if isinstance(first, dict) else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""
