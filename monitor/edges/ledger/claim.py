"""One service per database: a claim that dies with its holder, however that ends.

SQLite: an operating-system lock on a file beside the database; PostgreSQL: an advisory lock on a connection of its
own. Neither outlives a kill -9. Who holds it is written beside it, for the message that a second service shows.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from monitor.edges.ledger.presence import present
from monitor.edges.ledger.store import Store
from monitor.edges.ledger.trouble import translated
from monitor.errors import LedgerBusy, LedgerError

SERVICE = 7_146_001
"""PostgreSQL's advisory lock of the running service."""


@dataclass(frozen=True, slots=True)
class ServiceLock:
    """A claim that is held: by whom, since when; `before` is the holder found in its place, "" when there was none."""

    owner: str
    holder: str
    since: datetime
    before: str = ""


def holder_name() -> str:
    """This process, told from every other that ever ran: host, process id and a random part."""
    return f"{socket.gethostname()}/{os.getpid()}/{os.urandom(4).hex()}"


@contextmanager
def claimed(store: Store, owner: str, holder: str) -> Iterator[ServiceLock]:
    """Holds the claim while the block runs. Raises LedgerBusy naming who has it."""
    since = datetime.now(UTC)
    mark = {"owner": owner, "holder": holder, "since": since.isoformat(timespec="seconds")}
    if store.file is not None:
        with _file_lock(store.file, mark) as before:
            yield ServiceLock(owner, holder, since, before)
    elif store.is_sqlite:
        yield ServiceLock(owner, holder, since)
    else:
        with _advisory_lock(store, mark) as before:
            yield ServiceLock(owner, holder, since, before)


def busy(name: str, mark: dict[str, str]) -> LedgerBusy:
    """The sentence for a second service."""
    host, _, rest = mark.get("holder", "").partition("/")
    who = f"process {rest.partition('/')[0]} on {host}" if host else "another process"
    since = mark.get("since", "")
    return LedgerBusy(
        f"{name} is already served by {mark.get('owner') or 'a monitor'} ({who}{f', since {since}' if since else ''}). "
        "Stop that one first, or give this one a database of its own."
    )


@contextmanager
def _file_lock(database: Path, mark: dict[str, str]) -> Iterator[str]:
    path = database.with_name(database.name + ".lock")
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as cause:
        raise LedgerError(f"{path} cannot be written ({cause.strerror}): check that the folder is ours.") from cause
    with file:
        before = _read_mark(file)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as cause:
            raise busy(str(database), before) from cause
        _write_mark(file, mark)
        try:
            yield before.get("holder", "")
        finally:
            _write_mark(file, {})


def _read_mark(file: IO[str]) -> dict[str, str]:
    file.seek(0)
    try:
        mark = json.loads(file.read() or "{}")
    except ValueError:
        return {}
    return mark if isinstance(mark, dict) else {}


def _write_mark(file: IO[str], mark: dict[str, str]) -> None:
    file.seek(0)
    file.truncate()
    if mark:
        json.dump(mark, file)
    file.flush()


@contextmanager
def _advisory_lock(store: Store, mark: dict[str, str]) -> Iterator[str]:
    engine = store.engine.execution_options(isolation_level="AUTOCOMMIT")
    with translated(store.name()), engine.connect() as connection:
        got = connection.execute(text("SELECT pg_try_advisory_lock(:key, 0)"), {"key": SERVICE}).scalar()
        before = _noted(connection)
        if not got:
            raise busy(store.name(), before)
        _note(connection, json.dumps(mark))
        try:
            with present(store, mark["holder"]):
                yield before.get("holder", "")
        finally:
            with suppress(DBAPIError):  # PostgreSQL went away meanwhile, and the lock with it
                _note(connection, "{}")
                connection.execute(text("SELECT pg_advisory_unlock(:key, 0)"), {"key": SERVICE})


def _noted(connection: Connection) -> dict[str, str]:
    found = connection.execute(text("SELECT value FROM memory WHERE key = 'claim'")).scalar()
    mark = json.loads(found or "{}")
    return mark if isinstance(mark, dict) else {}


def _note(connection: Connection, mark: str) -> None:
    keep = (
        "INSERT INTO memory (key, value, recorded) VALUES ('claim', :value, 0) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    )
    connection.execute(text(keep), {"value": mark})
