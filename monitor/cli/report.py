"""`monitor report`: an official report as values."""

from __future__ import annotations

from pathlib import Path

import typer

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, out, print_json
from monitor.errors import UsageError


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def report(
        file: Path = typer.Argument(metavar="FILE.pdf"),
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
    ) -> None:
        """Read an official report: who, when, which grades, and everything that could not be read. Exit code 1 for problems."""
        from monitor.edges.confine import confined
        from monitor.model.page import ReportText
        from monitor.registers.ofsted import read_report, report_json, text_of
        from monitor.settings.reference import reference

        try:
            body = file.read_bytes()
        except OSError as cause:
            raise UsageError(f"{file} cannot be read: {cause.strerror}") from None
        confinement = confined(text_of, body)
        text = confinement.result or ReportText((), confinement.problem)
        values = read_report(text, reference())
        if as_json:
            print_json(report_json(values))
        else:
            for name, value in report_json(values).items():
                out.print(f"[bold]{name}[/]: {value}")
        raise typer.Exit(1 if values.problems else 0)
