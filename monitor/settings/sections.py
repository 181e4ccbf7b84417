"""The shape of monitor.toml: how the service runs. Everything has a default, so the file may be absent."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr

from monitor.settings.fields import ClockTime, Seconds, Secret, Shape, Strings, Wrong, fault_of_address, web_address
from monitor.settings.references import is_reference


def _address_to_bind(value: str) -> str:
    host, _, port = value.rpartition(":")
    if value and not (host and port.isascii() and port.isdigit() and int(port) < 65_536):
        raise Wrong("is no address to listen at", 'write host and port: "127.0.0.1:8800"; "" turns it off')
    return value


def _mailbox(value: str) -> str:
    if not _MAILBOX.fullmatch(value):
        raise Wrong("is no address of a sender", 'write "monitor@example.org" or "Monitor <monitor@example.org>"')
    return value


def _header_words(value: str) -> str:
    if not _HEADER.fullmatch(value):
        raise Wrong("cannot stand in a request's header", "write plain letters, digits and signs on one line")
    return value


def _web_page(value: str) -> str:
    return web_address(value) if value else value


def _secret_address(value: SecretStr) -> SecretStr:
    text = value.get_secret_value()
    if not is_reference(text):
        fault = fault_of_address(text)
        if fault:
            raise Wrong(fault, 'write "env:HEARTBEAT_URL" and set it to a whole address')
    return value


_MAILBOX = re.compile(r"(?:[^<>\r\n\x00]{1,200}<)?[^\s<>@]{1,200}@[^\s<>@]{1,200}>?")
_HEADER = re.compile(r"[ -~]{0,300}")
HeaderWords = Annotated[str, AfterValidator(_header_words)]
WebPage = Annotated[str, AfterValidator(_web_page)]


class Smtp(Shape):
    """The mail server."""

    host: str = Field(default="localhost", min_length=1, description="The mail server's name.")
    port: int = Field(default=25, ge=1, le=65_535, description="587 with starttls, 465 with tls, 25 with none.")
    security: Literal["none", "starttls", "tls"] = Field(default="none", description="How the connection is protected.")
    username: str = Field(default="", description="Leave out where the server asks for no login.")
    password: Secret = None
    sender: Annotated[str, AfterValidator(_mailbox)] = Field(
        default="inspection-monitor@localhost", alias="from", description="The From address."
    )
    timeout: Seconds = 30


class Http(Shape):
    """How the web is asked."""

    allow_private_addresses: bool = Field(default=False, description="True only for tests and intranets.")
    concurrency: int = Field(
        default=32, ge=1, le=1000, description="Requests at once, in all; one that hangs counts for half a second."
    )
    per_host: int = Field(default=2, ge=1, le=64, description="Requests at once to one host.")
    timeout: Seconds = Field(default=30, description="Seconds for one whole request.", ge=1)
    user_agent: HeaderWords = Field(default="", description="Empty: the product's name, version and contact.")
    robots: bool = Field(default=True, description="Obey robots.txt for pages (feeds are offered for polling).")


class User(Shape):
    """Somebody who may sign in to the dashboard."""

    role: Literal["reader", "editor"] = "reader"
    password_hash: Secret = Field(default=None, description="An argon2 hash, by reference: env:NAME or file:/path.")


class Token(Shape):
    """A key for programs that use the API."""

    scope: Literal["read", "edit"] = "read"
    token_hash: Secret = Field(default=None, description="The SHA-256 of the token in hex, by reference.")


class Dashboard(Shape):
    """The pages in the browser."""

    bind: Annotated[str, AfterValidator(_address_to_bind)] = Field(
        default="127.0.0.1:8800", description='Where the pages are served; port 0 takes a free one, "" turns them off.'
    )
    public_url: WebPage = Field(default="", description="The address people use, for links in messages.")
    proxy_header: HeaderWords = Field(
        default="", description="The header in which a reverse proxy names the signed-in user."
    )
    trusted_proxies: Strings = Field(default=(), description="Addresses of proxies whose header is believed.")
    secret: Secret = Field(
        default=None, description="Signs sessions and links; made and kept by the service when absent."
    )
    users: dict[str, User] = Field(default_factory=dict, description="Needed on any address but loopback.")
    tokens: dict[str, Token] = Field(default_factory=dict)


class Operator(Shape):
    """Who hears when something is wrong with the service itself, or a finding should be checked by a person."""

    channels: Strings = Field(default=(), description="Names of channels; console when left out.")
    heartbeat: Annotated[SecretStr, AfterValidator(_secret_address)] | None = Field(
        default=None, description="An address asked at every heartbeat (healthchecks.io style)."
    )
    heartbeat_every: Seconds = Field(default=300, ge=1)
    remind_every: Seconds = Field(default=86_400, ge=60, description="How often an unmended problem is told again.")
    check_doubtful: bool = Field(
        default=True, description="Send doubtful judgements to the operator as 'please check'."
    )


class Digest(Shape):
    """What holds for every channel that does not say otherwise."""

    every: Literal["", "daily", "weekly"] = Field(
        default="", description="Collect notices; critical alerts never wait."
    )
    at: ClockTime = Field(default="07:30", description="Time of day, in the time zone of `timezone`.")
    day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    nothing_new: bool = Field(
        default=True, description="A weekly message with what was really read, when nothing happened."
    )


class Retention(Shape):
    """How long things are kept. Judgements and the keys of entries are kept for ever."""

    pages: Seconds = Field(default=30 * 86_400, ge=86_400, description="Raw pages.")


class Polling(Shape):
    """How feeds are asked, beyond the wish of each one's `every`."""

    audit_every: Seconds = Field(
        default=86_400, ge=60, description="How often a feed is asked without conditions: caches lie."
    )


class Log(Shape):
    """What is written to standard error."""

    format: Literal["auto", "console", "json"] = Field(
        default="auto", description="auto: console on a terminal, else JSON."
    )
    level: Literal["debug", "info", "warning", "error"] = "info"


class MonitorFile(Shape):
    """monitor.toml."""

    database: str = Field(
        default="sqlite:///var/monitor.db",
        description="sqlite:///path (relative to the working directory) or postgresql://user@host/name; "
        "an address with a password stands in the environment: env:DATABASE_URL.",
        repr=False,
    )
    engine: Literal["local", "cluster"] = Field(default="local", description="cluster: workers on PostgreSQL.")
    timezone: str = Field(default="Europe/London", description="For digests and quiet hours.")
    contact: HeaderWords = Field(default="", description="An address or page for webmasters; part of the User-Agent.")
    smtp: Smtp = Smtp()
    http: Http = Http()
    dashboard: Dashboard = Dashboard()
    operator: Operator = Operator()
    digest: Digest = Digest()
    retention: Retention = Retention()
    polling: Polling = Polling()
    log: Log = Log()
