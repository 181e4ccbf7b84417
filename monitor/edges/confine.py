"""Runs a pure function in a process of its own, with limits, so that no document can hang or fill the service.

The child is a fresh interpreter without our environment (no secrets), in a session of its own, limited in processor time,
memory, files and their size; beyond the wall clock it is killed. What it answers may only be built of plain values and the model's nouns.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import math
import os
import pickle
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from monitor.edges.obeying import MIB, bind, obeyed, packed

Argument = TypeVar("Argument")
Result = TypeVar("Result")

SECONDS = 10.0
MEMORY = 512 * MIB
PLAIN = {
    "builtins": {"set", "frozenset", "complex", "bytearray", "range"},
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "collections": {"OrderedDict", "deque"},
}
NOUNS = "monitor.model."
BOOT = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from monitor.edges.confine import serve; serve()"


@dataclass(frozen=True, slots=True)
class Confined(Generic[Result]):
    """What came of it: `result`, or None with a `problem` that begins with a stable word.

    slow (killed by the clock), memory, too-deep, too-large (the answer), crashed (a signal), failed (an exception).
    """

    result: Result | None
    problem: str = ""


def confined(
    function: Callable[[Argument], Result], argument: Argument, seconds: float = SECONDS, memory: int = MEMORY
) -> Confined[Result]:
    """`function(argument)` computed in a separate process; never raises for what the function or its argument do.

    `function` and `argument` must pickle; `seconds` is wall-clock time, the interpreter's start included; `memory` bytes of address space.
    """
    order = pickle.dumps((math.ceil(seconds), memory, pickle.dumps((function, argument))))
    with subprocess.Popen(  # noqa: S603 our own interpreter, our own code
        [sys.executable, "-c", BOOT, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        start_new_session=True,
    ) as child:
        try:
            answer, _ = child.communicate(order, timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            return Confined(None, f"slow: not done within {seconds:g} s")
        except BaseException:
            child.kill()
            raise
    return _understood(answer, child.returncode)


async def confined_async(
    function: Callable[[Argument], Result], argument: Argument, seconds: float = SECONDS, memory: int = MEMORY
) -> Confined[Result]:
    """The same without stalling the event loop: a thread waits for the process."""
    return await asyncio.to_thread(confined, function, argument, seconds, memory)


def _understood(answer: bytes, code: int) -> Confined[Any]:
    if code == -signal.SIGXCPU or (code == -signal.SIGKILL and not answer):
        return Confined(None, "slow: it used up its processor time")
    if code < 0 or not answer:
        cause = f"signal {-code}" if code < 0 else f"exit code {code} without an answer"
        return Confined(None, f"crashed: {cause}")
    try:
        result, problem = _Careful(io.BytesIO(answer)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, AttributeError, ImportError, IndexError, TypeError) as cause:
        return Confined(None, f"failed: its answer cannot be read ({cause})")
    return Confined(result, problem)


class _Careful(pickle.Unpickler):
    """Builds plain values and the model's nouns, nothing else: the child has read a stranger's file."""

    def find_class(self, module: str, name: str) -> type:
        """The class an answer names, if it may; dotted names reach too far and are refused."""
        known = PLAIN.get(module, set())
        if "." not in name and (module.startswith(NOUNS) or name in known):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a plain value")


def serve() -> None:
    """The child's life: read the order from standard input, obey within the limits, answer on what was standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    logging.disable(logging.CRITICAL)
    seconds, memory, order = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 from our own parent
    limit(seconds, memory)
    answer = packed(*obeyed(lambda: _called(order)))
    out.write(answer)
    out.flush()
    os._exit(0)


def limit(seconds: int, memory: int) -> None:
    """Bind this process for good: processor seconds, bytes of address space, no core file, no large file."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    bind(memory, MIB)


def _called(order: bytes) -> object:
    function, argument = pickle.loads(order)  # noqa: S301 from our own parent
    return function(argument)
