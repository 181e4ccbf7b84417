"""Statements made once and run often: building one costs SQLAlchemy ten times what SQLite needs to run it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

Changed = tuple[str, ...]


def upserting(connection: Connection, table: Table) -> Any:  # noqa: ANN401 - either dialect's Insert
    """An INSERT that knows ON CONFLICT, in the database's own dialect."""
    return _dialect(connection.dialect.name).insert(table)


def adding(connection: Connection, table: Table, *back: str) -> Any:  # noqa: ANN401 - either dialect's Insert
    """INSERT ... ON CONFLICT DO NOTHING, returning columns `back` of what was really inserted; made once."""
    return _adding(connection.dialect.name, table, back)


def replacing(connection: Connection, table: Table, keys: Changed, kept: Changed = (), back: str = "") -> Any:  # noqa: ANN401
    """INSERT ... ON CONFLICT (keys) DO UPDATE every column but `keys`, `kept` and the number, returning `back`; made once."""
    return _replacing(connection.dialect.name, table, keys, kept, back)


@cache
def _adding(name: str, table: Table, back: Changed) -> Any:  # noqa: ANN401 - either dialect's Insert
    add = _dialect(name).insert(table).on_conflict_do_nothing()
    return add.returning(*(table.c[column] for column in back)) if back else add


@cache
def _replacing(name: str, table: Table, keys: Changed, kept: Changed, back: str) -> Any:  # noqa: ANN401 - either dialect's Insert
    add = _dialect(name).insert(table)
    changed = {c.name: add.excluded[c.name] for c in table.c if c.name not in (*keys, *kept, "number")}
    add = add.on_conflict_do_update(index_elements=list(keys), set_=changed)
    return add.returning(table.c[back]) if back else add


def _dialect(name: str) -> Any:  # noqa: ANN401 - either dialect's module
    return sqlite if name == "sqlite" else postgresql


def many(connection: Connection, statement: Any, columns: Changed, rows: Sequence[tuple[Any, ...]]) -> None:  # noqa: ANN401
    """Runs an INSERT of `columns` for each row, straight through the driver: values must be as it wants them (micros)."""
    if rows:
        connection.exec_driver_sql(_text(connection.dialect.name, statement, columns), list(rows))


@cache
def _text(name: str, statement: Any, columns: Changed) -> str:  # noqa: ANN401 - an Insert
    whole = statement.values({column: bindparam(column) for column in columns})
    dialect: Dialect = (
        SQLiteDialect_pysqlite(paramstyle="qmark") if name == "sqlite" else PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]
    )
    compiled = whole.compile(dialect=dialect)
    order = tuple(compiled.positiontup or ())
    if order != columns:
        raise ValueError(f"columns must be named in the table's order: {order}")
    return str(compiled)


def fields(value: object, names: Sequence[str]) -> Mapping[str, object]:
    """These attributes of a value, by name."""
    return {name: getattr(value, name) for name in names}
