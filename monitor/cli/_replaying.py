"""Replaying cases in order of date through the whole pipeline from extract on, into a fresh temporary ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import track

from monitor.cli._frame import err
from monitor.cli._reading import Reader
from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.model.alert import Alert, AlertKind
from monitor.model.delivery import ChannelPlan
from monitor.model.source import Entry
from monitor.model.trail import Ground
from monitor.pipeline import follow
from monitor.settings.reference import shipped_inspections
from monitor.stages import cases, classify, resolve


def replay(found: Sequence[cases.Case], reader: Reader) -> list[Alert]:
    """Every first alert that the cases would have raised, in order."""
    with TemporaryDirectory(prefix="monitor-replay-") as folder:
        ledger = open_ledger(f"sqlite:///{Path(folder) / 'replay.db'}")
        try:
            ordered = cases.in_order(found)
            moments = (
                alert
                for case in track(ordered, "replaying", console=err, transient=True, disable=not err.is_terminal)
                for alert in _replayed(case, reader, ledger)
            )
            first = [alert for alert in moments if alert.kind is AlertKind.FIRST]
            names = {str(case.get("url") or case.get("id")): str(case.get("id")) for case in found}
            return [_supported(alert, ledger, names) for alert in first]
        finally:
            ledger.close()


def _supported(alert: Alert, ledger: SqlLedger, names: Mapping[str, str]) -> Alert:
    """The alert with every other case that told of its inspection, by id."""
    sources = next((one.sources for one in ledger.inspections([alert.authority]) if one.key == alert.thread), ())
    supporters = dict.fromkeys(names.get(source, "") for source in sources)
    return replace(alert, supported_by=tuple(name for name in supporters if name and name != alert.raised_by))


def _replayed(case: cases.Case, reader: Reader, ledger: SqlLedger) -> tuple[Alert, ...]:
    article = cases.article_of(case)
    now = cases.moment_of(case, reader.now or datetime.now(UTC))
    ledger.seed(shipped_inspections(before=now.date()))
    entry = Entry(
        identity=str(case.get("id") or article.url),
        feed="replay/cases",
        source="replay",
        url=str(case.get("id") or article.url),
        title=article.title,
        published=article.published,
    )
    reading = classify.classify(article, reader.known)
    ground = Ground(reader.watchlist, reader.known, {"console": ChannelPlan("console")}, now)
    names = resolve.concerned(reading, article, now, reader.known)
    return ledger.record(entry, names, partial(follow, entry, article, reading, ground), now).alerts
