"""Faults of the service itself: its clock, its database, its config, its steps, its canary."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from monitor.edges.ledger.rewind import rewind
from monitor.engines.oversight import Oversight
from monitor.errors import ConfigError
from monitor.settings import load
from tests.faults.rig import DAY, DESK, HOUR, OPS, Rig, known, rig
from tests.local_web import Reply

MINUTES = timedelta(minutes=5)


async def test_a_clock_that_jumps_forward_leaves_no_time_vouched_for(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.clock.time += 30 * DAY
        assert "not read in time" in town.proof().reasons[0]
        await town.advance(HOUR)
        assert any("may have been missed" in reason for reason in town.proof().reasons), town.proof().reasons
        await town.advance(1.5 * DAY, 3 * HOUR)
        assert town.proof().is_clear, town.proof().reasons
        town.assert_readers_were_not_deceived()


async def test_a_clock_that_went_back_is_told_and_nothing_sleeps_until_the_false_time(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        right = town.clock.time
        town.clock.time += 365 * DAY
        town.site.routes[DESK] = Reply(b"later", 500)
        town.tell("Kent")
        await town.round()
        town.site.routes[DESK] = town.take
        before, town.clock.time = len(town.site.requests), right + MINUTES
        found = await town.notice("clock", HOUR, MINUTES)
        assert any("the clock went back" in reason for reason in found.reasons)
        await town.advance(MINUTES)
        assert "/rss.xml" in town.site.paths()[before:], "the feed is asked at once, not in a year"
        await town.recover("clock", 30 * HOUR, 3 * HOUR)
        assert len([one for one in town.subjects(DESK) if "Kent" in one]) == 1


async def test_the_clock_may_go_back_while_nobody_runs(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        town.clock.time += 365 * DAY
        await town.round()
        town.clock.time -= 365 * DAY
        assert rewind(town.ledger.store, town.clock.time) == 1
        assert (
            rewind(town.ledger.store, town.clock.time) == 0 or town.ledger.due_times()["post/news"] == town.clock.time
        )


async def test_a_full_database_is_told_past_the_outbox_once_and_its_end_too(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        store = town.ledger.store
        store.close()

        def limited(connection: sqlite3.Connection, _: object) -> None:
            size = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={size}")

        for engine in store.engines:
            event.listen(engine, "connect", limited)
        swell(town)
        found = await town.notice("database-full", HOUR, MINUTES)
        assert any("No room left" in reason for reason in found.reasons)
        await town.advance(3 * HOUR)
        assert len(town.subjects(OPS)) == 1
        assert await town.oversight.beat() and town.alive[-1] == "/alive/fail"
        for engine in store.engines:
            event.remove(engine, "connect", limited)
        store.close()
        await town.recover("database-full", 4 * HOUR)
        assert await town.oversight.beat() and town.alive[-1] == "/alive"
        town.assert_readers_were_not_deceived()


async def test_a_locked_database_is_told_past_the_outbox_when_it_lasts(tmp_path: Path) -> None:
    async with rig(tmp_path, query="?timeout=0.05") as town:
        await town.settle()
        with closing(sqlite3.connect(tmp_path / "monitor.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            town.tell("Kent")
            found = await town.notice("database-busy", HOUR, MINUTES)
            assert found.told >= MINUTES and not town.proof().is_clear
            other.execute("ROLLBACK")
        await town.recover("database-busy", 4 * HOUR)
        assert len([one for one in town.subjects(DESK) if "Kent" in one]) == 1


async def test_a_broken_config_is_told_and_no_certificate_is_clear_until_it_is_mended(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        file = tmp_path / "config" / "watchlist.toml"
        good = file.read_text()
        file.write_text(good.replace('["desk"]', '["nobody"]'))
        with pytest.raises(ConfigError) as broken:
            load(tmp_path / "config", {}, known())
        town.oversight.not_loaded(broken.value)
        found = await town.notice("config", MINUTES, MINUTES)
        assert any("nobody" in reason for reason in found.reasons)
        file.write_text(good)
        load(tmp_path / "config", {}, known())
        town.oversight = Oversight(town.world, town.ledger, town.duties, town.oversight.canary)
        await town.recover("config", HOUR)


async def test_a_silent_canary_is_told_until_it_sings(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        assert (await town.oversight.sing()).seen == town.clock.time
        await town.settle()
        assert "the canary came out" in town.proof().canary
        (tmp_path / "canary.jsonl").unlink()
        (tmp_path / "canary.jsonl").mkdir()
        await town.oversight.sing()
        found = await town.notice("canary", 2 * MINUTES, MINUTES)
        assert any("canary" in reason for reason in found.reasons)
        assert await town.oversight.beat() and town.alive[-1] == "/alive/fail"
        (tmp_path / "canary.jsonl").rmdir()
        await town.oversight.sing()
        await town.recover("canary", HOUR)


async def test_a_canary_nobody_sends_any_more_is_missed_after_a_day(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.oversight.sing()
        await town.settle()
        await town.advance(1.2 * DAY, 3 * HOUR)
        assert any("canary" in reason for reason in town.proof().reasons)


async def test_steps_that_stand_still_are_told_and_the_heart_says_so(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        began = town.clock.time
        while not town.subjects(OPS):
            assert town.clock.time - began < 2 * HOUR
            town.clock.time += MINUTES
            await town.oversight.watch()
            await town.deliver()
        assert "stalled" in town.subjects(OPS)[0]
        assert await town.oversight.beat() and town.alive[-1] == "/alive/fail"
        assert not town.proof().is_clear
        await town.recover("stalled", 4 * HOUR)


async def test_an_oversight_that_sleeps_has_no_heart(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        assert await town.oversight.beat() and town.alive == ["/alive"]
        town.clock.time += timedelta(minutes=11)
        assert await town.oversight.beat() and town.alive == ["/alive", "/alive/fail"]


async def test_a_step_that_fails_by_a_fault_of_our_own_is_told_when_it_lasts(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.oversight.failed(ExceptionGroup("sweep", [KeyError("never thought of")]))
        assert not town.proof().is_clear
        town.oversight.worked()
        await town.advance(HOUR)
        assert town.subjects(OPS) == [], "what passes in a moment is no news"


def swell(town: Rig) -> None:
    """The paper lists so much that the database must grow."""
    for n in range(80):
        town.stories.append((f"/sport/extra-{n}", "United win, " + "and win again, " * 20 + str(n), town.clock.time))
