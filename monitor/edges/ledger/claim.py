"""One service per database: a claim that dies with its holder, however that ends.

SQLite: an operating-system lock on a file beside the database; PostgreSQL: an advisory lock on a connection of its
own. Neither outlives a kill -9, but PostgreSQL takes a moment to notice one: a holder that is not seen to live is waited
for. Who holds it is written beside it, for the message that a second service shows.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
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

LETTING_GO = 5.0
"""Seconds that PostgreSQL gets to notice that the former holder has died."""

CLAIM = text("SELECT pg_try_advisory_lock(:key, 0)")


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
        before = _taken(connection, store.name())
        _note(connection, json.dumps(mark))
        try:
            with present(store, mark["holder"]):
                yield before.get("holder", "")
        finally:
            with suppress(DBAPIError):  # PostgreSQL went away meanwhile, and the lock with it
                _note(connection, "{}")
                connection.execute(text("SELECT pg_advisory_unlock(:key, 0)"), {"key": SERVICE})


def _taken(connection: Connection, name: str) -> dict[str, str]:
    """Who held it before. Raises LedgerBusy when one who may be alive holds it on."""
    patience = time.monotonic() + LETTING_GO
    while True:
        got = connection.execute(CLAIM, {"key": SERVICE}).scalar()
        before = _noted(connection)
        if got:
            return before
        if _lives_here(before.get("holder", "")) or time.monotonic() > patience:
            raise busy(name, before)
        time.sleep(0.05)


def _lives_here(holder: str) -> bool:
    """Whether the holder is another process of this machine that runs. Its number may be ours: a container begins anew."""
    host, _, rest = holder.partition("/")
    number = rest.partition("/")[0]
    if host != socket.gethostname() or not number.isdigit() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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
