"""The project's own files as the house's laws look at them."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
BELOW_THE_EDGES = ("stages", "channels", "frameworks", "registers", "model", "errors", "ports", "shelf", "pipeline")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def module_files() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    paths = sorted((ROOT / "monitor").rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def below_the_edges() -> dict[str, Path]:
    """The modules that must be pure."""
    return {
        name: path
        for name, path in module_files().items()
        if name.split(".")[1:2] and name.split(".")[1] in BELOW_THE_EDGES
    }


@cache
def imports(path: Path) -> frozenset[str]:
    """The dotted names a file imports, also inside functions."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tracked() -> list[Path]:
    """The files under version control (or, without git, everything that is not made by tools)."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
        return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    made = {".venv", ".git", "var", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.parts)]
