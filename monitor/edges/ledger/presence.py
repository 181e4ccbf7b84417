"""Presence: which processes that hold leases in one PostgreSQL database are alive.

Each holds an advisory lock named by its holder on a connection of its own. PostgreSQL lets go of it when the process
dies, however that happens, and its own keep-alives notice a machine that fell silent. When PostgreSQL itself goes down
every lock is gone for a moment: so one look decides nothing, and the caller counts how often in a row a holder is missed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from monitor.edges.ledger.store import Store
from monitor.edges.ledger.trouble import translated

PRESENT = 7_146_005
"""PostgreSQL's advisory lock of a process that is alive."""

HOLD = text("SELECT pg_try_advisory_lock(:space, :crumb)")
IMPATIENT = text(
    "SELECT set_config('tcp_keepalives_idle', '20', false), set_config('tcp_keepalives_interval', '5', false)"
)
LEASES = text(
    "SELECT holder FROM deliveries WHERE state = 'leased' AND holder <> ''"
    " UNION SELECT holder FROM entries WHERE due IS NOT NULL AND holder <> ''"
)
ALIVE = text(
    "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND classid = :space AND objsubid = 2 AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def crumb(holder: str) -> int:
    """The lock's number for a holder: 31 bits, the same on every machine."""
    return zlib.crc32(holder.encode()) & 0x7FFF_FFFF


class Presence:
    """This process's sign of life. Not for SQLite, whose database has one process."""

    def __init__(self, store: Store, holder: str) -> None:
        self._store = store
        self._holder = holder
        self._connection: Connection | None = None
        self._is_held = False

    def keep(self) -> None:
        """Make sure the lock is held, anew after PostgreSQL went away. Raises LedgerError while it is away."""
        with translated(self._store.name()):
            try:
                self._hold()
            except DBAPIError:
                self.end()
                raise

    def missed(self) -> set[str]:
        """Holders of leases of whom nothing is to be seen. Raises LedgerError."""
        with self._store.reading() as connection:
            holders = set(connection.execute(LEASES).scalars()) - {self._holder}
            if not holders:
                return set()
            alive = set(connection.execute(ALIVE, {"space": PRESENT}).scalars())
        return {holder for holder in holders if crumb(holder) not in alive}

    def end(self) -> None:
        """Let go."""
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _hold(self) -> None:
        if self._connection is None:
            engine = self._store.engine.execution_options(isolation_level="AUTOCOMMIT")
            self._connection = engine.connect()
            self._connection.execute(IMPATIENT)
            self._is_held = False
        if self._is_held:
            self._connection.execute(text("SELECT 1"))
        else:
            asked = {"space": PRESENT, "crumb": crumb(self._holder)}
            self._is_held = bool(self._connection.execute(HOLD, asked).scalar())


@contextmanager
def present(store: Store, holder: str) -> Iterator[None]:
    """Alive while the block runs, for a process that does not look after it again."""
    presence = Presence(store, holder)
    presence.keep()
    try:
        yield
    finally:
        presence.end()
