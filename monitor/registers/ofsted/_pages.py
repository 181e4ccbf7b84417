"""Ofsted's pages: the search that lists every provider, and each provider's own page with its reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import parse_qs, urljoin, urlsplit

from bs4 import BeautifulSoup

from monitor.model.authority import Authority, Reference
from monitor.model.page import Page
from monitor.model.source import DAY, Entry, Feed, Listing, Problem
from monitor.registers._html import soup, title_of, trouble, words
from monitor.registers._outlines import Expected, nothing
from monitor.registers._squeezed import squeeze
from monitor.registers.ofsted._councils import council, same_council
from monitor.registers.ofsted._listed import reports

NAME = "Ofsted"
ADDRESS = "https://reports.ofsted.gov.uk"
SEARCH = "/search?q=&location=&lat=&lon=&radius=&level_1_types=3&level_2_types%5B%5D=12&start={start}&rows={rows}"
ROWS = 100
HALF_A_DAY = DAY // 2
TOLERATED = 0.95
"""A search page with fewer providers than this share of what it should have is a partial listing."""

_PROVIDER = re.compile(r"/provider/\d+/(\d{2,8})/?$")
_URN = re.compile(r"\bURN\b\s*:?\s*(\d{2,8})", re.IGNORECASE)
_TOTAL = re.compile(r"(\d{1,5})\s+(?:results?|providers?)\b", re.IGNORECASE)


EXPECTS = Expected(authorities=153, reports_each=1)


def feeds(source: str, authorities: Iterable[Authority], address: str = "", every: int = 0) -> tuple[Feed, ...]:
    """The search pages, and one provider page for each English council of today among `authorities`.

    `address` replaces the site's own (a mirror, a test); `every` seconds between two looks at one page, twice a day by default.
    """
    base = (address or ADDRESS).rstrip("/")
    pace = every or HALF_A_DAY
    searches = [
        Feed(
            f"{source}/search-{start}",
            source,
            f"{NAME}: providers from {start}",
            base + SEARCH.format(start=start, rows=ROWS),
            pace,
            "register:ofsted",
            (),
            True,
        )
        for start in range(0, EXPECTS.authorities, ROWS)
    ]
    pages = [
        Feed(
            f"{source}/{one.slug}",
            source,
            f"{NAME}: {one.name}",
            f"{base}/provider/44/{one.urn}",
            pace,
            "register:ofsted",
            (one.name,),
            True,
        )
        for one in authorities
        if one.nation == "England" and one.urn and one.valid_to is None
    ]
    return (*searches, *pages)


def listing(feed: Feed, page: Page, reference: Reference, now: datetime) -> Listing:
    """What one page of the register lists: providers (each marked to be skipped, they have feeds of their own) or reports.

    Anything that does not look as it should is a Problem: http-…, error-page, wall, changed-markup, partial-listing,
    wrong-provider, unknown-provider, unknown-label, no-date. A page of another provider gives no entries at all.
    """
    kind, sentence = trouble(page)
    if kind:
        return nothing(feed, page, kind, sentence)
    document = soup(page)
    if not feed.authorities:
        return _providers(feed, page, document, reference)
    wrong = _wrong_provider(feed, page, document, reference)
    if wrong:
        return nothing(feed, page, "wrong-provider", wrong)
    entries, problems = reports(feed, page, document, now)
    is_named = _is_named(document, reference)
    if not entries:
        kind = "partial-listing" if is_named else "changed-markup"
        return nothing(feed, page, kind, "it lists no report, every authority has at least one")
    if not is_named:
        sentence = f"{feed.name}: the page names no council; each report says itself whose it is"
        problems = (*problems, Problem(feed.source, page.url, "changed-markup", sentence))
    return Listing(entries, problems, "", title_of(document))


def _providers(feed: Feed, page: Page, document: BeautifulSoup, reference: Reference) -> Listing:
    found = dict(_provider_links(document))
    known = {urn for one in reference.authorities for urn in (one.urn, *one.former_urns) if urn}
    expected = _expected_rows(feed.url)
    total = _TOTAL.search(document.get_text(" "))
    if not found:
        return nothing(feed, page, "changed-markup", "it links to no provider")
    problems = [
        Problem(feed.source, page.url, "unknown-provider", f"{name} ({urn}) is on no record: a new authority?")
        for urn, name in found.items()
        if urn not in known
    ]
    if len(found) < expected * TOLERATED:
        claim = f" (it claims {total[1]} in all)" if total else ""
        problems.append(
            Problem(
                feed.source,
                page.url,
                "partial-listing",
                f"{len(found)} providers{claim}, about {expected} expected here",
            )
        )
    entries = tuple(
        Entry(
            f"ofsted:provider:{urn}",
            feed.key,
            feed.source,
            urljoin(page.url or feed.url, f"/provider/44/{urn}"),
            name,
            skip="a provider's page is asked on its own",
            extra=(("urn", urn),),
        )
        for urn, name in found.items()
    )
    return Listing(entries, tuple(problems), "", title_of(document))


def _provider_links(document: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for link in document.find_all("a", href=True):
        match = _PROVIDER.search(urlsplit(str(link["href"])).path)
        name = words(link.get_text(" "))
        if match and name:
            yield match[1], name


def _expected_rows(url: str) -> int:
    """How many providers the search page at `url` should list, from its start and rows."""
    asked = parse_qs(urlsplit(url).query)
    start, rows = (int(asked.get(key, [default])[0]) for key, default in (("start", "0"), ("rows", str(ROWS))))
    return max(0, min(rows, EXPECTS.authorities - start))


def _wrong_provider(feed: Feed, page: Page, document: BeautifulSoup, reference: Reference) -> str:
    """Why this is another provider's page, or "". Number and name must both be this council's, where they are stated."""
    expected = _PROVIDER.search(urlsplit(feed.url).path)
    arrived = _PROVIDER.search(urlsplit(page.url).path)
    stated = _URN.search(document.get_text(" "))
    for number in (match[1] for match in (arrived, stated) if match):
        if expected and number != expected[1]:
            return f"asked for provider {expected[1]}, the page is of {number}"
    named = [council(squeeze(name), reference) for name in _names(document)]
    others = [one.name for one in named if one and not same_council(one.name, feed.authorities[0], reference)]
    if others and len(others) == len([one for one in named if one]):
        return f"asked for {feed.authorities[0]}, the page is headed {others[0]}"
    return ""


def _is_named(document: BeautifulSoup, reference: Reference) -> bool:
    return any(council(squeeze(name), reference) for name in _names(document))


def _names(document: BeautifulSoup) -> Iterator[str]:
    heading = document.find("h1")
    if heading:
        yield words(heading.get_text(" "))
    else:
        yield title_of(document).partition(" - ")[0]
