"""What the Post must know: the mail server, time limits, where the console is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TextIO


@dataclass(frozen=True, slots=True)
class SmtpOptions:
    """The mail server. `security` is none, starttls or tls, and is never weakened; times in seconds.

    `sender` may carry a name ("Inspection Monitor <monitor@example.org>"); `ca_file` is a bundle to trust instead of
    the system's.
    """

    host: str = "localhost"
    port: int = 25
    security: str = "none"
    sender: str = "inspection-monitor@localhost"
    username: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30.0
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class PostOptions:
    """`console` None is standard output (a command with --json gives standard error); times in seconds."""

    smtp: SmtpOptions = SmtpOptions()
    console: TextIO | None = None
    connect_timeout: float = 10.0
    answer_timeout: float = 30.0
    total_timeout: float = 90.0
    user_agent: str = "inspection-monitor"
