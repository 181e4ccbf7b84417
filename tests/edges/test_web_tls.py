"""Encrypted connections: the name is proved although the address was chosen by us; a bad certificate is no page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.edges.web import HttpWeb, WebOptions
from monitor.model.page import Request
from tests.edges.certificates import contexts
from tests.local_web import LocalSite, Reply, redirect

OPTIONS = WebOptions(allow_private_addresses=True, connect_seconds=2, robots=False)


async def loopback(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


async def test_a_name_is_proved_by_its_certificate_over_the_checked_address(tmp_path: Path) -> None:
    server, client = contexts(tmp_path, "news.example")
    web = HttpWeb(OPTIONS, resolve=loopback, tls=client)
    async with LocalSite({"/a": b"here"}, tls=server) as site:
        pages = [await web.get(Request(site.url("/a", host="news.example"), "feed")) for _ in range(3)]
        assert [page.body for page in pages] == [b"here"] * 3
        assert site.connections == 1
    await web.close()


@pytest.mark.parametrize(
    ("names", "days"), [(("other.example",), 30), (("news.example",), -1)], ids=["name", "expired"]
)
async def test_a_certificate_that_proves_nothing_is_refused(tmp_path: Path, names: tuple[str, ...], days: int) -> None:
    server, client = contexts(tmp_path, *names, days=days)
    web = HttpWeb(OPTIONS, resolve=loopback, tls=client)
    async with LocalSite({"/a": b"here"}, tls=server) as site:
        page = await web.get(Request(site.url("/a", host="news.example"), "feed"))
        assert (page.failure, page.body, site.requests) == ("tls", b"", [])
    await web.close()


async def test_an_authority_nobody_knows_is_refused(tmp_path: Path) -> None:
    server, _ = contexts(tmp_path, "news.example")
    web = HttpWeb(OPTIONS, resolve=loopback)
    async with LocalSite({"/a": b"here"}, tls=server) as site:
        assert (await web.get(Request(site.url("/a", host="news.example"), "feed"))).failure == "tls"
    await web.close()


async def test_a_site_without_encryption_at_an_https_address_is_refused() -> None:
    web = HttpWeb(replace(OPTIONS, connect_seconds=0.3), resolve=loopback)
    async with LocalSite({"/a": b"here"}) as site:
        page = await web.get(Request(site.url("/a").replace("http:", "https:"), "feed"))
        assert page.failure in ("tls", "refused", "timeout")
    await web.close()


async def test_a_fall_from_https_to_http_is_followed_and_noted(tmp_path: Path) -> None:
    server, client = contexts(tmp_path, "news.example")
    web = HttpWeb(OPTIONS, resolve=loopback, tls=client)
    async with LocalSite({"/b": Reply(b"here")}) as plain, LocalSite(tls=server) as site:
        site.routes["/a"] = redirect(plain.url("/b"), 301)
        page = await web.get(Request(site.url("/a", host="news.example"), "feed"))
    assert page.body == b"here"
    assert "not encrypted" in page.detail
    await web.close()
