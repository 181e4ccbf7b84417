"""Pages of a register as a parsed document, and what stands in place of one: errors, walls, other people's pages."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from monitor.model.page import Page

BIGGEST = 4_000_000
_WALLS = ("just a moment", "attention required", "verify you are human", "access denied", "request blocked", "consent")
_MISSING = ("report not found", "page not found", "provider not found", "no longer available")


def soup(page: Page) -> BeautifulSoup:
    """The page's mark-up, parsed; bytes are read as the page declares them."""
    return BeautifulSoup(page.body[:BIGGEST], "lxml")


def words(text: str) -> str:
    """`text` with every run of blanks as one space, entities doubled by the site undone."""
    return re.sub(r"\s+", " ", text.replace("&#039;", "'").replace("&amp;", "&").replace("\u00a0", " ")).strip()


def title_of(document: BeautifulSoup) -> str:
    """The page's <title>, or ""."""
    return words(document.title.get_text()) if document.title else ""


def trouble(page: Page) -> tuple[str, str]:
    """A stable word for why `page` is no page of the register, with a sentence; ("", "") when it may be one."""
    if page.failure:
        return page.failure, page.detail or "the page could not be fetched"
    if page.status != 200:
        return f"http-{page.status}", f"the site answers {page.status}"
    if not page.body.strip():
        return "empty-page", "the site answers with nothing"
    if page.body.lstrip()[:1] != b"<":
        return "changed-markup", "the answer is no web page"
    title = title_of(soup(page)).casefold()
    if any(wall in title for wall in _WALLS):
        return "wall", f"the site shows '{title}' instead"
    if any(missing in title for missing in _MISSING):
        return "error-page", f"the site shows '{title}' instead"
    return "", ""
