"""Faults of a feed, through real HTTP: each is named, told to the operator and to nobody else, and never under an all-clear.

The table is the specification; docs/faults.md shows it to people, and test_the_table_in_the_docs_is_this_one holds them together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.edges.certificates import contexts
from tests.faults.paper import PAPER, posts, rss
from tests.faults.rig import DAY, HOUR, OPS, Rig, rig, web
from tests.local_web import Answer, LocalSite, Reply, Seen, drip, redirect

HTML = (("Content-Type", "text/html; charset=utf-8"),)
WEB_PAGE = b"<!doctype html><html><head><title>The Post</title></head><body><p>News of the county.</p></body></html>"
CONSENT = (
    b"<!doctype html><html><head><title>The Post</title></head><body>Before you continue, accept cookies</body></html>"
)
CHALLENGE = (
    b"<!doctype html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
)


@dataclass(frozen=True)
class Fault:
    """What the feed's address answers from now on, the word for it, and how soon it must be known and over."""

    word: str
    answer: Answer | Callable[[Rig], Answer]
    within: timedelta = 2 * HOUR
    over: timedelta = 8 * HOUR
    step: timedelta = timedelta(minutes=30)


def _cut(town: Rig) -> bytes:
    whole = town.paper(Seen("GET", "/rss.xml", {}, b"", 0.0)).body
    return whole[: len(whole) // 2]


def _limited(town: Rig) -> Reply:
    return Reply(b"", 429, (("Retry-After", format_datetime(town.clock.time + 3 * DAY, usegmt=True)),))


def _emptied(town: Rig) -> bytes:
    return b'<rss version="2.0"><channel><title>The Post</title></channel></rss>'


def _cut_short(town: Rig) -> Reply:
    return Reply(town.paper(Seen("GET", "/rss.xml", {}, b"", 0.0)).body, cut=2000)


def _frozen(town: Rig) -> bytes:
    return town.paper(Seen("GET", "/rss.xml", {}, b"", 0.0)).body


def _frozen_cache(town: Rig) -> Answer:
    """A cache that says "unchanged" to every question, and has the old copy for who asks without conditions."""
    return Reply(_frozen(town), etag='"stale"')


FAULTS = {
    "empty-reply": Fault("empty-reply", b""),
    "web-page": Fault("html-instead-of-feed", Reply(WEB_PAGE, headers=HTML)),
    "consent-wall": Fault("consent-page", Reply(CONSENT, headers=HTML)),
    "bot-challenge": Fault("challenge-page", Reply(CHALLENGE, headers=HTML)),
    "server-error": Fault("http-500", Reply(b"oh", 500)),
    "under-repair": Fault("http-503", Reply(b"oh", 503)),
    "not-there": Fault("http-404", Reply(b"oh", 404), over=30 * HOUR, step=HOUR),
    "forbidden": Fault("http-403", Reply(b"oh", 403), over=30 * HOUR, step=HOUR),
    "gone": Fault("gone", Reply(b"oh", 410), over=8 * DAY, step=6 * HOUR, within=12 * HOUR),
    "rate-limited": Fault("rate-limited", _limited, over=4 * DAY, step=6 * HOUR, within=12 * HOUR),
    "hung": Fault("timeout", Reply(b"", wait=30.0)),
    "slow-drip": Fault("slow", drip()),
    "hangs-up": Fault("refused", Reply(hang_up=True)),
    "redirect-loop": Fault("redirect-loop", redirect("/rss.xml")),
    "too-large": Fault("too-large", Reply(b"<rss>" + b"x" * 200_000)),
    "malformed": Fault("malformed", _cut),
    "cut-short": Fault("truncated", _cut_short),
    "emptied": Fault("went-quiet", _emptied),
    "frozen": Fault("too-quiet", _frozen, within=timedelta(days=2.5), step=3 * HOUR),
    "frozen-cache": Fault("too-quiet", _frozen_cache, within=timedelta(days=2.5), step=3 * HOUR),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_a_fault_of_a_feed_is_named_in_time_and_its_end_is_told(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    async with rig(tmp_path) as town:
        await town.settle()
        answer = fault.answer
        is_made_here = callable(answer) and answer.__module__ == __name__
        town.site.routes["/rss.xml"] = answer(town) if is_made_here else answer  # type: ignore[arg-type, assignment, operator]
        found = await town.notice(fault.word, fault.within, fault.step)
        assert any("The Post" in reason and fault_words(fault, reason) for reason in found.reasons), found.reasons
        await stays_unclear(town, fault)
        assert len([one for one in town.subjects(OPS) if fault.word in one]) <= 2, town.subjects(OPS)
        town.site.routes["/rss.xml"] = town.paper
        await town.recover(fault.word, fault.over, fault.step)
        town.assert_readers_were_not_deceived()


def fault_words(fault: Fault, reason: str) -> bool:
    """Whether a reader of the certificate learns what is wrong."""
    return fault.word in reason or (fault.word == "too-quiet" and "nothing new" in reason) or "gone for good" in reason


async def stays_unclear(town: Rig, fault: Fault) -> None:
    """However often it is asked: while the fault lasts no certificate is clear."""
    for _ in range(3):
        await town.advance(fault.step, fault.step)
        assert not town.proof().is_clear


async def test_a_name_that_leads_nowhere_and_a_port_where_nobody_listens(tmp_path: Path) -> None:
    place = {"address": "127.0.0.1"}

    async def resolve(host: str, port: int) -> list[str]:
        if not place["address"]:
            raise OSError("no such name")
        return [place["address"]]

    async with rig(tmp_path, sources={"post": PAPER.replace("{origin}", "http://post.test:{port}")}) as town:
        town.site.routes["/rss.xml"] = lambda seen: replace(town.paper(seen), close=True)
        town.reach(web=web(town.settings, town.clock, resolve=resolve))
        await town.settle()
        for address, word in (("", "dns"), ("127.0.0.9", "refused")):
            place["address"] = address
            found = await town.notice(f"Trouble: post: {word}", 2 * HOUR)
            assert any(word in reason for reason in found.reasons)
            place["address"] = "127.0.0.1"
            await town.recover(word, 30 * HOUR)
        await town.world.web.close()


async def test_a_certificate_that_has_run_out_is_named_until_it_is_renewed(tmp_path: Path) -> None:
    server, client = contexts(tmp_path, "127.0.0.1")
    async with (
        LocalSite(tls=server) as secure,
        rig(tmp_path / "town", sources={"post": PAPER.replace("{origin}", secure.url(""))}) as town,
    ):
        secure.routes["/rss.xml"] = lambda seen: Reply(town.paper(seen).body, close=True)
        town.reach(web=web(town.settings, town.clock, tls=client))
        await town.settle()
        (tmp_path / "old").mkdir()
        contexts(tmp_path / "old", "127.0.0.1", days=-1)
        server.load_cert_chain(tmp_path / "old" / "certificate.pem")
        found = await town.notice("tls", 2 * HOUR)
        assert any("tls" in reason for reason in found.reasons)
        server.load_cert_chain(tmp_path / "certificate.pem")
        await town.recover("tls", 30 * HOUR, HOUR)


async def test_an_outage_with_many_faces_is_one_trouble(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.site.routes["/rss.xml"] = [Reply(b"", 500), Reply(b"", 503), Reply(hang_up=True)]
        await town.notice("Trouble", 3 * HOUR)
        await town.advance(6 * HOUR)
        assert len(town.subjects(OPS)) == 1
        town.site.routes["/rss.xml"] = town.paper
        await town.recover("http-500", 8 * HOUR)
        assert len(town.subjects(OPS)) == 2


async def test_a_feed_that_fails_for_a_moment_troubles_nobody(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.site.routes["/rss.xml"] = [Reply(b"", 500), *(town.paper(seen) for seen in town.site.requests[:1])]
        await town.advance(HOUR, timedelta(minutes=5))
        assert town.proof().is_clear and town.subjects(OPS) == []


async def test_what_a_frozen_cache_hid_is_found_when_it_is_asked_without_conditions(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        frozen = _frozen(town)

        def lies(seen: Seen) -> Reply:
            if "if-none-match" in seen.headers:
                return Reply(status=304)
            story = ("/news/1", "Kent children's services judged inadequate", town.clock.time)
            fresh = rss(town.site.url(""), posts(town.clock.time, story))
            return Reply(fresh if len(town.site.requests) > 1 else frozen, etag='"stale"')

        town.site.routes["/rss.xml"] = lies
        town.site.routes["/news/1"] = Reply(WEB_PAGE, headers=HTML)
        await town.round()
        began = town.clock.time
        while "/news/1" not in town.site.paths():
            assert town.clock.time - began < 7.1 * DAY
            await town.advance(6 * HOUR, 6 * HOUR)


async def test_sixty_feeds_that_fail_together_make_one_message_and_one_end(tmp_path: Path) -> None:
    feeds = "".join(f'[[feeds]]\nname = "F{n}"\nurl = "{{origin}}/{n}.xml"\nevery = "15m"\n' for n in range(60))
    async with rig(tmp_path, sources={"post": f'name = "The Post"\nkind = "press"\n{feeds}'}) as town:
        town.site.routes |= {f"/{n}.xml": town.paper for n in range(60)}
        await town.settle()
        for n in range(60):
            town.site.routes[f"/{n}.xml"] = Reply(b"", 500)
        await town.advance(2 * HOUR, timedelta(minutes=30))
        told = town.subjects(OPS)
        assert len(told) <= 3 and all("Recovered" not in one for one in told), told
        assert len(town.proof().unread) == 60
