"""Every page answers, on a ledger where something happened and on an empty one, guarded and quick to ask again."""

from __future__ import annotations

import re

import pytest

from monitor.dashboard.shield import HEADERS
from tests.dashboard.conftest import Served

PAGES = (
    "/",
    "/map",
    "/map?on=2016-05-05",
    "/map?month=40",
    "/authorities",
    "/authorities?q=worcs",
    "/authorities/worcestershire",
    "/authorities/dorset-to-2019",
    "/articles",
    "/articles?only=all&q=visit",
    "/read",
    "/watchlist",
    "/watchlist?add=kent&years=10",
    "/sources",
    "/sources/paper",
    "/deliveries",
    "/deliveries?state=refused",
    "/coverage",
    "/audit",
    "/api",
)
FOR_PROGRAMS = ("/healthz", "/readyz", "/metrics", "/openapi.json", "/sources.opml", "/feeds/windows.ics")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("ledger", ["seeded", "empty"])
def test_a_page_answers_and_is_guarded(request: pytest.FixtureRequest, ledger: str, path: str) -> None:
    served: Served = request.getfixturevalue(ledger)
    page = served.client.get(path)
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    assert {name: page.headers.get(name) for name in HEADERS} == HEADERS
    assert not re.search(r"<script(?![^>]* src=)|\sstyle=|\son[a-z]+=|javascript:", page.text)
    assert page.text.count("<h1") == 1 and 'lang="en-GB"' in page.text


@pytest.mark.parametrize("path", FOR_PROGRAMS)
@pytest.mark.parametrize("ledger", ["seeded", "empty"])
def test_what_programs_ask_answers(request: pytest.FixtureRequest, ledger: str, path: str) -> None:
    served: Served = request.getfixturevalue(ledger)
    assert served.client.get(path).status_code == 200


def test_a_page_that_is_held_already_is_not_sent_again(seeded: Served) -> None:
    seeded.client.get("/api")
    first = seeded.client.get("/authorities/kent")
    again = seeded.client.get("/authorities/kent", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/authorities/atlantis", 404),
        ("/articles/999", 404),
        ("/articles/99999999999999999999999", 422),
        ("/articles/one", 422),
        ("/sources/nobody", 404),
        ("/deliveries?before=-1", 422),
        ("/map?on=never", 200),
        ("/articles?q=%00&kind=%27", 200),
    ],
)
def test_what_cannot_be_shown_is_said_on_a_page(seeded: Served, path: str, status: int) -> None:
    page = seeded.client.get(path)
    assert page.status_code == status and "<h1" in page.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "localhost:8800"}, 200),
        ({"Host": "127.0.0.1"}, 200),
        ({"Host": "[::1]:8800"}, 200),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example"}, 421),
        ({"Host": "[nothing"}, 421),
        ({"Host": "127.0.0.1", "X-Forwarded-For": "203.0.113.9"}, 421),
    ],
)
def test_open_pages_answer_to_loopback_names_and_to_no_proxy(
    seeded: Served, headers: dict[str, str], status: int
) -> None:
    assert seeded.client.get("/", headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/", "/healthz", "/feeds/alerts.atom", "/api/v1/alerts"])
def test_head_answers_like_get_without_a_body(seeded: Served, path: str) -> None:
    head = seeded.client.head(path)
    assert head.status_code == 200 and head.content == b""
    assert head.headers["content-type"] == seeded.client.get(path).headers["content-type"]


def test_a_body_beyond_all_measure_is_refused(seeded: Served) -> None:
    assert seeded.post("/read", text="x" * 3_000_000).status_code == 413


def test_the_first_page_tells_what_happened_and_who_was_told(seeded: Served) -> None:
    page = seeded.client.get("/").text
    for words in ("Worcestershire", "critical", "Help and protection", "reported", "the address is unknown", "desk"):
        assert words in page


def test_the_article_page_says_why(seeded: Served) -> None:
    page = seeded.client.get("/articles/1").text
    assert '<mark class="m-current"' in page and '<mark class="m-former"' in page
    assert "Met with the record" in page and "National" in page
    assert "not told" in seeded.client.get("/articles/3").text


def test_the_map_knows_predecessors_and_past_days(seeded: Served) -> None:
    page = seeded.client.get("/map?on=2015-06-01").text
    assert "England, 1 June 2015" in page and "judged as Cumbria" in page
    assert "England, 24 January 2017" in seeded.client.get("/map?on=2030-01-01").text


def test_nothing_read_is_never_shown_as_all_clear(empty: Served) -> None:
    page = empty.client.get("/coverage").text
    assert "Not clear" in page and "never read" in page and "not known" in page
    assert "Nothing has been told yet" in empty.client.get("/").text


def test_hostile_words_are_shown_as_words(seeded: Served) -> None:
    words = "<script>alert(1)</script> Ofsted"
    page = seeded.post("/read", text=f"{words}\n\n{words}")
    assert page.status_code == 200 and "<script>alert" not in page.text and "&lt;script&gt;alert" in page.text
