"""Workbench: the stages' heavy functions where a hostile document can do no harm."""

from __future__ import annotations

import asyncio

from monitor.edges import bench_tasks
from monitor.edges.bench.crew import Crew, CrewOptions
from monitor.edges.confine import confined_async
from monitor.model.page import Article, Page, ReportText
from monitor.model.source import Entry, Feed, Listing, Problem
from monitor.registers._pdf import text_of
from monitor.stages import extract

LISTING_SECONDS = ARTICLE_SECONDS = 5.0
REPORT_SECONDS = 10.0
REPORTS_AT_ONCE = 2


class Workbench(Crew):
    """Reads feeds and pages in workers that live on, reports in a process each; never raises for what a document does."""

    def __init__(self, options: CrewOptions | None = None) -> None:
        super().__init__(options)
        self._reports = asyncio.Semaphore(REPORTS_AT_ONCE)

    async def listing(self, feed: Feed, page: Page) -> Listing:
        """What the reply lists; a document that takes too long becomes a Problem of kind "hostile"."""
        done = await self.run(bench_tasks.listing, feed, page, seconds=LISTING_SECONDS)
        if done.result is not None:
            return bench_tasks.unpacked(done.result)
        problem = Problem(feed.source, page.url or feed.url, "hostile", done.problem)
        return Listing((), (problem,), f"unreadable: {done.problem}")

    async def article(self, entry: Entry, page: Page) -> Article:
        """The Article in a page; the entry's own words where the page cannot be read."""
        done = await self.run(bench_tasks.article, entry, page, seconds=ARTICLE_SECONDS)
        return done.result or extract.from_entry(entry, "hostile", done.problem)

    async def report_text(self, page: Page) -> ReportText:
        """The text of a PDF, page by page, or why there is none."""
        async with self._reports:
            done = await confined_async(text_of, page.body, REPORT_SECONDS)
        return done.result or ReportText((), done.problem)
