"""Walks every stage, channel and register once, and then again under an audit hook: what touches the world is printed.

Run as `python -m tests.house.exercise`: one line for every touch, then how much was walked and whether a touch made on
purpose was seen.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.channels._options import plan
from monitor.model.alert import Rule, WatchList
from monitor.model.authority import Reference
from monitor.model.delivery import ChannelPlan
from monitor.model.page import Page, ReportText
from monitor.model.source import Answer, Entry, Feed
from monitor.model.trail import Ground, Trail
from monitor.pipeline import follow
from monitor.settings.reference import reference
from monitor.shelf import volumes
from monitor.stages import classify, extract, fetch, poll

TOUCHES = (
    "open",
    "socket.",
    "subprocess.",
    "shutil.",
    "tempfile.",
    "sqlite3.",
    "os.",
    "urllib.",
    "ctypes.dlopen",
)
HARMLESS = {"os.fspath"}
NOW = datetime(2026, 5, 6, 9, 0, tzinfo=UTC)

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Evening Post</title>
<item><title>{council}'s children's services rated inadequate</title><link>https://post.example/{slug}</link>
<description>Ofsted has judged the council's children's services inadequate.</description>
<pubDate>Tue, 05 May 2026 08:00:00 GMT</pubDate></item></channel></rss>"""
ODD_RSS = "<rss><channel><item><title>Odd &nbsp; {council}<link>https://post.example/odd-{slug}</link></item></channel>"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>urn:{slug}</id><title>{council}</title>
<link href="https://post.example/atom-{slug}"/><updated>2026-05-05T08:00:00Z</updated></entry></feed>"""
JSON_FEED = """{{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [
{{"id": "{slug}", "url": "https://post.example/json-{slug}", "title": "{council}"}}]}}"""
ARTICLE = """<!doctype html><html><head><title>{council} rated inadequate</title>
<meta property="og:site_name" content="Evening Post"><link rel="canonical" href="https://post.example/{slug}">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2026-05-05T08:00:00Z"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>{council}'s children's services rated inadequate by Ofsted</h1>
<p>Children's services run by {council} County Council have been rated inadequate by Ofsted in a report published today.</p>
<p>Inspectors visited from 2 March to 13 March 2026 and found that children wait too long for help and protection.</p>
<p>The impact of leaders on social work practice with children and families was judged inadequate as well.</p>
</article></body></html>"""
REPORT = """Inspection of {council} local authority children's services
Inspection dates: 2 to 13 March 2026 Lead inspector: A. N. Other
Judgement Grade The impact of leaders on social work practice with children and families Inadequate
The experiences and progress of children who need help and protection Inadequate
The experiences and progress of children in care Good
The experiences and progress of care leavers Good"""


def walk(known: Reference, council: str, slug: str) -> Trail:
    """Everything below the edges, once, about one council."""
    filled = {name: text.format(council=council, slug=slug) for name, text in BODIES.items()}
    entries = [entry for name, reader in READERS.items() for entry in _asked(filled[name], reader)]
    page = _page(filled["article"], entries[0].url)
    article = extract.article(entries[0], page)
    trail = _followed(entries[0], page, known)
    extract.from_entry(entries[0], "bot", "the page turned us away")
    classify.classify(article, known)
    _registers(known, filled, slug)
    _channels(trail)
    return trail


BODIES = {
    "rss": RSS, "odd": ODD_RSS, "atom": ATOM, "json": JSON_FEED, "article": ARTICLE, "report": REPORT, "wall": "Just a moment",
}  # fmt: skip
READERS = {"rss": "feed", "odd": "feed", "atom": "feed", "json": "feed", "article": "page", "wall": "feed"}


def _page(body: str, url: str) -> Page:
    return Page(url, 200, (("content-type", "text/html; charset=utf-8"),), body.encode(), fetched=NOW)


def _asked(body: str, reader: str) -> tuple[Entry, ...]:
    feed = Feed("post/news", "post", "News", "https://post.example/rss", 900, reader)
    page = _page(body, feed.url)
    fetch.request(feed, poll.remembered(feed, None), NOW)
    meant = fetch.meaning(page)
    fetch.wait(meant, 1, feed.every, feed.key)
    listed = poll.listing(feed, page)
    state = poll.after(feed, None, page, Answer("fresh", listing=listed), NOW).state
    poll.next_due(feed, state, NOW)
    for entry in listed.entries:
        fetch.wanted(entry, "press", NOW)
    return listed.entries


def _followed(entry: Entry, page: Page, known: Reference) -> Trail:
    everyone = frozenset(one.name for one in known.authorities)
    rule = Rule("National", everyone, ("inadequate",), (), tuple(SENDERS))
    plans = {name: _plan(name) for name in SENDERS}
    ground = Ground(WatchList((rule,), tuple(SENDERS)), known, plans, NOW)
    article = extract.article(entry, page)
    return follow(entry, article, classify.classify(article, known), ground, ())


def _plan(name: str) -> ChannelPlan:
    return plan(name, CHANNELS[name].Options(**SENDERS[name]))


CHANNELS = volumes("monitor.channels", ("Options", "compose", "judge"))
REGISTERS = volumes("monitor.registers", ())
SENDERS: dict[str, dict[str, object]] = {
    "console": {},
    "file": {},
    "email": {"to": ["duty@example.org"]},
    "webhook": {"url": "https://desk.example/hook", "secret": "s" * 24},
    "slack": {"webhook_url": "https://hooks.example/T0"},
}


def _channels(trail: Trail) -> None:
    for delivery in trail.deliveries:
        CHANNELS[delivery.channel].compose(delivery, CHANNELS[delivery.channel].Options(**SENDERS[delivery.channel]))


def _registers(known: Reference, filled: dict[str, str], slug: str) -> None:
    for name, volume in REGISTERS.items():
        for feed in volume.feeds(name, known.authorities)[:3]:
            volume.listing(feed, _page(filled["article"], feed.url), known, NOW)
        report = volume.read_report(ReportText((filled["report"],)), known)
        entry = Entry(
            f"{name}/{slug}",
            f"{name}/x",
            name,
            f"https://files.example/{slug}",
            "Inspection",
            published=NOW - timedelta(1),
        )
        volume.reading(report, entry, known)


def main() -> int:
    """Once to wake every library up, once to watch."""
    known = reference()
    walk(known, "Worcestershire", "w")
    seen: list[str] = []

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event.startswith(TOUCHES) and event not in HARMLESS:
            seen.append(f"{event} {str(arguments)[:160]}")

    watching: list[bool] = []
    sys.addaudithook(listen)
    watching.append(True)
    trail = walk(known, "Kent", "k")
    walked = len(seen)
    Path(__file__).read_bytes()
    watching.clear()
    control = "seen" if len(seen) > walked else "missed"
    del seen[walked:]
    sys.stdout.write("".join(f"{line}\n" for line in seen))
    sys.stdout.write(
        f"walked {len(trail.alerts)} alerts {len(trail.deliveries)} deliveries, a touch on purpose {control}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
