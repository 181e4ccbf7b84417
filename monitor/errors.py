"""The errors a person meets, as a tree.

    MonitorError                 anything we raise on purpose
    ├── UsageError               the command line asks for what cannot be (exit 2)
    ├── ConfigError              config/ has problems; carries every one (exit 2)
    ├── ShelfError               a volume on a shelf is broken; names the file
    └── LedgerError              the database cannot serve
        ├── LedgerBusy           another monitor holds this database
        ├── LedgerAway           its server does not answer; it is asked again
        ├── LedgerDamaged        corrupt, or of an unknown version
        └── LedgerFull           no room left on the disk

Bad input from outside (a feed, a page, a report) is never an error: it becomes a
Dismissal or a Problem with a reason, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class MonitorError(Exception):
    """The root: its text is a sentence for the person who runs the service."""


class UsageError(MonitorError):
    """The command line asks for something that cannot be done."""


class ConfigProblem:
    """One thing wrong in config/, with the place and the remedy.

    Shapes: `file` as the person knows it; `line` 1-based or None; `key` dotted ("rules[0].authorities").
    """

    def __init__(self, file: str | Path, line: int | None, key: str, detail: str, remedy: str) -> None:
        self.file, self.line, self.key, self.detail, self.remedy = str(file), line, key, detail, remedy

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.detail} ({self.remedy})"

    def as_json(self) -> dict[str, str | int | None]:
        """The same five facts for `--json`."""
        return {"file": self.file, "line": self.line, "key": self.key, "detail": self.detail, "remedy": self.remedy}


class ConfigError(MonitorError):
    """The configuration cannot be used; `problems` lists everything found, not just the first."""

    def __init__(self, problems: Sequence[ConfigProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class ShelfError(MonitorError):
    """A file on a shelf does not offer what its shelf asks for; the text names the file and what is missing."""


class LedgerError(MonitorError):
    """The database cannot serve; nothing recorded before is lost."""


class LedgerBusy(LedgerError):
    """Another running monitor holds this database."""


class LedgerAway(LedgerError):
    """The database's server does not answer."""


class LedgerDamaged(LedgerError):
    """The database is corrupt, or a newer version of the monitor wrote it."""


class LedgerFull(LedgerError):
    """The disk or the database has no room left."""
