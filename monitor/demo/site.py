"""The demo's news site: pages with the usual mark-up, and one feed an outlet (RSS, Atom, JSON Feed). Pure."""

from __future__ import annotations

import json
from email.utils import format_datetime
from html import escape

from monitor.demo.stories import STORIES, Story

FEEDS = {
    "Severnside Post": "/severnside/rss.xml",
    "The Children's Desk": "/desk/atom.xml",
    "West Country Wire": "/wire/feed.json",
}
"""Outlet -> the path of its feed."""

Answer = tuple[str, bytes]
"""Content type and body."""


def pages(origin: str) -> dict[str, Answer]:
    """Every path of the site with its answer; `origin` such as "http://127.0.0.1:8123"."""
    told = {story.path: ("text/html; charset=utf-8", _page(story, origin).encode()) for story in STORIES}
    writers = {"rss.xml": _rss, "atom.xml": _atom, "feed.json": _json}
    feeds = {path: writers[path.rsplit("/", 1)[1]](outlet, origin) for outlet, path in FEEDS.items()}
    return told | feeds


def _page(story: Story, origin: str) -> str:
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.at.isoformat(),
        "publisher": {"@type": "Organization", "name": story.outlet},
    }
    paragraphs = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.text)
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(story.title)} | {escape(story.outlet)}</title>
<link rel="canonical" href="{origin}{story.path}">
<meta property="og:title" content="{escape(story.title)}"><meta property="og:description" content="{escape(story.summary)}">
<meta property="og:site_name" content="{escape(story.outlet)}">
<script type="application/ld+json">{json.dumps(facts)}</script></head>
<body><header><nav><a href="/">News</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>{escape(story.title)}</h1><p class="standfirst">{escape(story.summary)}</p>
{paragraphs}</article></main>
<footer>{escape(story.outlet)} is made up for a demonstration.</footer></body></html>"""


def _told_by(outlet: str) -> list[Story]:
    return sorted((story for story in STORIES if story.outlet == outlet), key=lambda story: story.at, reverse=True)


def _rss(outlet: str, origin: str) -> Answer:
    items = "".join(
        f"<item><title>{escape(s.title)}</title><link>{origin}{s.path}</link><guid>{origin}{s.path}</guid>"
        f"<description>{escape(s.summary)}</description><pubDate>{format_datetime(s.at)}</pubDate></item>"
        for s in _told_by(outlet)
    )
    body = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{escape(outlet)}</title>{items}</channel></rss>'
    return "application/rss+xml", body.encode()


def _atom(outlet: str, origin: str) -> Answer:
    entries = "".join(
        f'<entry><id>{origin}{s.path}</id><title>{escape(s.title)}</title><link href="{origin}{s.path}"/>'
        f"<summary>{escape(s.summary)}</summary><updated>{s.at.isoformat()}</updated><published>{s.at.isoformat()}</published></entry>"
        for s in _told_by(outlet)
    )
    head = f"<title>{escape(outlet)}</title><id>{origin}</id><updated>2017-02-13T12:00:00Z</updated>"
    return "application/atom+xml", f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'.encode()


def _json(outlet: str, origin: str) -> Answer:
    items = [
        {
            "id": s.path,
            "url": origin + s.path,
            "title": s.title,
            "summary": s.summary,
            "date_published": s.at.isoformat(),
        }
        for s in _told_by(outlet)
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet, "items": items}
    return "application/feed+json", json.dumps(feed).encode()
