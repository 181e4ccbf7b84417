"""The door to the database: opens it, sets it up to survive a crash, and turns its errors into sentences.

Durability, decided: SQLite runs in WAL with synchronous=FULL, so each commit is on the disk before the next step is
taken. NORMAL would be 0.2 ms (SSD: 1 to 5 ms) cheaper a commit, but a power cut could then take back the record of
messages already sent, and each would go out a second time. A sweep commits a batch at once, so the price is paid per
decision and per message, never per entry listed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from monitor.edges.ledger.trouble import translated
from monitor.errors import LedgerError

BUSY_SECONDS = 15
"""How long to wait for another process's transaction; "?timeout=5" behind a SQLite address asks for another time."""
WRITER_KIB, READER_KIB = 4_096, 1_024
"""SQLite's cache of pages, by connection. Whatever another connection writes empties it at the next transaction: the one writer
keeps its own for good, a reader has nothing to keep."""
ACROSS_A_NETWORK = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "tcp_user_timeout": 30_000}
"""A server that fell silent is noticed within half a minute, not after TCP's two hours."""


def parse(url: str) -> URL:
    """The database's address; "postgresql://" means psycopg 3. Raises LedgerError for one we cannot use."""
    try:
        address = make_url(url)
    except ArgumentError as cause:
        raise LedgerError(
            f"{url!r} is no database address; write sqlite:///var/monitor.db or postgresql://…"
        ) from cause
    kind = address.drivername.partition("+")[0]
    if kind in ("postgresql", "postgres"):
        return address.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return address.set(drivername="sqlite+pysqlite")
    raise LedgerError(f"a ledger cannot live in {kind!r}; use sqlite:///… or postgresql://…")


def file_of(address: URL) -> Path | None:
    """The SQLite file, or None for a database in memory or on a server."""
    is_file = address.get_backend_name() == "sqlite" and address.database not in (None, "", ":memory:")
    return Path(str(address.database)) if is_file else None


class Store:
    """One database with its two kinds of transaction: `reading` and `writing`. Safe to use from any thread."""

    def __init__(self, url: str) -> None:
        self.address = parse(url)
        self.file = file_of(self.address)
        self.is_sqlite = self.address.get_backend_name() == "sqlite"
        self.engine = _engine(self.address, self.file, READER_KIB)
        writer = _engine(self.address, self.file, WRITER_KIB, most=1) if self.file else self.engine
        self.engines = (self.engine,) if writer is self.engine else (self.engine, writer)
        self._writer = writer.execution_options(writer=True)
        self._turn = threading.RLock() if self.is_sqlite else None
        self._is_shared = self.is_sqlite and self.file is None

    def name(self) -> str:
        """The database as a person knows it, without its password."""
        plain = self.address.set(drivername=self.address.get_backend_name())
        return str(self.file) if self.file else plain.render_as_string(hide_password=True)

    def conninfo(self) -> str:
        """The address for those who speak to PostgreSQL without SQLAlchemy; it holds the password."""
        return self.address.set(drivername="postgresql").render_as_string(hide_password=False)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and writes nothing."""
        with self._in_turn(self._is_shared), translated(self.name()), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; in SQLite it holds the one write lock from its first moment."""
        with self._in_turn(self.is_sqlite), translated(self.name()), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A connection outside any transaction, for VACUUM and the like."""
        engine = self._writer.execution_options(isolation_level="AUTOCOMMIT")
        with self._in_turn(self.is_sqlite), translated(self.name()), engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Lets go of every connection."""
        for engine in self.engines:
            engine.dispose()

    def _in_turn(self, is_needed: bool) -> AbstractContextManager[Any]:
        # SQLite's own waiting is a poll that starves; threads of one process queue here instead.
        return self._turn if is_needed and self._turn is not None else nullcontext()


def _engine(address: URL, file: Path | None, cache: int, most: int = 5) -> Engine:
    """The door with `most` connections kept open; `cache` KiB is what each connection of SQLite may hold of the database."""
    try:
        if address.get_backend_name() != "sqlite":
            engine = create_engine(address, pool_pre_ping=True, pool_size=8, connect_args=ACROSS_A_NETWORK)
            event.listen(engine, "connect", _set_patience)
            return engine
        if file is None:
            engine = create_engine(address, poolclass=StaticPool, connect_args={"check_same_thread": False})
        else:
            # The last one used is used next: connections that are only there for a rush stay empty.
            kept = {"pool_size": most, "pool_use_lifo": True, "connect_args": {"check_same_thread": False}}
            engine = create_engine(address.set(query={}), **kept)
    except (NoSuchModuleError, ImportError, DBAPIError) as cause:
        raise LedgerError(f"the driver for {address.drivername} is missing: {cause}") from cause
    patience = float(str(address.query.get("timeout", BUSY_SECONDS)))
    event.listen(engine, "connect", partial(_set_up, patience, cache))
    event.listen(engine, "begin", _begin)
    return engine


def _set_patience(connection: Any, _: object) -> None:  # noqa: ANN401 - a DBAPI connection
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    cursor.execute("SET idle_in_transaction_session_timeout = '120s'")
    cursor.close()
    connection.commit()


def _set_up(patience: float, cache: int, connection: Any, _: object) -> None:  # noqa: ANN401 - a DBAPI connection
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={patience * 1000:.0f}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size=-{cache}",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A reader that turned writer in mid-transaction would fail at once with "locked", whatever the timeout.
    if connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT":
        return
    writes = connection.get_execution_options().get("writer")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
