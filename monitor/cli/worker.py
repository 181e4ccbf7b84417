"""`monitor worker`: one of any number of processes that share the work on one PostgreSQL."""

from __future__ import annotations

import asyncio

import typer

from monitor.cli._frame import DEFAULT_CONFIG, ConfigFolder, environment, err


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def worker(config: ConfigFolder = DEFAULT_CONFIG) -> None:
        """Share the work of asking feeds, reading pages and telling, until SIGTERM; needs engine = "cluster"."""
        from monitor.edges.notify import Systemd
        from monitor.errors import UsageError
        from monitor.logs import set_up
        from monitor.service import Service
        from monitor.settings import load
        from monitor.settings.reference import reference
        from monitor.wiring import Installation

        if load(config, environment(), reference()).engine != "cluster":
            raise UsageError(
                'a worker needs company: set engine = "cluster" and a PostgreSQL database in monitor.toml; '
                "on one machine `monitor run` does all by itself."
            )

        async def serve() -> int:
            installation = Installation(config, environment())
            set_up(installation.settings.log.format, installation.settings.log.level)
            for remark in installation.settings.remarks:
                err.print(remark, markup=False)
            try:
                return await Service(installation, Systemd(environment()), as_worker=True).run()
            finally:
                await installation.close()

        raise typer.Exit(asyncio.run(serve()))
