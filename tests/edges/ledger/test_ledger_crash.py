"""The crash law: cut anywhere, started again, nothing is lost and nothing is told twice. (10,000 runs: benchmarks/crash.py.)"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.crash import File, Tally, Verdict, quiet, run, verdict
from benchmarks.crash_gremlin import Gremlin, Watched
from benchmarks.crash_world import CHANNELS, Receivers, Story
from monitor.edges.ledger.store import Store
from tests.edges.ledger.conftest import Moulds

STORIES = (Story("gazette", "Kent"), Story("herald", "Kent"), Story("gazette", "Devon"), Story("gazette", ""))


@dataclass
class Server:
    """A PostgreSQL database, emptied between runs."""

    moulds: Moulds
    _watched: Watched | None = None

    def emptied(self) -> Watched:
        """An empty ledger, watched."""
        if self._watched is None:
            self._watched = Watched(Store(self.moulds.emptied()))
        self._watched.gremlin.asleep = True
        self._watched.store.close()
        self.moulds.emptied()
        return self._watched


def check(tally: Tally) -> None:
    assert (tally.lost, tally.doubled, tally.unlawful) == (0, 0, [])
    assert tally.repeats <= tally.crash_points


@pytest.mark.parametrize("hundred", [0, 1])
def test_nothing_is_lost_or_doubled_wherever_a_run_is_cut(tmp_path: Path, hundred: int) -> None:
    quiet()
    tally, file = Tally(), File(tmp_path)
    for seed in range(hundred * 100, hundred * 100 + 100):
        run(seed, file, tally)
    check(tally)
    assert len(tally.places) > 40


@pytest.mark.postgres
def test_nothing_is_lost_or_doubled_on_a_server_either(moulds: Moulds) -> None:
    quiet()
    tally, server = Tally(), Server(moulds)
    for seed in range(3, 160, 8):
        run(seed, server, tally)
    check(tally)


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
