"""Reads TOML files so that every key can be traced to its line."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

Path_ = tuple[str | int, ...]
"""Where a value stands: ("rules", 0, "authorities", 2)."""

MOST_BYTES = 2_000_000
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$|\s*\(at end of document\)$")


@dataclass(frozen=True)
class TomlFile:
    """One file as read: its values, and the line of each key and item."""

    path: Path
    values: dict[str, object] = field(default_factory=dict, repr=False)
    lines: dict[Path_, int] = field(default_factory=dict, repr=False)
    exists: bool = True

    def line(self, where: Path_) -> int | None:
        """The line of `where`, or of the nearest thing around it that has one."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where)


class Unreadable(Exception):
    """A file that is no TOML: `line` where (or None), `detail` and `remedy` for the person who edits it."""

    def __init__(self, line: int | None, detail: str, remedy: str) -> None:
        super().__init__(detail)
        self.line, self.detail, self.remedy = line, detail, remedy


def read_toml(path: Path) -> TomlFile:
    """The file at `path`; an absent one is empty. Raises Unreadable."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return TomlFile(path, exists=False)
    except OSError as cause:
        raise Unreadable(
            None, f"cannot be read: {cause.strerror}", "check that it is a file this user may read"
        ) from cause
    return TomlFile(path, *parse_toml(content))


def parse_toml(content: bytes) -> tuple[dict[str, object], dict[Path_, int]]:
    """Values and lines of a TOML text in UTF-8 (a byte order mark is let pass). Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(None, f"is larger than {MOST_BYTES:,} bytes", "split it")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as cause:
        line = content[: cause.start].count(b"\n") + 1
        raise Unreadable(line, "is not written in UTF-8", "save it as UTF-8") from cause
    try:
        return tomllib.loads(text), lines_of(text)
    except tomllib.TOMLDecodeError as cause:
        raise Unreadable(*_syntax(str(cause), text)) from cause
    except (RecursionError, ValueError) as cause:
        raise Unreadable(None, "holds a value that no setting has", "remove deep nesting and huge numbers") from cause


def _syntax(message: str, text: str) -> tuple[int, str, str]:
    found = _AT_LINE.search(message)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    said = _AT_LINE.sub("", message)
    return line, f"is no valid TOML: {said}", 'texts stand in quotes ("…"), lists in [ ], every opening has its closing'


def lines_of(text: str) -> dict[Path_, int]:
    """The line of every key, table and list item of a valid TOML text."""
    return _Index(text).lines


_KEY = re.compile(r"""[ \t]*(?:([A-Za-z0-9_-]+)|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*""")
_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    + r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    + r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""",
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}\n#]*")


class _Index:
    """One walk over a text that tomllib has found valid; so it may be lenient."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.lines: dict[Path_, int] = {}
        self.counts: dict[Path_, int] = {}
        self.starts = [0] + [found.end() for found in re.finditer("\n", text)]
        self.table: Path_ = ()
        while self._skip() < len(text):
            before = self.at
            self._statement()
            if self.at == before:
                return

    def _skip(self) -> int:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _mark(self, where: Path_, position: int) -> None:
        self.lines.setdefault(where, bisect_right(self.starts, position))

    def _keys(self) -> tuple[str, ...]:
        keys = []
        while found := _KEY.match(self.text, self.at):
            keys.append(next(part for part in found.groups() if part is not None))
            self.at = found.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return tuple(keys)

    def _statement(self) -> None:
        begin = self.at
        if self.text.startswith("[[", begin):
            self.at += 2
            self.table = self._next_of(self._keys())
            self._mark(self.table, begin)
            self.at = self.text.find("]]", self.at) + 2
        elif self.text.startswith("[", begin):
            self.at += 1
            self.table = self._resolve(self._keys())
            self._mark(self.table, begin)
            self.at = self.text.find("]", self.at) + 1
        else:
            self._pair(self.table)

    def _resolve(self, keys: tuple[str, ...]) -> Path_:
        where: Path_ = ()
        for key in keys:
            where += (key,)
            if where in self.counts:
                where += (self.counts[where] - 1,)
        return where

    def _next_of(self, keys: tuple[str, ...]) -> Path_:
        where = self._resolve(keys[:-1]) + keys[-1:]
        self.counts[where] = self.counts.get(where, 0) + 1
        return (*where, self.counts[where] - 1)

    def _pair(self, table: Path_) -> None:
        begin = self.at
        keys = self._keys()
        for end in range(1, len(keys) + 1):
            self._mark(table + keys[:end], begin)
        if self.text.startswith("=", self.at):
            self.at += 1
            self._skip()
            self._value(table + keys)

    def _value(self, where: Path_) -> None:
        if self.text.startswith("[", self.at):
            self._list(where)
        elif self.text.startswith("{", self.at):
            self._inline(where)
        else:
            found = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
            self.at = found.end() if found else self.at

    def _list(self, where: Path_) -> None:
        self.at += 1
        number = 0
        while self._skip() < len(self.text) and self.text[self.at] != "]":
            begin = self.at
            self._mark((*where, number), begin)
            self._value((*where, number))
            number += 1
            self._comma()
            if self.at == begin:
                return
        self.at += 1

    def _inline(self, where: Path_) -> None:
        self.at += 1
        while self._skip() < len(self.text) and self.text[self.at] != "}":
            begin = self.at
            self._pair(where)
            self._comma()
            if self.at == begin:
                return
        self.at += 1

    def _comma(self) -> None:
        self._skip()
        if self.text.startswith(",", self.at):
            self.at += 1
