"""What a database's errors mean, in sentences that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, ProgrammingError

from monitor.errors import LedgerAway, LedgerBusy, LedgerDamaged, LedgerError, LedgerFull

KEPT = "Nothing recorded before is lost."

FULL = ("database or disk is full", "disk full", "no space left", "could not extend file", "disk i/o error")
BUSY = ("database is locked", "database table is locked", "lock timeout", "deadlock detected", "too many clients")
DAMAGED = ("malformed", "not a database", "corrupt", "invalid page", "could not read block", "no such table")
CLOSED = ("unable to open database file", "readonly database", "read-only", "permission denied")
AWAY = (
    *(
        "connection refused",
        "could not connect",
        "connection failed",
        "connection to server",
        "server closed the connection",
    ),
    *(
        "connection is bad",
        "connection is closed",
        "connection is lost",
        "consuming input failed",
        "terminating",
        "starting up",
    ),
    *("shutting down", "not yet accepting"),
)


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turns a database's error into ours; `name` is the database as a person knows it."""
    try:
        yield
    except Exception as cause:
        if not _is_of_a_database(cause):
            raise
        raise meaning(cause, name) from cause


def _is_of_a_database(cause: Exception) -> bool:
    # What a driver says while a connection is being set up comes as it is; psycopg is only loaded where it is used.
    return isinstance(cause, DBAPIError | sqlite3.Error) or type(cause).__module__.partition(".")[0] == "psycopg"


def meaning(cause: Exception, name: str) -> LedgerError:
    """The LedgerError that a database's error comes to."""
    said = str(getattr(cause, "orig", None) or cause).strip()
    low = said.lower()
    if any(sign in low for sign in FULL):
        return LedgerFull(f"No room left for {name}: free some disk space; the monitor goes on by itself then. {KEPT}")
    if any(sign in low for sign in BUSY):
        return LedgerBusy(f"{name} is held by another process for too long ({said}). Try again in a moment. {KEPT}")
    if any(sign in low for sign in AWAY):
        return LedgerAway(f"The server of {name} cannot be reached ({said}). The monitor tries again. {KEPT}")
    if any(sign in low for sign in DAMAGED) or isinstance(cause, ProgrammingError):
        return LedgerDamaged(
            f"{name} is damaged or not a ledger ({said}). Stop the monitor, keep the file, and put the latest backup in its place."
        )
    if any(sign in low for sign in CLOSED):
        return LedgerError(f"{name} cannot be opened or written ({said}): check that the folder is there and is ours.")
    kind = "refuses" if isinstance(cause, IntegrityError | OperationalError) else "failed at"
    return LedgerError(f"{name} {kind} a statement: {said}. {KEPT}")
