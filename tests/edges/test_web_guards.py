"""The guards: every hostile behaviour of a server, with the word it becomes."""

from __future__ import annotations

import gzip
import resource
import time
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from monitor.edges.web import Caps, HttpWeb, WebOptions
from monitor.model.page import Request
from tests.local_web import Answer, LocalSite, Reply, bomb, drip, gzipped, header_flood, redirect, shut_port

KB = 1024
SMALL = {"feed": Caps(1.0, 100 * KB, 200 * KB), "page": Caps(1.0, 100 * KB, 200 * KB)}
OPTIONS = WebOptions(
    allow_private_addresses=True, connect_seconds=0.6, silence_seconds=0.5, caps=SMALL, per_host=20, robots=False
)


@pytest.fixture
async def web() -> AsyncIterator[HttpWeb]:
    hand = HttpWeb(OPTIONS)
    yield hand
    await hand.close()


def chunks(*pieces: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(pieces)


HOSTILE: list[tuple[str, Answer, str]] = [
    ("silence", Reply(b"x", wait=30), "timeout"),
    ("a drip", drip(), "slow"),
    ("a drip in the head", Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"x" * 9999, piece=1, pause=0.05), "timeout"),
    ("a body that stops", Reply(b"x" * 1000, piece=10, pause=0.7), "timeout"),
    ("no answer at all", Reply(hang_up=True), "refused"),
    ("too many bytes", Reply(b"x" * 150 * KB), "too-large"),
    ("too many bytes, chunked", Reply(b"x" * 150 * KB, chunked=True), "too-large"),
    ("a gzip bomb", bomb("gzip"), "too-large"),
    ("a brotli bomb", bomb("br"), "too-large"),
    (
        "a bomb in a bomb",
        Reply(gzip.compress(bomb("gzip").body), headers=(("Content-Encoding", "gzip, gzip"),)),
        "too-large",
    ),
    ("a lie about gzip", Reply(b"plain text", headers=(("Content-Encoding", "gzip"),)), "encoding"),
    ("a lie about brotli", Reply(b"\xff" * 40, headers=(("Content-Encoding", "br"),)), "encoding"),
    ("three layers", Reply(b"x", headers=(("Content-Encoding", "gzip, gzip, gzip"),)), "encoding"),
    ("an unknown layer", Reply(b"x", headers=(("Content-Encoding", "compress"),)), "encoding"),
    ("a flood of headers", header_flood(), "headers"),
    ("many small headers", header_flood(500), "headers"),
    ("one endless header", Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300 * KB), "headers"),
    ("no HTTP", Reply(raw=b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), "protocol"),
    ("binary rubbish", Reply(raw=bytes(range(256)) * 8), "protocol"),
    ("two lengths", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx"), "protocol"),
    ("a negative length", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx"), "protocol"),
    ("a chunk of no size", Reply(raw=chunks(b"zz\r\nx\r\n")), "protocol"),
    ("interim replies without end", Reply(raw=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50), "protocol"),
    ("itself again", redirect("/hostile"), "redirect-loop"),
    ("a chain without end", lambda seen: redirect(f"{seen.path.split('?')[0]}?{time.monotonic_ns()}"), "redirect-loop"),
    ("a file", redirect("file:///etc/passwd"), "bad-scheme"),
    ("a script", redirect("javascript:alert(1)"), "bad-scheme"),
    ("a login", redirect("http://user:word@127.0.0.1/"), "bad-address"),
    ("a broken address", redirect("http://[::1/"), "bad-redirect"),
    ("an endless address", redirect("http://127.0.0.1/" + "a" * 9000), "bad-address"),
    ("the metadata service", redirect("http://169.254.169.254/latest/meta-data/"), "forbidden-address"),
    ("another service's port", redirect("http://127.0.0.1:22/"), "bad-port"),
    ("a port where nobody listens", redirect(f"http://127.0.0.1:{shut_port()}/"), "refused"),
]


@pytest.mark.parametrize(("answer", "word"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
async def test_hostile_behaviour_ends_in_time_with_its_word(web: HttpWeb, answer: Answer, word: str) -> None:
    async with LocalSite({"/hostile": answer, "/good": b"good"}) as site:
        begun = time.monotonic()
        page = await web.get(Request(site.url("/hostile"), "feed"))
        assert (page.failure, page.body) == (word, b"")
        assert page.detail
        assert time.monotonic() - begun < 3
        assert (await web.get(Request(site.url("/good"), "feed"))).body == b"good"


def grow_peak(before: int) -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


async def test_a_bomb_is_never_unpacked_in_memory(web: HttpWeb) -> None:
    async with LocalSite({"/bomb": Reply(bomb("br", 1 << 28).body, headers=(("Content-Encoding", "br"),))}) as site:
        peak = grow_peak(0)
        page = await web.get(Request(site.url("/bomb"), "feed"))
        assert page.failure == "too-large"
        assert grow_peak(peak) < 50 * KB


CUT = [
    Reply(b"<rss><item>one</item>" * 10, cut=100, etag='"1"', modified="Tue, 24 Jan 2017 09:00:00 GMT"),
    Reply(raw=chunks(b"64\r\n" + b"x" * 100 + b"\r\n", b"64\r\nxx")),
    Reply(gzipped(b"<rss>" + bytes(range(256)) * 40).body[:-9], headers=(("Content-Encoding", "gzip"),)),
]


@pytest.mark.parametrize("answer", CUT, ids=["length", "chunked", "gzip"])
async def test_a_body_cut_short_keeps_what_came_but_no_validators(web: HttpWeb, answer: Reply) -> None:
    async with LocalSite({"/cut": answer}) as site:
        page = await web.get(Request(site.url("/cut"), "feed"))
    assert page.failure == "truncated"
    assert len(page.body) >= 100
    assert (page.header("etag"), page.header("last-modified")) == ("", "")


async def test_a_page_cut_short_is_asked_for_once_more(web: HttpWeb) -> None:
    async with LocalSite({"/story": [Reply(b"x" * 500, cut=100), Reply(b"x" * 500)]}) as site:
        page = await web.get(Request(site.url("/story"), "page"))
        assert (page.failure, len(page.body), len(site.requests)) == ("", 500, 2)


@pytest.mark.parametrize("status", [404, 410, 500])
async def test_an_error_page_that_misbehaves_keeps_its_status(web: HttpWeb, status: int) -> None:
    async with LocalSite({"/e": replace(bomb("gzip"), status=status)}) as site:
        page = await web.get(Request(site.url("/e"), "feed"))
    assert (page.status, page.failure) == (status, "")
