"""Running many things at once without losing any: whatever is ready together comes out together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar

from monitor.errors import LedgerAway

T = TypeVar("T")
R = TypeVar("R")


async def ready_together(work: Iterable[Coroutine[Any, Any, T]], pause: float = 0.02) -> AsyncIterator[Sequence[T]]:
    """Run all of `work`; yield the results in batches of whatever finished since the last one.

    A slow one delays nobody. `pause` seconds are given to neighbours to finish too, so that a database sees
    few large transactions. An exception of one is raised when its turn comes; the rest is cancelled and awaited.
    """
    waiting = {asyncio.ensure_future(item) for item in work}
    try:
        while waiting:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if waiting:
                late, waiting = await asyncio.wait(waiting, timeout=pause)
                done |= late
            yield [task.result() for task in done]
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def insist(call: Callable[..., R], *arguments: object) -> R:
    """A call of the ledger, made again while its server is away: what was read is not forgotten, nor what was sent sent again,
    because a database restarts. It gives up before a lease runs out."""
    for pause in (0.2, 0.5, 1.0, 2.0, *(5.0,) * 40):
        with suppress(LedgerAway):
            return await asyncio.to_thread(call, *arguments)
        await asyncio.sleep(pause)
    return await asyncio.to_thread(call, *arguments)


class Together(Generic[T, R]):
    """Gathers what many tasks ask for at about the same time into one call of `work`; each gets the whole result.

    `pause` seconds pass between the first who asks and the call. An exception of `work` reaches everybody in the batch.
    """

    def __init__(self, work: Callable[[Sequence[T]], Awaitable[R]], pause: float = 0.02) -> None:
        self._work = work
        self._pause = pause
        self._gathering: list[T] = []
        self._call: asyncio.Task[R] | None = None

    async def __call__(self, item: T) -> R:
        """The result for the batch that `item` goes with."""
        if self._call is None:
            self._call = asyncio.ensure_future(self._later())
        self._gathering.append(item)
        return await asyncio.shield(self._call)

    async def _later(self) -> R:
        await asyncio.sleep(self._pause)
        batch, self._gathering, self._call = self._gathering, [], None
        return await self._work(batch)
