"""Results compared with labels: every field, the replay, every failure."""

from __future__ import annotations

import json

import pytest

from monitor.stages.evaluate import Evaluation, evaluate
from monitor.stages.evaluate.replays import event_of, score_replay

Json = dict[str, object]


def label(**changes: object) -> Json:
    plain: Json = {
        "relevant": True,
        "kind": "full_inspection",
        "authorities": ["Kirklees"],
        "rating": "inadequate",
        "new_judgement": True,
        "alert": True,
        "event": "kirklees-2016-11",
    }
    return plain | changes


def case(name: str = "a", published: str | None = "2016-11-25", **changes: object) -> Json:
    return {"id": name, "url": f"https://x.example/{name}", "published": published, "label": label(**changes)}


def labelled(changes: Json) -> Json:
    """The case `a` with some of its label changed."""
    return {**case(), "label": label(**changes)}


def judgement(**changes: object) -> Json:
    plain: Json = {
        "authority": "Kirklees",
        "area": "overall",
        "grade": "inadequate",
        "standing": "current",
        "inspection_from": None,
        "inspection_to": None,
        "quote": "rated inadequate",
        "confidence": 0.9,
    }
    return plain | changes


def read(*judgements: Json, name: str = "a", **changes: object) -> Json:
    plain: Json = {
        "id": name,
        "relevant": True,
        "kind": "full_inspection",
        "judgements": list(judgements),
        "alert": True,
        "why": "because",
    }
    return plain | changes


def alert(raised_by: str = "a", authority: str = "Kirklees", level: str = "critical") -> Json:
    return {"raised_by": raised_by, "authority": authority, "level": level, "why": "inadequate overall"}


def failing(evaluation: Evaluation) -> set[str]:
    return {failure.field for failure in evaluation.failures}


def test_a_perfect_reading_has_no_failures() -> None:
    found = evaluate([case()], [read(judgement())], [alert()])
    assert found.failures == ()
    assert found.share("alert") == found.share("grade") == 1.0


@pytest.mark.parametrize(
    ("changes", "answer", "fields"),
    [
        ({}, read(judgement(), alert=False), {"alert"}),
        ({"alert": False}, read(judgement()), {"alert"}),
        ({}, read(judgement(authority="Leeds")), {"authority", "grade"}),
        ({}, read(judgement(), judgement(authority="Leeds", grade="good")), {"authority", "grade"}),
        ({}, read(judgement(grade="good")), {"grade"}),
        ({}, read(judgement(standing="former")), {"authority", "grade"}),
        ({"inspection_from": "2016-09-12"}, read(judgement()), {"inspection_dates"}),
        ({"inspection_from": "2016-09-12"}, read(judgement(inspection_from="2016-09-12")), set()),
        ({"inspection_from": "2016-09-12"}, read(judgement(inspection_from="2016-09-13")), {"inspection_dates"}),
        ({}, read(judgement(), kind="intervention"), {"kind"}),
        ({}, read(judgement(), relevant=False), {"relevant"}),
        (
            {"rating": None, "area_grades": {"leaders": "inadequate", "in_care": None}},
            read(judgement(area="leaders")),
            set(),
        ),
        (
            {"rating": None, "area_grades": {"leaders": "inadequate"}},
            read(judgement(area="leaders"), judgement()),
            {"area_grades"},
        ),
        (
            {"per_authority": {"Kirklees": "inadequate", "Leeds": "good"}, "authorities": ["Kirklees", "Leeds"]},
            read(judgement(), judgement(authority="Leeds", grade="good")),
            set(),
        ),
        (
            {
                "per_authority_areas": {"Kirklees": {"leaders": "good"}},
                "area_grades": {"leaders": "good"},
                "rating": None,
            },
            read(judgement(area="leaders", grade="good")),
            set(),
        ),
    ],
)
def test_each_field_is_compared_by_itself(changes: Json, answer: Json, fields: set[str]) -> None:
    found = evaluate([labelled(changes)], [answer], [])
    assert {field for field in failing(found) if not field.startswith("replay")} == fields


def test_a_case_without_an_answer_counts_as_wrong() -> None:
    found = evaluate([case()], [], [])
    assert {"alert", "kind", "relevant", "authority", "grade"} <= failing(found)


