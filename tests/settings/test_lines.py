"""Lines: every key and item of a file is traced to where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.settings.toml import Unreadable, lines_of, parse_toml, read_toml

TEXT = '''\
# a comment with = and [brackets]
title = "a \\" quote # no comment"   # a comment

[channels.news]
type = 'slack'
"odd key" = 1
a.b.c = 2
text = """
[[rules]]
x = 1
"""
[[rules]]
names = [ "one",   # first
  "two",
  { deep = [1,
     2] },
]
[rules.extra]
when = 1979-05-27T07:32:00Z
[[rules]]
last = true
'''


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (("title",), 2),
        (("channels", "news"), 4),
        (("channels", "news", "type"), 5),
        (("channels", "news", "odd key"), 6),
        (("channels", "news", "a", "b", "c"), 7),
        (("rules", 0), 12),
        (("rules", 0, "names", 0), 13),
        (("rules", 0, "names", 1), 14),
        (("rules", 0, "names", 2, "deep", 1), 16),
        (("rules", 0, "extra", "when"), 19),
        (("rules", 1), 20),
        (("rules", 1, "last"), 21),
    ],
)
def test_a_key_is_found_where_it_stands(where: tuple[str | int, ...], line: int) -> None:
    assert lines_of(TEXT)[where] == line


def test_text_inside_a_string_is_no_key() -> None:
    assert ("rules", 2) not in lines_of(TEXT) and ("x",) not in lines_of(TEXT)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(['"x"', "1", "[1, 2]", '{ a = "]" }', "'''\n\n'''"]))))
def test_keys_stand_on_their_lines_whatever_stands_between(rows: list[tuple[int, str]]) -> None:
    text, expected = "", {}
    for number, (blank, value) in enumerate(rows):
        text += "\n# = [\n" * blank
        expected[(f"key{number}",)] = text.count("\n") + 1
        text += f"key{number} = {value}\n"
    found = lines_of(text)
    assert {where: found[where] for where in expected} == expected


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b'a = 1\nb = "open', 2, "is no valid TOML"),
        (b"a = 1\na = 2\n", 2, "is no valid TOML: Cannot overwrite a value"),
        (b"a = 1\nname = \xe9\n", 2, "is not written in UTF-8"),
        (b"a = " + b"[" * 20_000, None, "holds a value that no setting has"),
        (b"a = 1" + b"0" * 10_000, None, "holds a value that no setting has"),
        (b"#" * 3_000_000, None, "is larger than"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(content: bytes, line: int | None, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_toml(content)
    assert caught.value.line == line and caught.value.detail.startswith(said)


def test_a_byte_order_mark_and_windows_line_ends_are_let_pass() -> None:
    values, lines = parse_toml(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert values == {"a": 1, "b": 2} and lines[("b",)] == 2


def test_a_folder_in_a_file_s_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        read_toml(tmp_path)
