"""A fresh ledger for each test, over either database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.edges.ledger import SqlLedger, open_ledger
from tests.postgres_server import fresh_database

BOTH = [pytest.param("sqlite"), pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/var/monitor.db"
    else:
        with fresh_database() as made:
            yield made


@pytest.fixture
def ledger(url: str) -> Iterator[SqlLedger]:
    """An empty ledger."""
    opened = open_ledger(url)
    yield opened
    opened.close()
