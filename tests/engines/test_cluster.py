"""The cluster: real workers on a real PostgreSQL, killed and cut off; a queue of feeds; presence and leases."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.engines.cluster import free, queue_at, upgrade
from monitor.model.source import Entry, Feed, FeedState, Poll
from monitor.model.trail import Trail
from tests.engines.cluster_scene import Database, database, run
from tests.postgres_server import fresh_database

pytestmark = pytest.mark.postgres
NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
FEED = Feed("post/news", "post", "News", "https://post.example/rss.xml", 900)


@pytest.fixture
def url() -> Iterator[str]:
    with fresh_database() as made:
        yield made


@pytest.fixture(scope="module")
def own_database() -> Iterator[Database]:
    with database() as made:
        yield made


def listed(ledger: SqlLedger, count: int) -> None:
    entries = tuple(
        Entry(f"https://post.example/{n}", FEED.key, "post", f"https://post.example/{n}", "T") for n in range(count)
    )
    ledger.record_polls([Poll(FEED, FeedState(FEED.key, due=NOW), entries, when=NOW)])


def noticed(missed: Callable[[], set[str]], seconds: float = 10.0) -> set[str]:
    """What is missed once PostgreSQL has seen the closed connection, which on a busy machine takes it a moment."""
    until = time.monotonic() + seconds
    while not (found := missed()) and time.monotonic() < until:
        time.sleep(0.02)
    return found


@pytest.mark.timeout(180)
def test_two_of_four_workers_are_killed_and_postgresql_crashes_and_nothing_is_lost_or_doubled(
    tmp_path: Path, own_database: Database
) -> None:
    came = asyncio.run(run(tmp_path, own_database, seed=1))
    assert (came.alerts, came.lost, came.doubled) == (10, 0, 0), came
    assert came.exits == (0, 0)


def test_what_a_dead_worker_held_is_given_back_and_a_living_one_keeps_its_own(url: str) -> None:
    living, watcher = open_ledger(url), open_ledger(url)
    dead = open_ledger(url)
    listed(living, 3)
    alive, dying, presence = living.presence(), dead.presence(), watcher.presence()
    for one in (alive, dying, presence):
        one.keep()
    assert [len(ledger.take_entries(NOW, 1, 300)) for ledger in (living, dead)] == [1, 1]
    assert presence.missed() == set()
    dying.end()
    assert noticed(presence.missed) == {dead.holder}
    assert watcher.release(dead.holder) == 1
    assert len(watcher.take_entries(NOW, 10, 300)) == 2
    alive.end()
    presence.end()
    for ledger in (living, watcher, dead):
        ledger.close()


def test_an_entry_put_off_belongs_to_nobody(url: str) -> None:
    ledger = open_ledger(url)
    listed(ledger, 1)
    (entry,) = ledger.take_entries(NOW, 1, 300)
    ledger.postpone(Trail(entry, "unread", "later"), NOW + timedelta(hours=1))
    assert ledger.release(ledger.holder) == 0
    ledger.close()


def test_the_queues_tables_are_made_once_by_many_at_the_same_moment(url: str) -> None:
    async def many() -> list[bool]:
        return list(await asyncio.gather(*(upgrade(url) for _ in range(4))))

    open_ledger(url).close()
    assert any(asyncio.run(many()))
    assert asyncio.run(upgrade(url)) is False
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() == (0,)


HELD = """
    INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 minute'), (now());
    INSERT INTO procrastinate_jobs (id, queue_name, task_name, lock, queueing_lock, status, worker_id) VALUES
        (1, 'default', 'list', 'list', 'list', 'todo', NULL),
        (2, 'default', 'ask', 'x/0', 'x', 'todo', NULL), (3, 'default', 'ask', 'y/0', 'y', 'todo', NULL),
        (4, 'default', 'ask', 'z/0', 'z', 'todo', NULL), (5, 'default', 'ask', 'w/0', 'w', 'todo', NULL);
    UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT min(id) FROM procrastinate_workers) WHERE id < 4;
    UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT max(id) FROM procrastinate_workers) WHERE id > 3;
    UPDATE procrastinate_events SET at = now() - interval '1 hour' WHERE job_id = 4 AND type = 'started';
    INSERT INTO procrastinate_jobs (id, queue_name, task_name, lock, queueing_lock) VALUES
        (6, 'default', 'list', 'list', 'list'), (7, 'default', 'ask', 'x/0', 'x');
"""


def test_the_jobs_of_the_dead_and_of_the_forgetful_hold_up_nobody_even_where_the_same_job_waits_already(
    url: str,
) -> None:
    async def freed() -> int:
        async with queue_at(url).open_async() as app:
            return await free(app)

    open_ledger(url).close()
    asyncio.run(upgrade(url))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(HELD)
        assert asyncio.run(freed()) == 4
        left = connection.execute("SELECT id, status FROM procrastinate_jobs ORDER BY id").fetchall()
        assert left == [(5, "doing"), (6, "todo"), (7, "todo")]


def test_an_upgrade_makes_the_tables_of_the_queue_too(url: str, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "watchlist.toml").write_text("")
    (tmp_path / "monitor.toml").write_text(f'engine = "cluster"\ndatabase = "{url}"\n')
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "monitor", "db", "upgrade", "--json", "--config", str(tmp_path)]
    said = [subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout for _ in range(2)]
    assert [json.loads(one)["queue_made"] for one in said] == [True, False]


def test_a_worker_without_a_cluster_is_refused_with_what_to_do(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    (tmp_path / "sources").mkdir()
    (tmp_path / "watchlist.toml").write_text("")
    (tmp_path / "monitor.toml").write_text(f'database = "sqlite:///{tmp_path}/m.db"\n')
    command = [sys.executable, "-m", "monitor", "worker", "--config", str(tmp_path)]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert said.returncode == 2
    assert "cluster" in said.stderr
