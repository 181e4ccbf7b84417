"""Addresses that must not be asked, in every disguise; names that lead inside or change their mind."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.edges.web import HttpWeb, WebOptions
from monitor.edges.web.guard import why_refused
from monitor.model.page import Request
from tests.local_web import LocalSite, Reply, Seen, redirect

OPTIONS = WebOptions(allow_private_addresses=True, connect_seconds=0.6, robots=False)


@pytest.fixture
async def web() -> AsyncIterator[HttpWeb]:
    hand = HttpWeb(OPTIONS)
    yield hand
    await hand.close()


REFUSED = [
    *("http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/"),
    *("http://localhost/", "http://0.0.0.0/", "http://[::]/", "http://[::1]/"),
    *("http://10.0.0.1/", "http://172.16.9.9/", "http://172.31.255.255/", "http://192.168.1.1/", "http://100.64.0.1/"),
    *(
        "http://169.254.169.254/",
        "http://169.254.1.1/",
        "http://[fe80::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fc00::1]/",
    ),
    *("http://[::ffff:127.0.0.1]/", "http://[::ffff:8.8.8.8]/", "http://[::127.0.0.1]/", "http://[2002:7f00:1::]/"),
    *("http://[64:ff9b::7f00:1]/", "http://[64:ff9b::a00:1]/", "http://[64:ff9b:1::1]/", "http://[2001:0:1::1]/"),
    *("http://224.0.0.1/", "http://255.255.255.255/", "http://240.0.0.1/", "http://198.18.0.1/", "http://192.0.2.1/"),
    *("http://[ff02::1]/", "http://[2001:db8::1]/", "http://192.0.0.1/", "http://[fec0::1]/"),
]


@pytest.mark.parametrize("url", REFUSED)
async def test_private_local_and_special_addresses_are_refused(url: str) -> None:
    web = HttpWeb(WebOptions(connect_seconds=0.5))
    page = await web.get(Request(url, "feed"))
    assert (page.failure, page.status) == ("forbidden-address", 0), page.detail
    await web.close()


@pytest.mark.parametrize(
    ("url", "word"),
    [
        *(("ftp://example.org/", "bad-scheme"), ("file:///etc/passwd", "bad-scheme"), ("feed:x", "bad-scheme")),
        *(("", "bad-scheme"), ("/relative", "bad-scheme"), ("http://", "bad-address"), ("http:///x", "bad-address")),
        *(("http://user@example.org/", "bad-address"), ("http://:p@example.org/", "bad-address")),
        *(("http://example.org:22/", "bad-port"), ("http://example.org:6379/", "bad-port")),
        *(("http://exa mple.org/", "bad-address"), ("http://example.org/\x00", "bad-address")),
        *(
            ("http://example.org:99999/", "bad-port"),
            ("http://0177.0.0.1/", "bad-address"),
            ("http://[::1/", "bad-address"),
            ("http://a..b/", "dns"),
        ),
        ("http://no-such-name.invalid/", "dns"),
    ],
)
async def test_addresses_that_cannot_be_asked_have_their_word(url: str, word: str) -> None:
    async def nowhere(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    web = HttpWeb(WebOptions(), resolve=nowhere)
    assert (await web.get(Request(url, "feed"))).failure == word
    await web.close()


class Names:
    """A name server that changes its mind: the answers are given one after another, the last for ever."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def test_the_address_connected_to_is_the_one_that_was_checked() -> None:
    names = Names(["127.0.0.1"], ["169.254.169.254"])
    web = HttpWeb(OPTIONS, resolve=names)
    async with LocalSite({"/a": Reply(b"here", close=True)}) as site:
        page = await web.get(Request(site.url("/a", host="news.example"), "feed"))
        assert (page.body, names.asked) == (b"here", ["news.example"])
        assert site.requests[0].headers["host"] == f"news.example:{site.port}"
    await web.close()


async def test_a_name_that_turns_to_a_forbidden_address_is_refused_at_the_next_look_up() -> None:
    names = Names(["127.0.0.1"], ["169.254.169.254"])
    web = HttpWeb(replace(OPTIONS, names_kept=0.0), resolve=names)
    async with LocalSite({"/a": Reply(b"here", close=True)}) as site:
        url = site.url("/a", host="news.example")
        pages = [await web.get(Request(url, "feed")) for _ in range(2)]
    assert [page.failure for page in pages] == ["", "forbidden-address"]
    await web.close()


async def test_a_public_name_that_leads_inside_is_refused_and_a_redirect_there_too() -> None:
    async def names(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"] if host == "public.example" else ["169.254.169.254"]

    web = HttpWeb(OPTIONS, resolve=names)
    async with LocalSite() as site:
        site.routes["/a"] = redirect(f"http://inside.example:{site.port}/secret")
        page = await web.get(Request(site.url("/a", host="public.example"), "feed"))
        assert page.failure == "forbidden-address"
        assert site.paths() == ["/a"]
    await web.close()


async def test_of_several_addresses_only_the_allowed_are_tried_and_the_next_if_one_is_dead() -> None:
    web = HttpWeb(OPTIONS, resolve=Names(["169.254.169.254", "127.0.0.9", "127.0.0.1"]))
    async with LocalSite({"/a": b"here"}) as site:
        page = await web.get(Request(site.url("/a", host="news.example"), "feed"))
    assert page.body == b"here"
    await web.close()


NETWORKS = [
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "100.64.0.0/10",
    "0.0.0.0/8",
]


@given(st.sampled_from(NETWORKS).flatmap(lambda network: st.ip_addresses(network=network)))
def test_every_inside_address_is_refused_in_every_disguise(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    disguises = [
        str(address),
        f"::ffff:{address}",
        f"::{address}",
        str(ipaddress.IPv6Address((0x64FF9B << 96) | number)),
        str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80))),
    ]
    assert all(why_refused(disguise) for disguise in disguises)


@given(st.ip_addresses())
def test_an_address_is_let_through_only_if_the_registries_call_it_global(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if not why_refused(str(address)):
        translated = address in ipaddress.ip_network("64:ff9b::/96") if address.version == 6 else False
        assert address.is_global or translated
        assert not address.is_multicast


@given(st.text(max_size=60))
def test_no_text_is_an_address_by_accident(text: str) -> None:
    assert why_refused(text) or ipaddress.ip_address(text)


@pytest.mark.parametrize("address", ["8.8.8.8", "151.101.0.81", "2a00:1450:4009::1", "64:ff9b::808:808"])
def test_public_addresses_are_let_through(address: str) -> None:
    assert why_refused(address) == ""


def test_where_private_addresses_are_allowed_the_metadata_service_still_is_not() -> None:
    assert why_refused("192.168.1.1", private_allowed=True) == ""
    assert why_refused("169.254.169.254", private_allowed=True)
    assert why_refused("::ffff:169.254.169.254", private_allowed=True)


async def test_an_address_is_asked_as_it_is_written_but_for_what_must_be_escaped(web: HttpWeb) -> None:
    def answer(seen: Seen) -> Reply:
        return Reply(seen.path.encode())

    async with LocalSite({"/a": answer}) as site:
        page = await web.get(Request(site.url("/a?q=%C3%A9&x=a b"), "feed"))
    assert page.body == b"/a?q=%C3%A9&x=a%20b"
