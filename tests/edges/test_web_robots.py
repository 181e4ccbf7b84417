"""robots.txt: asked once a day and host, obeyed for pages and reports, as RFC 9309 says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from monitor.edges.web import HttpWeb, WebOptions
from monitor.model.page import Request
from tests.local_web import Answer, LocalSite, Reply, redirect

OPTIONS = WebOptions(allow_private_addresses=True, per_host=8, connect_seconds=1, silence_seconds=1)
GOV = b"User-agent: *\nDisallow: /*/print$\nDisallow: /search/all*\nSitemap: https://example.org/sitemap.xml\n"


@pytest.fixture
async def web() -> AsyncIterator[HttpWeb]:
    hand = HttpWeb(OPTIONS)
    yield hand
    await hand.close()


async def fetched(web: HttpWeb, rules: Answer, path: str, purpose: str = "page") -> tuple[str, list[str]]:
    """The failure (or "") of fetching `path` from a site with these rules, and the paths it was asked for."""
    async with LocalSite({"/robots.txt": rules, path.partition("?")[0]: b"story"}) as site:
        page = await web.get(Request(site.url(path), purpose))
        return page.failure, site.paths()


@pytest.mark.parametrize(
    ("rules", "path", "word"),
    [
        (GOV, "/search/all?keywords=ofsted", "robots"),
        (GOV, "/government/report/print", "robots"),
        (GOV, "/search/news", ""),
        (GOV, "/government/news/inadequate", ""),
        (b"User-agent: *\nDisallow: /\n", "/story", "robots"),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: InspectionMonitor\nAllow: /\n", "/story", ""),
        (b"User-agent: inspectionmonitor\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "/story", "robots"),
        (b"User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n", "/story", ""),
        (b"User-agent: *\nDisallow: /\nAllow: /news/\n", "/news/story", ""),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n", "/story", "robots"),
        (b"", "/story", ""),
        (b"<html>a page that is no robots.txt</html>", "/story", ""),
        (bytes(range(256)) * 10, "/story", ""),
        (Reply(b"no", 404), "/story", ""),
        (Reply(b"no", 403), "/story", ""),
        (Reply(b"no", 410), "/story", ""),
        (Reply(b"no", 500), "/story", "robots-unreachable"),
        (Reply(b"no", 503), "/story", "robots-unreachable"),
        (Reply(b"no", 429), "/story", "robots-unreachable"),
        (Reply(hang_up=True), "/story", "robots-unreachable"),
        (Reply(wait=30), "/story", "robots-unreachable"),
    ],
)
async def test_what_robots_txt_says_is_done(web: HttpWeb, rules: Answer, path: str, word: str) -> None:
    failure, paths = await fetched(web, rules, path)
    assert failure == word
    assert (path in paths) == (word == "")
    assert paths[0] == "/robots.txt"


@pytest.mark.parametrize(("purpose", "word"), [("report", "robots"), ("feed", "")])
async def test_reports_obey_and_feeds_are_offered_for_polling(web: HttpWeb, purpose: str, word: str) -> None:
    failure, paths = await fetched(web, b"User-agent: *\nDisallow: /\n", "/x", purpose)
    assert failure == word
    assert ("/robots.txt" in paths) == (purpose == "report")


async def test_it_is_asked_once_also_when_many_pages_come_together(web: HttpWeb) -> None:
    async with LocalSite({"/robots.txt": Reply(GOV, wait=0.1), "/a": b"a", "/b": b"b"}) as site:
        urls = [site.url(path) for path in ("/a", "/b") * 10]
        pages = await asyncio.gather(*(web.get(Request(url, "page")) for url in urls))
        assert {page.status for page in pages} == {200}
        assert site.paths().count("/robots.txt") == 1


async def test_it_is_asked_again_when_a_day_is_over() -> None:
    web = HttpWeb(WebOptions(allow_private_addresses=True, robots_kept=0.0))
    async with LocalSite({"/robots.txt": GOV, "/a": b"a"}) as site:
        for _ in range(3):
            await web.get(Request(site.url("/a"), "page"))
        assert site.paths().count("/robots.txt") == 3
    await web.close()


async def test_the_old_rules_hold_while_new_ones_cannot_be_had() -> None:
    web = HttpWeb(WebOptions(allow_private_addresses=True, robots_kept=0.0))
    routes: dict[str, Answer] = {"/robots.txt": [Reply(GOV), Reply(b"", 503)], "/a": b"a", "/x/print": b"x"}
    async with LocalSite(routes) as site:
        failures = [(await web.get(Request(site.url(path), "page"))).failure for path in ("/a", "/a", "/x/print")]
    assert failures == ["", "", "robots"]
    await web.close()


async def test_where_a_page_redirects_to_another_host_that_hosts_rules_count(web: HttpWeb) -> None:
    async with LocalSite({"/robots.txt": b"User-agent: *\nDisallow: /\n", "/b": b"b"}, host="127.0.0.2") as other:
        async with LocalSite({"/a": redirect(other.url("/b"))}) as site:
            assert (await web.get(Request(site.url("/a"), "page"))).failure == "robots"
        assert other.paths() == ["/robots.txt"]


async def test_a_delay_the_site_asks_for_is_kept(web: HttpWeb) -> None:
    rules = b"User-agent: *\nCrawl-delay: 0.2\n"
    async with LocalSite({"/robots.txt": rules, "/a": b"a"}) as site:
        await asyncio.gather(*(web.get(Request(site.url("/a"), "page")) for _ in range(3)))
        times = [seen.at for seen in site.requests if seen.path == "/a"]
    assert times[2] - times[0] > 0.35


HOSTILE = {
    "agents times rules": b"".join(b"User-agent: a%d\n" % n for n in range(8000))
    + b"".join(b"Disallow: /%d\n" % n for n in range(20_000)),
    "stars": b"User-agent: *\n" + b"Disallow: /" + b"*a" * 5000 + b"$\n" * 30,
    "one long line": b"User-agent: *\nDisallow: /" + b"x" * 500_000,
}


@pytest.mark.parametrize("rules", HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_rules_cost_no_more_than_a_moment(web: HttpWeb, rules: bytes) -> None:
    begun = time.monotonic()
    failure, _ = await fetched(web, rules, "/" + "a" * 2000)
    assert failure in ("", "robots")
    assert time.monotonic() - begun < 5


async def test_robots_can_be_left_unasked_where_the_config_says_so() -> None:
    web = HttpWeb(WebOptions(allow_private_addresses=True, robots=False))
    failure, paths = await fetched(web, b"User-agent: *\nDisallow: /\n", "/a")
    assert (failure, paths) == ("", ["/a"])
    await web.close()
