"""The laws of the outbox, whatever order things happen in: hypothesis plays the senders, the crashes and the people."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from monitor.edges.ledger import open_ledger
from monitor.edges.ledger.outbox import FINAL
from monitor.model.alert import AlertKind
from monitor.model.delivery import Delivery, Outcome, Verdict
from monitor.model.judgement import Inspection
from tests.edges.ledger.made_up import NOW, alert, delivery, entry, inspection, trail

LEASE = 60
KINDS = (AlertKind.FIRST, AlertKind.CONFIRMATION, AlertKind.CORRECTION)
COUNCILS = ("Borsetshire", "Loamshire")
OUTCOMES = st.sampled_from([Verdict.SENT, Verdict.DEFERRED, Verdict.REFUSED])


@cache
def mould() -> Path:
    path = Path(tempfile.mkdtemp()) / "mould.db"
    open_ledger(f"sqlite:///{path}").close()
    return path


class Outbox(RuleBasedStateMachine):
    """A ledger, the deliveries out on a lease (some of them with the dead), and what the receivers saw."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.ledger = open_ledger(f"sqlite:///{shutil.copy(mould(), self.folder / 'monitor.db')}")
        self.now: datetime = NOW
        self.out: list[tuple[Delivery, datetime]] = []
        self.arrived: dict[str, int] = {}
        self.told: set[str] = set()
        self.settled_sent: set[int] = set()
        self.stories = 0

    @rule(
        council=st.sampled_from(COUNCILS),
        kind=st.sampled_from(KINDS),
        channels=st.sets(st.sampled_from("ab"), min_size=1),
    )
    def a_story_is_recorded(self, council: str, kind: AlertKind, channels: set[str]) -> None:
        self.stories += 1
        of, one = entry(f"story-{self.stories}"), inspection(council)
        made = alert(one, kind)

        def decide(_: tuple[Inspection, ...]) -> object:
            sent = tuple(delivery(made, name) for name in sorted(channels))
            return replace(trail(of, made, inspections=(one,)), deliveries=sent)

        written = self.ledger.record(of, [council], decide, self.now)  # type: ignore[arg-type]
        assert bool(written.alerts) is (made.key not in self.told)
        self.told.add(made.key)

    @rule(limit=st.integers(1, 3))
    def somebody_takes(self, limit: int) -> None:
        for taken in self.ledger.take_deliveries(self.now, limit, LEASE):
            live = [one.key for one, until in self.out if until > self.now]
            assert taken.key not in live, "two live leases on one delivery"
            assert taken.number not in self.settled_sent, "a sent one was taken again"
            self.out.append((taken, self.now + timedelta(seconds=LEASE)))

    @rule(verdict=OUTCOMES, is_retried=st.booleans(), at=st.integers(0, 5))
    def somebody_sends_and_settles(self, verdict: Verdict, is_retried: bool, at: int) -> None:
        if self.out:
            taken, _ = self.out.pop(at % len(self.out))
            if verdict is Verdict.SENT:
                self.arrived[taken.key] = self.arrived.get(taken.key, 0) + 1
                self.settled_sent.add(taken.number)
            retry_at = self.now + timedelta(seconds=30) if is_retried and verdict is Verdict.DEFERRED else None
            self.ledger.settle(taken, Outcome(verdict, "so"), self.now, retry_at)

    @rule(at=st.integers(0, 5))
    def somebody_dies_after_sending(self, at: int) -> None:
        if self.out:
            taken, _ = self.out.pop(at % len(self.out))
            self.arrived[taken.key] = self.arrived.get(taken.key, 0) + 1

    @rule(seconds=st.sampled_from([1, 29, 61, 600]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def a_person_resends_the_dead(self) -> None:
        for record in self.ledger.deliveries():
            assert self.ledger.resend(record.number, "ada", self.now) is (record.state in ("dead", "refused"))

    @rule(council=st.sampled_from(COUNCILS))
    def a_person_asks_for_quiet(self, council: str) -> None:
        self.ledger.snooze(f"{inspection(council).key}/overall", self.now + timedelta(seconds=90), "ada", self.now)

    @rule(council=st.sampled_from(COUNCILS))
    def a_reader_asks_for_quiet(self, council: str) -> None:
        self.ledger.quieten(f"{inspection(council).key}/overall", "a", self.now + timedelta(seconds=90), self.now)

    @invariant()
    def what_was_sent_stays_sent_and_nothing_is_forgotten(self) -> None:
        if not hasattr(self, "ledger"):
            return
        records = {record.number: record for record in self.ledger.deliveries()}
        assert all(records[number].state == "sent" for number in self.settled_sent)
        for record in records.values():
            assert (record.due is None) is (record.state in FINAL), f"{record.state} with due {record.due}"
        assert {record.alert_key for record in records.values()} <= self.told

    def teardown(self) -> None:
        """In the end, with nobody dying any more, everything is told, and each thread's first before its followers."""
        if not hasattr(self, "ledger"):
            return
        self.now += timedelta(hours=1)
        for _ in range(12):
            for taken in self.ledger.take_deliveries(self.now, 9, LEASE):
                assert not taken.parent or self._is_final(taken.parent)
                self.ledger.settle(taken, Outcome(Verdict.SENT, "so"), self.now, None)
        assert all(record.state in FINAL for record in self.ledger.deliveries())
        self.ledger.close()
        shutil.rmtree(self.folder)

    def _is_final(self, key: str) -> bool:
        return any(record.key == key and record.state in FINAL for record in self.ledger.deliveries())


Outbox.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestOutbox = Outbox.TestCase
