"""The crash law: cut anywhere, started again, nothing is lost and nothing is told twice.

Two hundred seeded runs in three files, so that they run beside each other; ten thousand in benchmarks/crash.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.crash import File, Tally, Verdict, quiet, run, verdict
from benchmarks.crash_gremlin import Gremlin
from benchmarks.crash_world import CHANNELS, Receivers, Story

STORIES = (Story("gazette", "Kent"), Story("herald", "Kent"), Story("gazette", "Devon"), Story("gazette", ""))


def runs(folder: Path, seeds: range) -> Tally:
    quiet()
    tally, file = Tally(), File(folder)
    for seed in seeds:
        run(seed, file, tally)
    assert len(tally.places) > 40
    return tally


def check_law(tally: Tally) -> None:
    assert (tally.lost, tally.doubled, tally.unlawful) == (0, 0, [])
    assert tally.repeats <= tally.crash_points


def test_nothing_is_lost_or_doubled_wherever_a_run_is_cut(tmp_path: Path) -> None:
    check_law(runs(tmp_path, range(90)))


@pytest.mark.parametrize(
    ("arrived", "found"),
    [
        pytest.param([("Kent", "k", 1), ("Devon", "d", 1)], Verdict(0, 0, 0, 0), id="all is well"),
        pytest.param([("Kent", "k", 1)], Verdict(3, 0, 0, 0), id="one judgement never told"),
        pytest.param(
            [("Kent", "k", 1), ("Kent", "k2", 1), ("Devon", "d", 1)], Verdict(0, 3, 0, 0), id="told under two keys"
        ),
        pytest.param([("Kent", "k", 3), ("Devon", "d", 1)], Verdict(0, 0, 4, 2), id="the same message three times"),
    ],
)
def test_the_law_itself_sees_what_went_wrong(arrived: list[tuple[str, str, int]], found: Verdict) -> None:
    receivers = Receivers()
    for council, key, times in arrived:
        for channel in CHANNELS * times:
            receivers.take(channel, key, f"{council} judged inadequate")
    assert verdict(receivers, STORIES) == found


def test_a_gremlin_strikes_once_at_its_place_and_the_dead_do_nothing_more() -> None:
    fault = Gremlin(2, kills=False)
    assert [fault.place(name) for name in "abc"] == [False, True, False]
    assert fault.struck == "b"
    asleep = Gremlin(1, kills=True, asleep=True)
    assert not asleep.place("a")
