"""Microsoft Teams: an Adaptive Card posted to a workflow's (or an old connector's) webhook."""

from __future__ import annotations

import json

from monitor.channels._options import ChannelOptions, SecretUrl
from monitor.channels._replies import deferred, judge_http
from monitor.channels._words import BULLET, cut, is_web, one_line
from monitor.model.delivery import Delivery, HttpParcel, Message, Outcome, Reply

TEXT, LINES, CARD_BYTES = 1500, 40, 24_000
"""Teams takes 28 KB; the rest is the envelope."""

Element = dict[str, object]


class Options(ChannelOptions):
    """`url` as Teams shows it when the workflow "Post to a channel when a webhook request is received" is made."""

    url: SecretUrl


def compose(delivery: Delivery, options: Options) -> HttpParcel:
    """One card. All text stands in text runs, which know no mark-up, so nothing needs escaping."""
    body = _body(delivery.message)
    while len(json.dumps(body)) > CARD_BYTES and len(body) > 2:
        body.pop(-2)
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "msteams": {"width": "Full"},
        "fallbackText": one_line(delivery.message.subject, 300),
        "body": body,
        "actions": _actions(delivery.message),
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    content = json.dumps({"type": "message", "attachments": [attachment]}).encode()
    headers = (("Content-Type", "application/json; charset=utf-8"), ("Idempotency-Key", delivery.key))
    return HttpParcel(options.url.get_secret_value(), content, headers)


def judge(reply: Reply) -> Outcome:
    """By status; but a 200 of the old connectors may carry a failure in its text."""
    if reply.status == 200 and "failed" in reply.body.casefold():
        return deferred(f"Teams answered 200 but says: {' '.join(reply.body.split())[:120]}")
    return judge_http(reply)


def _body(message: Message) -> list[Element]:
    colour = "attention" if message.level == "critical" else "default"
    found = [_text(message.subject, size="large", weight="bolder", color=colour), _text(message.lead)]
    found += [_text(value, before=f"{label}: ", spacing="small") for label, value in message.facts]
    if message.quote:
        found.append(_text(f"“{message.quote}” {message.quote_source}".strip(), italic=True))
    found += [_text(item, weight="default" if item.startswith(BULLET) else "bolder") for item in message.items[:LINES]]
    return [*found, _text(" ".join(message.footer) or " ", size="small", isSubtle=True)]


def _text(text: str, before: str = "", spacing: str = "default", **look: object) -> Element:
    run: Element = {"type": "TextRun", "text": one_line(text, TEXT) or " ", **look}
    label: list[Element] = [{"type": "TextRun", "text": one_line(before) + " ", "isSubtle": True}] if before else []
    return {"type": "RichTextBlock", "spacing": spacing, "inlines": [*label, run]}


def _actions(message: Message) -> list[Element]:
    links = [link for link in message.links if is_web(link.url) and len(link.url) < 2000][:6]
    return [{"type": "Action.OpenUrl", "title": cut(one_line(link.label), 60), "url": link.url} for link in links]
