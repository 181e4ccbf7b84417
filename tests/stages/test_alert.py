"""Whether a resolved judgement is told, how loud, to whom, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.alert import Level, WatchList
from monitor.model.judgement import Kind
from monitor.settings.reference import reference
from monitor.stages.alert.levels import verdict
from tests.stages.judgements import EVERYONE, Desk, article, matches, mention, only, reading, recorded

DAY = date(2024, 2, 13)
LATE = date(2026, 11, 17)
ILACS = {framework.slug: framework for framework in reference().frameworks}


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.mark.parametrize(
    ("framework", "grades", "level", "area"),
    [
        ("ILACS-2023", {"overall": "inadequate"}, Level.CRITICAL, "overall"),
        ("ILACS-2023", {"overall": "requires improvement", "leaders": "inadequate"}, Level.NOTICE, "leaders"),
        ("ILACS-2023", {"overall": "good"}, None, ""),
        ("ILACS-2023", {"leaders": "inadequate"}, Level.NOTICE, "leaders"),
        ("ILACS-2023", {"help_and_protection": "inadequate"}, Level.CRITICAL, "overall"),
        ("ILACS-2023", {"in_care": "inadequate", "leaders": "good"}, Level.CRITICAL, "overall"),
        ("ILACS-2023", {"care_leavers": "inadequate"}, Level.CRITICAL, "overall"),
        ("ILACS-2018", {"care_leavers": "inadequate"}, Level.NOTICE, "care_leavers"),
        ("SIF", {"care_leavers": "inadequate"}, Level.NOTICE, "care_leavers"),
        ("ILACS-2023", {"overall": "requires improvement", "in_care": "inadequate"}, Level.NOTICE, "in_care"),
        ("ILACS-2023", {"leaders": "inadequate", "in_care": "inadequate"}, Level.CRITICAL, "overall"),
        ("SIF", {"adoption": "inadequate", "care_leavers": "inadequate"}, Level.NOTICE, "care_leavers"),
        ("SIF", {"overall": "good", "adoption": "inadequate", "leaders": "inadequate"}, Level.NOTICE, "leaders"),
        ("ILACS-2026", {"care_leavers": "inadequate", "leaders": "good"}, Level.CRITICAL, "care_leavers"),
        ("ILACS-2026", {"care_leavers": "inadequate", "leaders": "inadequate"}, Level.CRITICAL, "leaders"),
        ("ILACS-2026", {"unspecified": "inadequate"}, Level.CRITICAL, "unspecified"),
        ("ILACS-2026", {"overall": "inadequate"}, Level.CRITICAL, "unspecified"),
        ("ILACS-2026", {"leaders": "requires improvement"}, None, ""),
        ("SCOTLAND", {"leaders": "unsatisfactory"}, None, ""),
    ],
)
def test_how_loud_a_set_of_grades_is(framework: str, grades: dict[str, str], level: Level | None, area: str) -> None:
    found = verdict(tuple(grades.items()), ILACS[framework])
    assert (found.level, found.area) == (level, area)
    assert found.why


def test_grades_that_no_report_ever_had_together_are_told_as_stated_and_doubted() -> None:
    page = reading(mention(grade="requires improvement"), mention(area="in_care"))
    decision = Desk().read(page, DAY)
    assert [alert.level for alert in decision.alerts] == [Level.NOTICE]
    assert "every report on record" in decision.doubts[0].speaks_against[0]


def test_grades_of_an_unknown_framework_alert_nobody() -> None:
    assert verdict((("overall", "inadequate"),), None).level is None


def test_an_alert_says_who_what_why_and_what_was_before() -> None:
    old = recorded("tameside/sif/2016-09-26", {"overall": "inadequate"}, date(2016, 12, 9))
    newer = recorded("tameside/ilacs/2019-05-13", {"overall": "requires improvement"}, date(2019, 6, 25))
    page = reading(mention("Tameside", begun=date(2023, 12, 4)), mention("Tameside", area="leaders"))
    (alert,) = Desk(old, newer).read(page, DAY).alerts
    assert (alert.authority, alert.code, alert.area, alert.grade) == ("Tameside", "E08000008", "overall", "inadequate")
    assert alert.event_key == "tameside/ilacs/2023-12-04/overall"
    assert alert.history == ("2019 requires improvement", "2016 inadequate")
    assert alert.before == newer.grades
    assert dict(alert.grades) == {"overall": "inadequate", "leaders": "inadequate"}
    assert alert.notify == (("console", ("everyone",)),)
    assert "inadequate overall" in alert.why and "everyone" in alert.why
    assert (alert.confirmed, alert.published, alert.quote) == ("reported", DAY, "Tameside: overall inadequate")


def test_a_later_page_that_lifts_a_notice_to_critical_alerts_again_once() -> None:
    desk = Desk()
    desk.read(reading(mention(area="leaders")), DAY)
    desk.read(reading(mention()), DAY + days(1), "echo")
    desk.read(reading(mention()), DAY + days(2), "post")
    assert [(kind, level) for _, kind, level in desk.alerts] == [("first", "notice"), ("first", "critical")]
    keys = [alert.key for decision in desk.decisions for alert in decision.alerts]
    assert len(keys) == len(set(keys))
    assert len({alert.thread for decision in desk.decisions for alert in decision.alerts}) == 1


def test_further_inadequate_areas_are_told_quietly_in_the_thread() -> None:
    desk = Desk()
    desk.read(reading(mention(area="leaders")), LATE)
    desk.read(reading(mention(area="in_care"), mention(area="leaders")), LATE + days(1), "echo")
    desk.read(reading(mention(area="in_care"), mention(area="leaders")), LATE + days(2), "post")
    assert [(kind, level) for _, kind, level in desk.alerts] == [("first", "critical"), ("further", "notice")]


def test_areas_under_an_overall_grade_already_told_are_not_told_again() -> None:
    desk = Desk()
    desk.read(reading(mention()), DAY)
    desk.read(reading(mention(area="in_care")), DAY + days(1), "echo")
    assert len(desk.alerts) == 1


class TestTheOfficialReport:
    def told(self, *grades: tuple[str, str], press: tuple[tuple[str, str], ...] = (("overall", "inadequate"),)) -> Desk:
        desk = Desk()
        desk.read(reading(*(mention(area=area, grade=grade) for area, grade in press)), DAY)
        official = reading(
            *(mention(area=area, grade=grade, begun=date(2023, 12, 4)) for area, grade in grades), origin="register"
        )
        desk.read(official, DAY + days(1), "register")
        desk.read(official, DAY + days(2), "register")
        return desk

    def test_confirms_what_was_told(self) -> None:
        desk = self.told(("overall", "inadequate"))
        assert [kind for _, kind, _ in desk.alerts] == ["first", "confirmation"]
        assert desk.decisions[1].alerts[0].confirmed == "confirmed"

    def test_withdraws_what_it_does_not_say(self) -> None:
        desk = self.told(("overall", "requires improvement"), ("leaders", "requires improvement"))
        assert [kind for _, kind, _ in desk.alerts] == ["first", "withdrawal"]
        withdrawal = desk.decisions[1].alerts[0]
        assert (withdrawal.confirmed, withdrawal.grade) == ("contradicted", "inadequate")

    def test_corrects_what_differs(self) -> None:
        desk = self.told(
            ("overall", "inadequate"), ("leaders", "good"), press=(("overall", "inadequate"), ("leaders", "inadequate"))
        )
        assert [kind for _, kind, _ in desk.alerts] == ["first", "correction"]

    def test_lifts_a_notice_to_critical(self) -> None:
        desk = self.told(("overall", "inadequate"), press=(("leaders", "inadequate"),))
        assert [(kind, level) for _, kind, level in desk.alerts][:2] == [("first", "notice"), ("first", "critical")]

    def test_alerts_by_itself_when_it_comes_first(self) -> None:
        desk = Desk()
        (alert,) = desk.read(reading(mention(), origin="register"), DAY).alerts
        assert (alert.kind, alert.confirmed) == ("first", "confirmed")

    def test_confirms_even_weeks_later(self) -> None:
        desk = Desk()
        desk.read(reading(mention()), DAY)
        desk.read(reading(mention(begun=date(2023, 12, 4)), origin="register"), DAY + days(1), now=DAY + days(40))
        assert [kind for _, kind, _ in desk.alerts] == ["first", "confirmation"]


def test_an_unsure_reading_is_a_doubt_with_what_speaks_for_and_against() -> None:
    decision = Desk().read(reading(mention(confidence=0.2)), DAY)
    assert decision.alerts == ()
    (doubt,) = decision.doubts
    assert (doubt.authority, doubt.grade) == ("Kirklees", "inadequate")
    assert "sure" in doubt.speaks_against[0] and doubt.speaks_for
    assert "please check" in decision.why


def test_a_doubt_is_not_taken_for_told_so_a_surer_page_still_alerts() -> None:
    desk = Desk()
    desk.read(reading(mention(confidence=0.2)), DAY)
    desk.read(reading(mention()), DAY + days(1), "echo")
    assert desk.critical == ["Kirklees"]


def test_an_unsure_reading_of_what_was_told_already_troubles_nobody() -> None:
    desk = Desk()
    desk.read(reading(mention()), DAY)
    assert desk.read(reading(mention(confidence=0.2)), DAY + days(1), "echo").doubts == ()


def test_an_unsure_good_grade_troubles_nobody() -> None:
    assert Desk().read(reading(mention(grade="good", confidence=0.2)), DAY).doubts == ()


def test_a_page_with_many_councils_newly_inadequate_is_a_list_and_a_doubt() -> None:
    names = ("Kirklees", "Leeds", "Bradford", "Wakefield", "Calderdale")
    decision = Desk().read(reading(*(mention(name) for name in names), kind=Kind.ROUNDUP), DAY)
    assert decision.alerts == ()
    assert len(decision.doubts) == len(names)


def test_three_councils_on_one_page_are_news() -> None:
    desk = Desk()
    desk.read(reading(*(mention(name) for name in ("Kirklees", "Leeds", "Bradford")), kind=Kind.ROUNDUP), DAY)
    assert desk.critical == ["Bradford", "Kirklees", "Leeds"]


def test_a_page_without_a_judgement_says_why_nothing_is_told() -> None:
    assert "no current judgement" in Desk().read(reading(kind=Kind.UNRELATED), DAY).why


def test_what_a_page_lacks_is_told_as_a_caveat() -> None:
    desk = Desk()
    (alert,) = desk.read(reading(replace(mention(), implied=True)), DAY).alerts
    assert any("wording" in caveat for caveat in alert.caveats)


def test_nothing_is_marked_as_told_that_was_not_told() -> None:
    nobody = WatchList((), (), ())
    decision = Desk(watchlist=nobody).read(reading(mention()), DAY)
    assert only(decision).inspection.alerted == ""
    assert only(Desk(watchlist=EVERYONE).read(reading(mention()), DAY)).inspection.alerted == "critical"
    assert matches(decision) == ["new"]
    assert article(DAY).published
