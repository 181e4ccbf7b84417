"""A case as an Article, and a Trail as a line of JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import cast

import pytest

from monitor.model.judgement import Dismissal
from monitor.model.source import Entry
from monitor.model.trail import Trail
from monitor.settings.reference import reference
from monitor.stages.alert import Background, decide
from monitor.stages.cases import article_of, in_order, moment_of, read_json
from monitor.stages.resolve import resolve
from tests.stages.judgements import EVERYONE, article, at, mention, reading

NOW = datetime(2026, 11, 24, tzinfo=UTC)
KEYS = {"id", "relevant", "kind", "judgements", "dismissals", "alert", "why"}
OF_A_JUDGEMENT = {
    "authority",
    "area",
    "grade",
    "standing",
    "framework",
    "inspection_from",
    "inspection_to",
    "previous_grade",
    "quote",
    "confidence",
}


def test_a_case_is_an_article() -> None:
    case = {"id": "a", "url": "https://x.example/a", "published": "2017-01-24", "title": "T", "text": "One.\n\nTwo."}
    found = article_of(case)
    assert (found.url, found.title, found.text) == ("https://x.example/a", "T", "One.\n\nTwo.")
    assert found.published == datetime(2017, 1, 24, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("published", [None, "", "soon", "2017-13-45", 2017])
def test_a_case_without_a_day_has_none_and_is_read_today(published: object) -> None:
    case = {"id": "a", "published": published}
    assert article_of(case).published is None
    assert moment_of(case, NOW) == NOW


def test_a_moment_with_a_zone_becomes_utc() -> None:
    assert moment_of({"id": "a", "published": "2017-01-24T01:00:00+02:00"}, NOW) == datetime(
        2017, 1, 23, 23, tzinfo=UTC
    )


def test_cases_are_read_in_order_of_publication_and_dateless_ones_last() -> None:
    cases: list[dict[str, object]] = [
        {"id": "late", "published": "2020-01-01"},
        {"id": "none", "published": None},
        {"id": "early", "published": "2010-01-01"},
        {"id": "same", "published": "2010-01-01"},
    ]
    assert [case["id"] for case in in_order(cases)] == ["early", "same", "late", "none"]


def trail_of(*names: str) -> Trail:
    day = date(2022, 11, 25)
    page = reading(*(mention(name, begun=date(2022, 10, 3)) for name in names))
    text = article(day)
    resolutions = resolve(page, text, (), at(day), reference())
    decision = decide(page, resolutions, text, "a", Background(EVERYONE, reference(), (), at(day)))
    entry = Entry("a", "f", "s", text.url, text.title)
    return Trail(entry, "read", decision.why, text, page, decision.resolutions, decision.alerts)


def test_a_trail_is_a_line_of_the_contract() -> None:
    line = read_json("a", trail_of("Kirklees"))
    assert set(line) == KEYS
    assert (line["id"], line["alert"], line["kind"]) == ("a", True, "full_inspection")
    judgement = cast("list[dict[str, object]]", line["judgements"])[0]
    assert set(judgement) == OF_A_JUDGEMENT
    assert (judgement["inspection_from"], judgement["standing"]) == ("2022-10-03", "current")


def test_a_judgement_of_an_abolished_council_is_listed_for_its_successors() -> None:
    judgements = read_json("a", trail_of("Northamptonshire"))["judgements"]
    listed = cast("list[dict[str, object]]", judgements)
    assert [j["authority"] for j in listed] == ["North Northamptonshire", "West Northamptonshire"]


def test_an_entry_that_was_not_read_is_a_line_too() -> None:
    line = read_json("a", Trail(Entry("a", "f", "s", "u", "t"), "waived", "too old"))
    assert (line["alert"], line["kind"], line["judgements"], line["why"]) == (False, "unrelated", [], "too old")


def test_dismissals_carry_their_reason() -> None:
    page = reading()
    dismissed = Dismissal("a school was inadequate", "another provider")
    trail = Trail(
        Entry("a", "f", "s", "u", "t"),
        "read",
        "",
        reading=type(page)(True, page.kind, "", dismissals=(dismissed,)),
    )
    assert read_json("a", trail)["dismissals"] == [{"quote": "a school was inadequate", "reason": "another provider"}]
