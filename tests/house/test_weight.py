"""What the service's own process carries: the parsers of strangers' documents are loaded where they work, in its workers."""

from __future__ import annotations

import subprocess
import sys

from tests.house.sources import ROOT

SERVICE = "import monitor.wiring, monitor.service, monitor.dashboard"
REGISTERS = "from monitor.shelf import volumes; volumes('monitor.registers', ('feeds',))"
PARSERS = {"bs4", "fastfeedparser", "feedparser", "lxml", "pypdf", "trafilatura"}
FOR_SOME = {"alembic", "rapidfuzz"}
"""A new database needs the one, a mistaken config the other."""


def loaded(statement: str) -> set[str]:
    """The modules that a new Python has loaded after the statement."""
    asked = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_service_loads_no_parser_of_strangers_documents_and_nothing_that_only_some_need() -> None:
    found = loaded(SERVICE)
    assert {"monitor.service", "fastapi", "sqlalchemy"} <= found
    assert found & PARSERS == set()
    assert found & FOR_SOME == set()


def test_a_register_on_the_shelf_loads_no_reader_of_reports() -> None:
    found = loaded(REGISTERS)
    assert "bs4" in found
    assert "pypdf" not in found
