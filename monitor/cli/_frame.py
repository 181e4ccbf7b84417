"""What every command shares: its options, how it prints, how it opens the world."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from monitor.edges.ledger import SqlLedger
    from monitor.settings import Settings

ConfigFolder = Annotated[
    Path, typer.Option("--config", metavar="DIR", help="The folder with watchlist.toml, sources/ and monitor.toml.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="JSON alone on standard output; everything else goes to standard error.")
]
DEFAULT_CONFIG = Path("config")

WIDE = 220
"""Columns for output that goes to a file or a pipe: tables there are never cut to a terminal's width."""
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDE)
err = Console(stderr=True, highlight=False)


def print_json(value: object) -> None:
    """One JSON value and a newline on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def environment() -> dict[str, str]:
    """The process's environment, read in one place."""
    return dict(os.environ)


def now() -> datetime:
    """The present, or what MONITOR_NOW says; aware UTC."""
    from monitor.edges.clock import clock_from

    return clock_from(environment()).now()


def settings_of(config: Path) -> Settings:
    """What the config folder says. Raises ConfigError with every problem."""
    from monitor.settings import load
    from monitor.settings.reference import reference

    return load(config, environment(), reference())


@contextmanager
def opened(config: Path) -> Iterator[SqlLedger]:
    """The ledger of the config folder, with the shipped history on record, for as long as the block runs."""
    from monitor.edges.ledger import open_ledger
    from monitor.settings.reference import shipped_inspections

    ledger = open_ledger(settings_of(config).database)
    try:
        ledger.seed(shipped_inspections(before=now().date()))
        yield ledger
    finally:
        ledger.close()
