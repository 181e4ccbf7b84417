"""The worker process: jobs come in on standard input (a socket), answers go out on it.

A job that runs on although nobody waits any more (the service was killed) ends by its own limit of processor time.
"""

from __future__ import annotations

import importlib
import logging
import os
import pickle
import resource
import socket
import struct
import sys
from math import ceil

MIB = 1024 * 1024
MEMORY = 768 * MIB
LARGEST_ANSWER = 32 * MIB
HEAD = struct.Struct("!IQ")
"""Length of what follows, and the job's number."""
READY = 0
"""The number of the first answer, which says that the modules are loaded."""
DEEPEST = 1000


def serve(modules: tuple[str, ...]) -> None:
    """Load `modules`, say so, then do job after job until the service hangs up."""
    channel = socket.socket(fileno=0)
    _limit()
    for module in modules:
        importlib.import_module(module)
    _answer(channel, READY, None, "")
    inbox = channel.makefile("rb", buffering=256 * 1024)
    while len(head := inbox.read(HEAD.size)) == HEAD.size:
        length, number = HEAD.unpack(head)
        _answer(channel, number, *_obeyed(inbox.read(length)))
    os._exit(0)


def frame(number: int, body: bytes) -> bytes:
    """A job or an answer as it travels."""
    return HEAD.pack(len(body), number) + body


def _limit() -> None:
    """Bind this process for good: address space, no core file, no file of any size; and nothing to be heard of."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(DEEPEST)


def _obeyed(order: bytes) -> tuple[object, str]:
    """What the function gives, or a problem that begins with a stable word."""
    try:
        seconds, function, arguments = pickle.loads(order)  # noqa: S301 from our own parent
        _grant(seconds)
        return function(*arguments), ""
    except MemoryError:
        return None, "memory: it needs more than it may have"
    except RecursionError:
        return None, "too-deep: nested without end"
    except Exception as cause:
        return None, f"failed: {type(cause).__name__}: {cause}"[:300]


def _grant(seconds: float) -> None:
    """Processor time for one job, counted from what this process has used so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _answer(channel: socket.socket, number: int, result: object, problem: str) -> None:
    try:
        body = pickle.dumps((result, problem))
    except (MemoryError, RecursionError, pickle.PicklingError, TypeError, AttributeError) as cause:
        body = pickle.dumps((None, f"failed: its answer cannot be kept ({type(cause).__name__})"))
    if len(body) > LARGEST_ANSWER:
        body = pickle.dumps((None, f"too-large: an answer of {len(body)} bytes"))
    channel.sendall(frame(number, body))
