"""`monitor evaluate`: `read` and `replay` compared with the cases' labels; every failure with its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, environment, out, print_json

if TYPE_CHECKING:
    from monitor.stages.evaluate import Evaluation


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def evaluate(
        file: Path = typer.Argument(metavar="CASES.jsonl"),
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
    ) -> None:
        """How well reading and replaying do against labels. Exit code 1 when anything failed."""
        from monitor.cli._reading import Reader, cases_in
        from monitor.cli._replaying import replay
        from monitor.stages import evaluate as evaluation

        found = cases_in(file)
        reader = Reader.from_environment(environment())
        reads = [reader.read_case(case) for case in found]
        alerts = [alert.as_json() for alert in replay(found, reader)]
        result = evaluation.evaluate(found, reads, alerts)
        if as_json:
            print_json(result.as_json())
        else:
            _show(result)
        raise typer.Exit(1 if result.failures else 0)


def _show(result: Evaluation) -> None:
    table = Table("field", "cases", "right", "share", "precision", "recall", title=f"{result.cases} labelled cases")
    figures = result.as_json()
    for name, tally in result.book.tallies.items():
        shown = result.book.fields_json()[name]
        assert isinstance(shown, dict)
        table.add_row(
            name,
            str(tally.cases),
            str(tally.right),
            f"{result.share(name):.1%}",
            *(f"{shown[key]:.1%}" if isinstance(shown.get(key), float) else "" for key in ("precision", "recall")),
        )
    out.print(table)
    out.print("replay:", figures["replay"])
    for failure in result.failures:
        out.print(f"[red]✗[/] {failure.as_json()}")
