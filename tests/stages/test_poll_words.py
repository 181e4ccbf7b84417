"""Addresses, dates and words: the laws of what both feeds and pages are read with."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.address import absolute, canonical, cleaned, host
from monitor.model.charset import decoded, mended
from monitor.model.markup import taken_apart
from monitor.model.moment import LONDON, moment
from monitor.model.wording import plain, tidy

ADDRESSES = [
    ("https://www.bbc.co.uk/news/articles/c0123456789o?at_medium=RSS&at_campaign=rss", "https://www.bbc.co.uk/news/articles/c0123456789o"),
    ("https://www.bbc.com/news/articles/c0123456789o.amp", "https://www.bbc.co.uk/news/articles/c0123456789o"),
    ("http://feeds.bbci.co.uk/news/uk-england-kent-12345678#0", "https://www.bbc.co.uk/news/uk-england-kent-12345678"),
    ("HTTP://Paper.Example:80/A/b/", "https://paper.example/A/b"),
    ("https://paper.example:8443/a?b=1&utm_medium=x&ns_campaign=y&fbclid=z", "https://paper.example:8443/a?b=1"),
    ("https://paper.example/a?rss=yes&rss=no&amp=1&share=dark", "https://paper.example/a?rss=no&share=dark"),
    ("https://paper.example/a/amp", "https://paper.example/a"),
    ("https://paper.example", "https://paper.example/"),
    ("https://paper.example/#!/news/1", "https://paper.example/#!/news/1"),
    ("https://paper.example/a b?c=d e", "https://paper.example/a%20b?c=d%20e"),
    ("https://amp.theguardian.com/society/2026/may/12/x", "https://www.theguardian.com/society/2026/may/12/x"),
    ("https://www.gov.uk/government/publications/x?utm=1#contents", "https://www.gov.uk/government/publications/x"),
    ("https://www.google.com/url?rct=j&url=https://paper.example/x&ct=ga", "https://paper.example/x"),
    ("https://www.bing.com/news/apiclick.aspx?url=http%3A%2F%2Fwww.bing.com%2Fnews%2Fapiclick.aspx%3Furl%3Dhttps%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
    ("urn:uuid:1", "urn:uuid:1"),
    ("https://[::1/", "https://[::1/"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "key"), ADDRESSES)
def test_copies_of_a_page_share_one_key(address: str, key: str) -> None:
    assert canonical(address) == key


URLS = st.builds(
    lambda scheme, name, path, query: f"{scheme}://{name}/{path}{'?' + query if query else ''}",
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(["paper.example", "www.BBC.com", "gov.uk", "news.google.com", "www.bing.com", "a.example:8080"]),
    st.text(alphabet="abc/0-._~% é", max_size=20),
    st.text(alphabet="abutm_=&%?/:", max_size=20),
)


@given(st.one_of(URLS, st.text(max_size=60)))
def test_law_a_key_is_its_own_key_and_nothing_raises(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)
    assert canonical(cleaned(url)) == canonical(url)
    host(url)
    joined = absolute("https://paper.example/x/", url)
    assert joined == "" or urlsplit(joined).scheme.lower() in ("http", "https")


@given(st.datetimes(datetime(1997, 1, 1), datetime(2037, 1, 1)).map(lambda when: when.replace(microsecond=0)))
def test_law_every_spelling_of_a_time_is_the_same_time(when: datetime) -> None:
    there = when.replace(tzinfo=UTC)
    for spelling in (
        "%Y-%m-%dT%H:%M:%SZ",
        "%a, %d %b %Y %H:%M:%S GMT",
        "%d %B %Y %H:%M:%S +0000",
        "%a %b %d %H:%M:%S GMT %Y",
    ):
        assert moment(there.strftime(spelling)) == there
    local = there.astimezone(LONDON)
    if local.astimezone(UTC) == local.replace(fold=0).astimezone(UTC):
        assert moment(local.strftime("%a, %d %b %Y %H:%M:%S")) == there


@given(st.text(max_size=200))
def test_law_any_words_can_be_asked_for_a_date(text: str) -> None:
    found = moment(text)
    assert found is None or found.tzinfo is UTC


@given(st.text(max_size=200), st.booleans())
def test_law_plain_words_are_plain_and_stay_so(markup: str, paragraphs: bool) -> None:
    found = plain(markup, paragraphs)
    assert found == tidy(found, paragraphs)
    assert "\0" not in found and "\u200b" not in found


@given(
    st.binary(max_size=200),
    st.sampled_from(["", "utf-8", "utf-16", "iso-8859-1", "gb2312", "no-such", "idna", "punycode", "base64", "\0"]),
)
def test_law_any_bytes_can_be_decoded_from_any_charset(body: bytes, declared: str) -> None:
    text, _ = decoded(body, declared)
    assert mended(text)[0] is not None


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=100))
def test_law_right_text_survives_a_wrong_charset(text: str) -> None:
    if mended(text) == (text, ()):  # no part of it looks like mojibake itself
        assert decoded(text.encode(), "windows-1252")[0] == text or not text


PIECES = [
    "<",
    "<a",
    "<!--",
    "<?",
    "'",
    '"',
    "<a '",
    '<a "',
    '<a x="',
    "</",
    "&",
    "&#",
    "<svg",
    "<script",
    " ",
    "\n",
    "]]>",
    "<![CDATA[",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_length_and_not_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        began = time.process_time()
        taken_apart(text), plain(text), mended(text), tidy(text, paragraphs=True)
        return time.process_time() - began

    assert seconds(100_000) < 5
