"""The one linear pass over a page's markup before any parser sees it: what they need, and nothing that makes them slow.

A parser's time grows with the square of the number of attributes of one tag, and libxml2 drops whatever lies deeper than
255 elements, so monstrous tags lose their attributes and too deep ones are left out, with their contents kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_MARKUP = 2_000_000
MAX_DEPTH = 180
MAX_TAG = 6_000
MAX_ATTRIBUTES = 100
MAX_JSON = 400_000
_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})([^<>]*)>?)")
_DROPPED = frozenset(
    ("script", "style", "svg", "noscript", "template", "iframe", "object", "canvas", "select", "textarea")
)
_NESTING = frozenset((
    "div", "span", "section", "article", "main", "font", "b", "i", "em", "strong", "u", "a", "ul", "ol", "table", "tbody",
    "blockquote", "center", "big", "small", "tt", "nobr", "figure", "aside", "header", "footer", "nav", "form", "label",
    "h1", "h2", "h3", "h4", "h5", "h6", "dl", "cite", "q", "sub", "sup", "code", "pre", "fieldset", "details",
))  # fmt: skip
_BODY = re.compile(r"<body[\s>]|</head\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """A page taken apart: `head` for its metadata, `linked` the JSON-LD scripts, `body` without scripts and styles."""

    head: str
    linked: tuple[str, ...]
    body: str


def taken_apart(text: str) -> Markup:
    """The parts of a page's markup, each safe to parse. Linear in its length."""
    text = text[:MAX_MARKUP].replace("\0", "")
    start = _BODY.search(text)
    cut = start.start() if start else min(len(text), 20_000)
    walk = _Walk(text)
    body = walk.kept()
    return Markup(_head(text[:cut]), tuple(walk.linked), body)


def _head(head: str) -> str:
    """The head without scripts, styles and comments."""
    walk = _Walk(head[:300_000])
    return walk.kept()


class _Walk:
    """Goes through the tags once, leaving out scripts, comments, monstrous attributes and too deep nesting."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.linked: list[str] = []
        self._pieces: list[str] = []
        self._unclosed: set[str] = set()
        self._depth = 0

    def kept(self) -> str:
        """The text that is left; `linked` then holds the JSON-LD."""
        at = 0
        while found := _TAG.search(self.text, at):
            self._pieces.append(self.text[at : found.start()])
            at = self._after(found)
        self._pieces.append(self.text[at:])
        return "".join(self._pieces)

    def _after(self, found: re.Match[str]) -> int:
        """Where to go on after a tag."""
        closing, name, rest = found.group(1), (found.group(2) or "").lower(), found.group(3) or ""
        if not name:
            return self._end_of("-->", found.end())
        if name in _DROPPED:
            return found.end() if closing else self._skipped(name, rest, found.end())
        if name in _NESTING and not self._is_shallow(bool(closing)):
            return found.end()
        self._pieces.append(_bounded(found.group(), closing or "", name, rest))
        return found.end()

    def _is_shallow(self, is_closing: bool) -> bool:
        before = self._depth
        self._depth = max(before - 1, 0) if is_closing else before + 1
        return max(before, self._depth) <= MAX_DEPTH

    def _skipped(self, name: str, rest: str, at: int) -> int:
        end = self._end_of(f"</{name}", at)
        if name == "script" and "ld+json" in rest.lower() and end > at:
            script = self.text[at : min(end, at + MAX_JSON)]
            self.linked.append(script.removesuffix(f"</{name}"))
        return end

    def _end_of(self, mark: str, at: int) -> int:
        """After the next `mark`; where it is missing, `at` (and it is never sought again)."""
        if mark in self._unclosed:
            return at
        end = self.text.find(mark, at)
        if end < 0 and mark.isascii() and mark.lower() == mark:
            end = self.text.find(mark.upper(), at)
        if end < 0:
            self._unclosed.add(mark)
            return at
        return end + len(mark)


def _bounded(tag: str, closing: str, name: str, rest: str) -> str:
    if len(rest) <= MAX_TAG and (len(rest) < 400 or rest.count("=") <= MAX_ATTRIBUTES):
        return tag
    return f"<{closing}{name}>"
