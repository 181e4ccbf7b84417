"""Work for the bench's tests: functions that behave, and functions that do not. Workers import them by name."""

from __future__ import annotations

import os
import signal
import sys
import time


def double(number: int) -> int:
    return 2 * number


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def spin() -> None:
    while True:
        pass


def fill_memory() -> int:
    return len([bytes(1024 * 1024) for _ in range(100_000)])


def nest(depth: int = 0) -> int:
    return nest(depth + 1)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    os._exit(3)


def raise_it() -> None:
    raise ValueError("not my fault")


def answer_too_much() -> bytes:
    return bytes(64 * 1024 * 1024)


def answer_code() -> object:
    return Trap()


def write_file(path: str) -> str:
    with open(path, "w") as file:  # noqa: PTH123
        file.write("x" * 10)
    return path


def environment() -> dict[str, str]:
    return dict(os.environ)


def libraries() -> set[str]:
    return {name.partition(".")[0] for name in sys.modules}


class Trap:
    """Would run a command where it is unpickled without care."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch /tmp/a-worker-got-out",)
