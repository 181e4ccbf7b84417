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

LATE = 0.45
"""A council first named after this share of the text, and in no headline, is seldom the one judged."""
_NO_SERVICE = re.compile(
    r"\b(?:evidence|response|responses|reply|statement|complaint|handling|explanation|apology|paperwork)\b"
    r"[^.]{0,60}\binadequate\b|\binadequate (?:evidence|response|responses|reply|statement|handling|explanation|apology)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b\d{1,3} (?:are|were|is|was|require|required|good|inadequate|outstanding)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:19|20)\d\d\b|\b(?:previous|last|before|earlier|then|had|former|prior|since)", re.IGNORECASE)


def against(resolution: Resolution, reading: Reading, article: Article, reference: Reference) -> Iterator[str]:
    """What makes the page an unlikely bearer of this news; nothing where it is the inspectorate's own."""
    if reading.origin != "press":
        return
    name = resolution.inspection.authority
    grave = [one for one in resolution.mentions if one.standing is Standing.CURRENT and one.grade == "inadequate"]
    if not _is_told_together(name, grave, reading) and _is_named_late(name, grave, article, reference):
        yield f"the page names {name} only late, in no headline, and not where it tells the grade"
    if grave and all(_NO_SERVICE.search(one.quote) for one in grave):
        yield "what it calls inadequate is a statement or an answer, not a service"
    if grave and all(len(_COUNTED.findall(one.quote)) > 1 for one in grave):
        yield "the sentence counts councils and tells of none"
    if better := _better_overall(name, grave, reading):
        yield f"the page also says: “{better}”"


def _is_told_together(name: str, grave: list[Mention], reading: Reading) -> bool:
    """Whether one sentence gives the grade to this council and another ("both remain"): then neither name stands in it."""
    quotes = {one.quote for one in grave}
    return any(
        one.authority != name and one.standing is Standing.CURRENT and one.quote in quotes for one in reading.mentions
    )


def _is_named_late(name: str, grave: list[Mention], article: Article, reference: Reference) -> bool:
    known = reference.authority(name)
    if known is None or len(article.text) < 600:
        return False
    heads = f"{article.title} {article.summary}".casefold()
    body = article.text.casefold()
    names = {one.casefold() for one in (known.name, *known.aliases, *known.trusts) if len(one) > 3}
    told = " ".join(one.quote for one in grave).casefold()
    if any(one in heads or one in told for one in names):
        return False
    first = min((at for one in names if (at := body.find(one)) >= 0), default=-1)
    return first > len(body) * LATE


def _better_overall(name: str, grave: list[Mention], reading: Reading) -> str:
    """A sentence that gives the whole service a better grade without any word of an earlier time."""
    if not any(one.area == OVERALL for one in grave):
        return ""
    for one in reading.mentions:
        is_better = one.area == OVERALL and one.grade in ("requires improvement", "good", "outstanding")
        if one.authority == name and is_better and "overall" in one.quote.casefold() and not _BEFORE.search(one.quote):
            return one.quote
    return ""
