"""A critical follow-up waits for nothing that is held; other followers still come after their first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.edges.ledger.outbox import put
from monitor.model.delivery import Delivery, delivery_key
from tests.channels import messages
from tests.faults.rig import DAY, START

LATER = START + DAY
HELD: dict[str, dict[str, object]] = {
    "for a digest": {"due": LATER, "digest": "weekly"},
    "by quiet hours": {"due": LATER},
    "in a digest that is due": {"due": START, "digest": "daily"},
}


def thread(folder: Path, held: dict[str, object], level: str) -> SqlLedger:
    """A first notice that is held, and a follow-up of this level behind it."""
    ledger = open_ledger(f"sqlite:///{folder / 'monitor.db'}")
    first, second = (_delivery(key) for key in ("first", "second"))
    first = replace(first, message=replace(first.message, level="notice"), **held)  # type: ignore[arg-type]
    second = replace(second, message=replace(second.message, level=level))
    with ledger.store.writing() as connection:
        put(connection, [first, second], {"first": "kent", "second": "kent"}, START)
    return ledger


def _delivery(key: str) -> Delivery:
    return Delivery(0, delivery_key(key, "desk"), key, "desk", messages.USUAL, START)


@pytest.mark.parametrize("how", HELD)
def test_a_critical_follow_up_overtakes_a_notice_that_is_held(how: str, tmp_path: Path) -> None:
    ledger = thread(tmp_path, HELD[how], "critical")
    assert [one.alert_key for one in ledger.take_deliveries(START, 9, 60)] == ["second"]
    ledger.close()


@pytest.mark.parametrize("how", HELD)
def test_a_lesser_follow_up_waits_for_its_first(how: str, tmp_path: Path) -> None:
    ledger = thread(tmp_path, HELD[how], "notice")
    assert ledger.take_deliveries(START, 9, 60) == ()
    ledger.close()


def test_a_critical_follow_up_comes_after_a_first_that_is_sent_this_moment(tmp_path: Path) -> None:
    ledger = thread(tmp_path, {"due": START}, "critical")
    assert [one.alert_key for one in ledger.take_deliveries(START, 9, 60)] == ["first"]
    assert ledger.take_deliveries(START + timedelta(seconds=1), 9, 60) == ()
    ledger.close()
