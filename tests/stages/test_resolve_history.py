"""Every judgement of the past, told again by pages of our own making: none is missed, none is told twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from monitor.model.alert import Alert, Level
from monitor.model.framework import Framework
from monitor.model.judgement import Inspection, Kind, Mention
from monitor.settings.reference import reference, shipped_inspections
from monitor.stages.alert.levels import verdict
from tests.stages.judgements import Desk, mention, reading

FRAMEWORKS = {framework.slug: framework for framework in reference().frameworks}


def framework_of(inspection: Inspection) -> Framework:
    return FRAMEWORKS[inspection.framework]


def grave(inspection: Inspection) -> bool:
    return verdict(inspection.grades, framework_of(inspection)).level is Level.CRITICAL


def told_on(inspection: Inspection) -> date:
    end = inspection.last_day or (inspection.first_day + timedelta(days=11) if inspection.first_day else None)
    assert inspection.published or end
    return inspection.published or (end or date.min) + timedelta(days=45)


GRAVE = [inspection for inspection in shipped_inspections() if grave(inspection)]
DATED = [inspection for inspection in GRAVE if inspection.precision == "day" and inspection.published]
BETTER = [i for i in shipped_inspections() if not grave(i) and i.published and i.grade("overall")]


def page_about(inspection: Inspection, with_days: bool) -> list[Mention]:
    has_overall = framework_of(inspection).has_overall and inspection.grade("overall")
    grades = {"overall": inspection.grade("overall")} if has_overall else dict(inspection.grades)
    begun = inspection.first_day if with_days and inspection.precision == "day" else None
    return [
        mention(inspection.authority, grade, area, framework=inspection.framework, begun=begun)
        for area, grade in grades.items()
    ]


@pytest.mark.parametrize("with_days", [True, False])
@pytest.mark.parametrize("inspection", DATED, ids=lambda i: str(i.key))
def test_each_past_judgement_alerts_once_from_its_first_page_on(inspection: Inspection, with_days: bool) -> None:
    day = told_on(inspection)
    told: list[str] = []
    desk = Desk()
    for delay, outlet in ((0, "gazette"), (1, "echo"), (13, "reprint"), (70, "followup"), (200, "anniversary")):
        now = day + timedelta(days=delay)
        for row in shipped_inspections(now):
            if row.authority == inspection.authority:
                desk.record.setdefault(row.key, row)
        page = reading(*page_about(inspection, with_days and delay < 2))
        told += [a.authority for a in desk.read(page, now, outlet).alerts if a.level is Level.CRITICAL]
    assert told == [inspection.authority]


@pytest.mark.parametrize("late", [1, 13, 25])
def test_a_judgement_that_shipped_history_knows_but_nobody_was_told_still_alerts(late: int) -> None:
    missed = []
    for inspection in DATED:
        now = told_on(inspection) + timedelta(days=late)
        desk = Desk(*(i for i in shipped_inspections(now) if i.authority == inspection.authority))
        if not desk.read(reading(*page_about(inspection, False)), now).alerts:
            missed.append(inspection.key)
    assert missed == []


@pytest.mark.parametrize("late", [45, 100, 200])
@pytest.mark.parametrize("kind", [Kind.FULL_INSPECTION, Kind.INTERVENTION, Kind.RETROSPECTIVE])
def test_a_page_that_recalls_one_months_later_alerts_nobody(late: int, kind: Kind) -> None:
    told: list[Alert] = []
    for inspection in DATED:
        now = told_on(inspection) + timedelta(days=late)
        desk = Desk(*(i for i in shipped_inspections(now) if i.authority == inspection.authority))
        told += desk.read(reading(*page_about(inspection, False), kind=kind), now).alerts
    assert told == []


def test_better_judgements_never_alert() -> None:
    told: list[Alert] = []
    for inspection in BETTER:
        now = told_on(inspection)
        desk = Desk(*(i for i in shipped_inspections(now) if i.authority == inspection.authority))
        told += desk.read(reading(*page_about(inspection, True)), now).alerts
    assert told == []


def test_days_on_site_after_a_better_report_are_a_new_inspection_however_soon() -> None:
    begun = date(2019, 1, 14)
    told = mention("Hartlepool", framework="ILACS-2018", begun=begun, ended=begun + timedelta(days=11))
    desk = Desk(*(row for row in shipped_inspections(date(2019, 3, 12)) if row.authority == "Hartlepool"))
    assert [alert.authority for alert in desk.read(reading(told), date(2019, 3, 12)).alerts] == ["Hartlepool"]
