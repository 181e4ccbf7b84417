"""The background service: APScheduler's jobs, signals, reload, signs of life; it stops cleanly and loses nothing.

tick        every second: ask feeds that are due, send deliveries that wait
watch       every two seconds: an edited config is loaded; a broken edit keeps the old one and is told
upkeep      every hour: what is past its time is dropped
oversee     every 20 seconds: what the service tells of itself, digests and certificates
look up     every minute: the report behind what only the press told
sing        every six hours: the canary goes through everything
beat        the dead man's heartbeat
alive       systemd's watchdog, told only while ticks come to their end

A worker of a cluster leaves oversee, look up, sing and beat to `monitor run`.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, nullcontext
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from monitor.edges.notify import Systemd
from monitor.engines import Engine, Report, confirming
from monitor.errors import ConfigError
from monitor.model.trail import Round, Sweep
from monitor.wiring import Installation

STUCK = 300.0
"""Seconds after which a tick that has not come to its end (a database that hangs) is no sign of life: systemd starts us anew."""
GRACE = timedelta(seconds=8)
"""What is in hand at SIGTERM may take this long; systemd and people expect ten seconds in all."""

Beside = Callable[[Installation], Awaitable[Callable[[], Awaitable[None]]]]
"""Something served beside the jobs (the dashboard): started with the installation, it returns its own stop."""

log = structlog.get_logger()


def engine_for(installation: Installation, report: Report) -> Engine:
    """The engine that the config names."""
    if installation.settings.engine == "cluster":
        from monitor.engines.cluster import ClusterEngine  # only those who use it pay for its libraries

        per_host = installation.settings.http.per_host
        return ClusterEngine(installation.world, report, installation.ledger, per_host)
    from monitor.engines.local import LocalEngine

    return LocalEngine(installation.world, report)


class Service:
    """One running monitor. `as_worker`: one of many on the same database, without the duties that only one may have."""

    def __init__(self, installation: Installation, systemd: Systemd, as_worker: bool = False) -> None:
        self.installation = installation
        self._as_worker = as_worker
        self.engine = engine_for(installation, self._report)
        self._systemd = systemd
        self._stop = asyncio.Event()
        self._ticked = time.monotonic()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    async def run(self, beside: Sequence[Beside] = ()) -> int:
        """Serve until a signal; the exit code (0: stopped cleanly)."""
        with nullcontext() if self._as_worker else self.installation.claimed("monitor run"):
            async with AsyncExitStack() as stack:
                for begin in beside:
                    stack.push_async_callback(await begin(self.installation))
                self._listen()
                self._schedule()
                self._systemd.tell("READY=1")
                log.info("serving", feeds=len(self.installation.world.feeds), config=str(self.installation.folder))
                await self._stop.wait()
                self._systemd.tell("STOPPING=1")
                self._scheduler.shutdown(wait=False)
                cut = await self.engine.settle(GRACE)
                log.info("stopped", cut_short=cut)
        return 0

    def stop(self) -> None:
        """Begin to stop; `run` returns when what is in hand is finished."""
        self._stop.set()

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        loop.add_signal_handler(signal.SIGHUP, self._reload_soon)

    def _schedule(self) -> None:
        self._every(1, self._tick)
        self._every(2, self._watch)
        self._every(3600, self._upkeep)
        if not self._as_worker:
            self._every(20, self._oversee)
            self._every(60, self._look_up)
            self._every(6 * 3600, self._sing, first=60)
            self._every(self.installation.settings.operator.heartbeat_every, self._beat)
        if self._systemd.watchdog_every:
            self._every(self._systemd.watchdog_every, self._alive)
        self._scheduler.start()

    def _every(self, seconds: float, job: Callable[[], Awaitable[None]], first: float = 0) -> None:
        # The first run is `first` seconds from now: an interval trigger alone would wait one interval.
        begin = datetime.now(UTC) + timedelta(seconds=first)
        self._scheduler.add_job(job, "interval", seconds=seconds, next_run_time=begin)

    async def _tick(self) -> None:
        await self.engine.tick()
        self._ticked = time.monotonic()

    async def _alive(self) -> None:
        if time.monotonic() - self._ticked < STUCK:
            self._systemd.tell("WATCHDOG=1")
        else:
            log.error("the steps stand still: no sign of life is given", seconds=round(time.monotonic() - self._ticked))

    async def _watch(self) -> None:
        if self.installation.edited():
            await self._reload()

    def _reload_soon(self) -> None:
        self._scheduler.add_job(self._reload, next_run_time=datetime.now(UTC))

    async def _reload(self) -> None:
        self._systemd.tell("RELOADING=1")
        try:
            await self.installation.reload()
        except ConfigError as broken:
            log.error(
                "config not loaded, the former one stays in force", problems=[str(one) for one in broken.problems]
            )
            self.installation.oversight.not_loaded(broken)
        else:
            self.engine.world = self.installation.world
            log.info("config loaded", feeds=len(self.installation.world.feeds))
        finally:
            self._systemd.tell("READY=1")

    async def _oversee(self) -> None:
        await self.installation.oversight.watch()

    async def _look_up(self) -> None:
        sooner = await asyncio.to_thread(confirming.look_up, self.installation.world, self.installation.ledger)
        if sooner:
            log.info("looking for the report in the register", pages=sooner)

    async def _sing(self) -> None:
        canary = await self.installation.oversight.sing()
        if canary.seen is None or canary.seen < canary.planted:
            log.error("the canary did not come out: alerts may not reach anybody")

    async def _beat(self) -> None:
        if not await self.installation.oversight.beat():
            log.warning("the heartbeat's address did not answer")

    async def _upkeep(self) -> None:
        dropped = await self.installation.upkeep()
        log.debug("upkeep", dropped=dropped)

    def _report(self, step: Sweep | Round | BaseException) -> None:
        if isinstance(step, BaseException):
            log.error("a step failed and will be tried again", error=repr(step), exc_info=step)
            self.installation.oversight.failed(step)
        elif isinstance(step, Sweep) and (step.feeds or step.articles or step.problems):
            self.installation.oversight.worked()
            told = [alert.event_key for alert in step.alerts]
            log.info("sweep", feeds=step.feeds, new=step.entries_new, articles=step.articles, alerts=told)
            for problem in step.problems:
                log.warning("problem", source=problem.source, url=problem.url, kind=problem.kind, detail=problem.detail)
        elif isinstance(step, Round) and (step.sent or step.deferred or step.refused):
            log.info("deliveries", sent=step.sent, deferred=step.deferred, refused=step.refused)
