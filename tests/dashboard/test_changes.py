"""What people change by the pages: answers to alerts, the watch-list, labelled cases, feeds from OPML; and news as it comes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from monitor.edges.ledger.rows import Wanted
from monitor.model.judgement import Doubt
from monitor.model.source import Entry, FeedState, Poll
from monitor.model.trail import Trail
from tests.dashboard.conftest import Served, serving
from tests.dashboard.seeded import NOON, fill, installed
from tests.local_web import LocalSite, Reply

EVENT = "worcestershire/sif/2016-10-24/overall"
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>North News</title><item><title>A story</title>'
    b"<link>https://north.example/a</link></item></channel></rss>"
)


@pytest.fixture(scope="module")
def lively(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    installation = installed(tmp_path_factory.mktemp("lively"))
    fill(installation)
    with serving(installation) as served:
        yield served


def deeds(served: Served) -> list[tuple[str, str]]:
    return [(row.what, row.subject) for row in served.installation.ledger.audit(Wanted(limit=20))]


def test_an_alert_is_acknowledged_and_snoozed(lively: Served) -> None:
    page = lively.post("/alerts/acknowledge", event_key=EVENT, back="/authorities/worcestershire")
    assert str(page.url).endswith("/authorities/worcestershire")
    assert "Quiet until 24 January 2017, 20:" in lively.post("/alerts/snooze", event_key=EVENT, length="8h").text
    assert {("acknowledge", EVENT), ("snooze", EVENT)} <= set(deeds(lively))
    assert lively.post("/alerts/acknowledge", event_key="kent/none/x/overall").status_code == 404
    assert lively.post("/alerts/snooze", event_key=EVENT, length="for ever").status_code == 400


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"])
def test_a_form_never_leads_away_from_us(lively: Served, back: str) -> None:
    page = lively.post("/alerts/acknowledge", event_key=EVENT, back=back)
    assert str(page.url) == f"{lively.url}/"


def test_a_refused_message_is_sent_again(lively: Served) -> None:
    assert lively.post("/deliveries/resend", number="2").status_code == 200
    states = {row.number: row.state for row in lively.installation.ledger.deliveries()}
    assert states[2] in ("waiting", "snoozed") and ("resend", "2") in deeds(lively)
    assert lively.post("/deliveries/resend", number="1").status_code == 409


def test_this_is_wrong_makes_a_case_that_evaluate_reads(lively: Served) -> None:
    page = lively.post("/articles/2/wrong", kind="other_provider", authority="", notes="a nursery")
    assert "Kept as a labelled case" in page.text
    lively.post("/read/wrong", title="A title", body="A text.", relevant="on", kind="full_inspection", authority="Kent")
    cases = (lively.installation.folder.parent / "cases.jsonl").read_text().splitlines()
    first, second = (json.loads(line) for line in cases)
    assert first["label"]["kind"] == "other_provider" and first["title"] == "Nursery near Malvern rated outstanding"
    assert second["label"] == {
        "relevant": True,
        "kind": "full_inspection",
        "authorities": ["Kent"],
        "mentioned": [],
        "rating": None,
        "previous_rating": None,
        "new_judgement": False,
        "alert": False,
    }


def _seen(lively: Served) -> str:
    return lively.client.get("/watchlist").text.partition('name="seen" value="')[2].partition('"')[0]


def test_a_rule_by_the_form_keeps_comments_and_is_saved_whole(lively: Served) -> None:
    path = lively.config / "watchlist.toml"
    before = path.read_text()
    shown = lively.post("/watchlist", deed="rule", name="Kent", authorities="Kent\nMedway", text=before)
    assert shown.status_code == 200 and path.read_text() == before
    text = shown.text.partition('id="toml"')[2].partition(">")[2].partition("</textarea>")[0].lstrip("\n")
    text = text.replace("&#34;", '"')
    assert 'authorities = ["Kent", "Medway"]' in text and "# every council" in text
    assert "Saved" in lively.post("/watchlist", deed="save", text=text, seen=_seen(lively)).text
    assert path.read_text() == text and (path.parent / "watchlist.toml.former").read_text() == before
    assert ("watchlist", "watchlist.toml") in deeds(lively)


def test_a_broken_list_is_explained_and_not_saved(lively: Served) -> None:
    path = lively.config / "watchlist.toml"
    before = path.read_text()
    broken = before.replace('"all"', '"Kennt"')
    page = lively.post("/watchlist", deed="save", text=broken, seen=_seen(lively))
    assert page.status_code == 422 and "Kent" in page.text and "Line" in page.text and path.read_text() == before
    assert lively.post("/watchlist", deed="rule", name="X", text="[[rules").status_code == 200


def test_somebody_elses_edit_is_not_lost(lively: Served) -> None:
    path = lively.config / "watchlist.toml"
    seen = _seen(lively)
    path.write_text("# theirs\n" + path.read_text())
    page = lively.post("/watchlist", deed="save", text="# mine\n", seen=seen)
    assert page.status_code == 409 and path.read_text().startswith("# theirs")


def test_a_narrower_list_shows_what_it_would_miss(lively: Served) -> None:
    text = (lively.config / "watchlist.toml").read_text().replace('authorities = "all"', 'authorities = ["Kent"]')
    page = lively.post("/watchlist", deed="preview", text=text, years="10").text
    assert "no longer sent" in page and "fare differently" in page


def test_feeds_of_an_opml_file_are_followed(lively: Served) -> None:
    listed = (
        '<opml version="2.0"><body><outline text="N &amp; &quot;S&quot;" xmlUrl="https://n.example/rss"/></body></opml>'
    )
    assert "Imported" in lively.post("/sources/import", text=listed).text
    (file,) = (lively.config / "sources").glob("imported-*.toml")
    assert 'url = "https://n.example/rss"' in file.read_text()
    assert lively.post("/sources/import", text="no xml").status_code == 400


async def test_an_address_is_tried_and_read_as_the_service_would(lively: Served) -> None:
    import asyncio

    story = b"<html><body><article><h1>Dudley's children's services rated inadequate</h1><p>Ofsted said so.</p></article></body></html>"
    html = Reply(story, headers=(("Content-Type", "text/html"),))
    async with LocalSite({"/rss": Reply(FEED), "/story": html}) as site:
        tried = await asyncio.to_thread(lively.post, "/sources/try", url=site.url("/rss"))
        read = await asyncio.to_thread(lively.post, "/read", url=site.url("/story"))
        gone = await asyncio.to_thread(lively.post, "/read", url=site.url("/nothing"))
    assert "North News" in tried.text and "A story" in tried.text
    assert "Dudley" in read.text and "could not be read" in gone.text
    assert "begins with http" in lively.post("/read", url="file:///etc/passwd").text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2017-02-30", "yesterday", "2017-01-24"])
def test_any_day_may_be_given_for_a_text(lively: Served, day: str) -> None:
    assert "Decision" in lively.post("/read", text="Kent rated inadequate by Ofsted", published=day).text


def test_a_doubt_is_shown_and_answered(lively: Served) -> None:
    doubt = Doubt(
        "Kent", "inadequate", "overall", "feared to be", ("a grade",), ("only feared",), "https://a.example/d"
    )
    ledger = lively.installation.ledger
    feed = next(iter(lively.installation.world.feeds.values()))
    listed = Entry("https://a.example/d", feed.key, feed.source, "https://a.example/d", "A fear")
    (entry,) = ledger.record_polls([Poll(feed, FeedState(feed.key, polled=NOON), (listed,), (), "read", NOON)])
    ledger.record(entry, [], lambda _: Trail(entry, "read", "please check", doubts=(doubt,)), NOON)
    assert "only feared" in lively.client.get("/").text
    (row,) = ledger.doubts()
    assert "only feared" not in lively.post("/doubts/close", number=str(row.number), answer="wrong").text
    assert ledger.doubts() == () and ("doubt", str(row.number)) in deeds(lively)
