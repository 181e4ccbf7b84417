"""How long it takes to read a feed of 35 entries and a page of 100 KB, beside the bare libraries in the same run.

`python -m benchmarks.parsing` prints JSON: milliseconds (median of ROUNDS, each over different documents) and ratios.
"""

from __future__ import annotations

import io
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import fastfeedparser
import feedparser
import trafilatura
from bs4 import BeautifulSoup

from monitor.model.page import Page
from monitor.model.source import Answer, Entry, Feed, FeedState
from monitor.stages.extract import article
from monitor.stages.poll import after, listing

ROUNDS = 7
ENTRIES = 35
FEED = Feed("gazette/county", "gazette", "County", "https://www.gazette.example/rss.xml", 900)
URL = "https://www.gazette.example/news/1"
ENTRY = Entry(URL, FEED.key, FEED.source, URL, "A title", "A summary.")
NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
WORDS = "The council said that the report on its services for children was fair and that work had begun in the spring. "


def feed_document(number: int, zone: str = "GMT") -> bytes:
    """An ordinary RSS feed as a broadcaster serves it; with an odd zone it must go to the judge."""
    items = "".join(
        f"<item><title><![CDATA[Story {n} of feed {number}]]></title><description><![CDATA[{WORDS}]]></description>"
        f"<link>https://www.gazette.example/news/{number}/{n}?at_medium=RSS&amp;at_campaign=rss</link>"
        f'<guid isPermaLink="false">https://www.gazette.example/news/{number}/{n}#0</guid>'
        f"<pubDate>Tue, 12 May 2026 08:{n:02d}:00 {zone}</pubDate></item>"
        for n in range(ENTRIES)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>T</title><link>https://www.gazette.example/</link>'
    return f"{head}<ttl>15</ttl>{items}</channel></rss>".encode()


def page_document(number: int) -> bytes:
    """A page of 100 KB: an article of 20 paragraphs, scripts, styles, menus and links to other stories."""
    story = "".join(f"<p>{WORDS * 2}{number}.{n}</p>" for n in range(20))
    links = "".join(
        f'<li class="teaser"><a href="/news/{n}"><span class="t">Another story, number {n}</span></a></li>'
        for n in range(300)
    )
    ld = json.dumps(
        {"@type": "NewsArticle", "headline": f"Story {number}", "datePublished": "2026-05-12T09:00:00+01:00"}
    )
    script = (
        "<script>" + "window.x = {a: 1, b: '<div>'};" * 1200 + "</script><style>" + ".a{color:red}" * 600 + "</style>"
    )
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>Story {number} - Gazette</title>{script}"
        f'<script type="application/ld+json">{ld}</script></head><body><nav><ul>{links[: len(links) // 3]}</ul></nav><main><article>'
        f"<h1>Story {number}</h1>{story}</article></main><aside><ul>{links}</ul></aside></body></html>"
    ).encode()


def milliseconds(read: Callable[[bytes], object], documents: Sequence[bytes]) -> float:
    """Median over ROUNDS of the time a document takes."""
    read(documents[-1])
    rounds = []
    for start in range(ROUNDS):
        part = documents[start :: ROUNDS + 1]
        began = time.perf_counter()
        for document in part:
            read(document)
        rounds.append((time.perf_counter() - began) * 1000 / len(part))
    return round(statistics.median(rounds), 3)


def our_listing(body: bytes) -> object:
    return listing(FEED, Page(FEED.url, 200, (), body))


def our_poll(body: bytes) -> object:
    page = Page(FEED.url, 200, (), body)
    return after(
        FEED, FeedState(FEED.key), page, Answer("fresh", body_hash=str(len(body)), listing=listing(FEED, page)), NOW
    )


def feedparser_alone(body: bytes) -> object:
    return feedparser.parse(io.BytesIO(body))


def our_article(body: bytes) -> object:
    return article(ENTRY, Page(URL, 200, (), body))


def the_libraries_alone(body: bytes) -> object:
    return BeautifulSoup(body, "lxml").find("h1"), trafilatura.extract(body, fast=True, include_comments=False)


def main() -> None:
    """Print the figures."""
    ordinary = [feed_document(n) for n in range((ROUNDS + 1) * 20)]
    odd = [feed_document(n, "BST") for n in range((ROUNDS + 1) * 2)]
    pages = [page_document(n) for n in range((ROUNDS + 1) * 3)]
    feed_ms = {
        "fastfeedparser": milliseconds(fastfeedparser.parse, ordinary),
        "listing": milliseconds(our_listing, ordinary),
        "listing and after": milliseconds(our_poll, ordinary),
        "feedparser": milliseconds(feedparser_alone, odd),
        "listing by the judge": milliseconds(our_listing, odd),
    }
    page_ms = {
        "BeautifulSoup and trafilatura, each on its own": milliseconds(the_libraries_alone, pages),
        "article": milliseconds(our_article, pages),
    }
    figures = {
        "feed": {"entries": ENTRIES, "bytes": len(ordinary[0]), "ms": feed_ms},
        "page": {"bytes": len(pages[0]), "ms": page_ms},
        "ratios": {
            "listing / fastfeedparser": round(feed_ms["listing"] / feed_ms["fastfeedparser"], 2),
            "listing / feedparser": round(feed_ms["listing"] / feed_ms["feedparser"], 3),
            "judge / feedparser": round(feed_ms["listing by the judge"] / feed_ms["feedparser"], 2),
            "article / libraries": round(
                page_ms["article"] / page_ms["BeautifulSoup and trafilatura, each on its own"], 2
            ),
        },
    }
    print(json.dumps(figures, indent=1), file=sys.stdout)


if __name__ == "__main__":
    main()
