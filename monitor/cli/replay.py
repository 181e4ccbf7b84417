"""`monitor replay`: cases in order of date through the whole pipeline, into a fresh temporary ledger."""

from __future__ import annotations

from pathlib import Path

import typer

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, environment, out, print_json


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def replay(
        file: Path = typer.Argument(metavar="CASES.jsonl"),
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
    ) -> None:
        """Replay cases as if each had come out on its day; the alerts that would have been sent."""
        from monitor.cli._reading import Reader, cases_in
        from monitor.cli._replaying import replay as replayed

        found = cases_in(file)
        alerts = replayed(found, Reader.from_environment(environment()))
        if as_json:
            print_json({"cases": len(found), "alerts": [alert.as_json() for alert in alerts]})
            return
        out.print(f"{len(found)} cases, {len(alerts)} alerts")
        for alert in alerts:
            out.print(
                f"{alert.published}  [bold]{alert.level:8}[/] {alert.authority}: {alert.grade} ({alert.area})  {alert.raised_by}"
            )
