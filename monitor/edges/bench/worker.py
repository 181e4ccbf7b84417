"""One worker process as the service sees it: its jobs in hand, whether it is ready, late or gone."""

from __future__ import annotations

import asyncio
import io
import json
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from monitor.edges.bench_child import HEAD, READY, frame
from monitor.edges.confine import Confined, _Careful

BOOT = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from monitor.edges.bench_child import serve; serve(tuple(json.loads(sys.argv[2])))"
)
PATIENCE = 5.0
"""Seconds for a job nobody listens to any more."""
UNREADABLE = (
    *(pickle.UnpicklingError, EOFError, ValueError, AttributeError),
    *(ImportError, IndexError, TypeError, MemoryError),
)


@dataclass(eq=False, slots=True)
class Job:
    """One call to be made: `order` pickled; `tries` how many workers went under with it."""

    number: int
    order: bytes
    seconds: float
    done: asyncio.Future[Confined[Any]]
    tries: int = 0

    def finish(self, outcome: Confined[Any]) -> None:
        """Tell who waits; nobody does any more if it was cancelled."""
        if not self.done.done():
            self.done.set_result(outcome)


@dataclass(eq=False)
class Worker(asyncio.Protocol):
    """A process and its jobs, the one it works on first. `changed` is called whenever there is something new to decide."""

    modules: tuple[str, ...]
    changed: Callable[[Worker], None]
    jobs: dict[int, Job] = field(default_factory=dict)
    abandoned: set[int] = field(default_factory=set)
    """Jobs taken back, which it will do all the same since they are in its pipe already."""
    ready: bool = False
    gone: bool = False
    late: bool = False
    finished: int = 0
    since: float = 0.0
    """When it began with the job it is at, or fell idle, in the loop's seconds."""

    async def start(self) -> None:
        """Start the process. Raises OSError when the machine cannot."""
        self._loop = asyncio.get_running_loop()
        self.since = self._loop.time()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603, ASYNC220 our own interpreter and code; returns once it runs
                [sys.executable, "-c", BOOT, json.dumps(sys.path), json.dumps(self.modules)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PATH": os.defpath, "LANG": "C.UTF-8"},
                start_new_session=True,
            )
        self._inbox = bytearray()
        self._transport, _ = await self._loop.create_connection(lambda: self, sock=ours)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def busy(self) -> bool:
        """Whether it has anything in hand."""
        return bool(self.jobs or self.abandoned)

    @property
    def seconds_allowed(self) -> float:
        """How long the job it is at may take."""
        return next((job.seconds for job in self.jobs.values()), PATIENCE)

    def give(self, jobs: list[Job]) -> None:
        """Hand over jobs, to be done in this order."""
        self.since = self._loop.time()
        self.jobs.update((job.number, job) for job in jobs)
        self._transport.write(b"".join(frame(job.number, job.order) for job in jobs))

    def take_back_all_but_first(self) -> list[Job]:
        """The jobs that wait behind the one it is at; their answers will not be listened to if they still come."""
        waiting = list(self.jobs.values())[1:]
        for job in waiting:
            del self.jobs[job.number]
            self.abandoned.add(job.number)
        return waiting

    def kill(self) -> None:
        """End the process now."""
        if not self.gone:
            self.gone = True
            self._process.kill()
            if not self._loop.is_closed():
                self._transport.abort()
        self._process.wait()

    def data_received(self, arrived: bytes) -> None:
        """asyncio hands over a part of the answers."""
        self._inbox += arrived
        while len(self._inbox) >= HEAD.size:
            length, number = HEAD.unpack_from(self._inbox)
            end = HEAD.size + length
            if len(self._inbox) < end:
                return
            body = bytes(self._inbox[HEAD.size : end])
            del self._inbox[:end]
            self._take(number, body)

    def connection_lost(self, error: Exception | None) -> None:
        """The process is no more."""
        if not self.gone:
            self.gone = True
            self._process.kill()
            self.changed(self)

    def _take(self, number: int, body: bytes) -> None:
        self.since, self.late = self._loop.time(), False
        if number == READY:
            self.ready = True
        elif job := self.jobs.pop(number, None):
            self.finished += 1
            job.finish(_understood(body))
        self.abandoned.discard(number)
        if not self.busy:
            self.changed(self)


def _understood(body: bytes) -> Confined[Any]:
    try:
        result, problem = _Careful(io.BytesIO(body)).load()
    except UNREADABLE as cause:
        return Confined(None, f"failed: its answer cannot be read ({cause})")
    return Confined(result, problem)
