"""Bytes into text: charsets as they are declared and as they are, and characters that came through a wrong one.

Used by what reads feeds and by what reads pages. Linear in the length of the input; nothing raises.
"""

from __future__ import annotations

import codecs
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


_KNOWN = frozenset(
    codecs.lookup(name).name
    for name in (
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7", "ascii", "gb18030", "big5",
        "big5hkscs", "euc_jp", "cp932", "iso2022_jp", "iso2022_kr", "cp949", "johab", "hz", "koi8-r", "koi8-u", "mac_roman",
        "mac_cyrillic", "tis_620", "cp037", "cp500", "cp1140", "cp437", "cp850", "cp852", "cp855", "cp866", "cp874", "ptcp154",
        *(f"cp125{n}" for n in range(9)), *(f"iso8859-{n}" for n in range(1, 17) if n != 12),
    )
)  # fmt: skip
"""Charsets of documents. The language has other codecs, for other things: some raise, some are slow."""


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
    name = name if _is_charset(name) else ""
    if name and name not in ("utf-8", "utf8") and not name.startswith(("utf-16", "utf-32")):
        try:
            return body.decode(name), ""
        except UnicodeError:
            pass
    if not name or name == "windows-1252" or name.startswith("utf"):
        repair = "windows-1252 bytes in UTF-8" if name.startswith("utf") else ""
        return body.decode("utf-8", "monitor-cp1252"), repair
    return body.decode(name, "replace"), f"invalid bytes for {name}"


def _is_charset(name: str) -> bool:
    try:
        return codecs.lookup(name).name in _KNOWN
    except (LookupError, ValueError):
        return False


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
    if not _WRONG.search(text) and "\ufffd" not in text and "â€" not in text:
        return (text if text.isprintable() else text.translate(_C1)), ()
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
