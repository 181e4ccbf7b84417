"""listing: a feed's reply -> what it lists, with what could not be read and why."""

from __future__ import annotations

import re

from monitor.model.charset import decoded
from monitor.model.page import Page
from monitor.model.source import Feed, Listing, Problem
from monitor.model.wording import plain
from monitor.stages.poll import jsonfeed
from monitor.stages.poll.item import Item, entries
from monitor.stages.poll.links import links
from monitor.stages.poll.mistaken import ended, mistaken
from monitor.stages.poll.survey import ordinary

MAX_BODY = 4_000_000
MAX_ITEMS = 5_000
_DECLARATION = re.compile(r"\s*<\?xml(?:\s[^>]{0,500})?>")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTRY_TAG = re.compile(rb"<(?:[A-Za-z0-9_-]{1,20}:)?(?:item|entry)[\s/>]")
_MONSTER = re.compile(rb"<[A-Za-z][^<>]{10000,}")
_TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>")
_PERIOD = re.compile(rb"<sy:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)")
_FREQUENCY = re.compile(rb"<sy:updateFrequency>\s*(\d{1,4})")
_PERIODS = {b"hourly": 3600, b"daily": 86_400, b"weekly": 604_800, b"monthly": 2_592_000, b"yearly": 31_536_000}


def listing(feed: Feed, page: Page) -> Listing:
    """What the reply lists. Never raises; an empty listing has a reason, a damaged one a Problem and what could be had."""
    body, problems = page.body, []
    if len(body) > MAX_BODY:
        body = body[:MAX_BODY]
        problems.append(_problem(feed, page, "too-large", f"only the first {MAX_BODY} bytes were read"))
    if not body.strip():
        return _empty(feed, page, "empty-reply", "the reply has no content")
    text, repair = decoded(body, _declared(body, page))
    if repair:
        problems.append(_problem(feed, page, "charset", repair))
    if feed.reader == "page":
        return _of_page(feed, page, text, problems)
    if (found := jsonfeed.items(text)) is not None:
        return _listed(feed, page, found, problems)
    if kind := mistaken(text):
        return _empty(feed, page, *kind, problems)
    return _of_xml(feed, page, text, problems)


def _of_page(feed: Feed, page: Page, text: str, problems: list[Problem]) -> Listing:
    if kind := mistaken(text, is_page=True):
        return _empty(feed, page, *kind, problems)
    return _listed(feed, page, (*links(text, page.url or feed.url), ""), problems)


def _of_xml(feed: Feed, page: Page, text: str, problems: list[Problem]) -> Listing:
    body, cut = _bounded(_clean_xml(text))
    if cut:
        problems.append(_problem(feed, page, "partial-listing", cut))
    from monitor.stages.poll import fast, judge  # 3 MB that only the service's workers are worth, not the service

    count, strange = ordinary(body)
    quick = fast.items(body, count) if not strange else None
    if quick is not None:
        return _listed(feed, page, (*quick, ""), problems, body)
    found = judge.items(body, page.url or feed.url)
    wrong = found[3]
    promised = len(_ENTRY_TAG.findall(body))
    if len(found[0]) < promised and (quick := fast.items(body)) and len(quick[0]) > len(found[0]):
        found = (*quick, wrong or "read by the lenient parser")
    return _listed(feed, page, found, problems, body)


def _bounded(body: bytes) -> tuple[bytes, str]:
    """The document with its monstrous tags stripped of their attributes and cut after so many items; and a word on the cut."""
    if len(body) > 10_000:
        body = _MONSTER.sub(lambda tag: tag.group()[:60].split(b" ")[0].split(b"/")[0], body)
    if body.count(b"<item") + body.count(b"<entry") <= MAX_ITEMS:
        return body, ""
    for number, tag in enumerate(_ENTRY_TAG.finditer(body)):
        if number == MAX_ITEMS:
            return body[: tag.start()], f"only the first {MAX_ITEMS} items were read"
    return body, ""


def _listed(
    feed: Feed, page: Page, found: tuple[list[Item], str, str, str], problems: list[Problem], body: bytes = b""
) -> Listing:
    items, title, home, wrong = found
    listed = entries(feed, page.url or feed.url, home, items)
    if wrong:
        kind = "malformed" if listed else "unreadable"
        problems.append(_problem(feed, page, kind, f"{wrong}; {len(listed)} entries were read"))
    if listed and (note := ended(listed)):
        return _empty(feed, page, "feed-ended", note, problems)
    reason = "" if listed else (f"unreadable: {wrong}" if wrong else _nothing(feed, body))
    return Listing(listed, tuple(problems), reason, plain(title[:1000]), _ttl(body))


def _nothing(feed: Feed, body: bytes) -> str:
    if feed.reader == "page":
        return "no-links: the page has no links that look like news"
    is_feed = re.search(rb"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", body[:4096], re.IGNORECASE)
    return "no-entries: the feed lists none" if is_feed or not body else "not-a-feed: no feed was found in the reply"


def _empty(feed: Feed, page: Page, kind: str, detail: str, problems: list[Problem] | None = None) -> Listing:
    return Listing((), (*(problems or ()), _problem(feed, page, kind, detail)), f"{kind}: {detail}")


def _problem(feed: Feed, page: Page, kind: str, detail: str) -> Problem:
    return Problem(feed.source, page.url or feed.url, kind, detail)


def _declared(body: bytes, page: Page) -> str:
    if found := _ENCODING.search(body[:1024]):
        return found.group(1).decode("ascii")
    served = _CHARSET.search(page.header("content-type"))
    return served.group(1) if served else ""


def _clean_xml(text: str) -> bytes:
    """The document as UTF-8 that says so, from its first tag on, without characters that XML forbids."""
    start = text.find("<")
    text = text[max(start, 0) :]
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    if not text.isprintable() and _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    return b'<?xml version="1.0" encoding="utf-8"?>' + text.encode("utf-8", "replace")


def _ttl(body: bytes) -> int | None:
    """Seconds that the publisher asks us to wait, from <ttl> (minutes) or the syndication module."""
    head = body[: max(body.find(b"<item"), 0) or 4096]
    if (found := _TTL.search(head)) and int(found.group(1)) > 0:
        return int(found.group(1)) * 60
    if found := _PERIOD.search(head):
        often = _FREQUENCY.search(head)
        return _PERIODS[found.group(1)] // max(int(often.group(1)) if often else 1, 1)
    return None
