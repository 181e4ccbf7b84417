"""What an engine has under way: every step is kept hold of until it ends, and its end is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import timedelta

from monitor.engines import Report
from monitor.model.trail import Round, Sweep


class UnderWay:
    """Steps that run beside one another; nothing is fired and forgotten."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._steps: set[asyncio.Task[None]] = set()
        self.stopping = False

    def start(self, step: Awaitable[Sweep | Round]) -> None:
        """Run a step beside the others and report how it ends."""
        task = asyncio.ensure_future(self.told(step))
        self._steps.add(task)
        task.add_done_callback(self._steps.discard)

    async def told(self, step: Awaitable[Sweep | Round]) -> None:
        """Await a step and report how it ended."""
        try:
            done = await step
        except Exception as failed:
            self.failed(failed)
        else:
            self.reported(done)

    def reported(self, done: Sweep | Round) -> None:
        """Report a step that ended well."""
        self._report(done)

    def failed(self, failure: Exception) -> None:
        """Report a failure; what it was about is tried again by a later tick."""
        self._report(failure)

    async def settle(self, grace: timedelta) -> int:
        """Wait for `grace`, then cancel; how many steps were cut short.

        What is cut short is not lost: its entry or delivery is still waiting in the ledger when its lease ends.
        """
        self.stopping = True
        if not self._steps:
            return 0
        _, cut = await asyncio.wait(self._steps, timeout=grace.total_seconds())
        for step in cut:
            step.cancel()
        await asyncio.gather(*cut, return_exceptions=True)
        return len(cut)
