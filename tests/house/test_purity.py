"""Below the edges nothing touches the world: no clock, environment, disk, socket, logging or chance."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT, below_the_edges, imports, tree

WORLDLY = {
    "os", "time", "random", "secrets", "socket", "ssl", "logging", "subprocess", "shutil", "tempfile", "threading",
    "multiprocessing", "pathlib", "glob", "sqlite3", "urllib.request", "http", "smtplib", "structlog", "getpass", "platform",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}
OPENERS = {"open", "print", "input", "exec", "eval", "__import__"}
HALLWAY = {"monitor.pipeline", "monitor.ports", "monitor.shelf", "monitor.errors"}
"""They stand below or beside the edges, but the hallway waits for hands, and the shelf imports."""
PURE = {name: path for name, path in below_the_edges().items() if name not in HALLWAY}


@pytest.mark.parametrize("name", sorted(PURE))
def test_it_imports_nothing_worldly(name: str) -> None:
    taken = {found for found in imports(PURE[name]) if any(found == w or found.startswith(f"{w}.") for w in WORLDLY)}
    assert not taken


@pytest.mark.parametrize("name", sorted(PURE))
def test_it_reads_no_clock_and_opens_nothing(name: str) -> None:
    assert list(touches(tree(PURE[name]))) == []


def touches(module: ast.Module) -> list[str]:
    """Calls that read a clock or open something."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    clocks = [
        f"line {call.lineno}: .{call.func.attr}()"
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS and isinstance(call.func.value, ast.Name)
        if call.func.value.id in ("datetime", "date")
    ]
    openers = [
        f"line {call.lineno}: {call.func.id}()"
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in OPENERS
    ]
    return clocks + openers


@pytest.mark.parametrize("source", ["datetime.now(UTC)", "date.today()", "open('x')", "print(1)"])
def test_a_touch_is_seen(source: str) -> None:
    assert touches(ast.parse(source))


def test_a_walk_through_every_stage_touches_nothing() -> None:
    command = [sys.executable, "-m", "tests.house.exercise"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=90)
    *seen, last = done.stdout.splitlines() or [done.stderr]
    expected = "walked 1 alerts 5 deliveries, a touch on purpose seen"
    assert (seen, last) == ([], expected), done.stdout + done.stderr


def test_the_list_of_pure_modules_is_not_empty() -> None:
    assert len(PURE) > 60
    assert all(isinstance(path, Path) for path in PURE.values())
