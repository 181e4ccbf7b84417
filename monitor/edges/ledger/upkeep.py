"""Upkeep: online backup, integrity, retention, vacuum."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, select, text, update

from monitor.edges.ledger.store import Store
from monitor.edges.ledger.tables import articles, entries, gaps, judgement_sources, problems
from monitor.edges.ledger.trouble import translated
from monitor.errors import LedgerDamaged, LedgerError

PAGES_A_STEP = 1_000
MEMORY_OF_GAPS = timedelta(days=400)


def backup(store: Store, path: Path) -> None:
    """Copies a SQLite ledger while it is in use, whole and consistent; the copy is checked before it gets its name.

    Raises LedgerError for PostgreSQL, naming its own tool.
    """
    if store.file is None:
        raise LedgerError(
            f"{store.name()} is no file of ours: back it up with pg_dump --format=custom --file={path} "
            f"'{store.name()}', restore it with pg_restore."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    unfinished.unlink(missing_ok=True)
    with (
        translated(str(path)),
        closing(sqlite3.connect(store.file)) as source,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        source.backup(copy, pages=PAGES_A_STEP)
        said = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if said != "ok":
            raise LedgerDamaged(f"the copy of {store.name()} is damaged ({said}); {path} was left as it was.")
        copy.execute("PRAGMA journal_mode=DELETE")
    unfinished.replace(path)


def check(store: Store) -> tuple[str, ...]:
    """What is wrong with the database, one sentence each; () when it is sound."""
    if not store.is_sqlite:
        with store.reading() as connection:
            connection.execute(text("SELECT 1"))
        return ()
    with store.reading() as connection:
        said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
        strays = connection.execute(text("PRAGMA foreign_key_check")).all()
    faults = [f"{store.name()}: {line}" for line in said if line != "ok"]
    return (*faults, *(f"{store.name()}: a row of {row[0]} points at a missing row of {row[2]}" for row in strays))


def prune(connection: Connection, now: datetime, days: int) -> int:
    """Drops the texts of articles and entries older than `days`, unless they support a judgement; how many rows changed.

    Keys, titles, Readings and judgements stay for ever.
    """
    old = now - timedelta(days=days)
    supports = select(1).where(judgement_sources.c.url.in_([articles.c.url, articles.c.canonical])).exists()
    read = update(articles).where(articles.c.recorded < old, articles.c.text != "", ~supports)
    listed = update(entries).where(entries.c.first_seen < old, entries.c.due.is_(None))
    listed = listed.where((entries.c.body != "") | (entries.c.summary != ""))
    changed = connection.execute(read.values(text="", summary="")).rowcount
    changed += connection.execute(listed.values(body="", summary="")).rowcount
    connection.execute(gaps.delete().where(gaps.c.until < now - MEMORY_OF_GAPS))
    connection.execute(problems.delete().where(problems.c.recovered < now - MEMORY_OF_GAPS))
    return changed


def vacuum(store: Store) -> None:
    """Gives unused room back to the disk and refreshes what the query planner knows."""
    with store.alone() as connection:
        connection.execute(text("VACUUM"))
        if store.is_sqlite:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            connection.execute(text("PRAGMA optimize"))
        else:
            connection.execute(text("ANALYZE"))
