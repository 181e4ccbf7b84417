"""Rules: which judgement reaches which channel, and the sentence that says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from monitor.model.alert import Level, Rule, WatchList
from monitor.model.judgement import Kind
from monitor.settings.reference import reference
from tests.stages.judgements import Desk, mention, reading

DAY = date(2024, 2, 13)
LATE = date(2026, 11, 17)
ILACS = {framework.slug: framework for framework in reference().frameworks}


class TestRules:
    def desk(self, **changes: object) -> Desk:
        rule = Rule("mine", frozenset({"Kirklees"}), ("inadequate",), (), ("mail",))
        return Desk(watchlist=WatchList((replace(rule, **changes),), ("mail", "slack")))  # type: ignore[arg-type]

    def test_a_council_nobody_asks_for_is_not_told_and_the_reason_says_so(self) -> None:
        decision = self.desk().read(reading(mention("Leeds")), DAY)
        assert decision.alerts == ()
        assert "no rule asks for inadequate in Leeds" in decision.why

    def test_a_rule_for_overall_alone_leaves_areas_aside(self) -> None:
        page = reading(mention(grade="requires improvement"), mention(area="leaders"))
        assert self.desk(areas=("overall",)).read(page, DAY).alerts == ()

    def test_a_rule_for_overall_alone_does_not_go_blind_where_there_is_no_overall_grade(self) -> None:
        (alert,) = self.desk(areas=("overall",)).read(reading(mention(area="care_leavers")), LATE).alerts
        assert alert.level is Level.CRITICAL
        assert "this framework gives none" in alert.why

    def test_a_rule_for_an_area_takes_that_area(self) -> None:
        page = reading(mention(grade="requires improvement"), mention(area="leaders"))
        assert len(self.desk(areas=("leaders",)).read(page, DAY).alerts) == 1

    def test_a_rule_for_other_grades_is_not_met(self) -> None:
        assert self.desk(grades=("requires improvement",)).read(reading(mention()), DAY).alerts == ()

    def test_a_rule_for_a_better_grade_is_met_although_an_inadequate_area_would_lead(self) -> None:
        page = reading(mention(grade="requires improvement"), mention(area="leaders"))
        (alert,) = self.desk(grades=("requires improvement",)).read(page, DAY).alerts
        assert (alert.level, alert.area, alert.grade) == (Level.NOTICE, "overall", "requires improvement")
        rules = (
            Rule("worst", frozenset({"Kirklees"}), ("inadequate",), (), ("mail",)),
            Rule("middling", frozenset({"Kirklees"}), ("requires improvement",), ("overall",), ("mail", "slack")),
        )
        (both,) = Desk(watchlist=WatchList(rules, ("mail", "slack"))).read(page, DAY).alerts
        assert (both.area, both.grade) == ("leaders", "inadequate")
        assert both.notify == (("mail", ("worst", "middling")), ("slack", ("middling",)))

    def test_each_channel_names_the_rules_that_met(self) -> None:
        rules = (
            Rule("north", frozenset({"Kirklees"}), ("inadequate",), (), ("mail", "slack")),
            Rule("all", frozenset({"Kirklees", "Leeds"}), ("inadequate",), (), ("mail",)),
        )
        (alert,) = Desk(watchlist=WatchList(rules, ("mail", "slack"))).read(reading(mention()), DAY).alerts
        assert alert.notify == (("mail", ("north", "all")), ("slack", ("north",)))

    def test_pages_of_a_kind_are_told_only_to_rules_that_ask_for_it(self) -> None:
        page = replace(reading(kind=Kind.INTERVENTION), authorities=("Kirklees",))
        assert self.desk().read(page, DAY).alerts == ()
        (alert,) = self.desk(kinds=("intervention",)).read(page, DAY).alerts
        assert (alert.level, alert.grade) == (Level.NOTICE, "")
