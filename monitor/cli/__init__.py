"""The command line: a shelf, one command a file; each volume offers `attach(app)`."""

from __future__ import annotations

import typer

from monitor import __version__
from monitor.shelf import volumes


def build() -> typer.Typer:
    """The whole command line, every command found by its file."""
    app = typer.Typer(
        name="monitor",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="Tells people, exactly once, when a council's children's services are newly judged inadequate.",
    )

    def version(wanted: bool) -> None:
        if wanted:
            typer.echo(f"monitor {__version__}")
            raise typer.Exit

    @app.callback()
    def root(
        shown: bool = typer.Option(False, "--version", callback=version, is_eager=True, help="Show the version."),
    ) -> None:
        """Inspection Monitor."""

    for volume in volumes("monitor.cli", ("attach",)).values():
        volume.attach(app)
    return app
