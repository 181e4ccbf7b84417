"""A confined function is stopped by the clock and by its limits, and answers with plain values only."""

from __future__ import annotations

import os
import resource
import sys
import time
from dataclasses import dataclass
from datetime import date

import pytest

from monitor.edges.confine import Confined, confined, confined_async
from monitor.edges.obeying import MIB
from monitor.model.page import ReportText


@dataclass(frozen=True)
class Stranger:
    """A value that is neither plain nor one of the model's nouns."""

    number: int


def double(number: int) -> int:
    return number * 2


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "woken"


def spin(_: int) -> None:
    while True:
        pass


def hoard(size: int) -> int:
    return len(bytearray(size))


def descend(depth: int) -> int:
    return descend(depth + 1) + 1


def fail(word: str) -> None:
    raise ValueError(word)


def leave(code: int) -> None:
    os._exit(code)


def kill_oneself(signal: int) -> None:
    os.kill(os.getpid(), signal)


def chatter(word: str) -> str:
    sys.stdout.write(word)
    sys.stdout.flush()
    return word.upper()


def secret(name: str) -> str | None:
    return os.environ.get(name)


def text(word: str) -> ReportText:
    return ReportText((word,), "")


def stranger(number: int) -> Stranger:
    return Stranger(number)


def limits(_: int) -> tuple[int, int]:
    return resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CORE)[0]


def much(size: int) -> bytes:
    return b"x" * size


def test_the_result_of_a_well_behaved_function_comes_back() -> None:
    assert confined(double, 21) == Confined(42)
    assert confined(text, "page") == Confined(ReportText(("page",), ""))


def test_what_sleeps_too_long_is_killed_by_the_clock() -> None:
    begun = time.monotonic()
    assert confined(sleep, 60.0, seconds=1).problem.startswith("slow")
    assert time.monotonic() - begun < 4


def test_what_spins_is_stopped() -> None:
    assert confined(spin, 0, seconds=1).problem.startswith("slow")


PROBLEMS = [
    (hoard, 900 * MIB, "memory"),
    (descend, 0, "too-deep"),
    (fail, "a word", "failed: ValueError: a word"),
    (leave, 3, "crashed"),
    (kill_oneself, 11, "crashed: signal 11"),
    (stranger, 1, "failed: its answer cannot be read"),
    (much, 40 * MIB, "too-large"),
]


@pytest.mark.parametrize(
    ("function", "argument", "problem"), PROBLEMS, ids=lambda value: getattr(value, "__name__", "")
)
def test_each_way_to_fail_has_a_name(function: object, argument: object, problem: str) -> None:
    outcome = confined(function, argument)  # type: ignore[arg-type, var-annotated]
    assert outcome.result is None
    assert outcome.problem.startswith(problem)


def test_a_lambda_does_not_pickle_and_says_so_at_once() -> None:
    with pytest.raises(Exception, match=r"pickle|local"):
        confined(lambda number: number, 1)


def test_what_the_function_prints_does_not_spoil_the_answer() -> None:
    assert confined(chatter, "noise") == Confined("NOISE")


def test_the_child_knows_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_TOKEN", "xoxb-not-for-you")
    assert confined(secret, "SLACK_TOKEN") == Confined(None)


def test_the_limits_are_those_asked_for() -> None:
    assert confined(limits, 0, memory=300 * MIB).result == (300 * MIB, 0)


def dates(_: int) -> tuple[date, frozenset[int]]:
    return date(2026, 6, 17), frozenset({1})


def test_days_and_sets_are_plain_values() -> None:
    assert confined(dates, 0).result == (date(2026, 6, 17), frozenset({1}))


async def test_the_loop_runs_on_while_a_child_works() -> None:
    assert await confined_async(double, 4) == Confined(8)
