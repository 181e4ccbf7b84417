"""Settings: all that config/ says, as frozen values; and the Channels as set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from monitor.model.alert import WatchList
from monitor.model.source import Feed, Source
from monitor.settings.sections import (
    Dashboard,
    Digest,
    Http,
    Log,
    Operator,
    Polling,
    Retention,
    Smtp,
)


@dataclass(frozen=True, slots=True)
class ChannelSetting:
    """A Channel as set in the file.

    `type` is the volume of the shelf of channels, `options` that volume's own frozen Options (secrets inside are never
    shown); `target` where it goes, fit to be shown; `implied` when it was made because the file set none.
    """

    name: str
    type: str
    options: BaseModel = field(repr=False)
    target: str = ""
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What the service runs by. `remarks` are sentences for the operator: nothing wrong, but worth knowing.

    `database` is an SQLAlchemy address and may hold a password: it is never shown (see `database_shown`).
    """

    folder: Path
    watchlist: WatchList
    channels: Mapping[str, ChannelSetting]
    sources: tuple[Source, ...]
    database: str = field(repr=False)
    engine: str = "local"
    timezone: str = "Europe/London"
    contact: str = ""
    user_agent: str = ""
    smtp: Smtp = field(default_factory=Smtp)
    http: Http = field(default_factory=Http)
    dashboard: Dashboard = field(default_factory=Dashboard)
    operator: Operator = field(default_factory=Operator)
    digest: Digest = field(default_factory=Digest)
    retention: Retention = field(default_factory=Retention)
    polling: Polling = field(default_factory=Polling)
    log: Log = field(default_factory=Log)
    remarks: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where a Source or Rule was written: "sources/bbc.toml", "watchlist.toml:4"."""

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """Every Feed that is to be polled: those of enabled Sources."""
        return tuple(feed for source in self.sources if source.enabled for feed in source.feeds)

    @property
    def retention_days(self) -> int:
        """How many days raw pages are kept."""
        return self.retention.pages // 86_400

    @property
    def database_shown(self) -> str:
        """The database's address without its password."""
        scheme, mark, rest = self.database.partition("://")
        return f"{scheme}{mark}…@{rest.rpartition('@')[2]}" if "@" in rest else self.database
