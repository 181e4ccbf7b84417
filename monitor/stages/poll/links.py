"""Reader "page": the links of an HTML index page (a council's news page, a register's front page) as Items.

No other library than the standard one: an index page needs its links and the words in and beside them, nothing more.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from monitor.model.address import absolute, canonical, host
from monitor.model.markup import taken_apart
from monitor.model.moment import moment
from monitor.stages.poll.item import Item

MAX_ITEMS, MAX_TEXT = 500, 400
_FURNITURE = frozenset(("nav", "footer", "form"))
_NOISE = re.compile(
    r"(?:skip to|read more|more|next|previous|prev|home|back|contact|log ?in|sign (?:in|up)|register|search|menu|cookies?|privacy"
    r"|accessibility|terms|subscribe|share|page \d+|\d+|view all|see all|all news|rss|facebook|twitter|x|linkedin|instagram|youtube)\b.{0,30}",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})(?!\d)"
)
_NO_PAGE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|css|js|ics|zip|mp[34]|docx?|xlsx?)$", re.IGNORECASE)


def links(text: str, base: str) -> tuple[list[Item], str, str]:
    """The links that look like news, in the page's order, with the page's title and address."""
    reader = _Links(base)
    try:
        reader.feed(taken_apart(text).body)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        pass  # what was read until then is kept
    return reader.kept(), reader.title.strip(), base


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base, self.title = base, ""
        self.items: dict[str, Item] = {}
        self._href, self._words, self._near = "", "", ""
        self._hidden, self._in_title = 0, False
        self._last: Item | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FURNITURE:
            self._hidden += 1
        elif tag == "title":
            self._in_title = not self.title
        elif tag == "base" and (href := dict(attrs).get("href")):
            self.base = absolute(self.base, href) or self.base
        elif tag == "a" and not self._hidden:
            self._open(dict(attrs).get("href") or "")
        elif tag == "time" and self._last is not None and self._last.published is None:
            self._last.published = moment(dict(attrs).get("datetime") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _FURNITURE:
            self._hidden = max(self._hidden - 1, 0)
        elif tag == "title":
            self._in_title = False
        elif tag == "a":
            self._close()

    def handle_data(self, text: str) -> None:
        if self._in_title and len(self.title) < MAX_TEXT:
            self.title += text
        elif self._hidden:
            return
        elif self._href:
            self._words += text[: MAX_TEXT - len(self._words)] if len(self._words) < MAX_TEXT else ""
        elif self._last is not None and len(self._last.summary) < MAX_TEXT:
            self._beside(text)

    def _open(self, href: str) -> None:
        self._close()
        self._href, self._words = absolute(self.base, href), ""

    def _close(self) -> None:
        href, words = self._href, " ".join(self._words.split())
        self._href = ""
        if not href or not _is_news(href, words, self.base):
            return
        key = canonical(href)
        known = self.items.get(key)
        if known is None and len(self.items) < MAX_ITEMS:
            self._last = self.items[key] = Item(title=words, link=href, is_text=True)
        elif known is not None and len(words) > len(known.title):
            known.title = words

    def _beside(self, words: str) -> None:
        item = self._last
        if item is None or not words.strip():
            return
        item.summary = f"{item.summary} {words.strip()[:MAX_TEXT]}".strip()[:MAX_TEXT]
        if item.published is None and (found := _DATE.search(words[:MAX_TEXT])):
            item.published = moment(found.group(1))

    def kept(self) -> list[Item]:
        """The links found; the words beside each are markup-free."""
        for item in self.items.values():
            item.summary = item.summary.replace("&", "&amp;").replace("<", "&lt;")
        return list(self.items.values())


def _is_news(href: str, words: str, base: str) -> bool:
    path = urlsplit(href).path
    is_inside = host(href) == host(base) and canonical(href) != canonical(base)
    is_deep = path.strip("/").count("/") >= 1 or len(path) > 20 or "?" in href
    says_much = len(words) >= 15 and words.count(" ") >= 2
    return is_inside and is_deep and says_much and not _NOISE.fullmatch(words) and not _NO_PAGE.search(path)
