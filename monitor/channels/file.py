"""A file of JSON lines: one line an alert, for other programs to follow."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field

from monitor.channels._options import ChannelOptions
from monitor.channels._replies import judge_http
from monitor.model.delivery import Delivery, LineParcel, Outcome, Reply


class Options(ChannelOptions):
    """`path` of the file, made with its folder when it is missing."""

    path: Annotated[str, Field(min_length=1)] = "var/alerts.jsonl"


def compose(delivery: Delivery, options: Options) -> LineParcel:
    """One line; its "key" lets a repeat after a crash be seen and left out."""
    message = delivery.message
    line = {
        "key": delivery.key,
        "created": delivery.created.isoformat(),
        "kind": message.kind,
        "subject": message.subject,
        "lead": message.lead,
        "items": list(message.items),
        "alert": dict(message.body),
    }
    return LineParcel(options.path, json.dumps(line, ensure_ascii=False) + "\n", delivery.key)


def judge(reply: Reply) -> Outcome:
    """Written and flushed, or tried again (a full disk may be cleared)."""
    return judge_http(reply)
