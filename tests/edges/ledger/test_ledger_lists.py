"""What people see: lists that page by number, an article with all that came of it, counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.rows import Wanted
from monitor.model.alert import AlertKind
from monitor.model.delivery import Outcome, Verdict
from monitor.model.judgement import Kind
from tests.edges.ledger.made_up import INADEQUATE, NOW, alert, article, entry, inspection, poll, reading, trail

DAY = timedelta(days=1)


def told(ledger: SqlLedger, *names: str) -> None:
    for at, name in enumerate(names):
        (new,) = ledger.record_polls([poll(entry(f"story-{name.lower()}-{at}"))])
        one = inspection(name)
        whole = replace(trail(new, alert(one), inspections=(one,)), reading=reading(name))
        ledger.record(new, [name], lambda _, whole=whole: whole, NOW + at * DAY)  # type: ignore[misc]


def test_an_article_is_shown_with_all_that_came_of_it(ledger: SqlLedger) -> None:
    told(ledger, "Borsetshire")
    (row,) = ledger.articles()
    shown = ledger.article(row.number)
    assert shown is not None
    listed = entry("story-borsetshire-0")
    assert shown.article == article(listed)
    assert shown.reading == reading("Borsetshire")
    assert [one.inspection.key for one in shown.resolutions] == [inspection().key]
    assert [one.url for one in shown.entries] == [listed.url]
    assert [one.alert.key for one in shown.alerts] == [alert(inspection()).key]
    assert [one.channel for one in shown.deliveries] == ["duty"]
    assert shown.row.authorities == ("Borsetshire",)
    assert ledger.article_at(listed.url) == row.number


def test_a_number_never_given_shows_nothing(ledger: SqlLedger) -> None:
    assert (ledger.article(99), ledger.article_at("https://nowhere.example")) == (None, None)


def test_an_alert_comes_back_as_it_was_told(ledger: SqlLedger) -> None:
    told(ledger, "Borsetshire")
    (row,) = ledger.alerts()
    assert row.alert == replace(alert(inspection()), made=NOW)
    assert row.article == ledger.articles()[0].number


def test_pages_of_a_list_follow_each_other_without_a_gap(ledger: SqlLedger) -> None:
    told(ledger, *(f"Place{at}" for at in range(5)))
    seen, before = [], 0
    while page := ledger.alerts(Wanted(limit=2, before=before)):
        seen += [row.alert.authority for row in page]
        before = page[-1].number
    assert seen == [f"Place{at}" for at in range(4, -1, -1)]


def test_alerts_are_narrowed_by_authority_kind_thread_and_time(ledger: SqlLedger) -> None:
    told(ledger, "Borsetshire", "Loamshire")
    (new,) = ledger.record_polls([poll(entry("third"))])
    ledger.record(new, [], lambda _: trail(new, alert(inspection(), AlertKind.CONFIRMATION)), NOW + 5 * DAY)
    assert len(ledger.alerts(Wanted(authority="Borsetshire"))) == 2
    assert [row.alert.authority for row in ledger.alerts(Wanted(kind="confirmation"))] == ["Borsetshire"]
    assert len(ledger.alerts(Wanted(since=NOW + DAY))) == 2
    thread = ledger.alerts(Wanted(authority="Loamshire"))[0].alert.thread
    assert [row.alert.authority for row in ledger.alerts(Wanted(thread=thread))] == ["Loamshire"]


def test_articles_are_narrowed_by_what_they_tell(ledger: SqlLedger) -> None:
    told(ledger, "Borsetshire", "Loamshire")
    (new,) = ledger.record_polls([poll(entry("100%-football"))])
    dull = replace(reading(), relevant=False, kind=Kind.UNRELATED, mentions=(), authorities=())
    ledger.record(new, [], lambda _: replace(trail(new), reading=dull), NOW)
    titles = {
        name: [row.title for row in ledger.articles(wanted)]
        for name, wanted in {
            "authority": Wanted(authority="Loamshire"),
            "relevant": Wanted(outcome="relevant"),
            "kind": Wanted(kind="unrelated"),
            "text": Wanted(text="100%"),
            "since": Wanted(since=NOW + DAY),
        }.items()
    }
    assert titles["authority"] == titles["since"] == ["story loamshire 1"]
    assert titles["kind"] == titles["text"] == ["100% football"]
    assert len(titles["relevant"]) == 2


def test_one_canonical_address_is_one_article_however_often_it_is_read(ledger: SqlLedger) -> None:
    for slug in ("a", "a-again"):
        (new,) = ledger.record_polls([poll(entry(slug))])
        same = replace(article(new), canonical="https://gazette.example/a", title=slug)
        ledger.record(new, [], lambda _, new=new, same=same: replace(trail(new), article=same), NOW)  # type: ignore[misc]
    (row,) = ledger.articles()
    shown = ledger.article(row.number)
    assert shown is not None
    assert (row.title, len(shown.entries)) == ("a-again", 2)


def test_the_history_of_an_authority_runs_newest_first(ledger: SqlLedger) -> None:
    early = inspection(first=inspection().first_day.replace(year=2019), published=None, grades=(("overall", "good"),))  # type: ignore[union-attr]
    ledger.seed([inspection(), early, inspection("Loamshire")])
    assert [one.key for one in ledger.history("Borsetshire")] == [inspection().key, early.key]
    assert len(ledger.judgements()) == 5
    assert [one.key for one in ledger.judgements("Borsetshire", "good")] == [f"{early.key}/overall"]
    assert {one.area for one in ledger.judgements("Loamshire")} == {area for area, _ in INADEQUATE}


def test_counts_say_how_much_is_on_record(ledger: SqlLedger) -> None:
    told(ledger, "Borsetshire", "Loamshire")
    ledger.record_polls([poll(entry("waits"))])
    ledger.settle(ledger.take_deliveries(NOW + DAY, 1, 60)[0], Outcome(Verdict.SENT, "ok"), NOW, None)
    counted = ledger.counts()
    assert (counted["entries"], counted["entries.waiting"], counted["articles.relevant"]) == (3, 1, 2)
    assert (counted["alerts"], counted["deliveries.sent"], counted["deliveries.waiting"]) == (2, 1, 1)


def test_a_small_fact_is_remembered_until_it_changes(ledger: SqlLedger) -> None:
    assert ledger.recall("digest/duty") == ""
    for value in ("monday", "tuesday"):
        ledger.remember("digest/duty", value, NOW)
    assert ledger.recall("digest/duty") == "tuesday"


def test_a_deed_is_noted(ledger: SqlLedger) -> None:
    ledger.note(("ada", "edit", "watchlist.toml"), "National: all", NOW)
    assert [(row.who, row.at, row.detail) for row in ledger.audit()] == [("ada", NOW, "National: all")]
