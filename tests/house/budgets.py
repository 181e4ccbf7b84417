"""Budgets of the house: files of 250 lines, functions of 40 (median under 12), 5 parameters, no mocks, no forbidden names."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("monitor", "tests", "benchmarks")
MAX_FILE, MAX_FUNCTION, MAX_MEDIAN, MAX_PARAMETERS = 250, 40, 12, 5
FORBIDDEN = re.compile(
    r"(^|_)(utils?|helpers?|common|misc|managers?|handlers?)(_|$)|^process_|^(data|info)$", re.IGNORECASE
)
ALLOWED_FILES = {"monitor/data"}
MOCKS = re.compile(r"\b(unittest\.mock|MagicMock|monkeypatch\.setattr|mocker\.|respx|responses\.activate)\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(root: Path = ROOT) -> Iterator[Path]:
    """Every Python file of the project, sorted."""
    for folder in FOLDERS:
        yield from sorted((root / folder).rglob("*.py"))


def faults_of_file(path: Path, source: str) -> tuple[list[str], list[int]]:
    """The faults of one file, and the lengths of its functions in lines."""
    faults = []
    lines = source.count("\n")
    if lines > MAX_FILE:
        faults.append(f"{path}: {lines} lines, the budget is {MAX_FILE}: split it")
    if MOCKS.search(source) and path.name != "budgets.py":
        faults.append(f"{path}: a mock; use a local server or a hand-made fake")
    if FORBIDDEN.search(path.stem):
        faults.append(f"{path}: a forbidden file name; say what it is for")
    lengths = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            lengths.append((node.end_lineno or node.lineno) - node.lineno + 1)
            faults += faults_of_function(path, node, lengths[-1])
        elif isinstance(node, ast.ClassDef) and FORBIDDEN.search(re.sub(r"(?<!^)(?=[A-Z])", "_", node.name)):
            faults.append(f"{path}:{node.lineno}: class {node.name}: a forbidden name")
    return faults, lengths


def faults_of_function(path: Path, node: Function, length: int) -> list[str]:
    """Too long, too many parameters, a forbidden name."""
    faults = []
    if length > MAX_FUNCTION:
        faults.append(f"{path}:{node.lineno}: {node.name} has {length} lines, the budget is {MAX_FUNCTION}")
    parameters = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    counted = [name for name in parameters if name not in ("self", "cls")]
    is_outside = path.parts[-3:-1] and ("cli" in path.parts or "tests" in path.parts or "dashboard" in path.parts)
    if len(counted) > MAX_PARAMETERS and not is_outside:
        faults.append(
            f"{path}:{node.lineno}: {node.name} has {len(counted)} parameters, the budget is {MAX_PARAMETERS}"
        )
    faults += [
        f"{path}:{node.lineno}: forbidden name {name!r}" for name in (node.name, *parameters) if FORBIDDEN.search(name)
    ]
    return faults


def main() -> int:
    """Print every fault; 1 when there is one."""
    faults: list[str] = []
    lengths: list[int] = []
    for path in python_files():
        found, measured = faults_of_file(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
        faults += found
        lengths += measured
    median = statistics.median(lengths) if lengths else 0
    if median >= MAX_MEDIAN:
        faults.append(f"the median function has {median} lines, the budget is under {MAX_MEDIAN}")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(f"{len(lengths)} functions, median {median} lines, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
