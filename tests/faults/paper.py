"""What the rig is furnished with: the config's files, the paper's feed and articles, a bench that reads in this process."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime

from monitor.edges import bench_tasks
from monitor.model.page import Article, Page, ReportText
from monitor.model.source import Entry, Feed, Listing
from monitor.stages import extract
from tests.local_web import Reply

WATCHLIST = """
[[rules]]
name = "National"
authorities = ["Kent", "Medway"]
notify = {notify}
[channels.desk]
type = "webhook"
url = "{origin}/desk"
[channels.ops]
type = "webhook"
url = "{origin}/ops"
{more}
"""
MONITOR = """
database = "sqlite:///{folder}/monitor.db{query}"
[smtp]
host = "127.0.0.1"
port = {port}
security = "none"
from = "monitor@example.org"
{smtp}
[http]
allow_private_addresses = true
robots = false
[operator]
channels = {operator}
heartbeat = "{origin}/alive"
[dashboard]
bind = ""
"""
PAPER = """
name = "The Post"
kind = "press"
[[feeds]]
name = "News"
url = "{origin}/rss.xml"
every = "15m"
"""


class Desk:
    """A bench that reads in this process: what is tried here is not what a hostile document does."""

    async def listing(self, feed: Feed, page: Page) -> Listing:
        """What the reply lists."""
        return bench_tasks.unpacked(bench_tasks.listing(feed, page))

    async def article(self, entry: Entry, page: Page) -> Article:
        """The Article in a page."""
        return extract.article(entry, page)

    async def report_text(self, page: Page) -> ReportText:
        """No report is read here."""
        return ReportText((), "not-pdf")


def posts(now: datetime, *more: tuple[str, str, datetime]) -> list[tuple[str, str, datetime]]:
    """(path, title, when): sport, every six hours; and `more` on top."""
    last = now.replace(hour=now.hour - now.hour % 6, minute=0, second=0, microsecond=0)
    days = [last - timedelta(hours=6 * n) for n in range(40)]
    return [*more, *((f"/sport/{day:%Y%m%d%H}", f"United win at home, match of {day:%d %B %H}", day) for day in days)]


def article(title: str, told: str) -> Reply:
    """An article's page."""
    more = "Inspectors were with the council from 2 to 13 February 2026, and their report was published today."
    body = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{told}</p><p>{more}</p></article></body></html>"
    return Reply(body.encode(), headers=(("Content-Type", "text/html; charset=utf-8"),))


def rss(origin: str, listed: list[tuple[str, str, datetime]]) -> bytes:
    """A feed of (path, title, when)."""
    items = "".join(
        f"<item><title>{title}</title><link>{origin}{path}</link><pubDate>{format_datetime(day)}</pubDate></item>"
        for path, title, day in listed
    )
    return f'<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'.encode()
