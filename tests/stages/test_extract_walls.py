"""Pages that are no articles are recognised, and the entry's own words are read instead; hostile pages cost little."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.page import Article, Page
from monitor.stages.extract import article
from tests.stages.test_extract_article import ENTRY, OPENING, URL, html, ld, read, story

OFFER = "<div><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in</p></div>"
REGISTER = "<div><p>Register for free to continue reading this story</p><p>Already have an account? Sign in</p></div>"
ARTICLE = '<meta property="og:type" content="article">'


def titled(title: str, inside: str) -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body>{inside}</body></html>"


WALLS = [
    ("bot", titled("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")),
    (
        "bot",
        titled(
            "Access Denied", "<h1>Access Denied</h1><p>You don't have permission to see this page on this server.</p>"
        ),
    ),
    ("bot", titled("gazette.example", "<p>Please complete the security check to go on to the site.</p>")),
    (
        "consent",
        titled(
            "Before you continue to Search",
            "<form>We use cookies and data to run the site. Accept all Reject all</form>",
        ),
    ),
    (
        "consent",
        titled(
            "The Gazette",
            "<p>We and our 842 partners store and/or access information on a device. Accept all. Reject all.</p>",
        ),
    ),
    (
        "missing",
        titled(
            "Page not found | Exampleshire County Council",
            "<h1>Page not found</h1><p>It may have moved to another place.</p>",
        ),
    ),
    ("missing", titled("Exampleshire", "<h1>Report not found</h1><p>This report is no longer available.</p>")),
    ("missing", titled("404", "<p>Nothing here.</p>")),
    ("registration", story(REGISTER, ARTICLE, OPENING[:2])),
    ("paywall", story(OFFER, ARTICLE, OPENING[:2])),
    (
        "paywall",
        story(
            "", ld({"@type": "NewsArticle", "headline": "Council judged", "isAccessibleForFree": False}), OPENING[:1]
        ),
    ),
    (
        "paywall",
        story(
            "", ld({"@type": "NewsArticle", "headline": "Council judged", "isAccessibleForFree": "False"}), OPENING[:1]
        ),
    ),
    ("unreadable", titled("The Gazette", "")),
    ("unreadable", "%PDF-1.4 something"),
    ("unreachable", ""),
]


@pytest.mark.parametrize(("wall", "body"), WALLS)
def test_a_wall_is_never_read_as_an_article(wall: str, body: str) -> None:
    found = read(body)
    assert (found.wall, found.from_entry) == (wall, True)
    assert found.wall_reason
    assert found.text.startswith(ENTRY.summary)
    assert found.title == ENTRY.title
    assert found.published == ENTRY.published


@pytest.mark.parametrize(("wall", "body"), [wall for wall in WALLS if wall[0] in ("registration", "paywall")])
def test_the_opening_before_a_wall_is_read_and_its_offers_are_not(wall: str, body: str) -> None:
    found = read(body)
    assert OPENING[0] in found.text
    assert "ubscri" not in found.text
    assert "account" not in found.text


def test_the_address_of_a_consent_host_is_enough() -> None:
    assert read(story(), url="https://consent.google.com/ml?continue=x").wall == "consent"


STATUSES = [
    (403, "bot"),
    (429, "bot"),
    (401, "registration"),
    (402, "paywall"),
    (404, "missing"),
    (410, "missing"),
    (500, "unreachable"),
]


@pytest.mark.parametrize(("status", "wall"), STATUSES)
def test_a_status_is_a_wall_by_itself(status: int, wall: str) -> None:
    found = article(ENTRY, Page(URL, status, (), story().encode()))
    assert (found.wall, found.from_entry, str(status) in found.wall_reason) == (wall, True, True)


def test_a_page_that_did_not_come_is_said_so() -> None:
    found = article(ENTRY, Page(URL, 0, failure="timeout"))
    assert (found.wall, found.wall_reason, found.from_entry) == ("unreachable", "timeout", True)


ARTICLES = [
    story("<p>Sign in to our letter, or subscribe to get the paper.</p>"),
    story('<div id="cookie-banner"><p>We and our partners use cookies to. Accept all. Reject all.</p></div>'),
    story("", ld({"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": False}), OPENING * 4),
    story(
        paragraphs=(
            *OPENING,
            "Before you continue to judge, said the leader, look at what was not found: an easy answer.",
        )
    ),
    html(f"<h1>Is this page a 404 for children?</h1><article>{''.join(f'<p>{p}</p>' for p in OPENING * 3)}</article>"),
]


@pytest.mark.parametrize("body", ARTICLES)
def test_an_article_is_no_wall_because_of_what_stands_beside_it(body: str) -> None:
    found = read(body)
    assert (found.wall, found.from_entry) == ("", False)
    assert OPENING[1] in found.text


HOSTILE = {
    "deep nesting": "<div>" * 100_000 + f"<p>{OPENING[0]}</p>",
    "deep nesting of everything": "<b><i><span>" * 30_000 + OPENING[0],
    "a hundred thousand attributes": "<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + f">{OPENING[0]}</p>",
    "brackets": "<a" * 200_000,
    "unclosed comments": "<!--" * 100_000,
    "unclosed scripts": "<script>" * 50_000,
    "one line": "<p>" + "word " * 1_000_000,
    "empty elements": "<x/>" * 200_000,
    "a JSON-LD bomb": '<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script>",
    "quotation marks": "<a title='" * 50_000,
    "entities": "&amp;" * 300_000,
    "NUL": "\0<p>\0" * 20_000,
    "tables in tables": "<table><tr><td>" * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_little_and_gives_a_value(name: str) -> None:
    began = time.process_time()
    found = read("<html><body>" + HOSTILE[name])
    assert isinstance(found, Article)
    assert found.text
    assert time.process_time() - began < 6


def test_words_below_too_deep_nesting_are_still_read() -> None:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in OPENING)
    assert OPENING[0] in read("<html><body>" + "<div>" * 1_000 + words + "</div>" * 1_000).text


PIECES = st.sampled_from([
    "<p>", "</p>", "<", ">", "<!--", "-->", "<script>", "</script>", '<script type="application/ld+json">', "{", "}", '"@type":"Article"', "é",
    "<h1>", "<meta charset=", '"', "'", "<title>", "<body>", "</head>", "&#", "&amp", "<table>", "<td>", "\0", OPENING[0],
])  # fmt: skip


@given(st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=30).map(lambda parts: "".join(parts).encode())))
@settings(max_examples=120, deadline=None)
def test_law_no_bytes_make_it_raise_and_there_is_always_something_to_read(body: bytes) -> None:
    found = article(ENTRY, Page(URL, 200, (), body))
    assert found.text and found.title
    assert found.from_entry == bool(found.wall)
