"""The whole reading of a file of cases in memory: each page alone, and all of them in order against a growing record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from monitor.model.alert import Alert, Rule, WatchList
from monitor.model.authority import Reference
from monitor.model.judgement import Inspection, Match, Reading
from monitor.model.source import Entry
from monitor.model.trail import Trail
from monitor.settings.reference import reference, shipped_inspections
from monitor.stages.alert import Background, decide
from monitor.stages.cases import article_of, in_order, moment_of, read_json
from monitor.stages.classify import classify
from monitor.stages.evaluate import Evaluation, evaluate
from monitor.stages.resolve import concerned, resolve

NOW = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
RECORDED = (Match.NEW, Match.CONFIRMS, Match.REVISES)


def everyone(known: Reference) -> WatchList:
    names = frozenset(authority.name for authority in known.authorities)
    rule = Rule("everyone", names, ("inadequate",), (), ("console",))
    return WatchList((rule,), ("console",), ("console",))


def cases_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def follow(case: Mapping[str, object], told: Mapping[str, Inspection]) -> Trail:
    """One page against the shipped history before its day and what was `told` since."""
    article, now = article_of(case), moment_of(case, NOW)
    reading: Reading = classify(article, reference())
    names = concerned(reading, article, now, reference())
    record = {i.key: i for i in shipped_inspections(now.date())} | dict(told)
    known = tuple(inspection for inspection in record.values() if inspection.authority in names)
    resolutions = resolve(reading, article, known, now, reference())
    background = Background(everyone(reference()), reference(), known, now)
    decision = decide(reading, resolutions, article, str(case["id"]), background)
    entry = Entry(identity=article.url, feed="cases", source="cases", url=article.url, title=article.title)
    return Trail(
        entry=entry,
        outcome="read",
        why=decision.why,
        article=article,
        reading=reading,
        resolutions=decision.resolutions,
        alerts=decision.alerts,
        doubts=decision.doubts,
    )


def replay(cases: Iterable[Mapping[str, object]]) -> tuple[list[Trail], list[Alert]]:
    """All cases in order of publication, each against what the earlier ones left on record."""
    told: dict[str, Inspection] = {}
    trails: list[Trail] = []
    for case in in_order(cases):
        trail = follow(case, told)
        trails.append(trail)
        told.update({r.inspection.key: r.inspection for r in trail.resolutions if r.match in RECORDED})
    return trails, [alert for trail in trails for alert in trail.alerts]


def evaluated(cases: Sequence[Mapping[str, object]]) -> Evaluation:
    reads = [read_json(str(case["id"]), follow(case, {})) for case in cases]
    _, alerts = replay(cases)
    return evaluate(cases, reads, [alert.as_json() for alert in alerts])
