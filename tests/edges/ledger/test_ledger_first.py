"""From a poll to a message sent, and again: the ledger in one page."""

from __future__ import annotations

from datetime import timedelta

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.model.delivery import Outcome, Verdict
from monitor.model.judgement import Inspection
from monitor.model.trail import Trail
from tests.edges.ledger.made_up import NOW, alert, entry, inspection, poll, trail

SENT = Outcome(Verdict.SENT, "250 accepted", receipt="ts-1")


def test_an_entry_is_new_once_and_taken_once(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    assert ledger.record_polls([poll(entry())]) == ()
    (taken,) = ledger.take_entries(NOW, 10, 60)
    assert (taken.number, taken.attempts, taken.url) == (new.number, 1, entry().url)
    assert ledger.take_entries(NOW, 10, 60) == ()
    assert len(ledger.take_entries(NOW + timedelta(seconds=61), 10, 60)) == 1


def test_a_judgement_is_told_once_whoever_reports_it(ledger: SqlLedger) -> None:
    first, second = ledger.record_polls([poll(entry("one"), entry("two"))])

    def decide(known: tuple[Inspection, ...]) -> Trail:
        one = inspection()
        return trail(first, alert(one), inspections=(one,))

    told = ledger.record(first, ["Borsetshire"], decide, NOW)
    again = ledger.record(second, ["Borsetshire"], decide, NOW)
    assert [len(told.alerts), len(told.deliveries)] == [1, 1]
    assert [again.alerts, again.deliveries] == [(), ()]
    assert "already told" in again.why
    (known,) = ledger.inspections(["Borsetshire"])
    assert (known.grades, known.alerted) == (inspection().grades, "critical")


def test_a_delivery_is_leased_sent_and_gone(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    ledger.record(new, ["Borsetshire"], lambda _: trail(new, alert(inspection()), inspections=(inspection(),)), NOW)
    (taken,) = ledger.take_deliveries(NOW, 10, 60)
    assert (taken.attempt, taken.message.subject) == (1, "Borsetshire: inadequate")
    assert ledger.take_deliveries(NOW, 10, 60) == ()
    ledger.settle(taken, SENT, NOW, None)
    assert ledger.take_deliveries(NOW + timedelta(days=1), 10, 60) == ()


def test_a_ledger_in_memory_serves_a_replay() -> None:
    ledger = open_ledger("sqlite://")
    assert ledger.seed([inspection(), inspection()]) == 1
    assert ledger.seed([inspection()]) == 0
    assert ledger.inspections() == (inspection(),)
