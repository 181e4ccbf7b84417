"""One service per database: a second one is told who is there; a killed one leaves nothing behind."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.edges.ledger.claim import SERVICE
from monitor.errors import LedgerBusy
from tests.edges.ledger.conftest import Moulds
from tests.edges.ledger.made_up import NOW, delivery, entry, poll

ROOT = Path(__file__).parents[3]


@contextmanager
def lone_service(url: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "tests.edges.ledger.lone_service", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as service:
        assert service.stdout is not None
        try:
            yield service, service.stdout.readline().strip()
        finally:
            service.kill()


def test_a_second_service_is_told_who_holds_the_database(url: str, ledger: SqlLedger) -> None:
    with lone_service(url) as (service, _), pytest.raises(LedgerBusy) as told, ledger.claim("monitor run"):
        pass
    assert f"process {service.pid} on " in str(told.value)
    assert "monitor run" in str(told.value)
    assert "Stop that one first" in str(told.value)


def test_others_read_and_write_beside_a_running_service(url: str, ledger: SqlLedger) -> None:
    with lone_service(url):
        assert len(ledger.record_polls([poll(entry())])) == 1
        assert len(ledger.entries()) == 1


def test_what_a_killed_service_had_leased_goes_out_at_once(url: str, ledger: SqlLedger) -> None:
    ledger.enqueue([delivery("a")], NOW)
    with lone_service(url) as (service, said):
        assert said.endswith(" 1")
        service.kill()
        service.wait()
    assert ledger.take_deliveries(NOW, 9, 600) == ()
    with ledger.claim("monitor run") as lock:
        assert lock.before == said.split()[0]
        assert [one.attempt for one in ledger.take_deliveries(NOW, 9, 600)] == [2]


@pytest.mark.postgres
def test_postgresql_gets_a_moment_to_notice_that_the_former_holder_died(moulds: Moulds) -> None:
    address = moulds.emptied()
    ledger = open_ledger(address)
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    ledger.remember("claim", json.dumps({"holder": f"{socket.gethostname()}/{dead.pid}/00"}), NOW)
    unnoticed = psycopg.connect(address, autocommit=True)
    unnoticed.execute("SELECT pg_advisory_lock(%s, 0)", [SERVICE])
    noticing = threading.Timer(0.4, unnoticed.close)
    noticing.start()
    with ledger.claim("monitor run") as lock:
        assert f"/{dead.pid}/" in lock.before
    noticing.join()
    ledger.close()


def test_a_claim_ends_with_its_block(ledger: SqlLedger) -> None:
    for _ in range(2):
        with ledger.claim("monitor run") as lock:
            assert lock.before == ""


def test_two_databases_are_served_side_by_side(tmp_path: Path) -> None:
    one, two = (open_ledger(f"sqlite:///{tmp_path}/{name}.db") for name in ("one", "two"))
    with one.claim("first"), two.claim("second"):
        pass
