"""Every trap: a file `traps_*.py` beside this one is on the shelf by being there.

A file has tuples by what must be read: TELLING (just this is news), FORMS (an overall lowest grade is news), MIXED (at least this
is news, no other lowest grade) and SILENT (no lowest grade is news).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.stages.classify.trap import Trap

KINDS = ("TELLING", "FORMS", "MIXED", "SILENT")
_FILES = tuple(
    import_module(f"tests.stages.classify.{path.stem}") for path in sorted(Path(__file__).parent.glob("traps_*.py"))
)


def of(kind: str) -> tuple[Trap, ...]:
    """The traps of one of KINDS, file by file."""
    return tuple(trap for file in _FILES for trap in getattr(file, kind, ()))


TELLING, FORMS, MIXED, SILENT = (of(kind) for kind in KINDS)
EVERY_TRAP = (*TELLING, *FORMS, *MIXED, *SILENT)
