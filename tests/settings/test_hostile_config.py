"""Random text in any file never crashes: it is settings, or it is problems with a place and a remedy."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.settings import describe, examine
from tests.settings.folders import examined, folder_of, known

KEYS = [
    "rules", "channels", "name", "authorities", "grades", "areas", "notify", "kinds", "enabled", "type", "to", "url",
    "webhook_url", "path", "secret", "token", "digest_at", "timezone", "quiet_hours", "feeds", "every", "reader", "covers",
    "kind", "homepage", "register", "address", "smtp", "port", "from", "password", "http", "concurrency", "dashboard", "bind",
    "users", "tokens", "operator", "heartbeat", "digest", "at", "database", "engine", "odd.key", "x y", "",
]  # fmt: skip
WORDS = [
    "all", "!all", "Kent", "region:London", "type:", "env:A", "env:B", "file:/", "email", "slack", "webhook", "console", "file",
    "15m", "1979", "https://a.example/", "https://[", "sqlite:///x", "press", "page", "register:x", "22:00-07:00", "\x00", "é\n",
]  # fmt: skip
SCALARS = st.one_of(st.sampled_from(WORDS), st.text(max_size=8), st.integers(), st.booleans(), st.floats())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)),
    max_leaves=12,
)
TABLES = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6)


def toml(value: object) -> str:
    """Any of these values as TOML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """A basic string with everything odd escaped."""
    return '"' + "".join(c if c.isalnum() or c in " .:/!-" else f"\\U{ord(c):08x}" for c in text) + '"'


def document(table: dict[str, object]) -> str:
    """A whole file."""
    return "".join(f"{quoted(key)} = {toml(value)}\n" for key, value in table.items())


def judge(files: dict[str, str | bytes]) -> None:
    """The folder is read to the end, and everything told has its place and remedy."""
    with tempfile.TemporaryDirectory() as folder:
        examination = examined(Path(folder), files, {"A": "swordfish"})
    for problem in examination.problems:
        assert problem.file and problem.key and problem.detail and problem.remedy
        assert problem.line is None or problem.line >= 1
        assert "swordfish" not in str(problem)
    assert describe(examination.settings, known(), examination.problems)["ok"] is (not examination.problems)


@settings(max_examples=80, deadline=None)
@given(TABLES, TABLES, TABLES)
def test_random_tables(watchlist: dict[str, object], service: dict[str, object], source: dict[str, object]) -> None:
    judge(
        {"watchlist.toml": document(watchlist), "monitor.toml": document(service), "sources/a.toml": document(source)}
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(TABLES, max_size=3), st.lists(TABLES, max_size=3), st.lists(TABLES, max_size=3))
def test_random_tables_in_their_proper_places(
    rules: list[dict[str, object]], channels: list[dict[str, object]], feeds: list[dict[str, object]]
) -> None:
    watchlist: dict[str, object] = {
        "rules": rules,
        "channels": {f"c{number}": table for number, table in enumerate(channels)},
    }
    judge({"watchlist.toml": document(watchlist), "sources/a.toml": document({"feeds": feeds})})


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=60), st.text(alphabet="[]{}=.\"'#\n ax1,", max_size=60))
def test_random_bytes_and_brackets(raw: bytes, text: str) -> None:
    judge({"watchlist.toml": raw, "monitor.toml": text, "sources/a.toml": text, "sources/\u00e9.toml": raw})


def test_deep_nesting_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    deep = "x = " + "[" * 400 + "]" * 400
    examination = examined(tmp_path, {"watchlist.toml": deep, "sources/a.toml": "x = " + "{a=" * 200 + "1" + "}" * 200})
    assert len(examination.problems) >= 2


def test_links_in_a_circle_are_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"sources/a.toml": "x = 1"})
    (folder / "watchlist.toml").symlink_to("watchlist.toml")
    (folder / "sources" / "b.toml").mkdir()
    said = [problem.detail for problem in examine(folder, {}, known()).problems]
    assert sum("cannot be read" in detail for detail in said) == 2
