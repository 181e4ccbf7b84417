"""The composition root: config and environment become a World, with every hand in place."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from monitor.channels._options import ChannelOptions, plan
from monitor.edges.bench import ProcessBench
from monitor.edges.clock import clock_from, running_clock_from
from monitor.edges.ledger import open_ledger
from monitor.edges.post import PostOptions, RealPost, SmtpOptions
from monitor.edges.web import HttpWeb, WebOptions
from monitor.engines.oversight import Duties, Oversight
from monitor.errors import ConfigError, ConfigProblem
from monitor.model.delivery import Delivery
from monitor.ports import Channel, World
from monitor.settings import Settings, load
from monitor.settings.keeping import fingerprint
from monitor.settings.reference import reference, shipped_inspections
from monitor.shelf import volumes

SECRET_KEY = "dashboard/secret"  # noqa: S105 - where it is kept, not what it is


def web_options(settings: Settings) -> WebOptions:
    """How the web is asked, from [http]."""
    return WebOptions(
        user_agent=settings.user_agent,
        concurrency=settings.http.concurrency,
        per_host=settings.http.per_host,
        seconds=float(settings.http.timeout),
        robots=settings.http.robots,
        allow_private_addresses=settings.http.allow_private_addresses,
    )


def post_options(settings: Settings, console: TextIO | None) -> PostOptions:
    """The mail server and the console, from [smtp]; `console` None is standard output."""
    smtp = settings.smtp
    return PostOptions(
        smtp=SmtpOptions(
            host=smtp.host,
            port=smtp.port,
            security=smtp.security,
            sender=smtp.sender,
            username=smtp.username,
            password=smtp.password.get_secret_value() if smtp.password else "",
            timeout=float(smtp.timeout),
        ),
        console=console,
        user_agent=settings.user_agent,
    )


def duties(settings: Settings) -> Duties:
    """What the oversight is asked to do, from [operator]; the canary's files lie beside the ledger's."""
    operator, path = settings.operator, settings.database.partition("sqlite:///")[2]
    return Duties(
        operator=settings.watchlist.operator,
        remind_every=float(operator.remind_every),
        check_doubtful=operator.check_doubtful,
        heartbeat=operator.heartbeat.get_secret_value() if operator.heartbeat else "",
        perch=Path(path).parent if path else Path("var"),
    )


def channels(settings: Settings) -> Mapping[str, Channel]:
    """Every channel of the config with its volume's functions bound to its options."""
    shelf = volumes("monitor.channels", ("Options", "compose", "judge"))
    ready = {}
    for name, setting in settings.channels.items():
        volume, options = shelf[setting.type], setting.options
        assert isinstance(options, ChannelOptions)
        compose = partial(_composed, volume.compose, options)
        lookup = partial(_composed, volume.lookup, options) if hasattr(volume, "lookup") else None
        found = getattr(volume, "found", None)
        ready[name] = Channel(name, setting.type, plan(name, options), compose, volume.judge, lookup, found)
    return MappingProxyType(ready)


def _composed(compose: Callable[[Delivery, Any], Any], options: ChannelOptions, delivery: Delivery) -> Any:  # noqa: ANN401
    return compose(delivery, options)


def _needs_restart(folder: Path) -> ConfigProblem:
    return ConfigProblem(
        folder / "monitor.toml", None, "database", "was changed while the service runs", "restart the service"
    )


class Installation:
    """One config folder opened: its settings and its World; reload exchanges both and keeps the ledger.

    Making one and `reload` raise ConfigError with every problem found; `reload` then leaves everything as it was.
    """

    def __init__(self, folder: Path, environ: Mapping[str, str], console: TextIO | None = None) -> None:
        self.folder = folder
        self._environ = environ
        self._console = console
        self._reference = reference()
        self.settings = load(folder, environ, self._reference)
        self._loaded = fingerprint(folder)
        self._clock = running_clock_from(environ) if console is None else clock_from(environ)
        self.ledger = open_ledger(self.settings.database)
        self.ledger.seed(shipped_inspections(before=self._clock.now().date()))
        self._bench = ProcessBench()
        self.world = self._world(self.settings)
        self.oversight = Oversight(self.world, self.ledger, duties(self.settings))

    def _world(self, settings: Settings) -> World:
        return World(
            clock=self._clock,
            web=HttpWeb(web_options(settings), self._clock),
            post=RealPost(post_options(settings, self._console)),
            ledger=self.ledger,
            bench=self._bench,
            reference=self._reference,
            sources=settings.sources,
            watchlist=settings.watchlist,
            channels=channels(settings),
            audit_every=float(settings.polling.audit_every),
            public_url=settings.dashboard.public_url,
            secret=self._secret(settings) if settings.dashboard.public_url else "",
        )

    @property
    def secret(self) -> str:
        """What signs sessions, forms and links."""
        return self._secret(self.settings)

    def _secret(self, settings: Settings) -> str:
        """The configured secret, else one that is made once and kept in the ledger."""
        set_one = settings.dashboard.secret
        if set_one and set_one.get_secret_value():
            return set_one.get_secret_value()
        if not self.ledger.recall(SECRET_KEY):
            self.ledger.remember(SECRET_KEY, secrets.token_urlsafe(32), self._clock.now())
        return self.ledger.recall(SECRET_KEY)

    def edited(self) -> bool:
        """Whether the folder differs from what was loaded, or tried, last."""
        return fingerprint(self.folder) != self._loaded

    async def reload(self) -> None:
        """Load the folder again. Raises ConfigError and changes nothing when it has problems."""
        self._loaded = fingerprint(self.folder)
        settings = load(self.folder, self._environ, self._reference)
        if settings.database != self.settings.database:
            raise ConfigError([_needs_restart(self.folder)])
        former, self.world, self.settings = self.world, self._world(settings), settings
        self.oversight = Oversight(self.world, self.ledger, duties(settings), self.oversight.canary)
        await former.web.close()
        await former.post.close()

    @contextmanager
    def claimed(self, owner: str) -> Iterator[None]:
        """Be the one service of this database while the block runs; LedgerBusy when another is."""
        with self.ledger.claim(owner):
            yield

    async def upkeep(self) -> int:
        """Drop what is past its time; how many rows changed."""
        return await asyncio.to_thread(self.ledger.prune, self._clock.now(), self.settings.retention_days)

    async def close(self) -> None:
        """Let go of everything."""
        await self.world.web.close()
        await self.world.post.close()
        await self._bench.close()
        self.ledger.close()
