"""The net under the reading: a page that may tell of a judgement which no sentence was understood to tell goes to a person."""

from __future__ import annotations

import pytest

from monitor.model.judgement import Dismissal, Kind, Mention, Reading, Standing
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages.alert.overlooked import overlooked

OPENING = "Ofsted's inspectors were in Luton in May to see how children are kept safe, and their report came out this morning."
ALONE = "Its verdict, in one word: inadequate."
AGAIN = "The verdict of 2018 still stands: inadequate."


def article(*sentences: str, title: str = "A hard day for Luton") -> Article:
    return Article("https://post.example/1", "https://post.example/1", title, "\n\n".join((OPENING, *sentences)))


def reading(*found: Mention | Dismissal, kind: Kind = Kind.UNRELATED, origin: str = "press") -> Reading:
    return Reading(
        relevant=True,
        kind=kind,
        reason="no newly published grade",
        mentions=tuple(one for one in found if isinstance(one, Mention)),
        dismissals=tuple(one for one in found if isinstance(one, Dismissal)),
        origin=origin,
    )


def mention(
    quote: str, grade: str = "inadequate", standing: Standing = Standing.FORMER, area: str = "overall"
) -> Mention:
    return Mention("Luton", area, grade, standing, "ilacs-2018", quote, 0, len(quote), 0.9)


WORD = Dismissal(ALONE, "“inadequate” is used as an ordinary word here, not as a rating")
SCHOOL = Dismissal(ALONE, "the rating is of a school, not of the council's children's services")


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (article(ALONE), reading(WORD)),
        (article(ALONE), reading()),
        (article(AGAIN), reading(mention(AGAIN))),
        (article("They gave it the worst possible mark."), reading(kind=Kind.RETROSPECTIVE)),
    ],
    ids=[
        "a word taken for an ordinary one",
        "a sentence nobody looked at",
        "old, yet still so",
        "the lowest in other words",
    ],
)
def test_what_may_have_been_overlooked_goes_to_a_person(page: Article, read: Reading) -> None:
    (doubt,) = overlooked(read, page, reference())
    assert (doubt.authority, doubt.grade) == ("Luton", "inadequate")
    assert doubt.quote in page.text and doubt.speaks_against


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (article(ALONE), reading(WORD, mention("They are good.", "good", Standing.CURRENT))),
        (article(ALONE), reading(SCHOOL)),
        (article(ALONE), reading(WORD, kind=Kind.OTHER_PROVIDER)),
        (article(ALONE), reading(WORD, kind=Kind.MONITORING_VISIT)),
        (article(ALONE), reading(WORD, origin="register")),
        (article("In 2018 it was inadequate."), reading(mention("In 2018 it was inadequate."))),
        (article("No part of it is inadequate any more."), reading()),
        (article(ALONE, title="Luton and Bedford compared"), reading(WORD)),
        (Article("u", "u", "A hard day for Luton", f"Ofsted looks at children's services. {ALONE}"), reading(WORD)),
    ],
    ids=[
        "understood",
        "a school's",
        "another provider",
        "a visit",
        "the report itself",
        "old",
        "no more",
        "two councils",
        "no day",
    ],
)
def test_what_was_understood_or_is_no_news_of_one_council_does_not(page: Article, read: Reading) -> None:
    assert list(overlooked(read, page, reference())) == []
