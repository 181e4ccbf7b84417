"""A law over faults in any order: whatever a feed went through, while it is in trouble nothing is clear."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.rig import HOUR, Rig, rig
from tests.faults.test_feeds import FAULTS

SLOW = ("hung", "slow-drip", "frozen", "frozen-cache")
NAMES = [name for name in FAULTS if name not in SLOW]
MINUTES = timedelta(minutes=15)


@pytest.mark.parametrize("seed", range(6))
async def test_after_any_faults_in_any_order_there_is_no_false_all_clear(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    async with rig(tmp_path) as town:
        await town.settle()
        for name in dice.choices(NAMES, k=8):
            befall(town, name)
            await town.advance(2 * MINUTES, MINUTES)
            if dice.random() < 0.25:
                town.site.routes["/rss.xml"] = town.paper
                await town.advance(MINUTES)
        befall(town, last := dice.choice(NAMES))
        for _ in range(5):
            await town.advance(5 * HOUR, 2.5 * HOUR)
            assert not town.proof().is_clear, (seed, last, town.proof())
        town.assert_readers_were_not_deceived()


def befall(town: Rig, name: str) -> None:
    """The feed has this fault from now on."""
    answer = FAULTS[name].answer
    is_made_here = callable(answer) and answer.__module__ == "tests.faults.test_feeds"
    town.site.routes["/rss.xml"] = answer(town) if is_made_here else answer  # type: ignore[arg-type, assignment, operator]
