"""OPML in and out: the lists that feed readers exchange (OPML 2.0, opml.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from monitor.model.source import Source

MOST = 2_000
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list."""

    name: str
    url: str


def written(sources: Iterable[Source], now: datetime) -> str:
    """Every feed of the press as OPML; registers are no feeds."""
    lines = []
    for source in sources:
        feeds = [feed for feed in source.feeds if feed.reader == "feed"] if source.enabled else []
        if feeds:
            lines.append(f"    <outline text={_attribute(source.name)}>")
            lines += [
                f'      <outline type="rss" text={_attribute(feed.name)} xmlUrl={_attribute(feed.url)}/>'
                for feed in feeds
            ]
            lines.append("    </outline>")
    head = f"    <title>Inspection Monitor</title>\n    <dateCreated>{format_datetime(now)}</dateCreated>"
    body = "\n".join(lines)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n  <head>\n{head}\n  </head>\n'
        f"  <body>\n{body}\n  </body>\n</opml>\n"
    )


def read(text: str) -> tuple[Outline, ...]:
    """The feeds of an OPML document, each address once. Raises ValueError with what is wrong."""
    if "<!" in text.replace("<!--", ""):
        raise ValueError("it holds a document type, which is not taken")
    try:
        tree = ElementTree.fromstring(text.strip().encode("utf-8", "replace"))  # noqa: S314 - see above
    except (ElementTree.ParseError, ValueError, LookupError) as cause:
        raise ValueError(str(cause)) from None
    found: dict[str, Outline] = {}
    for outline in tree.iter("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        if url.startswith(("http://", "https://")) and len(found) < MOST:
            found.setdefault(url, Outline((outline.get("title") or outline.get("text") or url).strip()[:200], url))
    if not found:
        raise ValueError("it lists no feed with an xmlUrl")
    return tuple(found.values())


def as_source(feeds: Sequence[Outline], name: str) -> str:
    """A source's file that follows these feeds; JSON's quoted text is TOML's."""
    seen: dict[str, int] = {}
    parts = [f'# From an OPML file.\nname = {_quoted(name)}\nkind = "press"\n']
    for feed in feeds:
        seen[feed.name] = seen.get(feed.name, 0) + 1
        shown = feed.name if seen[feed.name] == 1 else f"{feed.name} {seen[feed.name]}"
        parts.append(f'\n[[feeds]]\nname = {_quoted(shown)}\nurl = {_quoted(feed.url)}\nevery = "30m"\n')
    return "".join(parts)


def _quoted(text: str) -> str:
    return json.dumps(_UNFIT.sub("", text).replace("\x7f", ""), ensure_ascii=False)


def _attribute(text: str) -> str:
    return quoteattr(_UNFIT.sub("", text))
