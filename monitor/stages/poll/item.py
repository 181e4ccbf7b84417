"""Item: an entry as some parser found it, before it is cleaned up into an Entry of ours."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from monitor.model.address import absolute, both, canonical
from monitor.model.source import Entry, Feed
from monitor.model.wording import plain, tidy, unescaped

MAX_TITLE, MAX_SUMMARY, MAX_BODY, MAX_GUID = 1_000, 5_000, 200_000, 2_048


@dataclass(slots=True)
class Item:
    """What a parser found: marked-up strings, links as written, dates already read.

    `is_text` says that the title is plain text by declaration, so that "<b>" in it is no markup.
    """

    title: str = ""
    link: str = ""
    guid: str = ""
    summary: str = ""
    body: str = ""
    author: str = ""
    outlet: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    is_text: bool = False


def text_in(raw: Mapping[str, Any], name: str) -> str:
    """A text as a parser found it under `name`; "" where there is none."""
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def longest_content(raw: Mapping[str, Any], summary: str) -> str:
    """The full text where the feed carries more than its summary (the fast parser repeats the summary as content)."""
    longest = ""
    for part in raw.get("content") or ():
        value = (part.get("value") or "").strip()
        longest = value if len(value) > len(longest) else longest
    return longest if len(longest) > len(summary) else ""


def entries(feed: Feed, base: str, home: str, items: Iterable[Item]) -> tuple[Entry, ...]:
    """The Entries of a feed at address `base` whose own site is `home`; each identity once, in the feed's order."""
    found: dict[str, Entry] = {}
    copies: Counter[str] = Counter()
    doors = {canonical(home), canonical(feed.url), canonical(base)}
    for item in items:
        entry = _entry(feed, base, doors, item)
        known = found.get(entry.identity)
        if known is None:
            found[entry.identity] = entry
        elif known.title != entry.title:
            apart = f"{entry.identity}#{_hash(item.guid or entry.title)}"
            found.setdefault(apart, replace(entry, identity=apart))
        elif not (entry.url or item.guid):
            copies[entry.identity] += 1
            apart = f"{entry.identity}#{copies[entry.identity] + 1}"
            found[apart] = replace(entry, identity=apart)
    return tuple(found.values())


def _entry(feed: Feed, base: str, doors: set[str], item: Item) -> Entry:
    url, key = both(absolute(base, item.link)) if item.link else ("", "")
    title = tidy(unescaped(item.title)) if item.is_text else plain(item.title)
    title, outlet = _outlet(url, title[:MAX_TITLE], item.outlet)
    summary = plain(item.summary[: MAX_SUMMARY * 4])[:MAX_SUMMARY] if item.summary else ""
    return Entry(
        identity=_identity(key, doors, item, title),
        feed=feed.key,
        source=feed.source,
        url=url,
        title=title,
        summary=summary,
        published=item.published,
        updated=item.updated,
        author=plain(item.author[:MAX_TITLE]) if item.author else "",
        body=plain(item.body[:MAX_BODY], paragraphs=True) if item.body else "",
        outlet=outlet,
    )


def _identity(key: str, doors: set[str], item: Item, title: str) -> str:
    """Canonical link, unless it is a door that every entry shares; else guid; else a hash of title and date."""
    if key and key not in doors and (key.count("/") > 3 or "?" in key or not key.endswith("/")):
        return key if len(key) <= MAX_GUID else f"hash:{_hash(key)}"
    guid = item.guid.strip()
    if guid:
        return guid if len(guid) <= MAX_GUID else f"hash:{_hash(guid)}"
    when = item.published.isoformat() if item.published else ""
    return f"hash:{_hash(f'{title}|{when}|{key}' if title or when else f'{key}|{item.summary}|{item.body}')}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24]


def _outlet(url: str, title: str, outlet: str) -> tuple[str, str]:
    """Title and outlet; an aggregator's title "Headline - Publisher" is taken apart."""
    outlet = plain(outlet[:MAX_TITLE]) if outlet else ""
    if not url.startswith("https://news.google.com/"):
        return title, outlet
    if outlet and title.endswith(f" - {outlet}"):
        return title[: -len(outlet) - 3].rstrip(), outlet
    head, dash, tail = title.rpartition(" - ")
    return (head, tail) if dash and head and not outlet else (title, outlet)
