"""The cluster engine: any number of processes on any number of machines share one PostgreSQL and run the same steps.

The ledger's rows are the queue of what must not be lost: an entry waits and a delivery is due from the very transaction
that recorded the facts, and whoever takes one leases it. Procrastinate says who asks which feed and when: the job "list"
is deferred once a second by whichever workers are up and puts a job "ask" in the queue for each feed that is due.

    queueing lock   the feed's key: a feed stands in the queue once
    lock            a lane of its host: `per_host` requests at once to a host, however many machines there are
    a dead worker   its jobs are struck out when its heart has not beaten for DEAD seconds, and "list" queues anew what is
                    still due; what it had leased in the ledger is given back when its presence was missed MISSES times
    a living one    that lost its job (PostgreSQL was away as it began or ended) has it struck out after LONGEST seconds
"""

from __future__ import annotations

import asyncio
import logging
import zlib
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import timedelta
from urllib.parse import urlsplit

from procrastinate import App, PsycopgConnector
from procrastinate.app import WorkerOptions
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job

from monitor import pipeline, steps
from monitor.edges.ledger import SqlLedger
from monitor.engines import Report
from monitor.engines.underway import UnderWay
from monitor.errors import LedgerError
from monitor.flow import Together
from monitor.model.source import Entry, Feed, FeedState, Poll
from monitor.model.trail import Sweep
from monitor.ports import World

BEAT, DEAD = 2.0, 10.0
"""Seconds between a worker's heartbeats, and of silence after which its jobs are struck out."""
LONGEST = 300.0
"""Seconds that no job takes: asking a feed ends by its timeouts long before."""
IDLE = timedelta(minutes=2)
"""Time without a job after which a worker joins the queue anew: there is a "list" every second, for one of us."""
MISSES = 5
"""Looks, a second apart, that must miss a holder: after PostgreSQL was away everybody needs a moment to be back."""
AT_ONCE = 64
"""Jobs under way in one worker. Those that wait for a slow server cost next to nothing."""
MOST_QUEUED = 2_000
"""Jobs in the queue at most; the longest due come first, so what is left out is only later, never lost."""
QUEUED = "SELECT queueing_lock AS feed FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND task_name = 'ask'"
LANES = "CREATE INDEX IF NOT EXISTS monitor_jobs_by_lane ON procrastinate_jobs (lock) WHERE status IN ('todo', 'doing')"
"""Procrastinate looks for earlier jobs of the same lock and has no index that finds them."""
FREE = """
    WITH struck AS (
        DELETE FROM procrastinate_jobs job WHERE job.status = 'doing' AND (
            job.worker_id IS NULL
            OR NOT EXISTS (SELECT FROM procrastinate_workers worker WHERE worker.id = job.worker_id
                           AND worker.last_heartbeat > now() - make_interval(secs => %(dead)s))
            OR NOT EXISTS (SELECT FROM procrastinate_events event WHERE event.job_id = job.id
                           AND event.type = 'started' AND event.at > now() - make_interval(secs => %(longest)s))
        ) RETURNING job.id
    ) SELECT count(*) AS count FROM struck
"""
"""Not queued again: Procrastinate refuses that where the same job waits already, and a lane would be shut for ever."""
WORKING = WorkerOptions(
    concurrency=AT_ONCE,
    delete_jobs="always",
    install_signal_handlers=False,
    shutdown_graceful_timeout=5.0,
    update_heartbeat_interval=BEAT,
    stalled_worker_timeout=DEAD,
    fetch_job_polling_interval=1.0,
)


def queue_at(address: str) -> App:
    """Procrastinate on the database at a PostgreSQL address."""
    return App(connector=PsycopgConnector(conninfo=address, min_size=1, max_size=6, kwargs={"connect_timeout": 5}))


async def upgrade(address: str) -> bool:
    """Make Procrastinate's tables, by its own SQL, where they are missing; whether they were. Safe to run by many at once."""
    async with queue_at(address).open_async() as app:
        if await app.check_connection_async():
            return False
        try:
            await app.schema_manager.apply_schema_async()
            await app.connector.execute_query_async(LANES)
        except ConnectorException:
            if not await app.check_connection_async():  # another one made them at the same moment
                raise
        return True


async def free(app: App) -> int:
    """Strike out the jobs that nobody works at any more; how many. They cost nothing: what is due is listed again."""
    row = await app.connector.execute_query_one_async(FREE, dead=DEAD, longest=LONGEST)
    return int(row["count"])


