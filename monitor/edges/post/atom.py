"""The Atom side of a feed of alerts, written from its JSON Feed items."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

Item = dict[str, object]


def atom(title: str, home_page: str, items: Sequence[Item]) -> bytes:
    """An Atom 1.0 document, newest item first; ids are `urn:inspection-monitor:<id>`."""
    updated = str(items[0].get("date_published", "")) if items else "1970-01-01T00:00:00+00:00"
    link = f"<link href={quoteattr(home_page)}/>" if home_page else ""
    head = f"<title>{_text(title)}</title><id>urn:inspection-monitor:feed</id><updated>{_text(updated)}</updated>{link}"
    author = "<author><name>Inspection Monitor</name></author>"
    entries = "".join(_entry(item) for item in items)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{head}{author}{entries}</feed>\n'
    ).encode()


def _entry(item: Item) -> str:
    url = str(item.get("url", ""))
    when = _text(item.get("date_published", ""))
    link = f"<link href={quoteattr(_clean(url))}/>" if url else ""
    return (
        f"\n<entry><id>urn:inspection-monitor:{_text(item.get('id', ''))}</id><title>{_text(item.get('title', ''))}</title>"
        f"<updated>{when}</updated><published>{when}</published>{link}"
        f"<summary>{_text(item.get('summary', ''))}</summary><content>{_text(item.get('content_text', ''))}</content></entry>"
    )


def _text(value: object) -> str:
    return escape(_clean(str(value)))


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 forbids."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff")
    )
