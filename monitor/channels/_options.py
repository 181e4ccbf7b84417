"""What `[channels.NAME]` may hold for every channel, and the plan made of it."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from monitor.model.delivery import ChannelPlan

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError) as cause:
        raise ValueError(f"{name!r} is no time zone; write one such as Europe/London") from cause
    return name


def _span(text: str) -> str:
    if text and _quiet(text) is None:
        raise ValueError("write two times of day, such as 22:00-07:00")
    return text


def _address(secret: SecretStr) -> SecretStr:
    url = secret.get_secret_value()
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    if not host or not url.startswith(("https://", "http://")) or any(sign.isspace() for sign in url):
        raise ValueError("must be an address beginning with https://")
    return secret


SecretUrl = Annotated[SecretStr, AfterValidator(_address)]
"""A web address that is itself the secret, as incoming webhooks are."""


class ChannelOptions(BaseModel):
    """The options that every channel has; each volume's `Options` adds its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    type: str = Field(default="", description="The volume of the shelf: email, slack, webhook, console, file …")
    enabled: bool = True
    level: Literal["notice", "critical"] = Field(default="notice", description="The least that is sent here.")
    quotes: Literal["short", "none"] = Field(default="short", description="none: no sentence of an article is sent on.")
    digest: Literal["off", "", "daily", "weekly"] = Field(
        default="off", description="Collect notices in a summary; critical alerts never wait."
    )
    digest_at: time = Field(default=time(7, 30), description="When the summary goes out, in `timezone`.")
    digest_day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/London"
    quiet_hours: Annotated[str, AfterValidator(_span)] = Field(
        default="", description='"22:00-07:00": nothing is sent then, in `timezone`.'
    )
    critical_passes: bool = Field(default=True, description="Critical alerts pass the quiet hours.")
    per_hour: int = Field(
        default=0, ge=0, le=3600, description="Beyond so many in an hour they come in one message; 0: no cap."
    )
    nothing_new: bool = Field(
        default=True, description="Send the weekly message that says nothing happened and what was read."
    )


def plan(name: str, options: ChannelOptions) -> ChannelPlan:
    """What the stages need to know of the channel called `name`."""
    return ChannelPlan(
        name=name,
        level=options.level,
        quotes=options.quotes,
        digest="" if options.digest == "off" else options.digest,
        digest_at=options.digest_at,
        digest_day=DAYS.index(options.digest_day),
        timezone=ZoneInfo(options.timezone),
        quiet=_quiet(options.quiet_hours),
        critical_passes=options.critical_passes,
        per_hour=options.per_hour,
        nothing_new=options.nothing_new,
    )


def _quiet(text: str) -> tuple[time, time] | None:
    begin, dash, end = text.partition("-")
    try:
        span = (time.fromisoformat(begin.strip()), time.fromisoformat(end.strip()))
    except ValueError:
        return None
    return span if dash and span[0] != span[1] else None