class ClusterEngine:
    """One worker among equals. `world` may be exchanged between ticks (a reload)."""

    def __init__(self, world: World, report: Report, ledger: SqlLedger, per_host: int = 2) -> None:
        self.world = world
        self._ledger = ledger
        self._per_host = per_host
        self._under_way = UnderWay(report)
        self._presence = ledger.presence()
        self._missed: dict[str, int] = {}
        self._started = world.clock.now()
        self._states: Together[str, dict[str, FeedState]] = Together(self._load)
        self._record: Together[Poll, tuple[Entry, ...]] = Together(self._keep)
        self._queue = self._with_tasks(queue_at(ledger.store.conninfo()))
        self._worker: asyncio.Task[None] | None = None
        self._heard = world.clock.now()

    async def tick(self) -> None:
        """Be seen, take over from the dead, visit and send what waits; the first one begins to work through the queue."""
        if self._under_way.stopping:
            return
        await self._join()
        try:
            await self._tend()
        except LedgerError as away:
            self._under_way.failed(away)
        else:
            self._visit()
            self._deliver()

    async def settle(self, grace: timedelta) -> int:
        """Take no more jobs, let what is in hand finish for `grace`, then cancel the rest; how many were cut short."""
        self._under_way.stopping = True
        if self._worker:
            self._worker.cancel()
            await asyncio.wait([self._worker], timeout=grace.total_seconds())
        cut = await self._under_way.settle(grace)
        await asyncio.to_thread(self._presence.end)
        return cut

    async def _join(self) -> None:
        """Begin to work through the queue; begin anew when nothing was heard of it for so long that it must have failed."""
        now = self.world.clock.now()
        if self._worker and now - self._heard < IDLE:
            return
        if self._worker is None:
            await upgrade(self._ledger.store.conninfo())
            await steps.warm(self.world)
        else:
            self._worker.cancel()
            await asyncio.wait([self._worker], timeout=5.0)
        self._heard = now
        self._worker = asyncio.ensure_future(self._work())

    async def _work(self) -> None:
        """Procrastinate's worker, begun again whenever PostgreSQL went away under it."""
        while True:
            try:
                async with self._queue.open_async():
                    freeing = asyncio.ensure_future(self._free())
                    try:
                        await self._queue.run_worker_async(**WORKING)
                    finally:
                        freeing.cancel()
            except Exception as away:
                self._under_way.failed(away)
            await asyncio.sleep(0.5)

    async def _free(self) -> None:
        """Strike out, again and again, the jobs that nobody works at."""
        while True:
            with suppress(ConnectorException):  # PostgreSQL is away
                await free(self._queue)
            await asyncio.sleep(BEAT)

    def _with_tasks(self, app: App) -> App:
        logging.getLogger("procrastinate").setLevel(logging.ERROR)

        @app.periodic(cron="* * * * * *")
        @app.task(name="list", queueing_lock="list", lock="list")
        async def list_due(timestamp: int) -> None:
            await self._list()

        @app.task(name="ask")
        async def ask(feed: str) -> None:
            await self._ask(feed)

        return app

    async def _list(self) -> None:
        """Queue a job for each feed that is due and not queued."""
        self._heard = self.world.clock.now()
        times = await asyncio.to_thread(self._ledger.due_times)
        due = steps.due(self.world, times, self._started)
        if due:
            rows = await self._queue.connector.execute_query_all_async(QUEUED)
            queued = {row["feed"] for row in rows}
            jobs = [self._job(feed) for feed in due if feed.key not in queued]
            await self._queue.job_manager.batch_defer_jobs_async(jobs[: max(MOST_QUEUED - len(queued), 0)])

    def _job(self, feed: Feed) -> Job:
        lane = f"{urlsplit(feed.url).hostname}/{zlib.crc32(feed.key.encode()) % self._per_host}"
        return Job(
            id=None, queue="default", task_name="ask", lock=lane, queueing_lock=feed.key, task_kwargs={"feed": feed.key}
        )

    async def _ask(self, key: str) -> None:
        """One feed asked and recorded, if it is still due: another worker may have done it under a job thought lost."""
        world = self.world
        self._heard = world.clock.now()
        feed = world.feeds.get(key)
        if feed is None:
            return
        state = (await self._states(key)).get(key)
        if state is not None and state.due is not None and state.due > world.clock.now():
            return
        polled = await pipeline.ask(world, feed, state)
        new = await self._record(polled)
        self._under_way.reported(steps.summary([polled], sum(entry.feed == key for entry in new), ()))
        if new:
            self._visit()

    async def _load(self, keys: Sequence[str]) -> dict[str, FeedState]:
        return await asyncio.to_thread(self._ledger.feed_states, keys)

    async def _keep(self, polls: Sequence[Poll]) -> tuple[Entry, ...]:
        return await asyncio.to_thread(self._ledger.record_polls, polls)

    def _visit(self) -> None:
        if not self._under_way.stopping:
            self._under_way.start(self._visits())

    async def _visits(self) -> Sweep:
        return steps.summary((), 0, await pipeline.visit_waiting(self.world, self._deliver))

    def _deliver(self) -> None:
        if not self._under_way.stopping:
            self._under_way.start(pipeline.deliver(self.world))

    async def _tend(self) -> None:
        """Show that we live, and take over what the dead had in hand."""
        await asyncio.to_thread(self._presence.keep)
        await self._release(await asyncio.to_thread(self._presence.missed))

    async def _release(self, missed: Collection[str]) -> None:
        self._missed = {holder: self._missed.get(holder, 0) + 1 for holder in missed}
        for holder in [holder for holder, times in self._missed.items() if times >= MISSES]:
            await asyncio.to_thread(self._ledger.release, holder)
