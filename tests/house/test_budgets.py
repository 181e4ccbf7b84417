"""The budgets and the import contracts hold; and the checker of budgets sees what it should."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.budgets import faults_of_file, main
from tests.house.sources import ROOT


def test_every_budget_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out


def test_imports_only_go_downstairs() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


LONG = "def f() -> None:\n" + "    x = 1\n" * 40
FAULTS = [
    ("monitor/stages/a.py", LONG, "f has 41 lines, the budget is 40"),
    ("monitor/stages/a.py", "x = 1\n" * 251, "251 lines, the budget is 250"),
    ("monitor/stages/a.py", "def f(a: int, b: int, c: int, d: int, e: int, f: int) -> None: ...\n", "6 parameters"),
    ("monitor/stages/a.py", "def f(*, a: int, b: int, c: int, d: int, e: int, f: int) -> None: ...\n", "6 parameters"),
    ("monitor/stages/" + "util" + "s.py", "", "a forbidden file name"),
    ("monitor/stages/a.py", "def pro" + "cess_feed() -> None: ...\n", "forbidden name"),
    ("monitor/stages/a.py", "def f(da" + "ta: bytes) -> None: ...\n", "forbidden name"),
    ("monitor/stages/a.py", "class Feed" + "Manager: ...\n", "a forbidden name"),
    ("tests/a.py", "from unittest" + ".mock import Mock\n", "a mock"),
]


@pytest.mark.parametrize(("path", "source", "fault"), FAULTS)
def test_a_fault_is_seen(path: str, source: str, fault: str) -> None:
    assert any(fault in found for found in faults_of_file(Path(path), source)[0])


def test_five_parameters_and_forty_lines_are_fine() -> None:
    source = "class A:\n    def f(self, a: int, b: int, c: int, d: int, e: int) -> None:\n" + "        x = 1\n" * 39
    assert faults_of_file(Path("monitor/stages/a.py"), source) == ([], [40])
