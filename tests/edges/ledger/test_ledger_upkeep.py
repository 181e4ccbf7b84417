"""Opening, migrating, backing up, pruning; and what a broken, busy or full database says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text

from monitor.edges.ledger import SqlLedger, backup, open_ledger, schema, upgrade
from monitor.edges.ledger.store import Store
from monitor.edges.ledger.tables import metadata
from monitor.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerFull
from tests.edges.ledger.made_up import NOW, alert, entry, inspection, poll, trail

MONTH = timedelta(days=31)


def address(path: Path) -> str:
    return f"sqlite:///{path}"


def test_the_migrations_make_exactly_the_tables_of_the_program(url: str) -> None:
    store = Store(url)
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_the_newest_migration_is_the_one_the_program_asks_for() -> None:
    config = Config()
    config.set_main_option("script_location", schema.SCRIPTS)
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_a_new_ledger_makes_its_folder_and_upgrades_once(tmp_path: Path) -> None:
    url = address(tmp_path / "deep" / "var" / "monitor.db")
    assert [upgrade(url), upgrade(url)] == ["", schema.HEAD]
    assert open_ledger(url, create=False).check() == ()


def test_a_relative_address_is_taken_from_where_we_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_ledger("sqlite:///var/monitor.db").close()
    assert (tmp_path / "var" / "monitor.db").exists()


def not_a_database(path: Path) -> str:
    path.write_bytes(b"This is a text and no database. " * 400)
    return address(path)


def of_another_program(path: Path) -> str:
    sqlite3.connect(path).execute("CREATE TABLE songs (title)").connection.close()
    return address(path)


def of_a_newer_monitor(path: Path) -> str:
    open_ledger(address(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    return address(path)


def behind_a_file(path: Path) -> str:
    path.write_text("a file")
    return address(path / "var" / "monitor.db")


@pytest.mark.parametrize(
    ("make", "kind", "says"),
    [
        (not_a_database, LedgerDamaged, "put the latest backup in its place"),
        (of_another_program, LedgerDamaged, "holds tables of another program"),
        (of_a_newer_monitor, LedgerDamaged, "written by a newer monitor"),
        (behind_a_file, LedgerError, "check `database` in monitor.toml"),
        (lambda _: "mysql://db/monitor", LedgerError, "use sqlite:///… or postgresql://…"),
        (lambda _: "monitor.db", LedgerError, "write sqlite:///var/monitor.db"),
        (lambda _: "postgresql://nobody@127.0.0.1:1/none", LedgerError, "cannot be reached"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(
    tmp_path: Path, make: Callable[[Path], str], kind: type[LedgerError], says: str
) -> None:
    with pytest.raises(kind, match=says.replace("?", r"\?")):
        open_ledger(make(tmp_path / "monitor.db"))


def test_a_ledger_that_should_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger at"):
        open_ledger(address(tmp_path / "monitor.db"), create=False)
    assert not (tmp_path / "monitor.db").exists()


def test_a_password_is_never_shown() -> None:
    with pytest.raises(LedgerError) as told:
        open_ledger("postgresql://nobody:hush@127.0.0.1:1/none")
    assert "hush" not in str(told.value)


def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    ledger = open_ledger(address(tmp_path / "monitor.db"))
    ledger.record_polls([poll(entry("kept"))])
    with ledger.store.alone() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    big = [replace(entry(f"n{at}"), body="x" * 4_000) for at in range(50)]
    with pytest.raises(LedgerFull, match="free some disk space"):
        ledger.record_polls([poll(*big)])
    assert [row.title for row in ledger.entries()] == ["kept"]


def test_a_database_held_by_another_process_is_named_busy(tmp_path: Path) -> None:
    path = tmp_path / "monitor.db"
    ledger = open_ledger(f"{address(path)}?timeout=0.05")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy, match="held by another process"):
        ledger.record_polls([poll(entry())])
    assert ledger.entries() == ()
    holder.execute("COMMIT")
    assert len(ledger.record_polls([poll(entry())])) == 1
    holder.close()


def test_a_damaged_page_is_found_by_check(tmp_path: Path) -> None:
    path = tmp_path / "monitor.db"
    ledger = open_ledger(address(path))
    ledger.record_polls([poll(*(replace(entry(f"n{at}"), body="x" * 3_000) for at in range(60)))])
    ledger.vacuum()
    ledger.close()
    whole = path.read_bytes()
    middle = len(whole) // 4096 // 2 * 4096
    path.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    try:
        found = open_ledger(address(path)).check()
    except LedgerDamaged as told:
        found = (str(told),)
    assert found


def test_a_backup_taken_in_use_restores_whole(tmp_path: Path) -> None:
    ledger = open_ledger(address(tmp_path / "monitor.db"))
    (new,) = ledger.record_polls([poll(entry())])
    ledger.record(new, [], lambda _: trail(new, alert(inspection()), inspections=(inspection(),)), NOW)
    copy = tmp_path / "backups" / "monitor-copy.db"
    backup(address(tmp_path / "monitor.db"), copy)
    ledger.record_polls([poll(entry("after"))])
    restored = open_ledger(address(copy))
    assert (restored.check(), restored.inspections(), restored.alerts()) == ((), ledger.inspections(), ledger.alerts())
    assert len(restored.entries()) == 1
    assert [one.attempt for one in restored.take_deliveries(NOW, 9, 60)] == [1]
    assert sorted(path.name for path in copy.parent.iterdir() if "part" in path.name) == []


@pytest.mark.postgres
def test_a_server_is_backed_up_by_its_own_tool(ledger: SqlLedger, tmp_path: Path) -> None:
    if ledger.store.is_sqlite:
        ledger.backup(tmp_path / "copy.db")
    else:
        with pytest.raises(LedgerError, match="pg_dump --format=custom"):
            ledger.backup(tmp_path / "copy.db")


def test_pruning_keeps_keys_for_ever_and_the_evidence_of_judgements(ledger: SqlLedger) -> None:
    one, two, three = ledger.record_polls(
        [poll(*(replace(entry(slug), body="long") for slug in ("proof", "old", "waits")))]
    )
    known = inspection(sources=(one.url,))
    ledger.record(one, [], lambda _: trail(one, inspections=(known,)), NOW)
    ledger.record(two, [], lambda _: trail(two), NOW)
    assert ledger.prune(NOW + MONTH, 31) == 0
    assert ledger.prune(NOW + MONTH + timedelta(seconds=1), 31) == 3
    texts = {}
    for row in ledger.articles():
        shown = ledger.article(row.number)
        assert shown is not None
        texts[row.title] = bool(shown.article.text)
    assert texts == {"proof": True, "old": False}
    assert ledger.record_polls([poll(entry("old"))]) == ()
    assert [left.body for left in ledger.take_entries(NOW + MONTH, 9, 60)] == [three.body] == ["long"]


def test_a_vacuum_leaves_all_in_place(ledger: SqlLedger) -> None:
    ledger.record_polls([poll(entry())])
    ledger.vacuum()
    assert (len(ledger.entries()), ledger.check()) == (1, ())


def test_a_commit_that_fails_leaves_no_lock_behind(tmp_path: Path) -> None:
    ledger = open_ledger(f"{address(tmp_path / 'monitor.db')}?timeout=0.05")
    faults = iter([sqlite3.OperationalError("database or disk is full")])

    def fail_once(_: object) -> None:
        for fault in faults:
            raise fault

    for engine in ledger.store.engines:
        event.listen(engine, "commit", fail_once)
    with pytest.raises(LedgerFull):
        ledger.record_polls([poll(entry())])
    other = sqlite3.connect(tmp_path / "monitor.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    assert len(ledger.record_polls([poll(entry())])) == 1
    other.close()
