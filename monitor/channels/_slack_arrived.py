"""Whether an earlier try of a Delivery arrived in a Slack channel: its key travels as the post's metadata."""

from __future__ import annotations

from monitor.channels._replies import answer, sent
from monitor.model.delivery import Delivery, Outcome, Reply


def metadata(delivery: Delivery) -> dict[str, object]:
    """What a bot's post carries unseen."""
    return {"event_type": "inspection_monitor", "event_payload": {"key": delivery.key}}


def found(reply: Reply, delivery: Delivery) -> Outcome | None:
    """Sent, when the answer to `lookup` holds this delivery's key; None when it does not, or cannot be told."""
    listed = answer(reply).get("messages")
    for post in listed if isinstance(listed, list) else ():
        if isinstance(post, dict) and post.get("metadata") == metadata(delivery):
            return sent("found in the channel: an earlier try had arrived", post.get("ts", ""))
    return None
