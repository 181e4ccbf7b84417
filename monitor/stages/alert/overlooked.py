"""Overlooked: a page that may tell of a new judgement although no sentence of it was understood so.

The net under the reading: what falls in goes to a person as "please check", never to readers. It asks for much at once (the
inspectorate, one council in the opening, the news of a day, the lowest grade in a sentence without a time of its own), so
that one page in fifty of those on the subject falls in, and one in three of those that were misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from monitor.model.authority import Reference
from monitor.model.framework import OVERALL
from monitor.model.judgement import Dismissal, Doubt, Kind, Mention, Reading, Standing
from monitor.model.page import Article

OPENING = 500
"""Letters of the text that, with title and summary, say whose news it is."""
READABLE = (Kind.FULL_INSPECTION, Kind.RETROSPECTIVE, Kind.INTERVENTION, Kind.ROUNDUP, Kind.UNRELATED)
_INSPECTORATE = re.compile(r"\b(?:ofsted|inspectors?|inspectorate|watchdog|regulator)\b", re.IGNORECASE)
_OF_CHILDREN = re.compile(r"\bchildren|\bsocial work|\bcare leavers|\byoung(?:sters| people)", re.IGNORECASE)
_LOWEST = re.compile(
    r"\binadequate\b|\b(?:lowest|bottom|worst)(?: possible| available)?[ -](?:rating|grade|mark|judgement|verdict|category|rung)\b"
    r"|\bas low as\b|\bmark nobody wants\b",
    re.IGNORECASE,
)
_OF_TODAY = re.compile(
    r"\b(?:today|this morning|yesterday)\b"
    r"|\b(?:published|released|out|revealed|came|comes|landed|issued|delivered) (?:\w+ ){0,4}on (?:mon|tues|wednes|thurs|fri)day\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:remains?|still|again|repeats?|stays?|no escape|fail(?:ed|s) to|once more)\b", re.IGNORECASE)
_OF_A_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:was|were|had|after|since|ago|last|previous\w*|former\w*|any more|no longer|no part)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def overlooked(reading: Reading, article: Article, reference: Reference) -> Iterator[Doubt]:
    """At most one Doubt: about the council of the opening, with the sentence that nothing was made of."""
    if not _is_in_question(reading, article):
        return
    sentence = next(_unread(reading, article), "")
    names = _of_the_opening(article, reference) if sentence else []
    if len(names) == 1:
        yield Doubt(
            authority=names[0],
            grade="inadequate",
            area=OVERALL,
            quote=sentence,
            speaks_for=(
                "the page tells of an inspection of children's services, as the news of a day, in the lowest words",
            ),
            speaks_against=(f"no sentence was understood as the grade ({reading.reason})",),
            url=article.url,
        )


def _is_in_question(reading: Reading, article: Article) -> bool:
    start = f"{article.title}\n{article.summary}\n{article.text[: 2 * OPENING]}"
    is_understood = any(one.standing is Standing.CURRENT and one.area == OVERALL for one in reading.mentions)
    is_subject = _INSPECTORATE.search(start) and _OF_CHILDREN.search(start) and _OF_TODAY.search(start)
    return reading.origin == "press" and reading.kind in READABLE and not is_understood and bool(is_subject)


def _unread(reading: Reading, article: Article) -> Iterator[str]:
    """Sentences with the lowest grade that were set aside for little, or were taken for old though they say "again"."""
    for found in _SENTENCE.finditer(f"{article.title}\n{article.summary}\n{article.text}"):
        sentence = found.group().strip()
        if _LOWEST.search(sentence):
            aside = [one for one in reading.dismissals if _same(one, sentence)]
            told = [one for one in reading.mentions if _same(one, sentence)]
            is_old = any(one.standing is Standing.FORMER for one in told)
            is_word = all("ordinary word" in one.reason for one in aside) and not told
            if (is_old and _AGAIN.search(sentence)) or (is_word and not _OF_A_TIME.search(sentence)):
                yield sentence


def _same(one: Mention | Dismissal, sentence: str) -> bool:
    return one.quote[:40] in sentence or sentence[:40] in one.quote


def _of_the_opening(article: Article, reference: Reference) -> list[str]:
    start = f" {article.title} {article.summary} {article.text[:OPENING]} ".casefold()
    return [
        one.name
        for one in reference.authorities
        if any(
            re.search(rf"\b{re.escape(name.casefold())}\b", start)
            for name in (one.name, *one.aliases)
            if name.casefold() in start
        )
    ]
