"""What every command shares: its options, how it prints, how it opens the world."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

ConfigFolder = Annotated[
    Path, typer.Option("--config", metavar="DIR", help="The folder with watchlist.toml, sources/ and monitor.toml.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="JSON alone on standard output; everything else goes to standard error.")
]
DEFAULT_CONFIG = Path("config")

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)


def print_json(value: object) -> None:
    """One JSON value and a newline on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def print_json_lines(values: list[Any]) -> None:
    """One JSON value a line."""
    for value in values:
        print_json(value)


def environment() -> dict[str, str]:
    """The process's environment, read in one place."""
    return dict(os.environ)
