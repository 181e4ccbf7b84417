"""A last look at a page before the press alone makes an alert: what looks odd goes to a person, what is plain does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from monitor.model.judgement import Inspection, Match, Reading, Resolution
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages.alert.plausible import against
from tests.stages.judgements import article, mention, reading

PADDING = "Nothing in this sentence tells of a council or of a grade, and it is only here to make the page longer. " * 8
HELD = Inspection("kent/ilacs/~2019-05-01", "Kent", "ILACS-2018", "ILACS", None, None, date(2019, 5, 1), (), "press")


def odd(page: Article, quote: str, *others: object, origin: str = "press") -> list[str]:
    told = replace(mention("Kent"), quote=quote)
    read: Reading = replace(reading(told, *others), origin=origin)  # type: ignore[arg-type]
    met = Resolution(Match.NEW, "", HELD, (told,), (("overall", "inadequate"),))
    return list(against(met, read, page, reference()))


def page_of(title: str, text: str) -> Article:
    return replace(article(date(2019, 5, 1)), title=title, text=text)


def test_a_council_named_in_the_headline_or_where_the_grade_is_told_is_plain() -> None:
    assert odd(page_of("Kent fails", PADDING), "Its services are inadequate.") == []
    assert (
        odd(page_of("County fails", PADDING + "Kent's services are inadequate."), "Kent's services are inadequate.")
        == []
    )


def test_a_council_named_only_late_and_elsewhere_is_odd_in_the_press_and_plain_in_a_report() -> None:
    page = page_of("Island fails", PADDING + "He had worked for Kent before.")
    assert "only late" in odd(page, "Its services are inadequate.")[0]
    assert odd(page, "Its services are inadequate.", origin="register") == []


@pytest.mark.parametrize(
    "quote",
    [
        "Kent's evidence was wholly inadequate, the judge said.",
        "The council gave an inadequate response to Kent parents.",
    ],
)
def test_an_answer_or_a_statement_is_no_service(quote: str) -> None:
    assert "not a service" in odd(page_of("Kent criticised", PADDING), quote)[0]


def test_a_sentence_that_counts_councils_tells_of_none() -> None:
    quote = "Three are outstanding (Kent among them), 47 are good and 30 were inadequate."
    assert "counts councils" in odd(page_of("Kent", PADDING), quote)[0]


def test_a_better_overall_grade_on_the_same_page_is_odd_unless_it_is_of_an_earlier_time() -> None:
    better = replace(
        mention("Kent", "requires improvement"), quote="Overall, it said, the service required improvement."
    )
    earlier = replace(better, quote="In 2016 the overall grade was requires improvement.")
    page = page_of("Kent's leaders inadequate", PADDING)
    assert "also says" in odd(page, "Kent's leaders are inadequate.", better)[0]
    assert odd(page, "Kent's leaders are inadequate.", earlier) == []


def test_the_sentence_of_the_fall_itself_is_no_better_grade() -> None:
    fall = "Its overall effectiveness has dropped from good to inadequate."
    better = replace(mention("Kent", "good"), quote=fall)
    assert odd(page_of("Kent falls", PADDING), fall, better) == []


def test_a_page_that_names_many_councils_and_this_one_neither_on_top_nor_with_the_grade_is_odd() -> None:
    names = ("Luton", "Bury", "Leeds", "Derby", "Wirral", "Kent", "Oldham")
    page = page_of("What a year it was", f"{', '.join(names)}. {PADDING}")
    for quote, said in (("Most often inadequate is help and protection.", 1), ("Kent's is inadequate.", 0)):
        told = replace(mention("Kent"), quote=quote)
        met = Resolution(Match.NEW, "", HELD, (told,), (("help_and_protection", "inadequate"),))
        found = list(against(met, replace(reading(told), mentioned=names), page, reference()))
        assert len(found) == said and all("many councils" in one for one in found)


def test_the_lowest_band_of_the_annual_ratings_is_no_inadequate() -> None:
    told = replace(mention("Kent"), implied=True, quote="Kent was in the lowest band.")
    others = replace(mention("Luton", "performs well"), quote="Luton performs well.")
    met = Resolution(Match.NEW, "", HELD, (told,), (("overall", "inadequate"),))
    (said,) = against(met, reading(told, others), page_of("The annual ratings", PADDING), reference())
    assert "annual ratings" in said
