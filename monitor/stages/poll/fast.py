"""The fast parser, for feeds that the survey found ordinary; None sends the feed to the judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import fastfeedparser

from monitor.model.moment import utc
from monitor.stages.poll.item import Item, longest_content, text_in


def items(body: bytes, expected: int = 0) -> tuple[list[Item], str, str] | None:
    """The Items, the feed's title and its own site; None where it refuses or finds fewer than `expected`.

    `body` is UTF-8. With `expected` 0 whatever can be had is taken.
    """
    try:
        found = fastfeedparser.parse(body, include_tags=False, include_media=False, include_enclosures=False)
        channel = found.get("feed", {})
        listed = list(_items(found.get("entries", ()), is_atom=b"<feed" in body[:2048]))
    except Exception:  # it raises whatever its parsers raise; the judge comes next
        return None
    is_short = len(listed) < expected or (expected and not all(item.title and item.link for item in listed))
    return None if is_short else (listed, text_in(channel, "title"), text_in(channel, "link"))


def _items(found: list[Mapping[str, Any]], is_atom: bool) -> Iterator[Item]:
    for raw in found:
        title = text_in(raw, "title")
        if is_atom and "<" in title:
            raise ValueError("whether this title is markup only the judge can say")
        summary = text_in(raw, "description")
        yield Item(
            title=title,
            link=text_in(raw, "link"),
            guid=text_in(raw, "id"),
            summary=summary,
            body=longest_content(raw, summary),
            author=text_in(raw, "author"),
            published=_time(raw, "published"),
            updated=_time(raw, "updated"),
        )


def _time(raw: Mapping[str, Any], name: str) -> datetime | None:
    value = raw.get(name)
    return utc(datetime.fromisoformat(value)) if value else None
