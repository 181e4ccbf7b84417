"""Looking at an entry: its page or report made readable, or the reason why not and when to try again."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

from monitor.flow import insist
from monitor.model.judgement import Inspection, Reading
from monitor.model.page import Article, Page
from monitor.model.source import Entry, Problem
from monitor.model.trail import Ground, Trail
from monitor.ports import Decide, World
from monitor.stages import extract, fetch
from monitor.steps.asking import register_of

PASSING_WALLS = frozenset({"consent", "bot", "blocked", "unreadable", "unreachable", "hostile"})
"""Walls that may be gone the next time; one that asks for money or a login will not be."""
LASTING = 80_000.0
"""Seconds: a page that is gone for good (410), or that asks for a day's patience, is not tried again. A refusal or a missing
page is: sites list a story before they serve it, and a wall against robots may be down in an hour."""
PAGE_TRIES, REPORT_TRIES = 6, 20
"""Six tries take five hours; an official report is worth two weeks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a visit saw: the article (a register's report comes with its Reading), or only the entry's own words.

    `again` is when to try again, None when this is all there will be; `why` says what stood in the way.
    """

    article: Article
    reading: Reading | None = None
    why: str = ""
    again: datetime | None = None
    problems: tuple[Problem, ...] = ()


async def look(world: World, entry: Entry) -> Seen:
    """Fetch what the entry points to and make it readable; the entry's own words where it cannot be had."""
    feed = world.feeds.get(entry.feed)
    register = register_of(feed)
    if not entry.url.startswith(("http://", "https://")):
        return Seen(world.named(extract.from_entry(entry, "", "the feed gives no address for it"), feed))
    page = await world.web.get(fetch.visit(entry, "report" if register else "page"))
    meaning = fetch.meaning(page)
    if meaning.verdict != "fresh":
        article = world.named(extract.from_entry(entry, "unreachable", meaning.reason), feed)
        problem = Problem(entry.source, entry.url, meaning.kind, meaning.reason)
        lasting = fetch.wait(meaning, 1, 0.0, entry.url) >= LASTING
        again = (
            None
            if lasting and not register
            else _again(entry, world.clock.now(), REPORT_TRIES if register else PAGE_TRIES)
        )
        return Seen(article, None, meaning.reason, again, (problem,))
    if register:
        return await look_at_report(world, entry, page, register)
    article = world.named(await world.bench.article(entry, page), feed)
    if article.wall not in PASSING_WALLS:
        return Seen(article, why=article.wall)
    problem = Problem(entry.source, entry.url, f"{article.wall}-wall", article.wall_reason or f"a {article.wall} wall")
    return Seen(article, None, problem.detail, _again(entry, world.clock.now(), PAGE_TRIES), (problem,))


async def look_at_report(world: World, entry: Entry, page: Page, register: ModuleType) -> Seen:
    """An official report: its text in a confined process, its values, its Reading."""
    text = await world.bench.report_text(page)
    report = register.read_report(text, world.reference, dict(entry.extra))
    again = _again(entry, world.clock.now(), REPORT_TRIES) if text.problem else None
    reading = register.reading(report, entry, world.reference)
    return Seen(register.article(report, entry), reading, text.problem, again, register.problems_of(report, entry))


async def guarded(world: World, entry: Entry, visit: Coroutine[Any, Any, Trail]) -> Trail:
    """A visit whose fault is its own: the entry is offered again, the operator is told, and no other entry is held up."""
    try:
        return await visit
    except Exception as fault:
        problem = Problem(entry.source, entry.url, "fault", f"the monitor failed on this page: {fault!r}"[:500])
        again = _again(entry, world.clock.now(), REPORT_TRIES) or world.clock.now() + timedelta(days=1)
        trail = Trail(entry, "unread", problem.detail, problems=(problem,))
        await insist(world.ledger.postpone, trail, again)
        return trail


async def ground(world: World, now: datetime) -> Ground:
    """What a page is followed on; how much each channel was sent lately is only looked up where a channel has a cap."""
    plans = world.plans
    is_capped = any(plan.per_hour for plan in plans.values())
    sent_lately = await asyncio.to_thread(world.ledger.sent_since, now - timedelta(hours=1)) if is_capped else {}
    return Ground(world.watchlist, world.reference, plans, now, sent_lately)


def problems(entry: Entry, seen: Seen, reading: Reading) -> tuple[Problem, ...]:
    """What was wrong with the page, and grade phrases that no framework knows: a new scale must not be absorbed in silence."""
    detail = "no framework on the shelf knows the grade in: {}"
    unknown = (Problem(entry.source, entry.url, "unknown-grade", detail.format(phrase)) for phrase in reading.unknown)
    return (*seen.problems, *unknown)


def worth_waiting(seen: Seen, reading: Reading) -> bool:
    """Whether to offer the entry again: it could not be read, and its own words tell of no current judgement."""
    return seen.again is not None and not any(mention.standing == "current" for mention in reading.mentions)


def with_problems(decide: Decide, found: tuple[Problem, ...]) -> Decide:
    """The decision with these problems on its trail: a report read in spite of one is told with it."""

    def decided(known: tuple[Inspection, ...]) -> Trail:
        return replace(decide(known), problems=found)

    return decided if found else decide


async def put_off(world: World, entry: Entry, seen: Seen) -> Trail:
    """The entry is offered again later; why is on record."""
    trail = Trail(entry, "unread", seen.why, article=seen.article, problems=seen.problems)
    if seen.again is not None:
        await insist(world.ledger.postpone, trail, seen.again)
    return trail


def _again(entry: Entry, now: datetime, most: int) -> datetime | None:
    """After 10 minutes, then twice as long each time up to a day; None once `most` tries are over."""
    wait = timedelta(minutes=10) * 2 ** min(max(entry.attempts - 1, 0), 7)
    return now + min(wait, timedelta(days=1)) if entry.attempts < most else None
