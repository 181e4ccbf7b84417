"""Slack: an incoming webhook, or a bot token with a channel (then follow-ups stay in the thread). Block Kit."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from pydantic import SecretStr, model_validator

from monitor.channels._options import ChannelOptions, SecretUrl
from monitor.channels._replies import answer, deferred, judge_http, refused, retry_after, sent
from monitor.channels._slack_arrived import found as found
from monitor.channels._slack_arrived import metadata
from monitor.channels._slack_blocks import blocks, fallback
from monitor.channels._slack_errors import BOT_PASSING, BOT_REFUSALS, WEBHOOK_REFUSALS
from monitor.model.delivery import Delivery, HttpParcel, Outcome, Reply


class Options(ChannelOptions):
    """Either `webhook_url`, or `token` and `channel`. `api` is for a Slack-compatible server elsewhere."""

    webhook_url: SecretUrl | None = None
    token: SecretStr | None = None
    channel: str = ""
    api: str = "https://slack.com/api"

    @model_validator(mode="after")
    def _one_way(self) -> Options:
        bot = self.token is not None and bool(self.channel)
        if bot == (self.webhook_url is not None):
            raise ValueError("give either webhook_url, or token and channel")
        return self


def compose(delivery: Delivery, options: Options) -> HttpParcel:
    """One post; with a bot token follow-ups go to the thread of the first, else they say which alert they follow."""
    message = delivery.message
    content: dict[str, object] = {"text": fallback(message), "blocks": blocks(message)}
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json; charset=utf-8"),)
    if options.webhook_url is not None:
        return HttpParcel(options.webhook_url.get_secret_value(), json.dumps(content).encode(), headers)
    content |= {"channel": options.channel, "unfurl_links": False, "metadata": metadata(delivery)}
    if delivery.parent_receipt:
        content |= {"thread_ts": delivery.parent_receipt, "reply_broadcast": message.level == "critical"}
    secret = options.token.get_secret_value() if options.token else ""
    headers = (*headers, ("Authorization", f"Bearer {secret}"))
    return HttpParcel(f"{options.api.rstrip('/')}/chat.postMessage", json.dumps(content).encode(), headers)


def judge(reply: Reply) -> Outcome:
    """Slack's own words before its statuses: "ok" or {"ok": true} alone is proof."""
    word = reply.body.strip()
    if reply.status and word in WEBHOOK_REFUSALS:
        return refused(word, f"Slack answered {reply.status}")
    if not 200 <= reply.status < 300:
        return judge_http(reply)
    if word == "ok":
        return sent("Slack answered ok")
    return _judge_bot(reply)


def _judge_bot(reply: Reply) -> Outcome:
    said = answer(reply)
    if said.get("ok") is True:
        return sent("Slack answered ok", said.get("ts", ""))
    error = str(said.get("error", ""))[:60]
    if error in BOT_REFUSALS:
        return refused(error, "Slack will not post it")
    if error in BOT_PASSING:
        return deferred(f"Slack answered {error}", retry_after(reply))
    return deferred(f"Slack answered {error or 'something else than ok'}", problem="auth" if error else "answer")


def lookup(delivery: Delivery, options: Options) -> HttpParcel | None:
    """The question whether an earlier try arrived; only a bot can ask it (and needs the scope channels:history)."""
    if options.token is None:
        return None
    method = "conversations.replies" if delivery.parent_receipt else "conversations.history"
    asked = {"channel": options.channel, "oldest": f"{delivery.created.timestamp():.0f}", "limit": "200"}
    asked |= {"include_all_metadata": "true"} | ({"ts": delivery.parent_receipt} if delivery.parent_receipt else {})
    headers = (("Authorization", f"Bearer {options.token.get_secret_value()}"),)
    return HttpParcel(f"{options.api.rstrip('/')}/{method}?{urlencode(asked)}", b"", headers, "GET")
