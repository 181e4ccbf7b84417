"""The crash law, cut at later places of a run. (A file of its own, so that it runs beside the other.)"""

from __future__ import annotations

from pathlib import Path

from tests.edges.ledger.test_ledger_crash import check_law, runs


def test_nothing_is_lost_or_doubled_however_late_a_run_is_cut(tmp_path: Path) -> None:
    check_law(runs(tmp_path, range(90, 180)))
