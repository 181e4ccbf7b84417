"""Request, Page, Article: what is asked of the web, the bytes as fetched, what a reader reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Request:
    """What to fetch: `purpose` is feed, page, report or robots (it chooses caps and etiquette)."""

    url: str
    purpose: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A reply of the web, or why there is none. Web never raises: trouble is in `failure`.

    `status` 0 when there was no reply; `failure` is "" or a stable word (dns, refused, tls, timeout, too-large,
    redirect-loop, forbidden-address, bad-scheme, robots, protocol, slow); `headers` lower-case names;
    `redirects` the permanent (301, 308) ones followed, oldest first, as (from, to); `url` the final address.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    failure: str = ""
    detail: str = ""
    redirects: tuple[tuple[str, str], ...] = ()
    fetched: datetime | None = None

    def header(self, name: str) -> str:
        """The first value of a header, or "" (name in lower case)."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader reads. `text` is paragraphs separated by a blank line, without furniture where it was recognised.

    `wall` is "" or what stood in the way (consent, bot, registration, paywall); then `text` is the entry's own
    summary and `from_entry` is true. `published`/`modified` are aware (UTC). `canonical` is the address after
    clean-up, the key that joins copies. `repairs` says what was mended (charset).
    """

    url: str
    canonical: str
    title: str
    text: str
    summary: str = ""
    outlet: str = ""
    author: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    wall: str = ""
    from_entry: bool = False
    repairs: tuple[str, ...] = ()
    patch: tuple[str, ...] = ()
    """Authorities that the feed or outlet covers: a weak prior."""
    wall_reason: str = ""
    """By what the wall was recognised, for the operator; "" without a wall."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """The text of a document, one string a page; `problem` says why it is missing or cut (encrypted, truncated, bomb, not-pdf)."""

    pages: tuple[str, ...]
    problem: str = ""
