"""The worker process: jobs come in on standard input (a socket), answers go out on it.

A job that runs on although nobody waits any more (the service was killed) ends by its own limit of processor time.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import pickle
import resource
import socket
import struct
import sys
from functools import partial
from math import ceil

from monitor.edges.obeying import MIB, bind, obeyed, packed

MEMORY = 768 * MIB
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
    gc.freeze()  # libraries are no garbage: no collection goes through them again
    gc.set_threshold(10_000, 10, 10)
    _answer(channel, READY, None, "")
    inbox = channel.makefile("rb", buffering=256 * 1024)
    while len(head := inbox.read(HEAD.size)) == HEAD.size:
        length, number = HEAD.unpack(head)
        order = inbox.read(length)
        _answer(channel, number, *obeyed(partial(_called, order)))
    os._exit(0)


def frame(number: int, body: bytes) -> bytes:
    """A job or an answer as it travels."""
    return HEAD.pack(len(body), number) + body


def _limit() -> None:
    """Bind this process for good: address space, no core file, no file of any size; and nothing to be heard of."""
    bind(MEMORY, 0)
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(DEEPEST)


def _called(order: bytes) -> object:
    seconds, function, arguments = pickle.loads(order)  # noqa: S301 from our own parent
    _grant(seconds)
    return function(*arguments)


def _grant(seconds: float) -> None:
    """Processor time for one job, counted from what this process has used so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _answer(channel: socket.socket, number: int, result: object, problem: str) -> None:
    channel.sendall(frame(number, packed(result, problem)))
