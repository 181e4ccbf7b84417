"""`monitor schema`: JSON Schemas of the config files, for editors."""

from __future__ import annotations

from pathlib import Path

import typer

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, out, print_json


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def schema(
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
        to: Path | None = typer.Option(
            None, "--to", metavar="DIR", help="Where to write them; schemas/ in the config folder."
        ),
    ) -> None:
        """Write one JSON Schema for each kind of config file."""
        from monitor.settings.schema import schemas, write_schemas

        if as_json:
            print_json(schemas())
            return
        for path in write_schemas(to or config / "schemas"):
            out.print(str(path))
