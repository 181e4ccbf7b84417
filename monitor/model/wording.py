"""Markup into plain words: tags, entities, white space, invisible characters.

Used by what reads feeds and by what reads pages. Linear in the length of the input; nothing raises.
"""

from __future__ import annotations

import html
import re

from monitor.model.charset import mended

_TOKEN = re.compile(
    r"<(?:!--.*?(?:--!?>|\Z)|!\[CDATA\[|[!?][^>]*(?:>|\Z)|(/?)([A-Za-z][A-Za-z0-9:-]*)[^>]*(?:>|\Z))|\]\]>", re.DOTALL
)
_HIDDEN = frozenset(("script", "style", "head", "template", "iframe", "svg", "noscript"))
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "hr",
        "dd",
        "dt",
        "dl",
        "pre",
        "figure",
        "figcaption",
    ]
)
_ENTITY = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|apos|nbsp|pound|[lr][sd]quo|ndash|mdash|hellip|euro);"
)
_INVISIBLE = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00"} | {
    0xA0: " ",
    0x202F: " ",
    0x2028: "\n",
    0x2029: "\n",
}
_CONTROL = {code: " " for code in range(32) if code not in (9, 10, 13)} | {0x7F: None}
_BREAKS = re.compile(r"[^\S\n]*\n\s*")


def plain(markup: str, paragraphs: bool = False) -> str:
    """The words of a piece of HTML or of plain text, entities decoded, on one line.

    With `paragraphs`, block elements are separated by a blank line. Text that only looks like markup ("5 < 6") stays.
    """
    if "<" in markup or "]]>" in markup:
        markup = _without_tags(markup)
    if "&" in markup:
        markup = unescaped(markup)
    return tidy(markup if markup.isascii() else mended(markup)[0], paragraphs)


def unescaped(text: str) -> str:
    """Entities decoded once, and once more where they had been escaped twice ("&amp;#039;")."""
    text = html.unescape(text)
    if "&" in text and _ENTITY.search(text):
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return text


def tidy(text: str, paragraphs: bool = False) -> str:
    """White space collapsed (to lines with a blank line between, or to one line), invisible characters removed."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    if not text.isprintable():
        text = text.translate(_CONTROL)
    if not paragraphs:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _without_tags(markup: str) -> str:
    pieces: list[str] = []
    at, hidden = 0, ""
    for found in _TOKEN.finditer(markup):
        if not hidden:
            pieces.append(markup[at : found.start()])
        at = found.end()
        closing, name = found.group(1), (found.group(2) or "").lower()
        if hidden:
            hidden = "" if closing and name == hidden else hidden
        elif name in _HIDDEN and not closing and not found.group().endswith("/>"):
            hidden = name
        elif name in _BLOCKS:
            pieces.append("\n")
    if not hidden:
        pieces.append(markup[at:])
    return "".join(pieces)
