"""Bytes into text and markup into plain words: charsets, entities, invisible characters, mojibake.

Used by what reads feeds and by what reads pages. Everything is linear in the length of its input and raises nothing.
"""

from __future__ import annotations

import codecs
import html
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STARTS = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
    (b"<\0r\0", "utf-16-le"),
    (b"\0<\0r", "utf-16-be"),
    (b"<\0h\0", "utf-16-le"),
    (b"\0<\0h", "utf-16-be"),
    (b"Lo\xa7\x94", "cp037"),
)
_SEVEN_BIT = ("iso-2022", "iso2022", "hz", "utf-7", "utf7", "csiso2022")
_NAMES = {
    "iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "iso8859-1": "windows-1252",
    "us-ascii": "windows-1252", "ascii": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932",
    "shift_jis": "cp932", "iso-8859-9": "windows-1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "unicode": "utf-16", "x-mac-roman": "mac_roman", "macintosh": "mac_roman",
}  # fmt: skip
"""What a declared name means in practice (as browsers read it)."""


def _cp1252_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("windows-1252", "replace"), error.start + 1


codecs.register_error("monitor-cp1252", _cp1252_byte)


def decoded(body: bytes, declared: str) -> tuple[str, str]:
    """The text of `body`, and what was repaired ("" if nothing).

    `declared` is the charset that the document or the server names, or "". A byte-order mark wins; then UTF-8 where
    the bytes are UTF-8; then the declared one; at last UTF-8 with stray Windows-1252 bytes read as such.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "monitor-cp1252" if name == "utf-8" else "replace"), ""
    for start, name in _STARTS:
        if body.startswith(start):
            return body.decode(name, "replace"), ""
    name = declared.strip().strip("\"'").lower()
    name = _NAMES.get(name, name)
    if not name.startswith(_SEVEN_BIT):
        try:
            return body.decode("utf-8"), ""
        except UnicodeDecodeError:
            pass
    return _declared(body, name)


def _declared(body: bytes, name: str) -> tuple[str, str]:
    if name and name not in ("utf-8", "utf8") and not name.startswith(("utf-16", "utf-32")):
        try:
            return body.decode(name), ""
        except UnicodeDecodeError:
            pass
        except (LookupError, ValueError):
            name = ""
    if not name or name == "windows-1252" or name.startswith("utf"):
        repair = "windows-1252 bytes in UTF-8" if name.startswith("utf") else ""
        return body.decode("utf-8", "monitor-cp1252"), repair
    return body.decode(name, "replace"), f"invalid bytes for {name}"


# ── mojibake ────────────────────────────────────────────────────────────────────────────────────────────────────────

_RIGHT = "£€‘’“”–—…•·éèêëáàâäíìîïóòôöúùûüçñŵŷŴŶ½¼°©®×\u00a0\u00ad"
_WRONG_CODECS = ("windows-1252", "latin-1", "gbk", "big5", "cp932", "mac_roman", "cp437", "cp850", "cp1250", "cp1251")
_MULTI_BYTE = ("gbk", "big5", "cp932")


def _mojibake() -> dict[str, str]:
    """What each character of `_RIGHT` looks like when its UTF-8 bytes are read by the wrong codec."""
    table: dict[str, str] = {}
    for codec in _WRONG_CODECS:
        tails = [""] + ([chr(c) for c in range(0x40, 0x7F)] if codec in _MULTI_BYTE else [])
        for right in _RIGHT:
            for tail in tails:
                raw = right.encode() + tail.encode()
                try:
                    wrong = raw.decode(codec)
                except UnicodeDecodeError:
                    continue
                if not (tail and wrong.endswith(tail)):
                    table.setdefault(wrong, right + tail)
    table.update({"â€\u009d": "”", "'˜": "‘", "‚Äô": "’", "‚Äú": "“", "‚Äù": "”", "‚Äì": "–", "¬£": "£"})
    return {wrong: right for wrong, right in table.items() if not wrong.isascii()}


_MOJIBAKE = _mojibake()
_FIRSTS = "".join(sorted({re.escape(wrong[0]) for wrong in _MOJIBAKE} - {"'"}))
_WRONG = re.compile(
    f"(?:(?=[{_FIRSTS}])(?:"
    + "|".join(re.escape(wrong) for wrong in sorted(_MOJIBAKE, key=len, reverse=True) if wrong[0] != "'")
    + ")|'˜)"
)
_EASTERN = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff66-\uff9f]")
_C1 = {code: bytes([code]).decode("windows-1252", "ignore") or None for code in range(0x80, 0xA0)}
_LOST_POUND = re.compile(r"(?<![^\s(\"'“‘])\ufffd(?=\d)")
_LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z])\ufffd(?=(?:s|t|re|ve|ll|d|m)\b)")
_LOST_QUOTE = re.compile(r"â€(?=[\s.,;:!?)]|$)")


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with characters that came through a wrong charset put right, and what was mended ("拢 → £").

    Only sequences that cannot be English are touched; a text that is itself Chinese, Japanese or Korean is left alone.
    """
    if text.isascii():
        return text, ()
    notes: dict[str, None] = {}
    is_eastern = len(_EASTERN.findall(text)) * 20 > len(text) + 200

    def right(found: re.Match[str]) -> str:
        wrong = found.group()
        if is_eastern and _EASTERN.search(wrong):
            return wrong
        notes[f"{wrong} → {_MOJIBAKE[wrong]}"] = None
        return _MOJIBAKE[wrong]

    text = _WRONG.sub(right, text)
    for pattern, character in ((_LOST_QUOTE, "”"), (_LOST_POUND, "£"), (_LOST_APOSTROPHE, "’")):
        text, count = pattern.subn(character, text)
        if count:
            notes[f"lost character → {character}"] = None
    return text.translate(_C1), tuple(list(notes)[:20])


# ── plain words ─────────────────────────────────────────────────────────────────────────────────────────────────────

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
