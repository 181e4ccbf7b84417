"""The local engine: the pipeline's steps in this process, each feed asked by one step at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from monitor import pipeline, steps
from monitor.model.source import Feed
from monitor.model.trail import Round, Sweep
from monitor.ports import World

Report = Callable[[Sweep | Round | BaseException], None]
"""Told of every finished step; an exception is a step that failed and will be tried again by the next tick."""


class LocalEngine:
    """Starts what is due and keeps hold of what is under way, so that nothing is fired and forgotten.

    `world` may be exchanged between ticks (a reload); steps under way finish with the one they began with.
    """

    def __init__(self, world: World, report: Report) -> None:
        self.world = world
        self._report = report
        self._asked: set[str] = set()
        self._steps: set[asyncio.Task[None]] = set()
        self._stopping = False
        self.last_step_failed = False
        self._started = world.clock.now()

    async def tick(self) -> None:
        """Ask every feed that is due and not being asked; send what waits. Returns at once; the steps go on."""
        if self._stopping:
            return
        states = await asyncio.to_thread(self.world.ledger.feed_states)
        due = [feed for feed in steps.due(self.world, states, self._started) if feed.key not in self._asked]
        if due:
            self._asked.update(feed.key for feed in due)
            self._start(self._sweep(due))
        self._start(self._deliver())

    async def settle(self, grace: timedelta) -> int:
        """Start nothing more, let what is in hand finish for `grace`, then cancel the rest; how many were cut short.

        What is cut short is not lost: its entry or delivery is still waiting in the ledger when its lease ends.
        """
        self._stopping = True
        if not self._steps:
            return 0
        _, cut = await asyncio.wait(self._steps, timeout=grace.total_seconds())
        for step in cut:
            step.cancel()
        await asyncio.gather(*cut, return_exceptions=True)
        return len(cut)

    def _start(self, step: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(step)
        self._steps.add(task)
        task.add_done_callback(self._steps.discard)

    async def _sweep(self, feeds: list[Feed]) -> None:
        try:
            self._report(await pipeline.sweep(self.world, feeds))
            self.last_step_failed = False
        except Exception as failed:
            self.last_step_failed = True
            self._report(failed)
        finally:
            self._asked.difference_update(feed.key for feed in feeds)

    async def _deliver(self) -> None:
        try:
            self._report(await pipeline.deliver(self.world))
        except Exception as failed:
            self.last_step_failed = True
            self._report(failed)
