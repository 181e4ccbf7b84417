"""ntfy: a push to phones, by ntfy.sh or a server of one's own."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field, SecretStr

from monitor.channels._options import ChannelOptions
from monitor.channels._replies import answer, judge_http, sent
from monitor.channels._words import cut_bytes, is_web, one_line, plain
from monitor.model.delivery import Delivery, HttpParcel, Outcome, Reply, Verdict

TITLE, TEXT_BYTES = 250, 3900


class Options(ChannelOptions):
    """The `topic` (who knows it can read it, so it is a secret) on a server at `url`; `token` where it asks for one."""

    topic: Annotated[SecretStr, Field(min_length=1)]
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")] = "https://ntfy.sh"
    token: SecretStr | None = None


def compose(delivery: Delivery, options: Options) -> HttpParcel:
    """JSON to the server's root; critical ones ring through a phone's silence."""
    message = delivery.message
    is_critical = message.level == "critical"
    links = [link for link in message.links if is_web(link.url)]
    content: dict[str, object] = {
        "topic": options.topic.get_secret_value(),
        "title": one_line(message.subject, TITLE),
        "message": cut_bytes(plain(message), TEXT_BYTES),
        "priority": 5 if is_critical else 3,
        "tags": ["rotating_light" if is_critical else "memo"],
        "actions": [{"action": "view", "label": one_line(link.label, 40), "url": link.url} for link in links[:3]],
    }
    if links:
        content["click"] = links[0].url
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    if options.token is not None:
        headers = (*headers, ("Authorization", f"Bearer {options.token.get_secret_value()}"))
    return HttpParcel(options.url, json.dumps(content).encode(), headers)


def judge(reply: Reply) -> Outcome:
    """By status; the server's id of the message is the receipt."""
    outcome = judge_http(reply)
    if outcome.verdict != Verdict.SENT:
        return outcome
    return sent(outcome.reason, answer(reply).get("id", ""))
