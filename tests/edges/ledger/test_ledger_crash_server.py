"""The crash law on a real PostgreSQL. (A file of its own, so that it runs beside the other.)"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from benchmarks.crash import Tally, quiet, run
from benchmarks.crash_gremlin import Watched
from monitor.edges.ledger.store import Store
from tests.edges.ledger.conftest import Moulds
from tests.edges.ledger.test_ledger_crash import check_law


@dataclass
class Server:
    """A PostgreSQL database, emptied between runs."""

    moulds: Moulds
    _watched: Watched | None = None

    def emptied(self) -> Watched:
        """An empty ledger, watched."""
        if self._watched is None:
            self._watched = Watched(Store(self.moulds.emptied()))
        self._watched.gremlin.asleep = True
        self._watched.store.close()
        self.moulds.emptied()
        return self._watched


@pytest.mark.postgres
def test_nothing_is_lost_or_doubled_on_a_server_either(moulds: Moulds) -> None:
    quiet()
    tally, server = Tally(), Server(moulds)
    for seed in range(3, 160, 8):
        run(seed, server, tally)
    check_law(tally)
