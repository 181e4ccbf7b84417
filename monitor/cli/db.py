"""`monitor db`: migrations and an online copy of the ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import typer

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, out, print_json, settings_of


def attach(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    db = typer.Typer(no_args_is_help=True, help="The ledger's migrations, copies and soundness.")
    db.command("upgrade")(upgrade)
    db.command("backup")(backup)
    db.command("check")(check)
    app.add_typer(db, name="db")


def upgrade(config: ConfigFolder = DEFAULT_CONFIG, as_json: AsJson = False) -> None:
    """Bring the database up to date, making it when it is missing; `monitor run` does so at start."""
    from monitor.edges import ledger

    url, shown = _database(config)
    before = ledger.upgrade(url)
    queue = _queue_made(url) if settings_of(config).engine == "cluster" else False
    if as_json:
        print_json({"database": shown, "before": before or None, "queue_made": queue})
    else:
        made = f"upgraded from {before}" if before else "made"
        out.print(f"{shown}: {made}{', with the tables of the workers’ queue' if queue else ''}")


def _queue_made(url: str) -> bool:
    """Make the tables of the workers' queue where they are missing; whether they were."""
    import asyncio

    from monitor.edges.ledger import open_ledger
    from monitor.engines.cluster import upgrade as upgrade_queue

    ledger = open_ledger(url)
    try:
        return asyncio.run(upgrade_queue(ledger.store.conninfo()))
    finally:
        ledger.close()


def backup(
    to: Path = typer.Argument(None, metavar="FILE", help="Where to; var/backup-<time>.db when left out."),
    config: ConfigFolder = DEFAULT_CONFIG,
    as_json: AsJson = False,
) -> None:
    """Copy a SQLite ledger while it is in use."""
    from monitor.edges import ledger

    url, shown = _database(config)
    path = to or Path("var") / f"backup-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    ledger.backup(url, path)
    if as_json:
        print_json({"database": shown, "copy": str(path), "bytes": path.stat().st_size})
    else:
        out.print(f"{shown} copied to {path} ({path.stat().st_size} bytes)")


def check(config: ConfigFolder = DEFAULT_CONFIG, as_json: AsJson = False) -> None:
    """Is the database sound? Exit code 1 when it is not."""
    from monitor.edges.ledger import open_ledger

    url, shown = _database(config)
    opened = open_ledger(url, create=False)
    wrong = opened.check()
    opened.close()
    if as_json:
        print_json({"database": shown, "problems": list(wrong)})
    else:
        out.print("\n".join(wrong) or f"{shown} is sound")
    raise typer.Exit(1 if wrong else 0)


def _database(config: Path) -> tuple[str, str]:
    """The database's address, and the same fit to be shown."""
    settings = settings_of(config)
    return settings.database, settings.database_shown
