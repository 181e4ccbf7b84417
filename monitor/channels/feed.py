"""A feed of alerts in files, as JSON Feed and Atom, for a web server or a shared folder."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from monitor.channels._options import ChannelOptions
from monitor.channels._replies import judge_http
from monitor.channels._words import is_web, one_line, plain
from monitor.model.delivery import Delivery, FeedParcel, Outcome, Reply


class Options(ChannelOptions):
    """`path` without ending: path.json and path.atom are written; `keep` the newest so many."""

    path: Annotated[str, Field(min_length=1)] = "var/alerts"
    title: str = "Inspection Monitor: alerts"
    home_page: str = ""
    keep: Annotated[int, Field(ge=1, le=1000)] = 200


def compose(delivery: Delivery, options: Options) -> FeedParcel:
    """One item; its id is the delivery's key, so that a repeat changes nothing."""
    message = delivery.message
    link = next((link.url for link in message.links if is_web(link.url)), "")
    item: dict[str, object] = {
        "id": delivery.key,
        "title": one_line(message.subject),
        "summary": one_line(message.lead),
        "content_text": plain(message),
        "date_published": delivery.created.isoformat(),
        "tags": [message.kind, message.level],
    }
    if link:
        item["url"] = link
    return FeedParcel(options.path, one_line(options.title), tuple(item.items()), options.home_page, options.keep)


def judge(reply: Reply) -> Outcome:
    """Written and flushed, or tried again."""
    return judge_http(reply)
