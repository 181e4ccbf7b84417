"""The hallway: it walks the stages in order, fits one screen, and decides nothing.

sweep    ask feeds, keep what they list, visit what is new
visit    one Entry: look, classify; its Trail is recorded in one transaction
follow   the heart, pure: what was read and what is on record -> Trail
deliver  empty the outbox: send first, settle after
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from functools import partial

from monitor import steps
from monitor.flow import insist, ready_together
from monitor.model.judgement import Inspection, Reading
from monitor.model.page import Article
from monitor.model.source import Entry, Feed, FeedState, Poll
from monitor.model.trail import Ground, Round, Sweep, Trail
from monitor.ports import World
from monitor.stages import alert, classify, fetch, poll, resolve, tell

BATCH, LEASE_SECONDS = 100, 300
News = Callable[[], None]
Heard = Callable[[Collection[Poll]], None]


def nobody(*_: object) -> None:
    """Nobody waits: the caller looks when all is done."""


async def sweep(world: World, feeds: Collection[Feed], news: News = nobody, heard: Heard = nobody) -> Sweep:
    """Ask `feeds`, record what they list as it comes, visit every entry that waits (also those an earlier run left).

    `news` is called whenever something new is to be delivered, `heard` with the polls just recorded: nobody waits for the
    slowest feed of a sweep.
    """
    states = await asyncio.to_thread(world.ledger.feed_states, [feed.key for feed in feeds])
    done = Sweep()
    async with asyncio.TaskGroup() as group:
        visits = [group.create_task(visit_waiting(world, news))]
        async for batch in ready_together(ask(world, feed, states.get(feed.key)) for feed in feeds):
            found = await asyncio.to_thread(world.ledger.record_polls, batch)
            heard(batch)
            done += steps.summary(batch, len(found), ())
            visits += [group.create_task(visit_waiting(world, news))] if found else []
    return done + steps.summary((), 0, [trail for visited in visits for trail in visited.result()])


async def ask(world: World, feed: Feed, state: FeedState | None) -> Poll:
    """One feed asked: what it answers, what that means, what it lists, when to ask again."""
    now, known = world.clock.now(), poll.remembered(feed, state)
    request = fetch.request(feed, known, now, poll.asked(feed, known), world.audit_every)
    try:
        page, answer = await steps.answer_of(world, feed, known, request)
        return steps.sifted(poll.after(feed, known, page, answer, now), world.kind_of(feed), now)
    except Exception as fault:
        return steps.failed(feed, known, fault, now)


async def visit_waiting(world: World, news: News = nobody) -> list[Trail]:
    """Visit entries until none waits; those another step has taken are left to it."""
    trails: list[Trail] = []
    while taken := await asyncio.to_thread(world.ledger.take_entries, world.clock.now(), BATCH, LEASE_SECONDS):
        async for batch in ready_together(steps.guarded(world, entry, visit(world, entry)) for entry in taken):
            trails += batch
            if any(trail.deliveries for trail in batch):
                news()
    return trails


async def visit(world: World, entry: Entry) -> Trail:
    """One Entry to its Trail. What cannot be read this time is offered again later, with the reason on record."""
    seen = await steps.look(world, entry)
    reading = seen.reading or classify.classify(seen.article, world.reference)
    if steps.worth_waiting(seen, reading):
        return await steps.put_off(world, entry, seen)
    now = world.clock.now()
    names = resolve.concerned(reading, seen.article, now, world.reference)
    ground = await steps.ground(world, now)
    decide = steps.with_problems(
        partial(follow, entry, seen.article, reading, ground), steps.problems(entry, seen, reading)
    )
    return await insist(world.ledger.record, entry, names, decide, now)


def follow(entry: Entry, article: Article, reading: Reading, ground: Ground, known: tuple[Inspection, ...]) -> Trail:
    """The heart: one page as read, met with what is on record, and what is to be told of it. Pure."""
    resolutions = resolve.resolve(reading, article, known, ground.now, ground.reference)
    background = alert.Background(ground.watchlist, ground.reference, known, ground.now)
    decision = alert.decide(reading, resolutions, article, entry.url, background)
    deliveries = tell.deliveries(decision.alerts, ground.plans, ground.now, ground.sent)
    return Trail(
        entry,
        "read",
        decision.why,
        article,
        reading,
        decision.resolutions,
        decision.alerts,
        deliveries,
        decision.doubts,
    )


async def deliver(world: World) -> Round:
    """Empty the outbox: each delivery down its own channel, no channel waiting for another."""
    taken = await asyncio.to_thread(world.ledger.take_deliveries, world.clock.now(), BATCH, LEASE_SECONDS)
    sending = ready_together(steps.send_one(world, delivery) for delivery in taken)
    return steps.tally([outcome async for batch in sending for outcome in batch])
