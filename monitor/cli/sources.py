"""`monitor sources`: how every feed is: last read, next poll, what is wrong in plain words."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.table import Table

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, out, print_json, settings_of
from monitor.model.source import Feed, FeedState


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def sources(
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
        failing: bool = typer.Option(False, "--failing", help="Only feeds that fail."),
    ) -> None:
        """Every feed of the config and how it is. Exit code 1 when one fails."""
        rows = [row for row in _rows(config) if row["failures"] or not failing]
        if as_json:
            print_json({"feeds": rows})
        else:
            table = Table("feed", "last read", "next poll", "failures", "trouble")
            for row in rows:
                table.add_row(*(str(row[key] or "") for key in ("feed", "read", "due", "failures", "problem")))
            out.print(table)
        raise typer.Exit(1 if any(row["failures"] for row in rows) else 0)


def _rows(config: Path) -> list[dict[str, object]]:
    from monitor.edges.ledger import open_ledger

    settings = settings_of(config)
    ledger = open_ledger(settings.database)
    try:
        states = ledger.feed_states()
    finally:
        ledger.close()
    return [_row(feed, states.get(feed.key, FeedState(feed.key))) for feed in settings.feeds]


def _row(feed: Feed, state: FeedState) -> dict[str, object]:
    return {
        "feed": feed.key,
        "name": feed.name,
        "url": feed.url,
        "every": feed.every,
        "read": state.read.isoformat() if state.read else None,
        "due": state.due.isoformat() if state.due else None,
        "failures": state.failures,
        "problem": state.last_problem,
        "moved_to": state.moved_to,
        "gone": state.gone.isoformat() if state.gone else None,
    }
