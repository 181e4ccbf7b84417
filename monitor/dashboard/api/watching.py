"""For watchers: is the process up, can it serve, and its numbers for Prometheus."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.responses import JSONResponse, PlainTextResponse, Response

from monitor import __version__
from monitor.dashboard.desk import Desk, DeskHere, Reader
from monitor.errors import LedgerError

router = APIRouter(include_in_schema=False)
COUNTED = ("entries", "entries.waiting", "articles", "inspections", "alerts", "problems.open", "doubts.open", "feeds")
"""What can be counted quickly, however much is on record."""


@router.get("/healthz")
async def healthz() -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


@router.get("/readyz")
def readyz(desk: DeskHere) -> Response:
    """The ledger answers too, and something is followed."""
    try:
        desk.ledger.recall("dashboard/ready")
    except LedgerError as cause:
        return JSONResponse({"ready": False, "why": str(cause)}, 503)
    return JSONResponse({"ready": True})


@router.get("/metrics")
def metrics(desk: DeskHere, person: Reader) -> Response:
    """Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Numbers(desk))
    return Response(generate_latest(registry), media_type="text/plain; version=0.0.4; charset=utf-8")


class _Numbers(Collector):
    """The ledger's counts and every feed's state at the moment of asking."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def describe(self) -> Iterator[Metric]:
        """Nothing is known before it is asked for."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Everything, read now."""
        version = GaugeMetricFamily("monitor_build", "The version that runs.", labels=["version"])
        version.add_metric([__version__], 1)
        yield version
        counted = GaugeMetricFamily("monitor_records", "How much is on record, by kind.", labels=["kind"])
        for kind, count in self._desk.ledger.counts(COUNTED).items():
            counted.add_metric([kind], count)
        yield counted
        yield from self._feeds()

    def _feeds(self) -> Iterator[Metric]:
        now, states = self._desk.now, self._desk.ledger.feed_states()
        age = GaugeMetricFamily("monitor_feed_read_age_seconds", "Since a feed was last read well.", labels=["feed"])
        failures = GaugeMetricFamily("monitor_feed_failures", "Failed polls in a row.", labels=["feed"])
        for key in self._desk.world.feeds:
            state = states.get(key)
            if state and state.read:
                age.add_metric([key], (now - state.read).total_seconds())
            failures.add_metric([key], state.failures if state else 0)
        yield age
        yield failures
        followed = GaugeMetricFamily("monitor_feeds_followed", "Feeds in the config.")
        followed.add_metric([], len(self._desk.world.feeds))
        yield followed
