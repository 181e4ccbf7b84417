"""The crew: who works on what.

Two workers are kept free of trouble at any time, so that a document which holds one up holds up nobody else; behind a
document that takes longer than usual the rest of a batch is taken back; what goes on for too long is killed.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from monitor.edges import bench_tasks
from monitor.edges.bench.worker import Job, Worker
from monitor.edges.confine import Confined

Result = TypeVar("Result")
KB = 1024
TRIES = 2
MOST_FAILURES = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CrewOptions:
    """`free` workers are kept without trouble, `most` are started in all. `late` seconds on one job are unusual.

    A batch holds `batch` jobs and `batch_bytes` at most. A worker retires after `jobs` jobs (memory leaks) or, when more
    are there than needed, after `idle` seconds without one; one that is not ready after `start` seconds is given up.
    """

    free: int = 2
    most: int = 6
    late: float = 0.4
    batch: int = 8
    batch_bytes: int = 256 * KB
    jobs: int = 5000
    idle: float = 20.0
    start: float = 30.0
    tick: float = 0.1
    retry: float = 1.0
    modules: tuple[str, ...] = bench_tasks.MODULES
    """Loaded before a worker says that it is ready."""


class Crew:
    """Runs functions in worker processes, started when the first job comes. Belongs to the event loop it is used in."""

    def __init__(self, options: CrewOptions | None = None) -> None:
        self._options = options or CrewOptions()
        self._waiting: deque[Job] = deque()
        self._workers: list[Worker] = []
        self._numbers = count(1)
        self._starting: set[asyncio.Task[None]] = set()
        self._ticker: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._failures = 0

    async def run(self, function: Callable[..., Result], *arguments: object, seconds: float = 5.0) -> Confined[Result]:
        """`function(*arguments)` in a worker; never raises for what it does. `function` and `arguments` must pickle.

        The problem begins with a stable word: slow (killed after `seconds`), crashed, memory, too-deep, too-large, failed.
        """
        self._settle_in()
        order = pickle.dumps((seconds, function, arguments))
        job = Job(next(self._numbers), order, seconds, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        self._hand_out()
        return await job.done

    def warm(self) -> None:
        """Start the workers now rather than with the first job."""
        self._settle_in()
        self._hand_out()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are up."""
        return tuple(worker.pid for worker in self._workers if worker.ready)

    async def close(self) -> None:
        """Kill every worker; who still waits is told so."""
        for task in tuple(self._starting):
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        self._drop_all("crashed: the service is stopping")

    def _settle_in(self) -> None:
        """On a new event loop nothing of the old one is of use."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._starting.clear()
            self._drop_all("crashed: its event loop has ended")
            self._loop = loop

    def _drop_all(self, problem: str) -> None:
        if self._ticker:
            self._ticker.cancel()
            self._ticker = None
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.kill()
        for job in (*self._waiting, *(job for worker in workers for job in worker.jobs.values())):
            if not job.done.get_loop().is_closed():
                job.finish(Confined(None, problem))
        self._waiting.clear()

    def _hand_out(self) -> None:
        """Give what waits to who is free, and see that enough are."""
        for worker in self._workers:
            if worker.ready and not worker.busy and self._waiting:
                worker.give(self._batch())
        self._recruit()
        restless = len(self._workers) > self._options.free or any(w.busy or not w.ready for w in self._workers)
        if self._ticker is None and (self._waiting or restless):
            self._ticker = asyncio.get_running_loop().call_later(self._options.tick, self._tick)

    def _batch(self) -> list[Job]:
        """The next few small jobs, or one large one."""
        batch: list[Job] = []
        room = self._options.batch_bytes
        share = -(-len(self._waiting) // max(len(self._workers), 1))
        while self._waiting and len(batch) < min(self._options.batch, share):
            if batch and len(self._waiting[0].order) > room:
                break
            job = self._waiting.popleft()
            if job.done.done():
                continue
            room -= len(job.order)
            batch.append(job)
        return batch

    def _recruit(self) -> None:
        free = sum(not worker.late for worker in self._workers) + len(self._starting)
        total = len(self._workers) + len(self._starting)
        for _ in range(min(self._options.free - free, self._options.most - total)):
            task = asyncio.ensure_future(self._start())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def _start(self) -> None:
        worker = Worker(self._options.modules, self._changed)
        try:
            await worker.start()
        except OSError as cause:
            await asyncio.sleep(self._options.retry)
            return self._failed_to_start(str(cause))
        if worker.gone:
            return self._failed_to_start("it went down at once")
        self._workers.append(worker)
        return self._hand_out()

    def _failed_to_start(self, cause: str) -> None:
        """Once may be chance; several times in a row nobody is left waiting for a worker that never comes."""
        self._failures += 1
        _log.warning("a worker process could not be started: %s", cause)
        if self._failures >= MOST_FAILURES and not any(worker.ready for worker in self._workers):
            while self._waiting:
                self._waiting.popleft().finish(Confined(None, f"crashed: no worker process can be started ({cause})"))

    def _changed(self, worker: Worker) -> None:
        """A worker has become ready, has done its jobs, or has gone."""
        if worker.ready:
            self._failures = 0
        if worker.gone or worker.finished >= self._options.jobs:
            self._part_with(worker, "crashed: the process went down")
        self._hand_out()

    def _part_with(self, worker: Worker, problem: str) -> None:
        """A worker ends: the job it was at is tried once more elsewhere, or has this problem; the rest goes back."""
        if worker not in self._workers:
            return
        self._workers.remove(worker)
        if not worker.ready:
            self._failed_to_start(problem)
        behind = worker.take_back_all_but_first()
        for job in worker.jobs.values():
            job.tries += 1
            if job.tries < TRIES and not problem.startswith("slow"):
                behind.insert(0, job)
            else:
                job.finish(Confined(None, problem))
        self._waiting.extendleft(reversed(behind))
        worker.kill()

    def _tick(self) -> None:
        """Ten times a second while there is work: who is late, who is too late, who is no longer needed."""
        self._ticker = None
        now = asyncio.get_running_loop().time()
        for worker in tuple(self._workers):
            self._look_at(worker, now - worker.since)
        self._hand_out()

    def _look_at(self, worker: Worker, seconds: float) -> None:
        if not worker.ready:
            if seconds > self._options.start:
                self._part_with(worker, "crashed: it never became ready")
        elif worker.busy:
            if seconds > worker.seconds_allowed:
                self._part_with(worker, f"slow: not done within {worker.seconds_allowed:g} s")
            elif seconds > self._options.late and not worker.late:
                worker.late = True
                self._waiting.extendleft(reversed(worker.take_back_all_but_first()))
        elif seconds > self._options.idle and len(self._workers) > self._options.free:
            self._part_with(worker, "")
