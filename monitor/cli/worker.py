"""`monitor worker`: one of any number of processes that share the work on one PostgreSQL."""

from __future__ import annotations

import asyncio

import typer

from monitor.cli._frame import DEFAULT_CONFIG, ConfigFolder, settings_of
from monitor.cli._serving import serve
from monitor.errors import UsageError


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def worker(config: ConfigFolder = DEFAULT_CONFIG) -> None:
        """Share the work of asking feeds, reading pages and telling, until SIGTERM; needs engine = "cluster"."""
        if settings_of(config).engine != "cluster":
            raise UsageError(
                'a worker needs company: set engine = "cluster" and a PostgreSQL database in monitor.toml; '
                "on one machine `monitor run` does all by itself."
            )
        raise typer.Exit(asyncio.run(serve(config, as_worker=True)))
