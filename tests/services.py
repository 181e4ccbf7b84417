"""Routes for a LocalSite that answer as Slack, Teams and a webhook do, limits and refusals included.

async with LocalSite({"/hook": as_slack()}) as site: ...
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.local_web import Reply, Seen


def as_slack() -> Callable[[Seen], Reply]:
    """An incoming webhook: "ok", or invalid_payload where Slack's limits are not kept."""

    def answer(seen: Seen) -> Reply:
        fault = slack_fault(seen.body)
        return Reply(b"invalid_payload", 400) if fault else Reply(b"ok")

    return answer


def slack_fault(body: bytes) -> str:
    """What Slack would not take in this post: "" when it would."""
    post = json.loads(body)
    blocks = post.get("blocks", [])
    if not post.get("text") or len(blocks) > 50:
        return "no text, or more than 50 blocks"
    for block in blocks:
        kind = block["type"]
        if kind == "header" and not 0 < len(block["text"]["text"]) <= 150:
            return "a header of more than 150 characters"
        if kind == "section" and "text" in block and not 0 < len(block["text"]["text"]) <= 3000:
            return "a section of more than 3,000 characters"
        fields = block.get("fields", [])
        if len(fields) > 10 or any(not 0 < len(one["text"]) <= 2000 for one in fields):
            return "more than 10 fields, or a field of more than 2,000 characters"
        if kind == "context" and not 0 < len(block["elements"]) <= 10:
            return "more than 10 elements"
    return ""


def as_slack_bot(channels: tuple[str, ...] = ("C1",), token: str = "xoxb-1") -> Callable[[Seen], Reply]:
    """chat.postMessage: 200 whatever happens, with "ok" and a "ts" that counts up."""
    count = 0

    def answer(seen: Seen) -> Reply:
        nonlocal count
        post = json.loads(seen.body)
        error = "invalid_auth" if seen.headers.get("authorization") != f"Bearer {token}" else ""
        error = error or ("" if post.get("channel") in channels else "channel_not_found")
        error = error or ("invalid_blocks" if slack_fault(seen.body) else "")
        if error:
            return Reply(json.dumps({"ok": False, "error": error}).encode())
        count += 1
        return Reply(json.dumps({"ok": True, "ts": f"1700000000.{count:06}", "channel": post["channel"]}).encode())

    return answer


def as_teams() -> Callable[[Seen], Reply]:
    """A workflow's webhook: 202 without a body, 413 for more than 28 KB, 400 for no card."""

    def answer(seen: Seen) -> Reply:
        if len(seen.body) > 28 * 1024:
            return Reply(b"too large", 413)
        cards = json.loads(seen.body).get("attachments", [])
        return Reply(b"", 202) if cards and cards[0]["content"]["type"] == "AdaptiveCard" else Reply(b"no card", 400)

    return answer


@dataclass
class KeyedReceiver:
    """A webhook's receiver that honours Idempotency-Key: `kept` holds each key once, `posts` counts every try."""

    kept: dict[str, bytes] = field(default_factory=dict)
    posts: int = 0

    def __call__(self, seen: Seen) -> Reply:
        """Take it, or say that it is there already."""
        self.posts += 1
        self.kept.setdefault(seen.headers["idempotency-key"], seen.body)
        return Reply(b"kept", 200)
