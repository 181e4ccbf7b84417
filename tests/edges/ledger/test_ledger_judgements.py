"""Judgements on record: one alert for one judgement, whoever tells it and however many decide at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.edges.ledger import SqlLedger
from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.judgement import Doubt, Inspection, Match, Resolution
from monitor.model.source import Entry
from monitor.model.trail import Trail
from tests.edges.ledger.made_up import NOW, alert, delivery, entry, inspection, poll, trail

Decide = Callable[[tuple[Inspection, ...]], Trail]


def entries(ledger: SqlLedger, count: int = 2) -> tuple[Entry, ...]:
    return ledger.record_polls([poll(*(entry(f"story-{at}") for at in range(count)))])


def learn(ledger: SqlLedger, match: Match, one: Inspection, **more: object) -> Inspection:
    (new,) = ledger.record_polls([poll(entry(f"{match}-{one.report_url[-3:]}-{len(ledger.entries())}"))])
    met = Resolution(match, "so it is", one, (), one.grades, **more)  # type: ignore[arg-type]
    ledger.record(new, [one.authority], lambda _: replace(trail(new), resolutions=(met,)), NOW)
    (known,) = ledger.inspections([one.authority])
    return known


def test_a_trail_is_written_whole_or_not_at_all(ledger: SqlLedger) -> None:
    first, _ = entries(ledger)

    def fails(_: tuple[Inspection, ...]) -> Trail:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ledger.record(first, ["Borsetshire"], fails, NOW)
    assert ledger.inspections() == ()
    assert len(ledger.take_entries(NOW, 9, 60)) == 2


def test_decide_sees_the_record_of_the_authorities_it_asked_for(ledger: SqlLedger) -> None:
    ledger.seed([inspection(), inspection("Loamshire")])
    seen: list[str] = []

    def decide(known: tuple[Inspection, ...]) -> Trail:
        seen.extend(one.authority for one in known)
        return trail(entry())

    ledger.record(entry(), ["Loamshire"], decide, NOW)
    assert seen == ["Loamshire"]


def test_of_many_who_decide_at_once_one_tells(ledger: SqlLedger) -> None:
    listed = entries(ledger, 12)

    def decide_for(one: Entry) -> Decide:
        def decide(known: tuple[Inspection, ...]) -> Trail:
            found = inspection(sources=(one.url,))
            if known:
                return trail(one, inspections=(replace(known[0], sources=(one.url,)),), match=Match.CONFIRMS)
            return trail(one, alert(found), inspections=(found,))

        return decide

    with ThreadPoolExecutor(8) as pool:
        told = [pool.submit(ledger.record, one, ["Borsetshire"], decide_for(one), NOW) for one in listed]
        alerts = [made for trail_ in told for made in trail_.result().alerts]
    assert len(alerts) == 1 == len(ledger.alerts()) == len(ledger.deliveries())
    (known,) = ledger.inspections()
    assert sorted(known.sources) == sorted(one.url for one in listed)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param(alert(inspection()), 0, id="the same alert"),
        pytest.param(replace(alert(inspection()), key="another-key"), 0, id="another first at the same level"),
        pytest.param(
            replace(alert(inspection(), level=Level.NOTICE), key="a-notice"), 1, id="a first at another level"
        ),
        pytest.param(alert(inspection(), AlertKind.CONFIRMATION), 1, id="a confirmation"),
        pytest.param(alert(inspection("Loamshire")), 1, id="another authority"),
        pytest.param(alert(inspection(first=date(2021, 3, 1))), 1, id="another inspection"),
    ],
)
def test_first_is_told_once_for_an_inspection_and_level(ledger: SqlLedger, second: Alert, told: int) -> None:
    one, two = entries(ledger)
    ledger.record(one, [], lambda _: trail(one, alert(inspection()), inspections=(inspection(),)), NOW)
    again = ledger.record(two, [], lambda _: trail(two, second, inspections=(inspection(),)), NOW)
    assert (len(again.alerts), len(again.deliveries)) == (told, told)
    assert ("already told" in again.why) is (told == 0)


def test_events_that_are_no_inspections_are_told_each_on_its_day(ledger: SqlLedger) -> None:
    one, two = entries(ledger)
    notices = [
        replace(alert(inspection()), key=key, event_key=key, thread=key, area="", level=Level.NOTICE)
        for key in ("borsetshire/intervention/~2024-05-14", "borsetshire/intervention/~2024-06-20")
    ]
    for of, notice in zip((one, two), notices, strict=True):
        ledger.record(of, [], lambda _, of=of, notice=notice: trail(of, notice), NOW)  # type: ignore[misc]
    assert len(ledger.alerts()) == 2


def test_a_first_alert_leaves_its_loudness_on_the_inspection(ledger: SqlLedger) -> None:
    one, two = entries(ledger)
    notice = alert(inspection(), level=Level.NOTICE)
    louder = replace(alert(inspection()), key="louder")
    heard = []
    for of, told in ((one, notice), (two, louder), (two, notice)):
        ledger.record(of, [], lambda _, of=of, told=told: trail(of, told, inspections=(inspection(),)), NOW)  # type: ignore[misc]
        heard.append(ledger.inspections()[0].alerted)
    assert heard == ["notice", "critical", "critical"]


KNOWN = inspection(first_day=None, last_day=None, grades=(("overall", "inadequate"),), sources=("https://a.example/1",))
REPORT = "https://reports.example/1.pdf"


@pytest.mark.parametrize(
    ("match", "learnt", "after"),
    [
        pytest.param(
            Match.CONFIRMS,
            replace(KNOWN, first_day=date(2024, 2, 5), last_day=date(2024, 2, 16), sources=("https://b.example/2",)),
            replace(
                KNOWN,
                first_day=date(2024, 2, 5),
                last_day=date(2024, 2, 16),
                sources=("https://a.example/1", "https://b.example/2"),
            ),
            id="days that were unknown",
        ),
        pytest.param(
            Match.CONFIRMS,
            replace(KNOWN, grades=(("overall", "good"), ("leaders", "inadequate"))),
            replace(KNOWN, grades=(("overall", "inadequate"), ("leaders", "inadequate"))),
            id="areas are filled in and none is changed",
        ),
        pytest.param(
            Match.REVISES,
            replace(KNOWN, grades=(("overall", "requires improvement"),), confirmed="contradicted"),
            replace(KNOWN, grades=(("overall", "requires improvement"),), confirmed="contradicted"),
            id="a correction changes grades",
        ),
        pytest.param(
            Match.CONFIRMS,
            replace(KNOWN, report_url=REPORT, confirmed="confirmed"),
            replace(KNOWN, report_url=REPORT, confirmed="confirmed", sources=("https://a.example/1", REPORT)),
            id="the report itself",
        ),
        pytest.param(
            Match.STALE,
            replace(KNOWN, grades=(("overall", "good"),), first_day=date(2024, 2, 5), sources=("https://old.example",)),
            replace(KNOWN, sources=("https://a.example/1", "https://old.example")),
            id="old news adds its address and no more",
        ),
        pytest.param(
            Match.UNCERTAIN,
            replace(KNOWN, grades=(("overall", "good"),), sources=("https://who.example",)),
            KNOWN,
            id="a doubt adds nothing",
        ),
    ],
)
def test_what_a_page_adds_to_a_known_inspection(
    ledger: SqlLedger, match: Match, learnt: Inspection, after: Inspection
) -> None:
    ledger.seed([KNOWN])
    assert learn(ledger, match, learnt) == after


def test_a_day_known_to_the_month_gives_way_to_the_day_itself(ledger: SqlLedger) -> None:
    ledger.seed([replace(KNOWN, first_day=date(2024, 2, 1), precision="month")])
    known = learn(ledger, Match.CONFIRMS, replace(KNOWN, first_day=date(2024, 2, 5), last_day=date(2024, 2, 16)))
    assert (known.first_day, known.last_day, known.precision, known.key) == (
        date(2024, 2, 5),
        date(2024, 2, 16),
        "day",
        KNOWN.key,
    )


@pytest.mark.parametrize("match", [Match.STALE, Match.UNCERTAIN])
def test_neither_old_news_nor_a_doubt_makes_an_inspection(ledger: SqlLedger, match: Match) -> None:
    (new,) = entries(ledger, 1)
    ledger.record(new, [], lambda _: trail(new, inspections=(inspection(),), match=match), NOW)
    assert ledger.inspections() == ()


def test_seeding_adds_what_is_missing_and_changes_nothing(ledger: SqlLedger) -> None:
    ledger.seed([inspection()])
    changed = replace(inspection(), grades=(("overall", "good"),), origin="shipped")
    assert ledger.seed([changed, inspection("Loamshire")]) == 1
    assert [one.grades for one in ledger.inspections()] == [inspection().grades] * 2


def test_seeding_a_country_takes_one_call(ledger: SqlLedger) -> None:
    shipped = [inspection(f"Place{at}", date(2010, 1, 1) + timedelta(days=at)) for at in range(1_200)]
    assert (ledger.seed(shipped), ledger.seed(shipped)) == (1_200, 0)
    assert ledger.inspections() == tuple(shipped)


@pytest.mark.parametrize(
    ("published", "last_day", "is_before"),
    [
        (date(2024, 5, 13), None, True),
        (date(2024, 5, 14), None, False),
        (None, date(2024, 5, 13), True),
        (None, date(2024, 5, 20), False),
    ],
)
def test_what_was_public_before_a_day(
    ledger: SqlLedger, published: date | None, last_day: date | None, is_before: bool
) -> None:
    ledger.seed([inspection(published=published, last_day=last_day)])
    assert len(ledger.inspections(before=datetime(2024, 5, 14, 23, tzinfo=UTC))) == is_before


def test_deliveries_of_an_alert_already_told_are_not_written(ledger: SqlLedger) -> None:
    one, two = entries(ledger)
    ledger.record(one, [], lambda _: trail(one, alert(inspection()), channels=("duty",)), NOW)
    ledger.record(two, [], lambda _: trail(two, alert(inspection()), channels=("duty", "newsroom")), NOW)
    assert [record.channel for record in ledger.deliveries()] == ["duty"]


def test_a_delivery_of_no_alert_goes_out_with_the_trail(ledger: SqlLedger) -> None:
    (new,) = entries(ledger, 1)
    told = ledger.record(new, [], lambda _: replace(trail(new), deliveries=(delivery("doubt/1", "operator"),)), NOW)
    assert [one.channel for one in told.deliveries] == ["operator"]


def test_a_doubt_is_asked_once_and_closed_by_an_answer(ledger: SqlLedger) -> None:
    doubt = Doubt("Borsetshire", "inadequate", "overall", "it fails", ("a grade",), ("no date",), "https://a.example/1")
    for new in entries(ledger):
        ledger.record(new, [], lambda _, new=new: replace(trail(new), doubts=(doubt,)), NOW)  # type: ignore[misc]
    (row,) = ledger.doubts()
    assert row.doubt == doubt
    assert ledger.close_doubt(row.number, "an old story", "ada", NOW)
    assert not ledger.close_doubt(row.number, "again", "ada", NOW)
    assert ledger.doubts() == ()
    assert [(one.who, one.what, one.detail) for one in ledger.audit()] == [("ada", "doubt", "an old story")]
