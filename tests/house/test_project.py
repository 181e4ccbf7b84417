"""The project as a stranger finds it: no trace of the machine it was made on, and a README whose words are true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT, tracked

# Put together from parts, so that this file does not hold what it forbids.
MACHINE = re.compile(
    "|".join(("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/[a-z]", r"\.libr" + "ary/", r"10\.\d+\.\d+\.\d+:\d+/"))
)
INDEX = re.compile(r"^\s*(--(extra-)?index-url|--find-links|-i )", re.MULTILINE)
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".csv",
    ".json",
    ".html",
    ".css",
    ".js",
    ".lock",
    ".cfg",
    ".service",
    "",
}
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = [path for path in tracked() if path.suffix in TEXT]


def test_nothing_names_the_machine_it_was_made_on() -> None:
    found = {path.name: hits.group() for path in TEXTS if (hits := MACHINE.search(_text(path)))}
    assert found == {}


def test_no_lock_names_an_index() -> None:
    locks = [path for path in TEXTS if path.suffix == ".lock"]
    assert locks and [path.name for path in locks if INDEX.search(_text(path))] == []


def test_no_secret_file_is_under_version_control() -> None:
    assert [path for path in tracked() if path.name == ".env" or path.suffix in (".pem", ".key", ".db")] == []


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def test_every_target_of_make_that_the_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`[^`]+`|^\$ .*$", README, re.MULTILINE))))
    assert named and {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


def test_every_command_that_the_readme_names_exists() -> None:
    cells = re.findall(r"`(?:\.venv/bin/)?monitor ([a-z]+)|^\| `[^|]*`, `([a-z]+)`", README, re.MULTILINE)
    named = {word for pair in cells for word in pair if word}
    shown = subprocess.run(
        [sys.executable, "-m", "monitor", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    offered = set(re.findall(r"^\s+([a-z]+)(?:\s|$)", shown.stdout, re.MULTILINE))
    assert named and named - offered == set()


def test_every_file_that_the_readme_links_or_names_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    names = re.findall(r"`((?:monitor|config|docs|tests|deploy)/[\w./-]*)`", README)
    assert {name for name in (*links, *names) if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", "Makefile", "requirements.lock", ".ci/run", "config/README.md"]
)
def test_what_a_stranger_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).is_file()
