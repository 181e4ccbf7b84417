"""`monitor run`: the background service."""

from __future__ import annotations

import asyncio

import typer

from monitor.cli._frame import DEFAULT_CONFIG, ConfigFolder
from monitor.cli._serving import pages, serve


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def run(config: ConfigFolder = DEFAULT_CONFIG) -> None:
        """Serve: ask feeds when they are due, tell what is new, until SIGTERM. SIGHUP or an edited file reloads the config."""
        raise typer.Exit(asyncio.run(serve(config, [pages])))
