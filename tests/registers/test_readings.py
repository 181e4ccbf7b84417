"""What a register's report means: mentions where grades are sure, doubts where they are not, and never an alert from a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.demo.register import INSPECTION, Told, letter_pdf, not_found_page, report_pages, report_pdf
from monitor.model.judgement import Inspection, Kind, Reading, Report, Standing
from monitor.model.page import ReportText
from monitor.model.source import Entry
from monitor.registers import ofsted
from monitor.registers.ofsted import Verdict, agrees
from monitor.settings.reference import reference

GRADES = {"leaders": "inadequate", "help_and_protection": "inadequate", "in_care": "good", "care_leavers": "good"}
TOLD = Told("Slough", "ILACS-2026", date(2026, 6, 8), date(2026, 6, 19), GRADES)
ENTRY = Entry(
    "ofsted:file:50308602",
    "ofsted/slough",
    "ofsted",
    "https://files.ofsted.gov.uk/v1/file/50308602",
    INSPECTION,
    published=datetime(2026, 8, 3, tzinfo=UTC),
    extra=(("urn", "80553"), ("label", INSPECTION), ("authority", "Slough"), ("kind", "full")),
)


def report(body: bytes = report_pdf(TOLD)) -> Report:
    return ofsted.read_report(ofsted.text_of(body), reference(), dict(ENTRY.extra))


def reading(found: Report, entry: Entry = ENTRY) -> Reading:
    return ofsted.reading(found, entry, reference())


def test_a_report_gives_a_certain_mention_for_every_grade() -> None:
    found = reading(report())
    assert {mention.area: mention.grade for mention in found.mentions} == GRADES
    assert {mention.confidence for mention in found.mentions} == {1.0}
    assert {mention.standing for mention in found.mentions} == {Standing.CURRENT}
    assert (found.relevant, found.kind, found.origin, found.authorities) == (
        True,
        Kind.FULL_INSPECTION,
        "register",
        ("Slough",),
    )
    assert found.report_url == ENTRY.url


def test_every_mention_quotes_the_article_made_of_the_report() -> None:
    article = ofsted.article(report(), ENTRY)
    whole = f"{article.title}\n\n{article.text}"
    assert all(whole[mention.start : mention.end] == mention.quote != "" for mention in reading(report()).mentions)


LETTERS = [
    ("Monitoring visit to Slough children\u2019s services", Kind.MONITORING_VISIT),
    ("Focused visit to Slough children\u2019s services", Kind.FOCUSED_VISIT),
    ("Joint targeted area inspection of Slough", Kind.JTAI),
    ("Area SEND inspection of Slough Local Area Partnership", Kind.SEND_AREA),
]


@pytest.mark.parametrize(("title", "kind"), LETTERS)
def test_a_letter_has_its_kind_a_reason_and_no_mention(title: str, kind: Kind) -> None:
    found = reading(report(letter_pdf(title, "Services are still inadequate, as they were.", date(2026, 6, 3))))
    assert (found.kind, found.mentions, found.authorities) == (kind, (), ("Slough",))
    assert (
        found.dismissals[0].reason
        == f"a {str(kind).replace('_', ' ')} gives no grade of a council's children's services"
    )


def test_a_report_listed_under_another_council_is_the_truth_about_the_one_it_names_and_is_told_as_misplaced() -> None:
    other = report(report_pdf(replace(TOLD, council="Trafford")))
    found = reading(other)
    assert {mention.authority for mention in found.mentions} == {"Trafford"}
    assert {mention.confidence for mention in found.mentions} == {1.0}
    assert [problem.kind for problem in ofsted.problems_of(other, ENTRY)] == ["misplaced"]


def test_a_misplaced_report_whose_own_pages_disagree_about_the_council_is_no_news_of_either() -> None:
    other = report(report_pdf(replace(TOLD, council="Trafford")))
    torn = replace(other, problems=(*other.problems, "authority: the title names Trafford, the running head Kent"))
    found = reading(torn)
    assert (found.relevant, found.mentions) == (False, ())
    assert "Trafford" in found.dismissals[0].reason


def test_a_withdrawn_report_is_told_and_gives_nothing() -> None:
    gone = report(not_found_page())
    assert reading(gone).mentions == ()
    assert [problem.kind for problem in ofsted.problems_of(gone, ENTRY)] == ["not-pdf"]
    assert reading(gone).kind is Kind.FULL_INSPECTION


def test_a_contradiction_about_an_inadequate_grade_is_a_doubt_and_never_sure() -> None:
    disputed = report(report_pdf(replace(TOLD, headings={"leaders": "good"})))
    doubts = [mention for mention in reading(disputed).mentions if mention.confidence < 1]
    assert [(mention.area, mention.grade, mention.confidence) for mention in doubts] == [("leaders", "inadequate", 0.4)]
    assert doubts[0].against


def test_a_running_head_of_another_council_makes_every_grade_doubtful() -> None:
    pages = report_pages(TOLD)
    pages[1][0] = pages[1][0].replace("Slough", "Trafford")
    found = ofsted.read_report(ReportText(tuple("\n".join(page) for page in pages)), reference())
    assert {mention.confidence for mention in reading(found).mentions} == {0.4}


def test_a_wrong_day_in_the_running_head_changes_nothing() -> None:
    pages = report_pages(TOLD)
    pages[1][1] = "8 May to 19 June 2026 2"
    found = ofsted.read_report(ReportText(tuple("\n".join(page) for page in pages)), reference())
    assert found.problems == ("dates: the running head says 2026-05-08 to 2026-06-19",)
    assert {mention.confidence for mention in reading(found).mentions} == {1.0}


def test_not_judged_is_no_mention() -> None:
    found = report(report_pdf(replace(TOLD, grades=GRADES | {"care_leavers": "not judged"})))
    assert dict(found.grades)["care_leavers"] == "not judged"
    assert {mention.area for mention in reading(found).mentions} == set(GRADES) - {"care_leavers"}


KNOWN = Inspection(
    "slough/ilacs/2026-06-08",
    "Slough",
    "ILACS-2026",
    "ILACS",
    date(2026, 6, 8),
    None,
    date(2026, 8, 3),
    tuple(GRADES.items()),
    "press",
)
VERDICTS = [
    (KNOWN, Verdict.CONFIRMED),
    (replace(KNOWN, first_day=None), Verdict.CONFIRMED),
    (replace(KNOWN, first_day=date(2026, 6, 1), precision="month"), Verdict.CONFIRMED),
    (replace(KNOWN, grades=(("leaders", "good"),)), Verdict.CONTRADICTED),
    (replace(KNOWN, grades=(("overall", "inadequate"),)), Verdict.SILENT),
    (replace(KNOWN, first_day=date(2022, 6, 6)), Verdict.OTHER),
    (replace(KNOWN, authority="Trafford"), Verdict.OTHER),
]


@pytest.mark.parametrize(("known", "verdict"), VERDICTS)
def test_a_report_confirms_contradicts_or_is_of_another_inspection(known: Inspection, verdict: Verdict) -> None:
    assert agrees(known, report())[0] is verdict
