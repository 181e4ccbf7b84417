"""Everything else: Pushover, SMS gateways, Matrix, Signal and a hundred more services, through apprise."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, SecretStr

from monitor.channels._options import ChannelOptions
from monitor.channels._replies import judge_http
from monitor.channels._words import cut, one_line, plain
from monitor.model.delivery import ApprisePayload, Delivery, Outcome, Reply

TITLE, TEXT = 250, 20_000
"""apprise itself cuts to what each service takes."""


def _service(secret: SecretStr) -> SecretStr:
    scheme, mark, rest = secret.get_secret_value().partition("://")
    if not (mark and rest and scheme.replace("+", "").isalnum()):
        raise ValueError("must be an address as apprise writes it, such as pover://USER@TOKEN")
    return secret


class Options(ChannelOptions):
    """`url` of the service as apprise's list writes it; it holds the keys and is a secret."""

    url: Annotated[SecretStr, AfterValidator(_service)]


def compose(delivery: Delivery, options: Options) -> ApprisePayload:
    """Title and plain text; the level decides apprise's colour and sound."""
    message = delivery.message
    level = "failure" if message.level == "critical" else "info"
    text = cut(plain(message), TEXT)
    return ApprisePayload(options.url.get_secret_value(), one_line(message.subject, TITLE), text, level)


def judge(reply: Reply) -> Outcome:
    """apprise says only yes or no: a no is tried again, an address it cannot read waits for a person."""
    return judge_http(reply)
