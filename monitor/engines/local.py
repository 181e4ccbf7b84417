"""The local engine: the pipeline's steps in this process, each feed asked by one step at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from datetime import timedelta

from monitor import pipeline, steps
from monitor.engines import Report
from monitor.engines.underway import UnderWay
from monitor.model.source import Feed, Poll
from monitor.model.trail import Sweep
from monitor.ports import World


class LocalEngine:
    """Starts what is due and keeps hold of what is under way.

    `world` may be exchanged between ticks (a reload); steps under way finish with the one they began with.
    """

    def __init__(self, world: World, report: Report) -> None:
        self.world = world
        self._under_way = UnderWay(report)
        self._asked: set[str] = set()
        self._started = world.clock.now()
        self._is_warm = False

    async def tick(self) -> None:
        """Ask every feed that is due and not being asked; send what waits. Returns at once; the steps go on."""
        if self._under_way.stopping:
            return
        if not self._is_warm:
            self._is_warm = True
            self._under_way.start(self._warm())
        times = await asyncio.to_thread(self.world.ledger.due_times)
        due = [feed for feed in steps.due(self.world, times, self._started) if feed.key not in self._asked]
        if due:
            self._asked.update(feed.key for feed in due)
            self._under_way.start(self._sweep(due))
        else:
            self._under_way.start(self._visit())
        self._deliver()

    async def settle(self, grace: timedelta) -> int:
        """Start nothing more, let what is in hand finish for `grace`, then cancel the rest; how many were cut short."""
        return await self._under_way.settle(grace)

    async def _sweep(self, feeds: list[Feed]) -> Sweep:
        left = {feed.key for feed in feeds}

        def heard(polls: Collection[Poll]) -> None:
            # A feed that has answered may be asked again at its own time, however long a neighbour of its sweep hangs.
            keys = {polled.feed.key for polled in polls}
            left.difference_update(keys)
            self._asked.difference_update(keys)

        try:
            return await pipeline.sweep(self.world, feeds, self._deliver, heard)
        finally:
            self._asked.difference_update(left)

    async def _warm(self) -> Sweep:
        await steps.warm(self.world)
        return Sweep()

    async def _visit(self) -> Sweep:
        return steps.summary((), 0, await pipeline.visit_waiting(self.world, self._deliver))

    def _deliver(self) -> None:
        if not self._under_way.stopping:
            self._under_way.start(pipeline.deliver(self.world))
