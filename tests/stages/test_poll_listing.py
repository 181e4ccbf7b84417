"""What a feed's reply lists: every format, what is kept of an entry, and the reasons of an empty listing."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.poll_material import ATOM, ATOM03, NEWS_PAGE, OLD_RSS, RDF, item, listed, rss

LINK = "https://www.gazette.example/news/one-story"
WHEN = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
FORMATS = {
    "RSS 2.0": rss(f"<item><title>One &amp;amp; only</title><link>{LINK}</link><pubDate>Tue, 12 May 2026 08:30:00 GMT</pubDate></item>"),
    "RSS 0.91": OLD_RSS.format(f"<item><title>One &amp;amp; only</title><link>{LINK}</link><pubDate>12 May 2026 08:30 GMT</pubDate></item>"),
    "RSS 1.0": RDF.format(
        f'<item rdf:about="{LINK}"><title>One &amp;amp; only</title><link>{LINK}</link><dc:date>2026-05-12T09:30:00+01:00</dc:date></item>'
    ),
    "Atom 1.0": ATOM.format(
        f'<entry><id>tag:1</id><title>One &amp; only</title><link href="{LINK}"/><published>2026-05-12T08:30:00Z</published></entry>'
    ),
    "Atom 0.3": ATOM03.format(
        f'<entry><id>tag:1</id><title>One &amp; only</title><link rel="alternate" href="{LINK}"/><issued>2026-05-12T08:30:00Z</issued></entry>'
    ),
    "JSON Feed": json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "Gazette",
        "items": [{"id": "1", "title": "One & only", "url": LINK, "date_published": "2026-05-12T09:30:00+01:00"}],
    }),
    "GOV.UK search": json.dumps({"results": [{"title": "One & only", "link": LINK, "public_timestamp": "2026-05-12T08:30:00Z"}]}),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_entry(name: str) -> None:
    found = listed(FORMATS[name])
    (entry,) = found.entries
    assert (entry.title, entry.url, entry.identity, entry.published) == ("One & only", LINK, LINK, WHEN)
    assert (entry.feed, entry.source, found.reason) == ("gazette/county", "gazette", "")


IDENTITIES = [
    # link, guid, identity: what tells an entry from every other
    (
        "https://www.bbc.com/news/articles/c0123456789o?at_medium=RSS#0",
        "x#0",
        "https://www.bbc.co.uk/news/articles/c0123456789o",
    ),
    (
        "https://www.bbc.co.uk/news/uk-england-kent-12345678",
        "x#1",
        "https://www.bbc.co.uk/news/uk-england-kent-12345678",
    ),
    (
        "http://www.theguardian.com/society/2026/may/12/a-story",
        "",
        "https://www.theguardian.com/society/2026/may/12/a-story",
    ),
    (
        "https://www.gov.uk/government/news/a-thing#2026-05-12T08:30:00",
        "",
        "https://www.gov.uk/government/news/a-thing",
    ),
    (
        "https://www.bing.com/news/apiclick.aspx?aid=1&url=https%3a%2f%2fpaper.example%2fa%2fb&c=2",
        "",
        "https://paper.example/a/b",
    ),
    ("https://paper.example/a/b/?utm_source=rss&id=7&fbclid=q", "", "https://paper.example/a/b?id=7"),
    ("https://www.gazette.example/", "guid-77", "guid-77"),
    ("", "guid-78", "guid-78"),
    ("/news/relative/one", "", "https://www.gazette.example/news/relative/one"),
]


@pytest.mark.parametrize(("link", "guid", "identity"), IDENTITIES)
def test_identity_is_the_canonical_link_else_the_guid(link: str, guid: str, identity: str) -> None:
    escaped = link.replace("&", "&amp;")
    links = (f"<link>{escaped}</link>" if link else "") + (f'<guid isPermaLink="false">{guid}</guid>' if guid else "")
    (entry,) = listed(rss(f"<item><title>A story</title>{links}</item>")).entries
    assert entry.identity == identity


def test_a_guid_that_moves_does_not_make_an_entry_new() -> None:
    link = "https://www.bbc.co.uk/news/articles/c0123456789o"
    first, second = (
        listed(
            rss(f'<item><title>A</title><link>{link}</link><guid isPermaLink="false">{link}#{n}</guid></item>')
        ).entries[0]
        for n in (0, 1)
    )
    assert first.identity == second.identity


def test_entries_that_share_one_link_stay_apart() -> None:
    shared = "<link>https://www.gazette.example/news/live</link>"
    found = listed(
        rss(*(f"<item><title>Item {n}</title>{shared}<guid isPermaLink='false'>g{n}</guid></item>" for n in range(3)))
    )
    assert len({entry.identity for entry in found.entries}) == 3


def test_an_entry_without_link_and_guid_is_known_again_by_title_and_date() -> None:
    bare = "<item><title>Council judged</title><pubDate>Tue, 12 May 2026 08:30:00 GMT</pubDate></item>"
    assert listed(rss(bare)).entries[0].identity == listed(rss(item(2), bare)).entries[1].identity


WORDS = [
    ("<![CDATA[<b>Bold</b> words]]>", "Bold words"),
    ("Children&amp;#039;s services", "Children's services"),
    ("Children&amp;amp;#039;s services", "Children's services"),
    ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One Two"),
    ("5 &lt; 6 and a &amp;gt; b", "5 < 6 and a > b"),
    ("The council\u00a0\u00ad\u200bsaid", "The council said"),
    ("It\u00e2\u20ac\u2122s \u00c2\u00a33m", "It’s £3m"),
    ("Ŵ and ŷ stay", "Ŵ and ŷ stay"),
    ("  many \n\t spaces ", "many spaces"),
    ("A &lt;script&gt;alert(1)&lt;/script&gt; title", "A title"),
]


@pytest.mark.parametrize(("written", "read"), WORDS)
def test_titles_are_plain_words(written: str, read: str) -> None:
    assert listed(rss(item(title=written))).entries[0].title == read


def test_a_google_news_title_gives_up_its_publisher() -> None:
    entry = (
        "<item><title>Council rated inadequate - Example Post</title><link>https://news.google.com/rss/articles/CBMi0?oc=5</link>"
        '<source url="https://post.example">Example Post</source></item>'
    )
    (found,) = listed(rss(entry)).entries
    assert (found.title, found.outlet) == ("Council rated inadequate", "Example Post")
    assert found.url == "https://news.google.com/rss/articles/CBMi0"


def test_the_full_text_is_kept_in_paragraphs_where_the_feed_carries_it() -> None:
    full = "<content:encoded><![CDATA[<p>First words of the story, long enough.</p><p>Second words of it.</p>]]></content:encoded>"
    assert (
        listed(rss(item(extra=full))).entries[0].body == "First words of the story, long enough.\n\nSecond words of it."
    )
    assert listed(rss(item())).entries[0].body == ""


DATES = [
    ("Tue, 12 May 2026 09:30:00 BST", WHEN),
    ("Tue, 12 May 2026 09:30:00", WHEN),
    ("Tue, 12 May 2026 08:30:00 +0000", WHEN),
    ("12 May 2026 09:30 +0100", WHEN),
    ("2026-05-12T08:30:00Z", WHEN),
    ("2026-05-12 09:30", WHEN),
    ("Tuesday, 12 May 2026", datetime(2026, 5, 12, tzinfo=UTC)),
    ("Mon, 12 Jan 2026 09:30:00", datetime(2026, 1, 12, 9, 30, tzinfo=UTC)),
    ("31 Feb 2026 09:30:00 GMT", None),
    ("soon", None),
]


@pytest.mark.parametrize(("written", "read"), DATES)
def test_dates_are_utc_and_without_a_zone_they_are_londons(written: str, read: datetime | None) -> None:
    assert listed(rss(item(when=written))).entries[0].published == read


EMPTY = [
    (rss(), "no-entries"),
    ("", "empty-reply"),
    ("<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>", "challenge-page"),
    ("<!doctype html><html><head><title>Welcome</title></head><body>Hello</body></html>", "html-instead-of-feed"),
    ("<html><head><title>Before you continue</title></head></html>", "consent-page"),
    (
        ATOM.format("<entry><title>This feed has ended</title><id>x</id><summary>Use another</summary></entry>"),
        "feed-ended",
    ),
    ('{"items": 3}', "unreadable"),
    ('{"items": [', "unreadable"),
    ("\x89PNG\r\n\x1a\n", "unreadable"),
    ("Not found", "unreadable"),
]


@pytest.mark.parametrize(("body", "reason"), EMPTY)
def test_an_empty_listing_always_says_why(body: str, reason: str) -> None:
    found = listed(body)
    assert found.entries == ()
    assert found.reason.startswith(reason)
    assert reason == "no-entries" or found.problems


def test_a_damaged_feed_gives_what_can_be_had_and_a_named_problem() -> None:
    whole = rss(*(item(n) for n in range(10)))
    found = listed(whole[: whole.index("Story number 9") + 5])
    assert len(found.entries) >= 9
    assert [problem.kind for problem in found.problems] == ["malformed"]


TTLS = [
    ("<ttl>15</ttl>", 900),
    ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
    ("", None),
]


@pytest.mark.parametrize(("head", "seconds"), TTLS)
def test_the_publishers_wish_is_read_in_seconds(head: str, seconds: int | None) -> None:
    assert listed(rss(item(), head=head)).ttl == seconds


INDEX = """<!doctype html><html><head><title>News</title></head><body><nav><a href="/about/the-council-itself">About the whole council</a></nav>
<main><a href="/news/article/12/ofsted-publishes-report">Ofsted publishes its report on children's services</a> <span>12 May 2026</span>
<p>Leaders respond to it.</p><a href="/news/article/11/bins">New bins for every street in town</a><time datetime="2026-05-01">1 May</time>
<a href="/news?page=2">Next page of news</a><a href="https://elsewhere.example/a/b/c">A page on another site altogether</a>
<a href="/news/article/12/ofsted-publishes-report">Read more</a></main></body></html>"""


def test_a_news_page_lists_its_links_with_the_dates_beside_them() -> None:
    found = listed(INDEX, feed=NEWS_PAGE)
    assert [(entry.title, entry.published and entry.published.date().isoformat()) for entry in found.entries] == [
        ("Ofsted publishes its report on children's services", "2026-05-12"),
        ("New bins for every street in town", "2026-05-01"),
    ]
    assert "Leaders respond" in found.entries[0].summary


def test_a_news_page_without_news_says_so() -> None:
    assert listed("<html><body><p>Nothing</p></body></html>", feed=NEWS_PAGE).reason.startswith("no-links")
    challenge = "<html><head><title>Just a moment...</title></head></html>"
    assert listed(challenge, feed=NEWS_PAGE).reason.startswith("challenge-page")


@given(st.lists(st.integers(1, 50), max_size=20))
def test_law_each_identity_is_listed_once_and_in_order(numbers: list[int]) -> None:
    found = listed(rss(*(item(n) for n in numbers)))
    identities = [entry.identity for entry in found.entries]
    assert identities == [f"https://www.gazette.example/news/story-{n}" for n in dict.fromkeys(numbers)]
