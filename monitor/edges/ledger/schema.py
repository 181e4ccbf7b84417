"""Brings a database to the version this program knows; alembic's only home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from monitor.errors import LedgerDamaged

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from monitor.edges.ledger.store import Store

HEAD = "0005"
"""The newest revision under migrations/versions; a test holds it to that."""

SCRIPTS = "monitor.edges.ledger:migrations"
ONE_AT_A_TIME = 7_146_002
"""PostgreSQL's advisory lock for a migration: two machines that start together do it once."""


def upgrade(store: Store) -> str:
    """Runs every migration still missing, in one transaction; the revision before ("" for a new database).

    Raises LedgerDamaged when a newer program wrote this database, or it holds somebody else's tables.
    """
    with store.reading() as connection:
        found = revision(connection)
    if found == HEAD:
        return found
    with store.writing() as connection:
        if not store.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        found = revision(connection)
        if found != HEAD:
            _check_ours(connection, found, store.name())
            _migrate(connection)
    return found


def revision(connection: Connection) -> str:
    """The revision a database is at, "" before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _check_ours(connection: Connection, found: str, name: str) -> None:
    if found > HEAD:
        raise LedgerDamaged(
            f"{name} was written by a newer monitor (version {found}, this one knows {HEAD}): update this one."
        )
    if not found and inspect(connection).get_table_names():
        raise LedgerDamaged(f"{name} holds tables of another program: name an empty database for the monitor.")


def _migrate(connection: Connection) -> None:
    from alembic import command  # slow to import, and needed once in a ledger's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
