"""The bench: what hostile work becomes, and that it holds up nobody else."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from monitor.edges.bench import Crew, CrewOptions, Workbench
from monitor.model.page import Page
from monitor.model.source import Entry, Feed
from tests.edges import bench_work

FEED = Feed("source/feed", "source", "Feed", "https://example.org/rss.xml", 900)
QUICK = CrewOptions(modules=(), start=10.0)


@pytest.fixture
async def crew() -> AsyncIterator[Crew]:
    hands = Crew(QUICK)
    yield hands
    await hands.close()


async def test_work_is_done_elsewhere_and_its_result_comes_back(crew: Crew) -> None:
    done = await asyncio.gather(*(crew.run(bench_work.double, n) for n in range(200)))
    assert [one.result for one in done] == [2 * n for n in range(200)]
    assert os.getpid() not in crew.pids
    assert crew.pids


@pytest.mark.parametrize(
    ("function", "word"),
    [
        (bench_work.spin, "slow"),
        (bench_work.fill_memory, "memory"),
        (bench_work.nest, "too-deep"),
        (bench_work.die, "crashed"),
        (bench_work.leave, "crashed"),
        (bench_work.raise_it, "failed"),
        (bench_work.answer_too_much, "too-large"),
        (bench_work.answer_code, "failed"),
    ],
)
async def test_whatever_a_document_does_becomes_a_word(crew: Crew, function: Callable[[], object], word: str) -> None:
    done = await crew.run(function, seconds=1.0)
    assert done.result is None
    assert done.problem.startswith(f"{word}: ")
    assert (await crew.run(bench_work.double, 4)).result == 8


async def test_hostile_work_holds_up_nobody_else_for_a_second(crew: Crew) -> None:
    await crew.run(bench_work.double, 1)
    await asyncio.gather(*(crew.run(bench_work.nap, 0.5) for _ in range(2)))  # both workers are up after this
    hostile = [asyncio.ensure_future(crew.run(bench_work.nap, 30.0, seconds=3.0))]
    waits: list[float] = []

    async def well_behaved(number: int) -> None:
        begun = time.monotonic()
        assert (await crew.run(bench_work.double, number)).result == 2 * number
        waits.append(time.monotonic() - begun)

    await asyncio.gather(*(well_behaved(n) for n in range(50)))
    hostile.append(asyncio.ensure_future(crew.run(bench_work.nap, 30.0, seconds=3.0)))
    await asyncio.gather(*(well_behaved(n) for n in range(50)))
    assert max(waits) < 1.0
    assert {(await job).problem for job in hostile} == {"slow: not done within 3 s"}


async def test_what_waits_behind_slow_work_in_a_batch_is_taken_back() -> None:
    crew = Crew(CrewOptions(modules=(), free=2, batch=8))
    await crew.run(bench_work.double, 1)
    jobs = [crew.run(bench_work.nap, 2.0 if n == 0 else 0.0) for n in range(16)]
    begun = time.monotonic()
    tasks = [asyncio.ensure_future(job) for job in jobs]
    await asyncio.gather(*tasks[1:])
    assert time.monotonic() - begun < 1.9
    assert (await tasks[0]).result == 2.0
    await crew.close()


async def test_a_worker_killed_from_outside_loses_nothing(crew: Crew) -> None:
    await crew.run(bench_work.double, 1)
    jobs = [asyncio.ensure_future(crew.run(bench_work.nap, 0.3)) for _ in range(6)]
    await asyncio.sleep(0.15)
    for pid in crew.pids:
        os.kill(pid, signal.SIGKILL)
    assert [(await job).result for job in jobs] == [0.3] * 6


async def test_a_worker_has_neither_our_secrets_nor_a_hand_on_the_disk(
    crew: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_WEBHOOK_URL", "https://hooks.example.org/secret")
    seen = (await crew.run(bench_work.environment)).result
    assert seen is not None
    assert "SLACK_WEBHOOK_URL" not in seen
    assert (await crew.run(bench_work.write_file, str(tmp_path / "file"))).result is None


async def test_a_cancelled_call_leaves_the_worker_to_others(crew: Crew) -> None:
    await crew.run(bench_work.double, 1)
    waiting = asyncio.ensure_future(crew.run(bench_work.nap, 0.2))
    await asyncio.sleep(0.05)
    waiting.cancel()
    assert (await crew.run(bench_work.double, 3)).result == 6


async def test_closing_is_quick_and_tells_who_waits() -> None:
    crew = Crew(QUICK)
    await crew.run(bench_work.double, 1)
    pids = crew.pids
    waiting = asyncio.ensure_future(crew.run(bench_work.spin, seconds=60.0))
    await asyncio.sleep(0.1)
    begun = time.monotonic()
    await crew.close()
    assert time.monotonic() - begun < 1
    assert (await waiting).problem.startswith("crashed: the service is stopping")
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_workers_that_cannot_start_leave_nobody_waiting() -> None:
    crew = Crew(CrewOptions(modules=("monitor.no_such_module",), retry=0.01))
    done = await asyncio.wait_for(crew.run(bench_work.double, 1), 30)
    assert done.problem.startswith("crashed: no worker process can be started")
    await crew.close()


def test_a_bench_serves_one_event_loop_after_another() -> None:
    crew = Crew(QUICK)

    async def once() -> int | None:
        return (await crew.run(bench_work.double, 5)).result

    assert [asyncio.run(once()), asyncio.run(once())] == [10, 10]
    asyncio.run(crew.close())


async def test_a_worker_has_its_parsers_loaded_before_the_first_document_comes() -> None:
    crew = Crew()
    loaded = (await crew.run(bench_work.libraries)).result or set()
    assert {"bs4", "fastfeedparser", "feedparser", "lxml", "trafilatura"} <= loaded
    await crew.close()


RSS = b"""<rss version="2.0"><channel><title>News</title><item><title>Council fails</title>
<link>https://example.org/1</link><guid>1</guid></item></channel></rss>"""
HTML = b"<html><head><title>T</title></head><body><article><h1>T</h1><p>%s</p></article></body></html>" % (
    b"Words. " * 60
)


async def test_the_bench_lists_reads_and_never_raises() -> None:
    bench = Workbench()
    listing = await bench.listing(FEED, Page(FEED.url, 200, body=RSS))
    assert [entry.title for entry in listing.entries] == ["Council fails"]
    entry = Entry("i", FEED.key, "source", "https://example.org/1", "Council fails", "Summary")
    article = await bench.article(entry, Page(entry.url, 200, (("content-type", "text/html"),), HTML))
    assert "Words." in article.text
    report = await bench.report_text(Page("https://example.org/r.pdf", 200, body=b"no PDF at all"))
    assert (report.pages, report.problem.split(":")[0]) == ((), "not-pdf")
    await bench.close()
