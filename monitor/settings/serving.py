"""monitor.toml: how the service runs, and what containers may set from outside."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from typing import Any

from monitor import __version__
from monitor.settings.checking import Checker
from monitor.settings.findings import Findings, Place
from monitor.settings.references import is_reference
from monitor.settings.sections import MonitorFile

DATABASES = ("sqlite", "postgresql", "postgresql+psycopg")
OVERRIDES = {
    "MONITOR_DATABASE": ("database",),
    "MONITOR_ENGINE": ("engine",),
    "MONITOR_BIND": ("dashboard", "bind"),
    "MONITOR_EDITOR_HASH": ("dashboard", "users", "editor", "password_hash"),
}
"""Environment variables that stand in for a line of monitor.toml, for containers."""


@dataclass(frozen=True)
class ServiceReader:
    """Turns the file into a MonitorFile."""

    checker: Checker

    @property
    def findings(self) -> Findings:
        """Where problems go."""
        return self.checker.resolver.findings

    def service(self, place: Place) -> MonitorFile:
        """What the file at `place` says; whatever it does not say has a default."""
        values = self._overridden(place.file.values)
        service = self.checker.checked(MonitorFile, values, place) or MonitorFile()
        self._judge(service, values, place)
        return service

    def _overridden(self, values: dict[str, Any]) -> dict[str, Any]:
        for variable, where in OVERRIDES.items():
            if self.checker.resolver.environ.get(variable):
                values = _with(values, where, f"env:{variable}")
                self.findings.remark(f"{'.'.join(where)} is taken from {variable}")
        return values

    def _judge(self, service: MonitorFile, values: dict[str, Any], place: Place) -> None:
        self._judge_database(service, values, place)
        if not _is_zone(service.timezone):
            remedy = 'write one such as "Europe/London"'
            self.findings.problem(place.at("timezone"), f"unknown time zone '{service.timezone}'", remedy)
        host = service.dashboard.bind.rpartition(":")[0]
        if host and not _is_loopback(host) and not (service.dashboard.users or service.dashboard.proxy_header):
            remedy = "add [dashboard.users.<name>], or bind to 127.0.0.1"
            self.findings.problem(
                place.at("dashboard", "bind"), f"{host} is open to others, and there are no users", remedy
            )
        smtp = service.smtp
        if smtp.password and smtp.security == "none" and not _is_loopback(smtp.host):
            self.findings.remark(
                f'[smtp] sends its password to {smtp.host} in the clear: security = "starttls" protects it'
            )

    def _judge_database(self, service: MonitorFile, values: dict[str, Any], place: Place) -> None:
        scheme, _, rest = service.database.partition("://")
        remedy = 'write "sqlite:///var/monitor.db" or "postgresql://user@host/name"'
        if is_reference(service.database):
            return
        if scheme not in DATABASES or (scheme == "sqlite" and not rest.strip("/")):
            self.findings.problem(place.at("database"), "is no address of a database this service can use", remedy)
        elif ":" in rest.rpartition("@")[0] and service.database == values.get("database"):
            self.findings.remark("the database's password stands in the file itself: MONITOR_DATABASE keeps it out")
        if service.engine == "cluster" and scheme == "sqlite":
            self.findings.problem(place.at("engine"), "a cluster needs PostgreSQL", 'set database = "postgresql://…"')


def _with(values: dict[str, Any], where: tuple[str, ...], value: str) -> dict[str, Any]:
    key, rest = where[0], where[1:]
    inner = values.get(key)
    return {**values, key: _with(inner if isinstance(inner, dict) else {}, rest, value) if rest else value}


def _is_loopback(host: str) -> bool:
    return host in ("localhost", "::1", "[::1]") or host.startswith("127.")


def channel_defaults(service: MonitorFile) -> dict[str, object]:
    """What channels take from [digest] and `timezone` where their own tables are silent."""
    own = {"every": "digest", "at": "digest_at", "day": "digest_day", "nothing_new": "nothing_new"}
    found: dict[str, object] = {own[name]: getattr(service.digest, name) for name in service.digest.model_fields_set}
    own_zone = "timezone" in service.model_fields_set and _is_zone(service.timezone)
    return found | {"timezone": service.timezone} if own_zone else found


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


def user_agent(service: MonitorFile) -> str:
    """How we introduce ourselves: name, version, and a contact address where one is given."""
    contact = f" (+{service.contact})" if service.contact else ""
    return service.http.user_agent or f"inspection-monitor/{__version__}{contact}"
