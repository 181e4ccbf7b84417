"""article: an entry and its page -> the Article; from_entry and from_text make one without a page. Pure, never raises."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from monitor.model.address import canonical, host
from monitor.model.charset import decoded, mended
from monitor.model.markup import Markup, taken_apart
from monitor.model.page import Article, Page
from monitor.model.source import Entry
from monitor.model.wording import tidy
from monitor.stages.extract.phrases import is_read_more
from monitor.stages.extract.walls import is_offer, wall, wall_of_status

if TYPE_CHECKING:
    from monitor.stages.extract.facts import Facts
    from monitor.stages.extract.prose import Prose

MAX_BODY = 4_000_000
MAX_TEXT = 200_000
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_SERVED_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|\u2013\u2014-]\s+[^|\u2013\u2014]{2,60}$")
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|p|div|article|h1|title)\b", re.IGNORECASE)


def article(entry: Entry, page: Page) -> Article:
    """The Article in a page, its gaps filled from the entry; where a wall stands, the entry's own words."""
    barred, why = wall_of_status(page.status)
    if page.failure or barred or not page.body.strip():
        return from_entry(entry, barred or "unreachable", why or page.failure or "the page is empty")
    text, repair = decoded(page.body[:MAX_BODY], _declared(page))
    if not _MARKUP.search(text[:20_000]):
        return _of_plain_page(entry, page, text, repair)
    markup = taken_apart(text)
    url = page.url or entry.url
    found, words = _parsed(markup, url)
    barred, why = wall(found, words, url)
    if barred:
        return _walled(entry, found, words, barred, why)
    if not words.text:
        return from_entry(entry, "unreadable", "no article text was found in the page")
    return _assembled(entry, url, found, words, repair)


def from_entry(entry: Entry, barred: str, why: str) -> Article:
    """The Article that the entry alone gives: its full text if the feed carries it, else its summary.

    `barred` is the wall ("" if there was simply no page to fetch), `why` how it was known.
    """
    text, notes = mended(entry.body or entry.summary or entry.title)
    title, more = mended(entry.title)
    return Article(
        url=entry.url,
        canonical=canonical(entry.url) or entry.identity,
        title=title,
        text=text[:MAX_TEXT],
        summary=entry.summary,
        outlet=entry.outlet,
        author=entry.author,
        published=entry.published,
        modified=entry.updated,
        wall=barred,
        from_entry=True,
        repairs=_notes(notes, more),
        wall_reason=why,
    )


def from_text(text: str, url: str, published: datetime | None, outlet: str) -> Article:
    """The Article in plain text: its first line is the headline. Markup pasted by mistake is read as words."""
    whole, notes = mended(text[: MAX_TEXT * 2])
    lines = (tidy(line) for line in whole.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    kept = [line for line in lines if line and not is_read_more(line)]
    title, rest = (kept[0], kept[1:]) if kept else ("", [])
    body = "\n\n".join(rest)[:MAX_TEXT]
    return Article(
        url=url,
        canonical=canonical(url) if url else "",
        title=title,
        text=body,
        summary=rest[0] if rest else "",
        outlet=outlet or host(url),
        published=published,
        repairs=notes,
    )


def _parsed(markup: Markup, url: str) -> tuple[Facts, Prose]:
    """What the page says of itself, and its words."""
    # The parsers are 12 MB that only those who read pages are worth: the service's workers, not the service.
    from monitor.stages.extract.facts import facts
    from monitor.stages.extract.prose import prose

    found = facts(markup, url)
    return found, _fullest(found, prose(markup.body))


def _assembled(entry: Entry, url: str, found: Facts, words: Prose, repair: str) -> Article:
    title, notes = mended(_title(found, words, entry))
    return Article(
        url=url,
        canonical=found.canonical or canonical(url),
        title=title,
        text=_without_titles(words.text[:MAX_TEXT], (title, words.heading, found.title, entry.title)),
        summary=tidy(found.summary) or entry.summary,
        outlet=tidy(found.outlet) or entry.outlet or host(url),
        author=tidy(found.author) or entry.author,
        published=found.published or entry.published or words.published,
        modified=found.modified or entry.updated,
        repairs=_notes((repair,) if repair else (), words.repairs, notes),
    )


def _walled(entry: Entry, found: Facts, words: Prose, barred: str, why: str) -> Article:
    """The entry's own words; before a registration wall or a paywall also the opening that the page does show."""
    own = from_entry(entry, barred, why)
    if entry.body or barred not in ("registration", "paywall"):
        return own
    shown = _without_titles(words.text, (words.heading, found.title, entry.title))
    opening = [line for line in shown.split("\n\n") if line and not is_offer(line) and line not in own.text]
    text = "\n\n".join([own.text, *opening] if entry.summary else opening or [own.text])
    return Article(
        url=own.url,
        canonical=found.canonical or own.canonical,
        title=own.title or tidy(found.title),
        text=text[:MAX_TEXT],
        summary=own.summary or tidy(found.summary),
        outlet=own.outlet or tidy(found.outlet),
        author=own.author or tidy(found.author),
        published=own.published or found.published,
        modified=own.modified or found.modified,
        wall=barred,
        from_entry=True,
        repairs=_notes(own.repairs, words.repairs),
        wall_reason=why,
    )


def _of_plain_page(entry: Entry, page: Page, text: str, repair: str) -> Article:
    """A page without markup: read as plain text if that is what it is."""
    start = text[:4000]
    is_words = sum(map(str.isalpha, start)) > len(start) / 2 and len(text.split()) >= 20
    if "\0" in start or page.body[:4] in (b"%PDF", b"PK\x03\x04") or not is_words:
        return from_entry(entry, "unreadable", "the page is neither a web page nor text")
    plain_text = from_text(text, page.url or entry.url, entry.published, entry.outlet)
    repairs = _notes((repair,) if repair else (), plain_text.repairs)
    return Article(
        url=plain_text.url,
        canonical=plain_text.canonical,
        title=entry.title or plain_text.title,
        text=plain_text.text or plain_text.title,
        summary=entry.summary or plain_text.summary,
        outlet=plain_text.outlet,
        author=entry.author,
        published=entry.published,
        modified=entry.updated,
        repairs=repairs,
    )


def _fullest(found: Facts, words: Prose) -> Prose:
    """The JSON-LD's own article body where the markup gave much less."""
    if len(found.body) <= max(len(words.text) * 1.5, 300):
        return words
    return replace(words, text=found.body)


def _title(found: Facts, words: Prose, entry: Entry) -> str:
    window = _SUFFIX.sub("", found.window) if len(found.window) > 25 else found.window
    return tidy(found.title) or words.heading or window or entry.title


def _without_titles(text: str, titles: tuple[str, ...]) -> str:
    """The text without a first paragraph that only repeats the title."""
    head, _, rest = text.partition("\n\n")
    return rest if rest and head.lower() in {tidy(title).lower() for title in titles} else text


def _declared(page: Page) -> str:
    start = page.body[:4096]
    if found := _META_CHARSET.search(start) or _XML_CHARSET.search(start):
        return found.group(1).decode("ascii")
    served = _SERVED_CHARSET.search(page.header("content-type"))
    return served.group(1) if served else ""


def _notes(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for group in groups for note in group))[:20]
