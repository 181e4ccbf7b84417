"""The one linear pass over a page's markup before any parser sees it: what they need, and nothing that makes them slow.

A parser's time grows with the square of the number of attributes of one tag, libxml2 drops whatever lies deeper than 255
elements, and a thousand unfinished tags keep the standard library's parser busy for minutes. So monstrous tags lose their
attributes, too deep ones are left out (their contents stay), unfinished ones become text, and an endless page is cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_MARKUP = 2_000_000
MAX_DEPTH = 180
MAX_TAG = 6_000
MAX_ATTRIBUTES = 100
MAX_TAGS = 40_000
MAX_SCRIPT = 400_000
_ATTRIBUTES = r"""((?>[^<>"']|"[^"]{0,3000}"|'[^']{0,3000}'|["'])*+)"""
_TAG = re.compile(rf"<(?:!--|[!?][^<>]*>?|(/?)([a-zA-Z][a-zA-Z0-9:-]{{0,40}})(?![a-zA-Z0-9:-]){_ATTRIBUTES}(>?)|)")
_DROPPED = frozenset(
    ("script", "style", "svg", "noscript", "template", "iframe", "object", "canvas", "select", "textarea")
)
_NESTING = frozenset((
    "div", "span", "section", "article", "main", "font", "b", "i", "em", "strong", "u", "a", "ul", "ol", "table", "tbody",
    "blockquote", "center", "big", "small", "tt", "nobr", "figure", "aside", "header", "footer", "nav", "form", "label",
    "h1", "h2", "h3", "h4", "h5", "h6", "dl", "cite", "q", "sub", "sup", "code", "pre", "fieldset", "details",
))  # fmt: skip
_PLAIN_RUN = re.compile(
    rf"(?:[^<]++|</?(?!(?:{'|'.join(sorted(_DROPPED))})\b)(?=[^<>]{{0,399}}>)[a-z][a-z0-9:-]{{0,40}}(?![a-z0-9:-])"
    r"""(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+>)++""",
    re.IGNORECASE | re.ASCII,
)
"""Text and unremarkable tags, as nearly all of a page is: they are kept as they stand, without a look at each."""
_NAMES = re.compile(r"<(/?[a-z][a-z0-9:-]*+)", re.ASCII)
_STEPS = dict.fromkeys(_NESTING, 1) | {f"/{name}": -1 for name in _NESTING}
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
    return Markup(_Walk(text[: min(cut, 300_000)]).kept(), tuple(walk.linked), body)


class _Walk:
    """Goes through the tags once, leaving out scripts, comments, monstrous attributes and too deep nesting."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.linked: list[str] = []
        self._pieces: list[str] = []
        self._places: dict[str, int] = {}
        self._depth = 0

    def kept(self) -> str:
        """The text that is left; `linked` then holds the JSON-LD."""
        at, left, looked_at = 0, MAX_TAGS, 0
        while left > 0:
            if at >= looked_at and (run := _PLAIN_RUN.match(self.text, at)):
                looked_at, tags = run.end(), run.group().count("<")
                if tags < left and self._is_level(run.group()):
                    self._pieces.append(run.group())
                    at, left = run.end(), left - tags
            left -= 1
            found = _TAG.search(self.text, at)
            if found is None:
                self._pieces.append(self.text[at:])
                break
            self._pieces.append(self.text[at : found.start()])
            at = self._after(found)
        return "".join(self._pieces)

    def _is_level(self, run: str) -> bool:
        """Whether nothing in a run lies too deep; then the depth is what it is after it."""
        depth = deepest = self._depth
        for step in map(_STEPS.get, _NAMES.findall(run.lower())):
            if step:
                depth = max(depth + step, 0)
                deepest = max(deepest, depth)
        if deepest > MAX_DEPTH:
            return False
        self._depth = depth
        return True

    def _after(self, found: re.Match[str]) -> int:
        """Where to go on after a tag."""
        closing, name, rest, end = found.groups("")
        name = name.lower()
        if not name:
            return self._odd(found)
        if not end:
            self._pieces.append("&lt;")
            return found.start() + 1
        if name in _DROPPED:
            return found.end() if closing else self._skipped(name, rest, found.end())
        if name in _NESTING and not self._is_shallow(bool(closing)):
            return found.end()
        self._pieces.append(found.group() if _is_modest(rest) else f"<{closing}{name}>")
        return found.end()

    def _odd(self, found: re.Match[str]) -> int:
        """A comment, a declaration or an instruction (left out), or a lone "<" (text)."""
        if found.group() == "<!--":
            return self._end_of("-->", found.end())
        if found.group() == "<":
            self._pieces.append("&lt;")
        return found.end()

    def _is_shallow(self, is_closing: bool) -> bool:
        before = self._depth
        self._depth = max(before - 1, 0) if is_closing else before + 1
        return max(before, self._depth) <= MAX_DEPTH

    def _skipped(self, name: str, rest: str, at: int) -> int:
        if rest.endswith("/") and name == "svg":
            return at
        end = self._end_of(f"</{name}", at)
        if end == at:
            return at
        if name == "script" and "ld+json" in rest.lower():
            self.linked.append(self.text[at : min(end - len("</script"), at + MAX_SCRIPT)])
        closed = self.text.find(">", end, end + 200)
        return closed + 1 if closed >= 0 else end

    def _end_of(self, mark: str, at: int) -> int:
        """After the next `mark` in small or in capital letters; where both are missing, `at`."""
        ends = [end for end in (self._next(mark, at), self._next(mark.upper(), at)) if end >= 0]
        return min(ends) + len(mark) if ends else at

    def _next(self, mark: str, at: int) -> int:
        """Where `mark` comes next, -1 if nowhere. What was sought once is not sought again before it is passed."""
        known = self._places.get(mark, 0)
        if known == 0 or 0 < known < at:
            known = self._places[mark] = self.text.find(mark, at) or -1
        return known


def _is_modest(attributes: str) -> bool:
    return len(attributes) < 400 or (len(attributes) <= MAX_TAG and attributes.count("=") <= MAX_ATTRIBUTES)
