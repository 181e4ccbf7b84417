"""Plausible: a last look at a page before the press alone makes an alert. What looks odd goes to a person as "please check".

Each reason is about the page as a whole, so that it holds whatever the reading made of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from monitor.model.authority import Reference
from monitor.model.framework import OVERALL
from monitor.model.judgement import Mention, Reading, Resolution, Standing
from monitor.model.page import Article
from monitor.stages.alert.levels import framework_of

LATE = 0.45
"""A council first named after this share of the text, and in no headline, is seldom the one judged."""
MANY = 6
"""A page that names more councils is a list; whom a sentence without a name means can only be guessed there."""
_NO_SERVICE = re.compile(
    r"\b(?:evidence|response|responses|reply|statement|complaint|handling|explanation|apology|paperwork)\b"
    r"[^.]{0,60}\binadequate\b|\binadequate (?:evidence|response|responses|reply|statement|handling|explanation|apology)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b\d{1,3} (?:are|were|is|was|require|required|good|inadequate|outstanding)\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\bcouncil\b|\bborough of\b|\bchildren\b.*\btrust\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:19|20)\d\d\b|\b(?:previous|last|before|earlier|then|had|former|prior|since)", re.IGNORECASE)


def against(resolution: Resolution, reading: Reading, article: Article, reference: Reference) -> Iterator[str]:
    """What makes the page an unlikely bearer of this news; nothing where it is the inspectorate's own."""
    if reading.origin != "press":
        return
    name = resolution.inspection.authority
    framework = framework_of(resolution, reference)
    alerting = framework.alerting if framework else frozenset[str]()
    grave = [one for one in resolution.mentions if one.standing is Standing.CURRENT and one.grade in alerting]
    is_alone = not _is_told_together(name, grave, reading)
    at_home = not reading.mentioned and _is_in(article.outlet, name, reference)
    if is_alone and not at_home and _is_named_late(name, grave, article, reference):
        yield f"the page names {name} only late, in no headline, and not where it tells the grade"
    if (
        is_alone
        and len({*reading.authorities, *reading.mentioned}) > MANY
        and not _names(name, grave, article, reference)
    ):
        yield f"the page names many councils, and neither its headline nor the sentence with the grade names {name}"
    if grave and all(_NO_SERVICE.search(one.quote) for one in grave):
        yield "what it calls inadequate is a statement or an answer, not a service"
    if grave and all(len(_COUNTED.findall(one.quote)) > 1 for one in grave):
        yield "the sentence counts councils and tells of none"
    if (
        grave
        and all(one.implied for one in grave)
        and any(one.grade.startswith("performs") for one in reading.mentions)
    ):
        yield "the page tells of annual ratings, whose lowest band is not “inadequate”"
    if better := _better_overall(name, grave, reading):
        yield f"the page also says: “{better}”"


def _is_told_together(name: str, grave: list[Mention], reading: Reading) -> bool:
    """Whether one sentence gives the grade to this council and another ("both remain"): then neither name stands in it."""
    quotes = {one.quote for one in grave}
    return any(
        one.authority != name and one.standing is Standing.CURRENT and one.quote in quotes for one in reading.mentions
    )


def _is_named_late(name: str, grave: list[Mention], article: Article, reference: Reference) -> bool:
    if len(article.text) < 600 or _names(name, grave, article, reference):
        return False
    body = article.text.casefold()
    first = min((at for one in _names_of(name, reference) if (at := body.find(one)) >= 0), default=-1)
    return first > len(body) * LATE


def _names(name: str, grave: list[Mention], article: Article, reference: Reference) -> bool:
    """Whether the headlines, the sentences with the grade, or a council's own site name the council."""
    own = article.outlet if _COUNCIL.search(article.outlet) else ""
    heads = f"{own} {article.title} {article.summary} {' '.join(one.quote for one in grave)}"
    return _is_in(heads, name, reference)


def _is_in(text: str, name: str, reference: Reference) -> bool:
    return any(one in text.casefold() for one in _names_of(name, reference))


def _names_of(name: str, reference: Reference) -> set[str]:
    known = reference.authority(name)
    words = (known.name, *known.aliases, *known.trusts) if known else (name,)
    return {one.casefold() for one in words if len(one) > 3}


def _better_overall(name: str, grave: list[Mention], reading: Reading) -> str:
    """A sentence that gives the whole service a better grade without any word of an earlier time."""
    if not any(one.area == OVERALL for one in grave):
        return ""
    quotes = {one.quote for one in grave}
    for one in (one for one in reading.mentions if one.quote not in quotes):
        is_better = one.area == OVERALL and one.grade in ("requires improvement", "good", "outstanding")
        if one.authority == name and is_better and "overall" in one.quote.casefold() and not _BEFORE.search(one.quote):
            return one.quote
    return ""
