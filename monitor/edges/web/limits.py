"""WebOptions: how much, how fast, how long, where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

KB, MB = 1024, 1024 * 1024
HOUR, DAY = 3600.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Caps:
    """What one fetch may cost: `seconds` on the wire (redirects included), `wire` bytes as sent, `body` bytes unpacked."""

    seconds: float
    wire: int
    body: int


CAPS: Mapping[str, Caps] = MappingProxyType(
    {
        "feed": Caps(30, 2 * MB, 2 * MB),
        "page": Caps(30, 4 * MB, 4 * MB),
        "report": Caps(60, 20 * MB, 20 * MB),
        "robots": Caps(10, 512 * KB, 512 * KB),
    }
)


@dataclass(frozen=True, slots=True)
class WebOptions:
    """Everything that can be set about the web hand; seconds, bytes, counts.

    `user_agent` is a product token with a version and `contact` an address or page for webmasters: together they are the
    User-Agent. `concurrency` requests are under way at once; one that waits longer than half a second no longer
    counts (manners.py). `spacing` seconds lie between two requests to one host; `gentle` asks for more on hosts that end in a
    given name. `ports` bind only while private addresses are refused: an intranet may use any port above 1023.
    """

    user_agent: str = "InspectionMonitor/0.1"
    contact: str = ""
    concurrency: int = 32
    per_host: int = 2
    spacing: float = 0.0
    gentle: tuple[tuple[str, float], ...] = (("ofsted.gov.uk", 2.0),)
    connect_seconds: float = 10.0
    silence_seconds: float = 15.0
    seconds: float | None = None
    """One time cap for every purpose, twice as long for reports; None leaves each its own."""
    caps: Mapping[str, Caps] = field(default_factory=lambda: CAPS)
    allow_private_addresses: bool = False
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    robots: bool = True
    robots_kept: float = DAY
    header_bytes: int = 64 * KB
    header_lines: int = 256
    redirects: int = 10
    idle_connections: int = 128
    idle_seconds: float = 15.0
    names_kept: float = 60.0

    @property
    def agent(self) -> str:
        """The User-Agent header: who we are and how to reach us."""
        return f"{self.user_agent} (+{self.contact})" if self.contact else self.user_agent

    def caps_for(self, purpose: str) -> Caps:
        """The caps of a purpose; an unknown one gets those of a page."""
        caps = self.caps.get(purpose) or CAPS["page"]
        if self.seconds is None:
            return caps
        return replace(caps, seconds=self.seconds * 2 if purpose == "report" else self.seconds)

    def spacing_for(self, host: str) -> float:
        """Seconds between two requests to `host`."""
        asked = (seconds for name, seconds in self.gentle if host == name or host.endswith(f".{name}"))
        return max(self.spacing, *asked, 0.0)
