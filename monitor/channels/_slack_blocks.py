"""A Message as Slack's Block Kit, within its limits and with its signs escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.channels._words import BULLET, cut, is_web, one_line
from monitor.model.delivery import Link, Message

HEADER, SECTION, FIELD, FIELDS, CONTEXT, BLOCKS = 150, 3000, 2000, 10, 10, 50
COLOURED = {"inadequate": ":red_circle:", "requires improvement": ":large_orange_circle:"}

Block = dict[str, object]


def blocks(message: Message) -> list[Block]:
    """Header, lead, facts, quotation, lines, links, footer: at most 50 blocks."""
    found: list[Block] = [{"type": "header", "text": _plain(one_line(message.subject, HEADER))}]
    found.append(_section(escape(one_line(message.lead)) or "(no text)"))
    found += _facts(message.facts)
    if message.quote:
        source = f"\n— {escape(one_line(message.quote_source))}" if message.quote_source else ""
        found.append(_section(f">{escape(one_line(message.quote))}{source}"))
    found += [_section(text) for text in _runs(_item(line) for line in message.items)]
    links = " · ".join(_link(link) for link in message.links if is_web(link.url))
    found += [_section(text) for text in _runs([links])] if links else []
    foot = [_mrkdwn(cut(escape(one_line(line)), FIELD)) for line in message.footer if line.strip()]
    tail: list[Block] = [{"type": "context", "elements": foot[:CONTEXT]}] if foot else []
    return [*found[: BLOCKS - len(tail)], *tail]


def fallback(message: Message) -> str:
    """The text of the notification on a phone: subject and lead."""
    return cut(f"{escape(one_line(message.subject))}: {escape(one_line(message.lead))}", SECTION)


def escape(text: str) -> str:
    """The three signs that Slack reads as mark-up."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _facts(facts: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    fields = [_mrkdwn(cut(f"*{escape(one_line(label))}*\n{_value(value)}", FIELD)) for label, value in facts]
    for start in range(0, len(fields), FIELDS):
        yield {"type": "section", "fields": fields[start : start + FIELDS]}


def _value(value: str) -> str:
    mark = COLOURED.get(value.casefold(), "")
    return f"{mark} {escape(one_line(value))}".strip() or "—"


def _item(line: str) -> str:
    text = escape(one_line(line))
    return text if line.startswith(BULLET) else f"*{text}*"


def _runs(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined to texts of at most 3,000 characters each."""
    text = ""
    for line in lines:
        short = cut(line, SECTION)
        if text and len(text) + 1 + len(short) > SECTION:
            yield text
            text = ""
        text = f"{text}\n{short}" if text else short
    if text.strip():
        yield text


def _link(link: Link) -> str:
    return f"<{escape(link.url)}|{escape(one_line(link.label, 120)) or 'link'}>"


def _section(text: str) -> Block:
    return {"type": "section", "text": _mrkdwn(cut(text, SECTION))}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or "(no subject)", "emoji": True}


def _mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}
