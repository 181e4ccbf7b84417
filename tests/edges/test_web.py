"""The web hand on a local site: what it asks, what it gives back, how it behaves."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from monitor.edges.clock import StoppedClock
from monitor.edges.web import HttpWeb, WebOptions
from monitor.model.page import Request
from tests.local_web import Answer, LocalSite, Reply, Seen, brotlied, gzipped, redirect

NOW = datetime(2017, 1, 24, 9, 30, tzinfo=UTC)
OPTIONS = WebOptions(contact="desk@example.org", allow_private_addresses=True)
TEXT = "Children’s services were judged inadequate. ".encode() * 200


@pytest.fixture
async def web() -> AsyncIterator[HttpWeb]:
    hand = HttpWeb(OPTIONS, StoppedClock(NOW))
    yield hand
    await hand.close()


async def test_a_reply_comes_back_as_a_page(web: HttpWeb) -> None:
    async with LocalSite({"/feed?x=1": Reply(TEXT, headers=(("Content-Type", "text/xml"),))}) as site:
        page = await web.get(Request(site.url("/feed?x=1"), "feed"))
    assert (page.status, page.failure, page.body, page.fetched) == (200, "", TEXT, NOW)
    assert page.header("content-type") == "text/xml"
    assert page.url == site.url("/feed?x=1")


async def test_it_says_who_asks_and_how_to_reach_us(web: HttpWeb) -> None:
    async with LocalSite({"/feed": Reply(TEXT)}) as site:
        await web.get(Request(site.url("/feed"), "feed"))
        seen = site.requests[0]
    assert seen.headers["user-agent"] == "InspectionMonitor/0.1 (+desk@example.org)"
    assert seen.headers["host"] == f"127.0.0.1:{site.port}"
    assert seen.headers["accept-encoding"] == "gzip, deflate, br"
    assert "cookie" not in seen.headers


async def test_what_was_not_changed_is_not_sent_again(web: HttpWeb) -> None:
    reply = Reply(TEXT, etag='"seven"', modified="Tue, 24 Jan 2017 09:00:00 GMT")
    async with LocalSite({"/feed": reply}) as site:
        first = await web.get(Request(site.url("/feed"), "feed"))
        by_tag = await web.get(Request(site.url("/feed"), "feed", etag=first.header("etag")))
        by_date = await web.get(Request(site.url("/feed"), "feed", last_modified=first.header("last-modified")))
    assert [first.status, by_tag.status, by_date.status] == [200, 304, 304]
    assert by_tag.body == b""


async def test_a_site_that_hangs_up_is_asked_once_more_over_a_new_connection_and_no_oftener(web: HttpWeb) -> None:
    async with LocalSite({"/feed": Reply(TEXT, wait=0.05), "/shut": Reply(hang_up=True)}) as site:
        # Two kept connections: that they went meanwhile is no reason to try them all.
        await asyncio.gather(*(web.get(Request(site.url("/feed"), "feed")) for _ in range(2)))
        page = await web.get(Request(site.url("/shut"), "feed"))
    assert site.connections == 3
    assert (page.failure, site.paths().count("/shut")) == ("refused", 2)


@pytest.mark.parametrize("etag", ["snow\u2603man", 'two\r\nX-Lines: "1"', "x" * 5000])
async def test_a_validator_that_cannot_be_sent_back_is_left_out(web: HttpWeb, etag: str) -> None:
    async with LocalSite({"/feed": Reply(TEXT)}) as site:
        page = await web.get(Request(site.url("/feed"), "feed", etag=etag))
        assert page.status == 200
        assert "if-none-match" not in site.requests[0].headers


def raw_deflate(body: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return machine.compress(body) + machine.flush()


@pytest.mark.parametrize(
    "reply",
    [
        gzipped(TEXT),
        brotlied(TEXT),
        Reply(zlib.compress(TEXT), headers=(("Content-Encoding", "deflate"),)),
        Reply(raw_deflate(TEXT), headers=(("Content-Encoding", "deflate"),)),
        Reply(gzip.compress(gzip.compress(TEXT)), headers=(("Content-Encoding", "gzip, gzip"),)),
        Reply(gzip.compress(TEXT[:500]) + gzip.compress(TEXT[500:]), headers=(("Content-Encoding", "gzip"),)),
        Reply(gzip.compress(TEXT) + bytes(512), headers=(("Content-Encoding", "x-gzip"),)),
        Reply(TEXT, headers=(("Content-Encoding", "identity"),)),
        gzipped(TEXT, piece=1, pause=0),
        Reply(zlib.compress(TEXT), headers=(("Content-Encoding", "deflate"),), piece=1),
        brotlied(TEXT, piece=1),
        Reply(TEXT, chunked=True),
    ],
    ids=[
        *("gzip", "brotli", "deflate", "deflate-bare", "twice", "two-members", "padded", "identity"),
        *("gzip-bytewise", "deflate-bytewise", "brotli-bytewise", "chunked"),
    ],
)
async def test_a_compressed_body_is_unpacked(web: HttpWeb, reply: Reply) -> None:
    async with LocalSite({"/feed": reply}) as site:
        page = await web.get(Request(site.url("/feed"), "feed"))
    assert (page.failure, page.body) == ("", TEXT)


async def test_permanent_redirects_are_followed_and_reported_and_others_only_followed(web: HttpWeb) -> None:
    routes: dict[str, Answer] = {
        "/a": redirect("/b", 301),
        "/b": redirect("c?d=1", 308),
        "/c": redirect("/e", 302),
        "/e": redirect("/f", 307),
        "/f": TEXT,
    }
    async with LocalSite(routes) as site:
        page = await web.get(Request(site.url("/a"), "feed"))
    assert (page.url, page.status, page.body) == (site.url("/f"), 200, TEXT)
    assert page.redirects == ((site.url("/a"), site.url("/b")), (site.url("/b"), site.url("/c?d=1")))


async def test_a_redirect_without_a_target_is_a_reply_like_another(web: HttpWeb) -> None:
    async with LocalSite({"/a": Reply(b"moved, but where?", 301)}) as site:
        page = await web.get(Request(site.url("/a"), "feed"))
    assert (page.status, page.body) == (301, b"moved, but where?")


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
async def test_an_error_keeps_its_status_and_headers(web: HttpWeb, status: int) -> None:
    async with LocalSite({"/a": Reply(b"no", status, (("Retry-After", "7"),))}) as site:
        page = await web.get(Request(site.url("/a"), "feed"))
    assert (page.status, page.failure, page.header("retry-after")) == (status, "", "7")


async def test_connections_are_kept_and_a_stale_one_is_replaced_without_a_word(web: HttpWeb) -> None:
    async with LocalSite({"/a": TEXT, "/last": Reply(TEXT, close=True)}) as site:
        for path in ("/a", "/a", "/a"):
            await web.get(Request(site.url(path), "feed"))
        assert site.connections == 1
        await web.get(Request(site.url("/last"), "feed"))
        page = await web.get(Request(site.url("/a"), "feed"))
        assert page.status == 200
        assert site.connections == 2


async def test_a_kept_connection_that_dies_at_the_next_request_is_tried_once_more(web: HttpWeb) -> None:
    answers: dict[str, Answer] = {"/a": [Reply(TEXT), Reply(hang_up=True), Reply(b"second")]}
    async with LocalSite(answers) as site:
        first, second = [await web.get(Request(site.url("/a"), "feed")) for _ in range(2)]
    assert (first.body, second.body) == (TEXT, b"second")


async def test_no_more_at_once_to_one_host_than_allowed() -> None:
    hand = HttpWeb(WebOptions(allow_private_addresses=True, per_host=2))
    async with LocalSite({"/a": Reply(TEXT, wait=0.05)}) as site:
        await asyncio.gather(*(hand.get(Request(site.url("/a"), "feed")) for _ in range(10)))
        assert site.most_at_once == 2
    await hand.close()


async def test_no_more_at_once_in_all_than_allowed() -> None:
    hand = HttpWeb(WebOptions(allow_private_addresses=True, per_host=9, concurrency=3))
    async with LocalSite({"/a": Reply(TEXT, wait=0.05)}, host="0.0.0.0") as site:
        urls = [site.url("/a", host=f"127.0.0.{n + 1}") for n in range(9)]
        pages = await asyncio.gather(*(hand.get(Request(url, "feed")) for url in urls))
        assert [page.status for page in pages] == [200] * 9
        assert site.most_at_once == 3
    await hand.close()


async def test_requests_to_one_host_keep_their_distance_also_when_they_come_together() -> None:
    hand = HttpWeb(WebOptions(allow_private_addresses=True, gentle=(("127.0.0.1", 0.1),), per_host=8))
    async with LocalSite({"/a": TEXT}) as site:
        await asyncio.gather(*(hand.get(Request(site.url("/a"), "feed")) for _ in range(4)))
        times = [seen.at for seen in site.requests]
    assert all(later - sooner > 0.08 for sooner, later in pairwise(times))
    await hand.close()


async def test_a_slow_host_with_a_long_queue_holds_up_nobody_else(web: HttpWeb) -> None:
    async with LocalSite({"/slow": Reply(TEXT, wait=5)}) as slow, LocalSite({"/a": TEXT}, host="127.0.0.2") as quick:
        waiting = [asyncio.ensure_future(web.get(Request(slow.url("/slow"), "feed"))) for _ in range(100)]
        await asyncio.sleep(0.1)
        begun = time.monotonic()
        pages = await asyncio.gather(*(web.get(Request(quick.url("/a"), "feed")) for _ in range(20)))
        assert time.monotonic() - begun < 1
        assert [page.status for page in pages] == [200] * 20
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def test_many_hosts_that_hang_hold_up_nobody_for_long() -> None:
    hand = HttpWeb(WebOptions(allow_private_addresses=True, concurrency=4))
    async with LocalSite({"/slow": Reply(TEXT, wait=20)}, host="0.0.0.0") as site, LocalSite({"/a": TEXT}) as quick:
        urls = [site.url("/slow", host=f"127.0.0.{n + 2}") for n in range(8)]
        hanging = [asyncio.ensure_future(hand.get(Request(url, "feed"))) for url in urls]
        await asyncio.sleep(0.1)
        begun = time.monotonic()
        page = await hand.get(Request(quick.url("/a"), "feed"))
        assert page.status == 200
        assert time.monotonic() - begun < 3
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)
    await hand.close()


async def test_a_server_that_answers_429_is_asked_slowly_and_its_other_pages_are_still_had(web: HttpWeb) -> None:
    routes: dict[str, Answer] = {"/a": Reply(b"", 429, (("Retry-After", "120"),)), "/b": TEXT}
    async with LocalSite(routes) as site, LocalSite({"/b": TEXT}) as neighbour:
        first = await web.get(Request(site.url("/a"), "feed"))
        pages = [await web.get(Request(site.url("/b"), "feed")) for _ in range(2)]
        other = await web.get(Request(neighbour.url("/b"), "feed"))
        gaps = [later.at - earlier.at for earlier, later in pairwise(site.requests)]
    assert (first.status, [page.status for page in pages], other.status) == (429, [200, 200], 200)
    assert gaps[1] > 0.4


async def test_a_cancelled_fetch_frees_its_turn(web: HttpWeb) -> None:
    def answer(seen: Seen) -> Reply:
        return Reply(TEXT, wait=30 if seen.path == "/hang" else 0)

    async with LocalSite({"/hang": answer, "/a": answer}) as site:
        hanging = [asyncio.ensure_future(web.get(Request(site.url("/hang"), "feed"))) for _ in range(4)]
        await asyncio.sleep(0.1)
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)
        page = await asyncio.wait_for(web.get(Request(site.url("/a"), "feed")), 2)
    assert page.status == 200
