"""Discord: an embed posted to a channel's webhook."""

from __future__ import annotations

import json
import re

from monitor.channels._options import ChannelOptions, SecretUrl
from monitor.channels._replies import answer, deferred, judge_http, refused, retry_after, sent
from monitor.channels._words import cut, is_web, one_line
from monitor.model.delivery import Delivery, HttpParcel, Message, Outcome, Reply, Verdict

TITLE, DESCRIPTION, FIELDS, NAME, VALUE, FOOTER, ALL = 256, 3000, 20, 100, 100, 400, 6000
MARKS = re.compile(r"([\\*_~`|>\[\]()#@<:-])")
COLOURS = {"critical": 0xA3151F, "notice": 0x8A5A00}


class Options(ChannelOptions):
    """`url` of the webhook, from the channel's settings under Integrations."""

    url: SecretUrl


def compose(delivery: Delivery, options: Options) -> HttpParcel:
    """One embed that mentions nobody; `wait=true` so that the answer carries the message's id."""
    content = {"embeds": [_embed(delivery.message)], "allowed_mentions": {"parse": []}}
    url = options.url.get_secret_value()
    wait = url + ("&" if "?" in url else "?") + "wait=true"
    return HttpParcel(wait, json.dumps(content).encode(), (("Content-Type", "application/json; charset=utf-8"),))


def judge(reply: Reply) -> Outcome:
    """By status; a 429 says in its body how long to wait, and a 401 means a webhook that was deleted."""
    said = answer(reply)
    if reply.status == 429:
        asked = said.get("retry_after")
        wait = float(asked) if isinstance(asked, int | float) else retry_after(reply)
        return deferred("Discord asks to send less often", max(wait, 0.0) if wait is not None else None)
    if reply.status == 401 or (reply.status == 404 and said.get("code") == 10015):
        return refused("no-such-hook", "Discord does not know this webhook any more")
    outcome = judge_http(reply)
    if outcome.verdict == Verdict.SENT:
        return sent(outcome.reason, said.get("id", ""))
    return outcome


def _embed(message: Message) -> dict[str, object]:
    links = [link for link in message.links if is_web(link.url) and ")" not in link.url and len(link.url) < 500]
    parts = [_safe(message.lead, 1200)]
    if message.quote:
        parts.append(f"> {_safe(message.quote, 400)}\n> — {_safe(message.quote_source, 100)}")
    parts += ["\n".join(_safe(item, 200) for item in message.items[:30])]
    parts += [f"[{_safe(link.label, 120)}]({link.url})" for link in links]
    description = cut("\n\n".join(part for part in parts if part), DESCRIPTION)
    facts = [(one_line(label, NAME) or "–", _safe(value, VALUE) or "–") for label, value in message.facts[:FIELDS]]
    room = ALL - DESCRIPTION - TITLE - FOOTER
    while sum(len(label) + len(value) for label, value in facts) > room:
        facts.pop()
    return {
        "title": one_line(message.subject, TITLE) or "Inspection Monitor",
        "description": description,
        "color": COLOURS.get(message.level, 0x3D4854),
        "fields": [{"name": label, "value": value, "inline": True} for label, value in facts],
        "footer": {"text": one_line(" ".join(message.footer), FOOTER)},
    }


def _safe(text: str, limit: int) -> str:
    """On one line, with Discord's mark-up escaped."""
    return MARKS.sub(r"\\\1", one_line(text, limit))
