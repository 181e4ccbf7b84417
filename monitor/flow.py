"""Running many things at once without losing any: whatever is ready together comes out together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


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
