"""The steps along the hallway: each asks the hands for one thing and the stages what it means. They decide nothing either."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter
from types import ModuleType
from typing import Any

from monitor.flow import insist
from monitor.model.delivery import Delivery, Outcome, Verdict
from monitor.model.judgement import Match, Reading
from monitor.model.page import Article, Page, Request
from monitor.model.source import Answer, Entry, Feed, FeedState, Listing, Poll, Problem
from monitor.model.trail import Ground, Round, Sweep, Trail
from monitor.ports import Channel, World
from monitor.shelf import volumes
from monitor.stages import extract, fetch, poll, tell

REGISTER = "register:"
"""How the reader of a register's feed begins; its volume's name follows."""
VOLUME = ("feeds", "listing", "read_report", "reading", "article", "problems_of")
"""What every register volume offers."""
UNREACHABLE = "unreachable"
PASSING_WALLS = frozenset({"consent", "bot", "blocked", "unreadable", "unreachable", "hostile"})
"""Walls that may be gone the next time; one that asks for money or a login will not be."""
TICK = timedelta(seconds=0.5)
"""Half the beat of the engines: a feed due before the next beat is asked at this one."""
START_SPREAD = 30.0
"""Seconds over which the first polls after a start are spread."""
FIELDS, SKIP = attrgetter(*Entry.__slots__), Entry.__slots__.index("skip")
LASTING = 80_000.0
"""Seconds: a reply that asks for longer patience (a refusal, a missing page) will not mend itself within the day."""
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


def due(world: World, known: Mapping[str, datetime | None], started: datetime) -> list[Feed]:
    """The feeds whose time has come, the longest due first; those never asked each at a moment of its own after `started`.

    `known` is when each feed ever asked is due.
    """
    now = world.clock.now()
    times = [
        ((known[key] or now) if key in known else poll.first_due(feed, started, START_SPREAD), feed)
        for key, feed in world.feeds.items()
    ]
    return [feed for _, feed in sorted((pair for pair in times if pair[0] <= now + TICK), key=lambda pair: pair[0])]


def register_of(feed: Feed | None) -> ModuleType | None:
    """The register volume that reads this feed, or None for the press."""
    if feed is None or not feed.reader.startswith(REGISTER):
        return None
    return volumes("monitor.registers", VOLUME)[feed.reader.removeprefix(REGISTER)]


async def answer_of(world: World, feed: Feed, state: FeedState, request: Request) -> tuple[Page, Answer]:
    """The reply to a poll, what it means, and what it lists when it brings anything new."""
    page = await world.web.get(request)
    meaning = fetch.meaning(page)
    audit = not (request.etag or request.last_modified)
    problem = fetch.problem(meaning, feed)
    if meaning.verdict != "fresh":
        wait = fetch.wait(meaning, state.failures + 1, feed.every, feed.key)
        return page, Answer(meaning.verdict, wait, problem, audit=audit)
    print_of_body = hashlib.blake2b(page.body, digest_size=16).hexdigest()
    if print_of_body == state.body_hash and not state.failures:
        return page, Answer("unchanged", body_hash=print_of_body, audit=audit)
    listing = await listing_of(world, feed, page)
    if problem:
        listing = replace(listing, problems=(*listing.problems, problem))
    return page, Answer("fresh", body_hash=print_of_body, listing=listing, audit=audit)


async def listing_of(world: World, feed: Feed, page: Page) -> Listing:
    """What a feed's body lists; a register's page is read by its own volume."""
    register = register_of(feed)
    if register is None:
        return await world.bench.listing(feed, page)
    listed: Listing = await asyncio.to_thread(register.listing, feed, page, world.reference, world.clock.now())
    return listed


async def look(world: World, entry: Entry) -> Seen:
    """Fetch what the entry points to and make it readable; the entry's own words where it cannot be had."""
    feed = world.feeds.get(entry.feed)
    register = register_of(feed)
    if not entry.url.startswith(("http://", "https://")):
        return Seen(world.named(extract.from_entry(entry, "", "the feed gives no address for it"), feed))
    page = await world.web.get(fetch.visit(entry, "report" if register else "page"))
    meaning = fetch.meaning(page)
    if meaning.verdict != "fresh":
        article = world.named(extract.from_entry(entry, UNREACHABLE, meaning.reason), feed)
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


def failed(feed: Feed, state: FeedState, fault: Exception, now: datetime) -> Poll:
    """A poll that failed by a fault of our own: told, and tried again like any failure."""
    problem = Problem(feed.source, feed.url, "fault", f"the monitor failed on this feed: {fault!r}"[:500])
    return poll.after(feed, state, Page(feed.url, 0), Answer("failed", 0.0, problem), now)


