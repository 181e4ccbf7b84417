"""Which connection does what: a cache of pages is only worth its memory where nobody else's writing empties it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Connection

from monitor.edges.ledger.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'monitor.db'}")
    yield opened
    opened.close()


def driver_of(connection: Connection) -> object:
    return connection.connection.driver_connection


def cache_of(connection: Connection) -> int:
    """KiB."""
    return -int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())


def test_one_connection_does_all_the_writing_whoever_reads_meanwhile(store: Store) -> None:
    writers, readers = set(), set()
    for number in range(8):
        with ExitStack() as open_readers:
            reading = [open_readers.enter_context(store.reading()) for _ in range(number % 4)]
            readers |= {driver_of(one) for one in reading}
            with store.writing() as connection:
                writers.add(driver_of(connection))
    assert (len(writers), len(readers)) == (1, 3)
    assert not writers & readers


def test_readers_one_after_another_share_a_connection(store: Store) -> None:
    with store.reading() as first, store.reading() as second:
        assert driver_of(first) is not driver_of(second)
    readers = set()
    for _ in range(5):
        with store.reading() as connection:
            readers.add(driver_of(connection))
    assert len(readers) == 1


def test_the_writer_alone_keeps_much_of_the_database_at_hand(store: Store) -> None:
    with store.reading() as reader, store.writing() as writer:
        assert cache_of(reader) * 4 <= cache_of(writer) <= 16_384


def test_a_database_in_memory_is_one_connection_for_all() -> None:
    store = Store("sqlite://")
    with store.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE one (number INTEGER)")
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM one").scalar_one() == 0
    store.close()
