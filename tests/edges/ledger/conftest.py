"""An empty ledger for each test, over either database: a copied file, or a PostgreSQL database emptied between tests.

Making and migrating one takes longer than most tests, so that happens once a worker.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.edges.ledger.tables import metadata
from tests.postgres_server import fresh_database

BOTH = [pytest.param("sqlite"), pytest.param("postgres", marks=pytest.mark.postgres)]


class Moulds:
    """Migrated databases: a file to copy and a PostgreSQL database to empty, each made when first asked for."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._file, self._stack, self._emptied = folder / "mould.db", stack, ""

    def file(self) -> Path:
        """A SQLite file without -wal."""
        if not self._file.exists():
            open_ledger(f"sqlite:///{self._file}").close()
        return self._file

    def emptied(self) -> str:
        """The URL of the PostgreSQL database, with nothing in it."""
        if not self._emptied:
            self._emptied = self._stack.enter_context(fresh_database())
            open_ledger(self._emptied).close()
        names = ", ".join(f'"{name}"' for name in metadata.tables)
        with psycopg.connect(self._emptied, autocommit=True) as connection:
            connection.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
        return self._emptied


@pytest.fixture(scope="session")
def moulds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moulds]:
    """The moulds of this worker."""
    with ExitStack() as stack:
        yield Moulds(tmp_path_factory.mktemp("moulds"), stack)


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path, moulds: Moulds) -> Iterator[str]:
    """The address of an empty ledger."""
    if request.param == "sqlite":
        shutil.copy(moulds.file(), tmp_path / "monitor.db")
        yield f"sqlite:///{tmp_path}/monitor.db"
    else:
        yield moulds.emptied()


@pytest.fixture
def ledger(url: str) -> Iterator[SqlLedger]:
    """An empty ledger."""
    opened = open_ledger(url)
    yield opened
    opened.close()