async def ground(world: World, now: datetime) -> Ground:
    """What a page is followed on; how much each channel was sent lately is only looked up where a channel has a cap."""
    plans = world.plans
    is_capped = any(plan.per_hour for plan in plans.values())
    sent_lately = await asyncio.to_thread(world.ledger.sent_since, now - timedelta(hours=1)) if is_capped else {}
    return Ground(world.watchlist, world.reference, plans, now, sent_lately)


def unknown_grades(entry: Entry, reading: Reading) -> tuple[Problem, ...]:
    """Grade phrases that no framework knows, told loudly: a new scale must not be absorbed in silence."""
    detail = "no framework on the shelf knows the grade in: {}"
    return tuple(Problem(entry.source, entry.url, "unknown-grade", detail.format(phrase)) for phrase in reading.unknown)


def worth_waiting(seen: Seen, reading: Reading) -> bool:
    """Whether to offer the entry again: it could not be read, and its own words tell of no current judgement."""
    return seen.again is not None and not any(mention.standing == "current" for mention in reading.mentions)


async def put_off(world: World, entry: Entry, seen: Seen) -> Trail:
    """The entry is offered again later; why is on record."""
    trail = Trail(entry, "unread", seen.why, article=seen.article, problems=seen.problems)
    if seen.again is not None:
        await insist(world.ledger.postpone, trail, seen.again)
    return trail


async def send_one(world: World, delivery: Delivery) -> Outcome:
    """One delivery down its channel: composed, sent, judged, and only then settled."""
    channel = world.channels.get(delivery.channel)
    if channel is None:
        outcome = Outcome(Verdict.REFUSED, f"no channel is called {delivery.channel!r} any more")
    else:
        outcome = await arrived_before(world, channel, delivery) or await sent(world, channel, delivery)
    now = world.clock.now()
    retry_at = tell.retry(delivery, outcome, now, delivery.number)
    await insist(world.ledger.settle, delivery, outcome, now, retry_at)
    return outcome


async def sent(world: World, channel: Channel, delivery: Delivery) -> Outcome:
    """Composed, sent, judged. A fault of our own puts the delivery off: it is never lost and never taken for sent."""
    try:
        return channel.judge(await world.post.send(channel.compose(delivery)))
    except Exception as fault:
        return Outcome(Verdict.DEFERRED, f"a fault of the monitor's own: {fault!r}")


async def arrived_before(world: World, channel: Channel, delivery: Delivery) -> Outcome | None:
    """Before a retry: whether an earlier try arrived after all, where the service can be asked; None when it must be sent."""
    question = channel.lookup(delivery) if channel.lookup and delivery.attempt > 1 else None
    if question is None or channel.found is None:
        return None
    return channel.found(await world.post.send(question), delivery)


def sifted(polled: Poll, kind: str, now: datetime) -> Poll:
    """The poll with a reason on every entry that is not worth a visit."""
    return replace(polled, entries=tuple(_sift(entry, kind, now) for entry in polled.entries))


def summary(polls: Sequence[Poll], new: int, trails: Sequence[Trail]) -> Sweep:
    """What came of these polls, with so many `new` entries, and of these visits."""
    problems = [problem for polled in polls for problem in polled.problems]
    return Sweep(
        feeds=len(polls),
        entries_new=new,
        articles=sum(trail.outcome == "read" for trail in trails),
        alerts=tuple(alert for trail in trails for alert in trail.alerts),
        problems=(*problems, *(problem for trail in trails for problem in trail.problems)),
        doubts=tuple(doubt for trail in trails for doubt in trail.doubts),
        confirming=sum(any(one.match is Match.CONFIRMS for one in trail.resolutions) for trail in trails),
    )


def tally(outcomes: Sequence[Outcome]) -> Round:
    """What a round of deliveries did."""
    verdicts = [outcome.verdict for outcome in outcomes]
    return Round(verdicts.count(Verdict.SENT), verdicts.count(Verdict.DEFERRED), verdicts.count(Verdict.REFUSED))


def _sift(entry: Entry, kind: str, now: datetime) -> Entry:
    wanted = fetch.wanted(entry, kind, now)
    return entry if wanted.verdict else skipped(entry, wanted.reason)


def skipped(entry: Entry, why: str) -> Entry:
    """The entry with the reason why nobody visits it. Made field by field: `replace` takes five times as long, for most entries."""
    values = list(FIELDS(entry))
    values[SKIP] = why
    return Entry(*values)


def _again(entry: Entry, now: datetime, most: int) -> datetime | None:
    """After 10 minutes, then twice as long each time up to a day; None once `most` tries are over."""
    wait = timedelta(minutes=10) * 2 ** min(max(entry.attempts - 1, 0), 7)
    return now + min(wait, timedelta(days=1)) if entry.attempts < most else None
