"""Faults of pages: a feed that lists well while what it lists cannot be read."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.edges.bench import CrewOptions, Workbench
from tests.faults.paper import posts, rss
from tests.faults.rig import DAY, HOUR, OPS, Rig, rig
from tests.faults.test_feeds import CHALLENGE, HTML
from tests.local_web import Answer, Reply

COOKIES = b"<!doctype html><html><head><title>Before you continue</title></head><body>Accept all cookies?</body></html>"
WALLS: dict[str, Answer] = {
    "bot": Reply(CHALLENGE, headers=HTML),
    "consent": Reply(COOKIES, headers=HTML),
    "refused": Reply(CHALLENGE, 403, HTML),
}


def tells(town: Rig, count: int) -> None:
    """The paper's feed lists `count` stories about the subject from now on."""
    began = town.clock.time
    stories = [(f"/news/{n}", f"Questions about children's services, part {n}", began) for n in range(count)]
    town.site.routes["/rss.xml"] = lambda seen: Reply(rss(town.site.url(""), posts(town.clock.time, *stories)))


@pytest.mark.parametrize("wall", WALLS)
async def test_a_feed_whose_pages_are_walled_is_named(wall: str, tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.site.routes |= {f"/news/{n}": WALLS[wall] for n in range(4)}
        tells(town, 4)
        found = await town.notice("walled", 8 * HOUR)
        assert any("lists pages, and none can be read" in reason for reason in found.reasons)
        assert f"a page could not be read at all: {town.site.url('/news/0')}" in found.reasons
        town.site.routes |= {f"/news/{n}": page(n) for n in range(9)}
        tells(town, 9)
        await town.recover("walled", 1.5 * DAY, 3 * HOUR)
        town.assert_readers_were_not_deceived()


@pytest.mark.parametrize(
    ("answer", "within"),
    [(Reply(b"", 404), 8 * HOUR), (Reply(b"", 500), 8 * HOUR), (Reply(hang_up=True), 8 * HOUR)],
)
async def test_a_page_that_cannot_be_read_is_named_until_the_time_covered_is_past_it(
    answer: Answer, within: timedelta, tmp_path: Path
) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.site.routes["/news/0"] = answer
        tells(town, 1)
        began = town.clock.time
        while town.proof().is_clear:
            assert town.clock.time - began <= within
            await town.advance(HOUR)
        assert any("/news/0" in reason or "wait to be read" in reason for reason in town.proof().reasons)
        await town.advance(1.5 * DAY, 6 * HOUR)
        assert town.proof().is_clear, town.proof().reasons


async def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    bench = Workbench()
    async with rig(tmp_path, bench=lambda: bench) as town:
        await town.settle()
        for pid in bench.pids:
            os.kill(pid, signal.SIGKILL)
        town.site.routes["/news/0"] = page(0)
        tells(town, 1)
        await town.advance(HOUR)
        assert "/news/0" in town.site.paths()
        assert town.proof().is_clear and town.subjects(OPS) == []
        await bench.close()


async def test_workers_that_cannot_be_started_are_named(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        broken = Workbench(CrewOptions(modules=("monitor.no_such_module",), retry=0.01))
        town.reach(bench=broken)
        tells(town, 1)
        found = await town.notice("hostile", 3 * HOUR, HOUR)
        assert any("no worker process can be started" in reason for reason in found.reasons), found.reasons
        await broken.close()


def page(number: int) -> Reply:
    """An article of no consequence."""
    told = "<p>The council met on Tuesday and heard what families think of its services for children.</p>" * 4
    body = f"<html><head><title>Part {number}</title></head><body><article><h1>Part {number}</h1>{told}</article></body></html>"
    return Reply(body.encode(), headers=HTML)
