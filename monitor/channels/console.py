"""The terminal: what to use before any other channel is set up."""

from __future__ import annotations

from monitor.channels._options import ChannelOptions
from monitor.channels._replies import judge_http
from monitor.channels._words import one_line, plain
from monitor.model.delivery import Delivery, LineParcel, Outcome, Reply


class Options(ChannelOptions):
    """Nothing beyond what every channel has."""


def compose(delivery: Delivery, options: Options) -> LineParcel:
    """Subject, a rule as long, and the text."""
    subject = one_line(delivery.message.subject)
    rule = "=" * min(len(subject), 78)
    return LineParcel("-", f"\n{subject}\n{rule}\n{plain(delivery.message)}", delivery.key)


def judge(reply: Reply) -> Outcome:
    """Written, or tried again."""
    return judge_http(reply)
