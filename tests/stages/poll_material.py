"""Feeds and pages written for the tests: how they are made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from monitor.model.page import Page
from monitor.model.source import Feed, Listing
from monitor.stages.poll import listing

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
FEED = Feed("gazette/county", "gazette", "County", "https://www.gazette.example/rss.xml", 900)
NEWS_PAGE = Feed("council/news", "council", "News", "https://www.council.example/news", 3600, reader="page")

RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://www.gazette.example/">'
    "<title>Gazette</title><link>https://www.gazette.example/</link></channel>{}</rdf:RDF>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><link href="https://www.gazette.example/"/>{}</feed>'
ATOM03 = '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Gazette</title>{}</feed>'
OLD_RSS = (
    '<rss version="0.91"><channel><title>Gazette</title><link>https://www.gazette.example/</link>{}</channel></rss>'
)


def rss(*items: str, head: str = "") -> str:
    """An RSS 2.0 document."""
    namespaces = (
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    )
    inside = "".join(items)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {namespaces}><channel><title>The Gazette</title>'
        f"<link>https://www.gazette.example/</link><description>News</description>{head}{inside}</channel></rss>"
    )


def item(number: int = 1, title: str = "", when: str = "Tue, 12 May 2026 08:30:00 GMT", extra: str = "") -> str:
    """An item of RSS 2.0."""
    link = f"https://www.gazette.example/news/story-{number}"
    return (
        f"<item><title>{title or f'Story number {number}'}</title><link>{link}</link><guid>{link}</guid>"
        f"<description>What story {number} says.</description><pubDate>{when}</pubDate>{extra}</item>"
    )


def page(body: str | bytes, headers: Sequence[tuple[str, str]] = (), url: str = FEED.url) -> Page:
    """A reply with status 200."""
    return Page(url, 200, tuple(headers), body.encode() if isinstance(body, str) else body)


def listed(body: str | bytes, headers: Sequence[tuple[str, str]] = (), feed: Feed = FEED) -> Listing:
    """What `body` lists, served at the feed's address."""
    return listing(feed, page(body, headers, feed.url))
