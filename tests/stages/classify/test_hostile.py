"""Texts made to waste time: reading stays linear."""

from __future__ import annotations

import time

import pytest

from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages.classify import classify

SIZE = 1_000_000
PIECES = {
    "one letter": "a",
    "quotes": "'\"“”‘’ ",
    "brackets": "((((2019: ",
    "stops": ". . . ! ? ",
    "dates": "from 23 January to 16 February and 3 March 2017 ",
    "grades": "rated inadequate and good and ",
    "names": "Leeds, Kent and South Gloucestershire ",
    "areas": "children in care and care leavers and leadership ",
    "one endless sentence": "the council's children's services were judged inadequate by inspectors in March 2019 and ",
    "paragraphs": "Ofsted rated Leeds inadequate.\n\n",
    "bullets": "• Care leavers - Inadequate\n",
    "dashes": "- - - - ",
    "digits": "2019 12 7 ",
    "one digit": "1 ",
    "half a date": "may 1 ",
    "clauses of manner": "how the way it is are led ",
    "grades as adjectives": "Ofsted good leadership ",
    "councils counted": "Two councils were inadequate. Kent. ",
    "papers": "children's services' response plan evidence was inadequate and ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_in_step_with_length(piece: str) -> None:
    """A text four times as long takes at most twelve times as long; one square in its length would take sixteen times."""
    short, long = (_seconds(piece, SIZE // 20), _seconds(piece, SIZE // 5))
    assert long < 12 * max(short, 0.004), (short, long)


def test_a_megabyte_of_ordinary_prose_is_read_in_two_seconds() -> None:
    prose = (
        "The council said that it had spent more on social work in the past year than ever before. "
        "Inspectors will come back in the spring, and the minister has asked for a report by then.\n\n"
    )
    assert _seconds(prose, SIZE) < 6


def _seconds(piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    article = Article("u", "u", "Children's services", text)
    classify(Article("u", "u", "warm", "up"), reference())
    return min(_once(article) for _ in range(2))


def _once(article: Article) -> float:
    begun = time.process_time()
    classify(article, reference())
    return time.process_time() - begun
