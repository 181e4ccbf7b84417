"""Entries on their way to a visit: nobody takes one twice, a crash loses none."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.rows import Wanted
from monitor.model.source import Problem
from monitor.model.trail import Trail
from tests.edges.ledger.made_up import NOW, entry, poll, trail

LATER = NOW + timedelta(minutes=10)


def test_a_lease_that_ran_out_gives_the_entry_back(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    assert [one.attempts for one in ledger.take_entries(NOW, 9, 300)] == [1]
    assert ledger.take_entries(NOW + timedelta(seconds=299), 9, 300) == ()
    assert [one.attempts for one in ledger.take_entries(NOW + timedelta(seconds=300), 9, 300)] == [2]


def test_entries_are_taken_longest_due_first_and_no_more_than_asked(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(*(entry(f"n{at}") for at in range(5)))])
    first = ledger.take_entries(NOW, 3, 60)
    second = ledger.take_entries(NOW, 3, 60)
    assert [one.title for one in (*first, *second)] == ["n0", "n1", "n2", "n3", "n4"]


def test_a_postponed_entry_returns_at_its_time_with_the_reason_shown(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    (taken,) = ledger.take_entries(NOW, 1, 60)
    slow = Problem("gazette", taken.url, "timeout", "no answer")
    ledger.postpone(Trail(taken, "unread", "no answer in 20 s", problems=(slow,)), LATER)
    assert ledger.take_entries(LATER - timedelta(seconds=1), 1, 60) == ()
    (shown,) = ledger.entries()
    assert (shown.outcome, shown.why, shown.due) == ("unread", "no answer in 20 s", LATER)
    assert [row.problem for row in ledger.problems()] == [slow]
    assert [one.attempts for one in ledger.take_entries(LATER, 1, 60)] == [2]


def test_a_page_read_at_last_ends_its_problem(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    (taken,) = ledger.take_entries(NOW, 1, 60)
    ledger.postpone(Trail(taken, "unread", "slow", problems=(Problem("gazette", taken.url, "timeout", ""),)), LATER)
    ledger.record(taken, [], lambda _: trail(taken), LATER)
    assert ledger.problems() == ()


def test_a_visited_entry_is_not_put_off_by_a_straggler(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    (taken,) = ledger.take_entries(NOW, 1, 60)
    ledger.record(taken, [], lambda _: trail(taken), NOW)
    ledger.postpone(Trail(taken, "unread", "slow"), LATER)
    assert ledger.take_entries(LATER, 1, 60) == ()


def test_what_leads_to_nothing_is_done_with_in_one_go_and_says_why(ledger: SqlLedger) -> None:
    new = ledger.record_polls([poll(*(entry(f"n{at}") for at in range(50)))])
    ledger.skip([Trail(one, "skipped", "about football") for one in new], NOW)
    assert ledger.take_entries(LATER, 99, 60) == ()
    assert {row.why for row in ledger.entries()} == {"about football"}


def test_many_hands_never_take_one_entry_twice(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(*(entry(f"n{at}") for at in range(120)))])
    with ThreadPoolExecutor(8) as pool:
        takes = [pool.submit(ledger.take_entries, NOW, 10, 60) for _ in range(16)]
        numbers = [one.number for take in takes for one in take.result()]
    numbers += [one.number for one in ledger.take_entries(NOW, 200, 60)]
    assert len(numbers) == 120 == len(set(numbers))


def test_an_entry_never_polled_can_be_recorded_too(ledger: SqlLedger) -> None:
    told = ledger.record(entry(), [], lambda _: trail(entry()), NOW)
    assert told.entry.number > 0
    again = ledger.record(entry(), [], lambda _: trail(entry()), NOW)
    assert again.entry.number == told.entry.number


def test_entries_are_found_by_what_became_of_them(ledger: SqlLedger) -> None:
    one, two, _ = ledger.record_polls([poll(entry("a_b"), entry("b"), entry("axb"))])
    ledger.record(one, [], lambda _: trail(one), NOW)
    ledger.skip([replace(trail(two), outcome="skipped")], NOW)
    found = {
        outcome: [row.title for row in ledger.entries(Wanted(outcome=outcome))]
        for outcome in ("read", "skipped", "waiting")
    }
    assert found == {"read": ["a_b"], "skipped": ["b"], "waiting": ["axb"]}
    assert [row.title for row in ledger.entries(Wanted(text="A_B"))] == ["a_b"]
    assert [row.title for row in ledger.entries(Wanted(limit=1, before=3))] == ["b"]
    (late,) = ledger.record_polls([replace(poll(entry("late")), when=NOW + timedelta(days=2))])
    assert [row.title for row in ledger.entries(Wanted(since=NOW + timedelta(days=1)))] == [late.title]
