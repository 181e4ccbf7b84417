"""The fast parser and the judge agree; charsets come out right; nothing hostile crashes or hangs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.stages.poll import fast, judge
from monitor.stages.poll.item import entries
from monitor.stages.poll.survey import ordinary
from tests.stages.poll_material import ATOM, FEED, NEWS_PAGE, item, listed, rss

WORDS = st.text(alphabet="abcdeé £’–&<>'\"0123456789;#xŵ", min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)
ZONES = st.sampled_from(["GMT", "+0000", "+0100", "-0500", "UTC"])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@st.composite
def items(draw: st.DrawFn) -> str:
    number, title, summary = draw(st.integers(1, 9999)), draw(WORDS), draw(WORDS)
    date = f"Tue, {draw(st.integers(1, 28)):02d} May 2026 {draw(st.integers(0, 23)):02d}:30:00 {draw(ZONES)}"
    cdata = draw(st.booleans())
    shown = f"<![CDATA[<p>{summary.replace(']]>', '')}</p>]]>" if cdata else escaped(summary)
    extra = draw(
        st.sampled_from(
            ["", "<author>a@b.example (A B)</author>", "<dc:creator>A B</dc:creator>", '<media:thumbnail url="x"/>']
        )
    )
    return (
        f"<item><title>a{escaped(title)}</title><link>https://paper.example/n/{number}</link><guid>https://paper.example/n/{number}</guid>"
        f"<description>{shown}</description><pubDate>{date}</pubDate>{extra}</item>"
    )


@st.composite
def atom_entries(draw: st.DrawFn) -> str:
    number, title = draw(st.integers(1, 9999)), draw(WORDS).replace("<", "")
    return (
        f"<entry><id>tag:paper.example,{number}</id><title>a{escaped(title)}</title><link href='https://paper.example/n/{number}'/>"
        f"<updated>2026-05-{draw(st.integers(1, 28)):02d}T08:30:00Z</updated><summary>{escaped(draw(WORDS))}</summary></entry>"
    )


def agree(document: str) -> None:
    body = document.encode()
    count, why = ordinary(body)
    assert not why
    quick, slow = fast.items(body, count), judge.items(body, FEED.url)
    if quick is None:
        return  # the fast one left it to the judge: nothing to disagree about
    assert slow[3] == ""
    assert entries(FEED, FEED.url, quick[2], quick[0]) == entries(FEED, FEED.url, slow[2], slow[0])


@given(st.lists(items(), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_law_on_ordinary_rss_the_fast_parser_and_the_judge_agree(made: list[str]) -> None:
    agree(rss(*made))


@given(st.lists(atom_entries(), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_law_on_ordinary_atom_the_fast_parser_and_the_judge_agree(made: list[str]) -> None:
    agree(ATOM.format("".join(made)))


ODD = [
    item(extra="<itunes:title xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>Another</itunes:title>"),
    item(when="Tue, 12 May 2026 08:30:00 BST"),
    item(extra="<source url='https://x.example'>X</source>"),
    "<item xml:base='https://x.example/'><title>A</title><link>b</link></item>",
    "<item><title>unclosed",
    "",
]


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_not_ordinary_goes_to_the_judge(odd: str) -> None:
    assert ordinary(rss(odd).encode())[1]


CHARSETS = [
    ("utf-8", "utf-8", ""),
    ("utf-8", "iso-8859-1", ""),
    ("windows-1252", "windows-1252", ""),
    ("windows-1252", "iso-8859-1", ""),
    ("windows-1252", "utf-8", "charset"),
    ("utf-16", "utf-16", ""),
    ("utf-16-le", "utf-16", ""),
    ("utf-8-sig", "utf-8", ""),
    ("windows-1252", "no-such-charset", ""),
]


@pytest.mark.parametrize(("real", "declared", "problem"), CHARSETS)
def test_charsets_come_out_right_whatever_is_declared(real: str, declared: str, problem: str) -> None:
    text = rss(item(title="Café’s £3m “plan”")).replace("UTF-8", declared)
    found = listed(text.encode(real))
    assert found.entries[0].title == "Café’s £3m “plan”"
    assert [p.kind for p in found.problems] == ([problem] if problem else [])


def test_the_servers_charset_counts_where_the_document_is_silent() -> None:
    text = rss(item(title="Żółć")).replace(' encoding="UTF-8"', "")
    assert (
        listed(text.encode("iso-8859-2"), [("content-type", "text/xml; charset=iso-8859-2")]).entries[0].title == "Żółć"
    )


def test_stray_windows_bytes_in_utf8_are_read_as_such() -> None:
    body = rss(item(title="ONE")).encode().replace(b"ONE", "Café £3m ".encode() + b"\x93plan\x94")
    assert listed(body).entries[0].title == "Café £3m “plan”"


def test_no_entity_is_fetched_or_expanded_from_outside() -> None:
    document = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + rss(item(title="A &x; B")).split("?>")[1]
    assert listed(document).entries[0].title in ("A B", "A &x; B")


LEVELS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
HOSTILE = {
    "an entity bomb": f"<!DOCTYPE r [{LEVELS}]>" + rss(item(title="&l8;")).split("?>")[1],
    "nested url( in a style": rss(
        item(title="A", extra="<content>&lt;p style='" + "url(" * 20_000 + "'&gt;x&lt;/p&gt;</content>")
    ),
    "an address without end": rss(item(extra=f"<author>a@{'a.' * 16_000}</author>")),
    "an address in CDATA": rss(item(extra=f"<dc:creator><![CDATA[a@{'a.' * 16_000}]]></dc:creator>")),
    "a hundred thousand attributes": rss(
        "<item " + " ".join(f'a{n}="x"' for n in range(100_000)) + "><title>A</title></item>"
    ),
    "deep nesting": rss("<a>" * 50_000 + "</a>" * 50_000),
    "deep nesting, unclosed": rss("<a>" * 100_000),
    "ten megabytes of one line": rss(item(title="word " * 2_000_000)),
    "brackets": rss("<a" * 200_000),
    "comments that never end": rss("<!--" * 100_000),
    "sections that never end": rss("<![CDATA[" * 50_000),
    "empty lines": "\n" * 500_000 + rss(item()),
    "a hundred thousand items": rss("<item/>" * 100_000),
    "nested lists in JSON": '{"items":' + "[" * 200_000,
    "an endless number in JSON": '{"items":[{"id":' + "9" * 100_000 + "}]}",
    "NUL bytes": rss(item()).replace("t", "t\0"),
    "half surrogates": (b"\xff\xfe" + b"\x00\xd8" * 50_000).decode("latin-1"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_costs_little_and_gives_a_value(name: str) -> None:
    began = time.process_time()
    found = listed(HOSTILE[name])
    assert found.entries or found.reason
    assert time.process_time() - began < 6


@pytest.mark.parametrize("piece", ["<a", "<!--", "<?", "<![CDATA[", "<a/", "</", "<script>", "<a href='"])
def test_a_hostile_page_of_links_costs_little(piece: str) -> None:
    began = time.process_time()
    assert listed(piece * 100_000, feed=NEWS_PAGE).reason
    assert time.process_time() - began < 6


def test_what_can_be_had_beside_hostile_parts_is_had() -> None:
    found = listed(rss(item(1), "<a>" * 3_000, item(2)))
    assert found.entries[0].title == "Story number 1"
    assert listed(rss(item(1), "<item/>" * 20_000)).problems[0].kind == "partial-listing"


FRAGMENTS = st.sampled_from([
    "<", ">", "</", "<item>", "</item>", "<title>", "<![CDATA[", "]]>", "&", "&#", "&amp;", ";", "<!--", "-->", "<?xml ", "?>", "<rss>", "\0",
    "<channel>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<link href='", "'", '"', "é", "\ufffe", "<pubDate>", "Tue, ", "{",
    "[", '"items":',
])  # fmt: skip


@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(FRAGMENTS, max_size=30).map(lambda parts: "".join(parts).encode("utf-8", "replace")),
    )
)
@settings(max_examples=150, deadline=None)
def test_law_no_bytes_make_it_raise(body: bytes) -> None:
    for feed in (FEED, NEWS_PAGE):
        found = listed(body, feed=feed)
        assert found.entries or found.reason
