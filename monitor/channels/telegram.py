"""Telegram: a bot writes to a chat, as plain text; follow-ups answer the first message."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field, SecretStr

from monitor.channels._options import ChannelOptions
from monitor.channels._replies import answer, deferred, judge_http, refused, retry_after, sent
from monitor.channels._words import cut_units, one_line, plain
from monitor.model.delivery import Delivery, HttpParcel, Outcome, Reply

TEXT = 4096
"""Telegram counts UTF-16 units."""


class Options(ChannelOptions):
    """The bot's `token` and the `chat` (a number, or @name of a channel); `api` for a server of one's own."""

    token: SecretStr
    chat: Annotated[str, Field(min_length=1)]
    api: str = "https://api.telegram.org"


def compose(delivery: Delivery, options: Options) -> HttpParcel:
    """One message without any parse mode, so that no sign in it is mark-up."""
    message = delivery.message
    content: dict[str, object] = {
        "chat_id": options.chat,
        "text": cut_units(f"{one_line(message.subject)}\n\n{plain(message)}", TEXT),
        "link_preview_options": {"is_disabled": True},
        "disable_notification": message.level != "critical",
    }
    if delivery.parent_receipt.isdigit():
        content["reply_parameters"] = {"message_id": int(delivery.parent_receipt), "allow_sending_without_reply": True}
    url = f"{options.api.rstrip('/')}/bot{options.token.get_secret_value()}/sendMessage"
    return HttpParcel(url, json.dumps(content).encode(), (("Content-Type", "application/json"),))


def judge(reply: Reply) -> Outcome:
    """Telegram says in JSON whether it was sent, how long to wait, or why it never will be."""
    said = answer(reply)
    result = said.get("result")
    if 200 <= reply.status < 300:
        if said.get("ok") is True and isinstance(result, dict):
            return sent("Telegram answered ok", result.get("message_id", ""))
        return deferred("Telegram answered something else than ok", problem="answer")
    words = one_line(str(said.get("description", "")), 120)
    if reply.status == 429:
        parameters = said.get("parameters")
        asked = parameters.get("retry_after") if isinstance(parameters, dict) else None
        wait = float(asked) if isinstance(asked, int | float) else retry_after(reply)
        return deferred("Telegram asks to send less often", max(wait, 0.0) if wait is not None else None)
    if reply.status in (401, 404):
        return deferred(f"Telegram does not know the bot's token: {words}", problem="auth")
    if reply.status == 403:
        return refused("no-such-chat", words or "the bot may not write there")
    return judge_http(reply)
