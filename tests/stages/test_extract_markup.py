"""Taking a page's markup apart: runs of plain tags are kept as they stand, and nothing is kept that should not be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monitor.model.markup import MAX_DEPTH, taken_apart

PLAIN = (
    "<div>", "</div>", "<DIV CLASS='x y'>", "<p>", '<a href="x">', "</a>", "<br/>", "<x-y:z>", "word ", '<b title="a>b">', ">",
    '<i title="a<b">', "<i a='\"'>", "<td " + "a=1 " * 99 + ">", "<td " + "x" * 399 + ">", "&amp;", "<scripts>", "\n", '"',
)  # fmt: skip
LEFT_OUT = (
    "<script>if (a < b) { '<p>' }</script>", "<style>p > a {}</style>", "<!-- <p>no</p> -->", "<!doctype html>", "<?xml?>",
    "<svg><path/></svg>", "<svg/>", "<textarea><p></textarea>", "<SCRIPT>'</p>'</SCRIPT>", "\0",
)  # fmt: skip
MENDED = {"<": "&lt;", "<3 ": "&lt;3 ", "<td " + "x" * 7000 + ">": "<td>", "<b " + "a=1 " * 101 + ">": "<b>"}


@given(st.lists(st.sampled_from(PLAIN + LEFT_OUT + tuple(MENDED)), max_size=40))
def test_law_plain_tags_are_kept_as_they_stand_whatever_lies_between_them(pieces: list[str]) -> None:
    # A lone quotation mark or "<" must not join what follows into a tag: words part them.
    parted = [f"{piece} - " for piece in pieces]
    expected = "".join(MENDED.get(piece, "" if piece in LEFT_OUT else piece) + " - " for piece in pieces)
    assert taken_apart("".join(parted)).body == expected


@given(st.integers(0, 400), st.integers(0, 400))
def test_law_nothing_lies_deeper_than_a_parser_goes(opened: int, closed: int) -> None:
    body = taken_apart("<div>" * opened + "word" + "</div>" * closed + "<p>after</p>").body
    assert "word" in body and body.endswith("<p>after</p>")
    assert body.count("<div>") == min(opened, MAX_DEPTH)


def test_a_story_between_a_script_in_capitals_and_another_is_kept() -> None:
    page = "<SCRIPT>one()</SCRIPT><p>The story.</p><script>two()</script><STYLE>p{}</style><p>Its end.</p>"
    assert taken_apart(page).body == "<p>The story.</p><p>Its end.</p>"
