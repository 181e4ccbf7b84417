"""Warming up: what the first feed, the first page and the first alert after a start would wait for is done beforehand."""

from __future__ import annotations

import asyncio

from monitor.model.page import Article
from monitor.ports import Warmable, World
from monitor.stages import classify


async def warm(world: World) -> None:
    """Worker processes started, the sender's libraries loaded, the reader's lexicon made. Changes nothing but time."""
    for hand in (world.bench, world.post):
        if isinstance(hand, Warmable):
            hand.warm()
    await asyncio.to_thread(classify.classify, Article("", "", "", ""), world.reference)
