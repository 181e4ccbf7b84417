"""Warming up: what the first feed, the first page and the first alert after a start would wait for is done beforehand."""

from __future__ import annotations

import asyncio
import gc

from monitor.model.page import Article
from monitor.ports import Warmable, World
from monitor.stages import classify

NEW_OBJECTS = 10_000
"""After so many Python looks for garbage among them (700 by itself): a poll makes hundreds of thousands and no cycles."""


async def warm(world: World) -> None:
    """Worker processes started, the sender's libraries loaded, the reader's lexicon made. Changes nothing but time."""
    for hand in (world.bench, world.post):
        if isinstance(hand, Warmable):
            hand.warm()
    await asyncio.to_thread(classify.classify, Article("", "", "", ""), world.reference)
    _set_aside()


def _set_aside() -> None:
    """What stands now stands for good: going through it for garbage again and again cost a tenth of a second at each poll."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