def test_nothing_compared_is_no_success() -> None:
    found = evaluate([], [], [])
    assert found.share("alert") == 0.0
    assert evaluate([{"id": "a", "text": "unlabelled"}], [], []).cases == 0


def test_failures_carry_the_quotation_they_rest_on() -> None:
    found = evaluate([case()], [read(judgement(grade="good", quote="the services are good"))], [alert()])
    (failure,) = found.failures
    assert (failure.case, failure.field, failure.evidence) == ("a", "grade", "the services are good")


def test_precision_and_recall_count_items() -> None:
    cases = [case("a"), case("b", alert=False, event=None), case("c")]
    reads = [read(name="a"), read(name="b"), read(name="c", alert=False)]
    tally = evaluate(cases, reads, []).as_json()["fields"]["alert"]  # type: ignore[index]
    assert tally == {"cases": 3, "right": 1, "share": 0.3333, "precision": 0.5, "recall": 0.5}


def test_confusions_count_kinds_and_standings() -> None:
    changes: Json = {"previous_rating": "good"}
    answer = read(judgement(), judgement(grade="good", standing="current"), kind="roundup")
    confusions = evaluate([labelled(changes)], [answer], []).as_json()["confusions"]
    assert confusions["kind"] == {"full_inspection": {"roundup": 1}}  # type: ignore[index]
    assert confusions["standing"] == {"current": {"current": 1}, "former": {"current": 1}}  # type: ignore[index]


def test_the_evaluation_is_plain_json() -> None:
    found = evaluate([case(), case("b", alert=False, event=None)], [read(judgement(grade="good"))], [alert("b")])
    assert json.loads(json.dumps(found.as_json()))["replay"]["false"] == ["b"]


class TestReplay:
    def score(self, cases: list[Json], alerts: list[Json]) -> tuple[int, int, int, int]:
        found = score_replay(cases, alerts)
        return found.told_once, len(found.missed), len(found.duplicates), len(found.false)

    def test_an_event_told_once_is_right(self) -> None:
        assert self.score([case("a"), case("b")], [alert("b")]) == (1, 0, 0, 0)

    def test_the_raising_page_may_be_given_by_address(self) -> None:
        assert self.score([case("a")], [alert("https://x.example/a")]) == (1, 0, 0, 0)

    def test_an_event_not_told_is_missed(self) -> None:
        assert self.score([case("a")], []) == (0, 1, 0, 0)

    def test_a_notice_is_no_critical_alert(self) -> None:
        assert self.score([case("a")], [alert("a", level="notice")]) == (0, 1, 0, 0)

    def test_an_event_told_twice_is_a_duplicate(self) -> None:
        assert self.score([case("a"), case("b")], [alert("a"), alert("b")]) == (0, 0, 1, 0)

    def test_an_alert_of_a_page_without_an_event_is_false(self) -> None:
        assert self.score([case("a", alert=False, event=None)], [alert("a")]) == (0, 0, 0, 1)

    def test_an_alert_for_another_council_than_the_pages_is_false(self) -> None:
        assert self.score([case("a")], [alert("a", authority="Leeds")]) == (0, 1, 0, 1)

    def test_an_alert_of_new_news_that_should_not_alert_is_false(self) -> None:
        assert self.score([case("a", alert=False, rating="good")], [alert("a")]) == (0, 0, 0, 1)

    def test_a_follow_up_of_an_event_that_is_not_in_the_file_is_not_scored(self) -> None:
        assert self.score([case("a", alert=False, new_judgement=False)], [alert("a")]) == (0, 0, 0, 0)

    @pytest.mark.parametrize(("day", "false"), [("2016-12-20", 0), ("2017-01-20", 1)])
    def test_a_follow_up_may_raise_the_alert_within_thirty_days(self, day: str, false: int) -> None:
        cases = [case("a"), case("b", published=day, alert=False, new_judgement=False)]
        assert self.score(cases, [alert("b")])[3] == false

    def test_in_a_roundup_each_council_has_its_own_event(self) -> None:
        roundup = case(
            "a",
            event=None,
            authorities=["Kirklees", "Leeds"],
            events={"Kirklees": "kirklees-2016-11", "Leeds": "leeds-2016-11"},
            per_authority={"Kirklees": "inadequate", "Leeds": "good"},
        )
        assert self.score([roundup], [alert("a")]) == (1, 0, 0, 0)
        assert event_of(roundup, "Leeds") == "leeds-2016-11"
