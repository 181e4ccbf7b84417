"""One line, cut to length, written as plain text: what every channel needs of a Message."""

from __future__ import annotations

import re

from monitor.model.delivery import Message

UNPRINTED = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\u202a-\\u202e\\u2066-\\u2069]+")
"""Signs that control a terminal or a header, and those that turn the direction of what follows and so make a text lie."""
BULLET = "• "
"""Begins a line of a digest; a line without it is a heading."""


def one_line(text: str, limit: int = 0) -> str:
    """`text` on one line without signs that control or turn it, so that it is safe in a header; at most `limit` characters."""
    clean = " ".join(UNPRINTED.sub(" ", text).split())
    return cut(clean, limit) if limit else clean


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word where one is near, with an ellipsis."""
    if len(text) <= limit:
        return text
    if limit < 1:
        return ""
    room = text[: limit - 1]
    space = room.rfind(" ")
    return (room[:space] if space > limit * 2 // 3 else room).rstrip() + "…"


def cut_bytes(text: str, limit: int) -> str:
    """At most `limit` bytes of UTF-8, never half a character."""
    if len(text.encode()) <= limit:
        return text
    return text.encode()[: max(0, limit - 3)].decode(errors="ignore").rstrip() + "…"


def cut_units(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, never half a character."""
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * limit:
        return text
    return raw[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore").rstrip() + "…"


def is_web(url: str) -> bool:
    """Whether `url` may stand behind a link: http or https and nothing that ends the link early."""
    return url.startswith(("http://", "https://")) and not any(sign.isspace() or sign in '<>"|' for sign in url)


def plain(message: Message) -> str:
    """The whole Message as plain text that reads well in a narrow window; no line can be forged by its contents."""
    lines = [one_line(message.lead), ""]
    lines += [f"{one_line(label)}: {one_line(value)}" for label, value in message.facts] + [""]
    if message.quote:
        lines += [f"“{one_line(message.quote)}”"]
        lines += [f"— {one_line(message.quote_source)}"] if message.quote_source else []
    lines += [""]
    lines += [*_items(message.items), ""]
    for link in message.links:
        lines += [f"{one_line(link.label)}:", link.url] if is_web(link.url) else []
    lines += ["", *(one_line(line) for line in message.footer)]
    return _without_double_gaps(lines)


def _items(items: tuple[str, ...]) -> list[str]:
    """Headings get a line of air above them."""
    lines: list[str] = []
    for item in items:
        lines += ["", one_line(item)] if not item.startswith(BULLET) else [one_line(item)]
    return lines


def _without_double_gaps(lines: list[str]) -> str:
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return ("\n".join(kept).strip() or "(no text)") + "\n"
