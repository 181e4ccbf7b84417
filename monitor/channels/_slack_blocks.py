"""A Message as Slack's Block Kit, within its limits and with its signs escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.channels._words import BULLET, cut, is_web, one_line
from monitor.model.delivery import Link, Message

HEADER, SECTION, FIELD, FIELDS, CONTEXT, BLOCKS, URL = 150, 3000, 2000, 10, 10, 50, 2000
COLOURED = {"inadequate": ":red_circle:", "requires improvement": ":large_orange_circle:"}

Block = dict[str, object]


def blocks(message: Message) -> list[Block]:
    """Header, lead, facts, quotation, lines, links, footer: at most 50 blocks."""
    found: list[Block] = [{"type": "header", "text": _plain(one_line(message.subject, HEADER))}]
    found.append(_section(fit(message.lead, SECTION) or "(no text)"))
    found += _facts(message.facts)
    if message.quote:
        source = f"\n— {fit(message.quote_source, 200)}" if message.quote_source else ""
        found.append(_section(f">{fit(message.quote, 2700)}{source}"))
    found += [_section(text) for text in _runs(_item(line) for line in message.items)]
    links = [_link(link) for link in message.links if is_web(link.url) and len(link.url) < URL]
    found += [_section(text) for text in _runs(links)]
    foot = [_mrkdwn(fit(line, FIELD)) for line in message.footer if line.strip()]
    tail: list[Block] = [{"type": "context", "elements": foot[:CONTEXT]}] if foot else []
    return [*found[: BLOCKS - len(tail)], *tail]


def fallback(message: Message) -> str:
    """The text of the notification on a phone: subject and lead."""
    return fit(f"{message.subject}: {message.lead}", SECTION)


def escape(text: str) -> str:
    """The three signs that Slack reads as mark-up."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fit(text: str, limit: int) -> str:
    """`text` on one line, escaped, at most `limit` characters, and never cut within an escape."""
    line = one_line(text)
    while len(safe := escape(line)) > limit:
        line = cut(line, max(1, len(line) - max(1, (len(safe) - limit) // 5)))
    return safe


def _facts(facts: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    fields = [_mrkdwn(f"*{fit(label, 100)}*\n{_value(value)}") for label, value in facts]
    for start in range(0, len(fields), FIELDS):
        yield {"type": "section", "fields": fields[start : start + FIELDS]}


def _value(value: str) -> str:
    mark = COLOURED.get(value.casefold(), "")
    return f"{mark} {fit(value, FIELD - 200)}".strip() or "—"


def _item(line: str) -> str:
    text = fit(line, SECTION - 10)
    return text if line.startswith(BULLET) else f"*{text}*"


def _runs(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined to texts of at most 3,000 characters each."""
    text = ""
    for line in lines:
        if text and len(text) + 1 + len(line) > SECTION:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    if text.strip():
        yield text


def _link(link: Link) -> str:
    return f"<{escape(link.url)}|{fit(link.label, 150) or 'link'}>"


def _section(text: str) -> Block:
    return {"type": "section", "text": _mrkdwn(text)}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or "(no subject)", "emoji": True}


def _mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}
