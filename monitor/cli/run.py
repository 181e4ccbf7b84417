"""`monitor run`: the background service."""

from __future__ import annotations

import asyncio

import typer

from monitor.cli._frame import DEFAULT_CONFIG, ConfigFolder, environment, err


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def run(config: ConfigFolder = DEFAULT_CONFIG) -> None:
        """Serve: ask feeds when they are due, tell what is new, until SIGTERM. SIGHUP or an edited file reloads the config."""
        from monitor import dashboard
        from monitor.edges.notify import Systemd
        from monitor.logs import set_up
        from monitor.service import Service
        from monitor.wiring import Installation

        async def serve() -> int:
            installation = Installation(config, environment())
            set_up(installation.settings.log.format, installation.settings.log.level)
            for remark in installation.settings.remarks:
                err.print(remark, markup=False)
            try:
                return await Service(installation, Systemd(environment())).run([dashboard.begin])
            finally:
                await installation.close()

        raise typer.Exit(asyncio.run(serve()))
