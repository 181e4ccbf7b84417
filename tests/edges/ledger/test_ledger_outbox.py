"""The outbox: leased, sent, settled; fenced against latecomers, fair to every channel, threads in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.outbox import state_after
from monitor.edges.ledger.rows import Wanted
from monitor.model.alert import AlertKind
from monitor.model.delivery import Delivery, Outcome, Verdict
from tests.edges.ledger.made_up import NOW, alert, delivery, entry, inspection, poll, trail

SENT = Outcome(Verdict.SENT, "250 accepted", receipt="ts-1")
DEFERRED = Outcome(Verdict.DEFERRED, "421 try later")
REFUSED = Outcome(Verdict.REFUSED, "550 no such user")
SECOND = timedelta(seconds=1)
LATER = NOW + timedelta(minutes=5)
EVENT = f"{inspection().key}/overall"


def enqueue(ledger: SqlLedger, *keys: str, channel: str = "duty") -> tuple[Delivery, ...]:
    return ledger.enqueue([delivery(key, channel) for key in keys], NOW)


def tell(ledger: SqlLedger, *kinds: AlertKind, channels: tuple[str, ...] = ("duty",)) -> None:
    (new,) = ledger.record_polls([poll(entry(f"n{len(ledger.entries())}"))])
    alerts = [alert(inspection(), kind) for kind in kinds]
    ledger.record(new, [], lambda _: trail(new, *alerts, inspections=(inspection(),), channels=channels), NOW)


@pytest.mark.parametrize(
    ("outcome", "is_retried", "state"),
    [
        (SENT, False, "sent"),
        (REFUSED, False, "refused"),
        (DEFERRED, True, "waiting"),
        (DEFERRED, False, "dead"),
    ],
)
def test_the_state_after_an_outcome(ledger: SqlLedger, outcome: Outcome, is_retried: bool, state: str) -> None:
    enqueue(ledger, "a")
    (taken,) = ledger.take_deliveries(NOW, 9, 60)
    ledger.settle(taken, outcome, NOW, LATER if is_retried else None)
    (record,) = ledger.deliveries()
    assert (record.state, record.reason, record.attempts) == (state, outcome.reason, 1)
    assert (record.due, record.settled) == ((LATER, None) if is_retried else (None, NOW))
    assert state_after(outcome, LATER if is_retried else None) == state


def test_a_deferred_one_is_tried_again_at_its_time_under_the_same_key(ledger: SqlLedger) -> None:
    enqueue(ledger, "a")
    (first,) = ledger.take_deliveries(NOW, 9, 60)
    ledger.settle(first, DEFERRED, NOW, LATER)
    assert ledger.take_deliveries(LATER - SECOND, 9, 60) == ()
    (second,) = ledger.take_deliveries(LATER, 9, 60)
    assert (second.key, second.attempt, second.tried) == (first.key, 2, LATER)


def test_what_an_earlier_try_got_is_kept_for_the_next(ledger: SqlLedger) -> None:
    enqueue(ledger, "a")
    for receipt in ("served: ada", ""):
        (taken,) = ledger.take_deliveries(NOW, 9, 60)
        ledger.settle(taken, replace(DEFERRED, receipt=receipt), NOW, NOW)
    (taken,) = ledger.take_deliveries(NOW, 9, 60)
    assert taken.receipt == "served: ada"


@pytest.mark.parametrize("late", [DEFERRED, REFUSED])
def test_a_lost_lease_decides_nothing(ledger: SqlLedger, late: Outcome) -> None:
    enqueue(ledger, "a")
    (slow,) = ledger.take_deliveries(NOW, 9, 60)
    (quick,) = ledger.take_deliveries(NOW + 60 * SECOND, 9, 60)
    ledger.settle(slow, late, NOW, None)
    assert ledger.deliveries()[0].state == "leased"
    ledger.settle(quick, SENT, NOW, None)
    ledger.settle(slow, late, NOW, None)
    assert ledger.deliveries()[0].state == "sent"


def test_sent_is_a_fact_whoever_holds_the_lease(ledger: SqlLedger) -> None:
    enqueue(ledger, "a")
    (slow,) = ledger.take_deliveries(NOW, 9, 60)
    (quick,) = ledger.take_deliveries(NOW + 60 * SECOND, 9, 60)
    ledger.settle(slow, SENT, NOW, None)
    ledger.settle(quick, DEFERRED, NOW, LATER)
    assert ledger.deliveries()[0].state == "sent"
    assert ledger.take_deliveries(LATER, 9, 60) == ()


def test_many_hands_never_take_one_delivery_twice(ledger: SqlLedger) -> None:
    enqueue(ledger, *(f"a{at}" for at in range(90)))
    with ThreadPoolExecutor(6) as pool:
        takes = [pool.submit(ledger.take_deliveries, NOW, 10, 60) for _ in range(12)]
        keys = [one.key for take in takes for one in take.result()]
    keys += [one.key for one in ledger.take_deliveries(NOW, 99, 60)]
    assert len(keys) == 90 == len(set(keys))


def test_no_channel_waits_for_anothers_backlog_and_the_critical_go_first(ledger: SqlLedger) -> None:
    ledger.enqueue([delivery(f"n{at}", "slow", "notice") for at in range(20)], NOW)
    ledger.enqueue([delivery("last", "slow", "critical"), delivery("only", "quick", "notice")], NOW)
    taken = ledger.take_deliveries(NOW, 3, 60)
    assert [(one.channel, one.alert_key) for one in taken] == [("slow", "last"), ("quick", "only"), ("slow", "n0")]


def test_followers_wait_until_the_first_of_their_thread_is_settled(ledger: SqlLedger) -> None:
    tell(ledger, AlertKind.FIRST, channels=("duty", "newsroom"))
    tell(ledger, AlertKind.CONFIRMATION, channels=("duty", "newsroom"))
    first = {one.channel: one for one in ledger.take_deliveries(NOW, 9, 60)}
    assert len(first) == 2
    ledger.settle(first["duty"], SENT, NOW, None)
    ledger.settle(first["newsroom"], DEFERRED, NOW, LATER)
    (follower,) = ledger.take_deliveries(NOW, 9, 60)
    assert (follower.channel, follower.parent, follower.parent_receipt) == ("duty", first["duty"].key, "ts-1")


@pytest.mark.parametrize("end", [REFUSED, DEFERRED])
def test_a_thread_whose_first_never_arrived_goes_on_without_it(ledger: SqlLedger, end: Outcome) -> None:
    tell(ledger, AlertKind.FIRST, AlertKind.CORRECTION)
    (first,) = ledger.take_deliveries(NOW, 9, 60)
    ledger.settle(first, end, NOW, None)
    (follower,) = ledger.take_deliveries(NOW, 9, 60)
    assert (follower.parent, follower.parent_receipt) == (first.key, "")


def test_a_dead_letter_is_resent_with_its_tries_counted_afresh(ledger: SqlLedger) -> None:
    enqueue(ledger, "a")
    for _ in range(3):
        (taken,) = ledger.take_deliveries(NOW, 9, 60)
        ledger.settle(taken, DEFERRED, NOW, NOW)
    (taken,) = ledger.take_deliveries(NOW, 9, 60)
    ledger.settle(taken, DEFERRED, NOW, None)
    assert ledger.resend(taken.number, "ada", LATER)
    (again,) = ledger.take_deliveries(LATER, 9, 60)
    assert (again.key, again.attempt, again.created) == (taken.key, 1, LATER)
    ledger.settle(taken, REFUSED, LATER, None)
    assert ledger.deliveries()[0].state == "leased"
    ledger.settle(again, SENT, LATER, None)
    assert ledger.deliveries()[0].state == "sent"


@pytest.mark.parametrize("outcome", [SENT, None])
def test_neither_what_was_sent_nor_what_waits_is_resent(ledger: SqlLedger, outcome: Outcome | None) -> None:
    (one,) = enqueue(ledger, "a")
    if outcome:
        ledger.settle(ledger.take_deliveries(NOW, 9, 60)[0], outcome, NOW, None)
    assert not ledger.resend(one.number, "ada", NOW)
    assert ledger.audit() == ()


def test_a_snoozed_thread_is_quiet_until_its_time_and_loses_nothing(ledger: SqlLedger) -> None:
    tell(ledger, AlertKind.FIRST)
    assert ledger.snooze(EVENT, LATER, "ada", NOW)
    assert ledger.take_deliveries(NOW, 9, 60) == ()
    assert (
        [record.state for record in ledger.deliveries()]
        == ["snoozed"]
        == [one.state for one in ledger.deliveries("snoozed")]
    )
    assert len(ledger.take_deliveries(LATER, 9, 60)) == 1


def test_a_reader_who_wants_quiet_does_not_speak_for_the_other_channels(ledger: SqlLedger) -> None:
    tell(ledger, AlertKind.FIRST)
    channel = ledger.deliveries()[0].channel
    assert ledger.quieten(EVENT, "another channel", LATER, NOW)
    assert [one.state for one in ledger.deliveries()] == ["waiting"]
    assert ledger.quieten(EVENT, channel, LATER, NOW)
    assert [one.state for one in ledger.deliveries("snoozed")] == ["snoozed"]
    assert ledger.take_deliveries(NOW, 9, 60) == ()
    assert len(ledger.take_deliveries(LATER, 9, 60)) == 1
    assert not ledger.quieten("nowhere/ilacs/2024-01-01/overall", channel, LATER, NOW)
    assert {row.who for row in ledger.audit()} == {"a reader of another channel", f"a reader of {channel}"}


def test_an_acknowledgement_shows_on_the_alerts_of_the_thread(ledger: SqlLedger) -> None:
    tell(ledger, AlertKind.FIRST, AlertKind.CONFIRMATION)
    assert ledger.acknowledge(EVENT, "ada", NOW)
    assert {(row.acknowledged, row.acknowledged_by) for row in ledger.alerts()} == {(NOW, "ada")}
    assert not ledger.acknowledge("nowhere/ilacs/2024-01-01/overall", "ada", NOW)
    assert [(row.who, row.what) for row in ledger.audit(Wanted(kind="acknowledge"))] == [("ada", "acknowledge")]


def test_quiet_hours_hold_a_delivery_until_their_end(ledger: SqlLedger) -> None:
    ledger.enqueue([replace(delivery("a"), due=LATER)], NOW)
    assert ledger.take_deliveries(LATER - SECOND, 9, 60) == ()
    assert len(ledger.take_deliveries(LATER, 9, 60)) == 1


def test_a_digest_takes_its_members_along_once(ledger: SqlLedger) -> None:
    kept = [replace(delivery(key), digest="daily", due=LATER) for key in ("a", "b")]
    ledger.enqueue(kept, NOW)
    assert (ledger.gathering(NOW), ledger.take_deliveries(LATER, 9, 60)) == ((), ())
    members = ledger.gathering(LATER)
    assert [one.alert_key for one in members] == ["a", "b"]
    digest = replace(delivery("digest/duty/2024-05-14"), members=tuple(one.key for one in members))
    assert len(ledger.enqueue([digest], LATER)) == 1
    assert (ledger.enqueue([digest], LATER), ledger.gathering(LATER)) == ((), ())
    assert [one.key for one in ledger.take_deliveries(LATER, 9, 60)] == [digest.key]
    assert sorted(record.state for record in ledger.deliveries()) == ["gathered", "gathered", "leased"]


def test_a_follower_of_a_gathered_one_answers_the_digest(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    first, second = alert(inspection()), alert(inspection(), AlertKind.CONFIRMATION)
    kept = replace(delivery(first), digest="daily")
    ledger.record(new, [], lambda _: replace(trail(new, first, second), deliveries=(kept, delivery(second))), NOW)
    ledger.enqueue([replace(delivery("digest"), members=(kept.key,))], NOW)
    taken = {one.alert_key: one for one in ledger.take_deliveries(NOW, 9, 60)}
    assert taken[second.key].parent == delivery("digest").key


def test_what_a_channel_sent_in_the_last_hour_is_counted(ledger: SqlLedger) -> None:
    enqueue(ledger, "a", "b")
    for taken, when in zip(ledger.take_deliveries(NOW, 9, 60), (NOW, LATER), strict=True):
        ledger.settle(taken, SENT, when, None)
    assert (ledger.sent_since(NOW), ledger.sent_since(LATER), ledger.sent_since(LATER + SECOND)) == (
        {"duty": 2},
        {"duty": 1},
        {},
    )
