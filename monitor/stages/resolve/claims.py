"""Claims: what one page says, as news, of one inspection of one authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.model.authority import Authority, Reference
from monitor.model.framework import OVERALL, Framework
from monitor.model.judgement import Kind, Mention, Reading, Standing
from monitor.model.page import Article

APART = 120
"""Days between two stated first days on site from which one page speaks of two inspections."""

USUAL_SPAN = timedelta(days=60)
"""From the first day on site to publication, where a page gives no days: it tells under which regime the inspection fell."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The current Mentions of one Authority and one inspection on one page.

    `day` is the page's day, or today's where the page has none (`dated` false); `grades` one grade an area, the surest
    reading of each; `framework` None where none fits; `kind` the page's; `doubts` what already speaks against it.
    """

    authority: str
    kind: Kind
    day: date
    dated: bool
    framework: Framework | None
    grades: tuple[tuple[str, str], ...]
    mentions: tuple[Mention, ...]
    confidence: float
    first_day: date | None = None
    last_day: date | None = None
    doubts: tuple[str, ...] = ()

    @property
    def gravest(self) -> str:
        """The lowest grade claimed."""
        return max((grade for _, grade in self.grades), key=lambda grade: rank(self.framework, grade), default="")


def claims_of(reading: Reading, article: Article, now: datetime, reference: Reference) -> tuple[Claim, ...]:
    """Every Claim of a page, in the order of the text. Former, feared, denied and demanded grades claim nothing."""
    day, dated = day_of(article, now)
    current: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.standing is Standing.CURRENT:
            current.setdefault(mention.authority, []).append(mention)
    found: list[Claim] = []
    for authority, mentions in current.items():
        for group in _by_inspection(mentions):
            found += _claims(authority, group, (day, dated), (reading, reference))
    return tuple(found)


def day_of(article: Article, now: datetime) -> tuple[date, bool]:
    """The page's day and true, or today and false where the page has none."""
    return (article.published.date(), True) if article.published else (now.date(), False)


def bearers(name: str, day: date, named: Iterable[str], reference: Reference) -> tuple[tuple[str, ...], str]:
    """Who bears a judgement of `name` published on `day`, and a doubt or "".

    An abolished council stands for its successors: all of them where one trust serves them, else those that the page
    names too (`named`); where neither helps, all of them with a doubt.
    """
    authority = reference.authority(name)
    if authority is None or authority.alive_on(day) or not authority.successors:
        return (name,), ""
    heirs = [heir for heir in map(reference.authority, authority.successors) if heir and heir.alive_on(day)]
    if len(heirs) <= 1 or _share_a_trust(heirs):
        return tuple(heir.name for heir in heirs) or (name,), ""
    meant = tuple(heir.name for heir in heirs if heir.name in set(named))
    doubt = f"{name} was abolished; the page does not say which of its successors is meant"
    return (meant, "") if meant else (tuple(heir.name for heir in heirs), doubt)


def predecessors(name: str, reference: Reference) -> tuple[str, ...]:
    """The abolished councils that `name` succeeds: their last judgement stands until it has its own."""
    return tuple(a.name for a in reference.authorities if a.valid_to and name in a.successors)


def rank(framework: Framework | None, grade: str) -> int:
    """How grave a grade is: 1 is best, 0 unknown."""
    return next((rung.rank for rung in framework.ladder if rung.grade == grade), 0) if framework else 0


def framework_at(first_day: date, reference: Reference, nation: str) -> Framework | None:
    """The likeliest regime of an inspection begun on `first_day`."""
    fitting = [f for f in reference.frameworks if f.nation == nation and f.covers(first_day)]
    return max(fitting, key=lambda framework: framework.precedence, default=None)


def _share_a_trust(heirs: Sequence[Authority]) -> bool:
    return bool(set(heirs[0].trusts).intersection(*(heir.trusts for heir in heirs[1:])))


def _by_inspection(mentions: Sequence[Mention]) -> Iterable[tuple[Mention, ...]]:
    """Mentions that name first days far apart are of different inspections; undated ones go with the latest."""
    days = sorted({m.inspection_from for m in mentions if m.inspection_from})
    latest = days[-1] if days else None
    old = [m for m in mentions if latest and m.inspection_from and (latest - m.inspection_from).days > APART]
    yield tuple(m for m in mentions if m not in old)
    if old:
        yield tuple(old)


def _claims(
    name: str, mentions: tuple[Mention, ...], when: tuple[date, bool], sources: tuple[Reading, Reference]
) -> Iterable[Claim]:
    reading, reference = sources
    begun = _earliest(mention.inspection_from for mention in mentions)
    ended = max((m.inspection_to for m in mentions if m.inspection_to), default=None)
    framework = _framework(name, mentions, begun or when[0] - USUAL_SPAN, reference)
    grades = _grades(mentions, framework)
    heirs, doubt = bearers(name, begun or when[0], (*reading.authorities, *reading.mentioned), reference)
    against = tuple(dict.fromkeys(text for mention in mentions for text in mention.against))
    for heir in heirs:
        yield Claim(
            authority=heir,
            kind=reading.kind,
            day=when[0],
            dated=when[1],
            framework=framework,
            grades=grades,
            mentions=mentions,
            confidence=_confidence(mentions, grades, framework) * (0.5 if doubt else 1),
            first_day=begun,
            last_day=ended,
            doubts=(*against, doubt) if doubt else against,
        )


def _earliest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def _framework(name: str, mentions: Sequence[Mention], day: date, reference: Reference) -> Framework | None:
    stated = [framework for m in mentions for framework in reference.frameworks if framework.slug == m.framework]
    authority = reference.authority(name)
    return stated[0] if stated else framework_at(day, reference, authority.nation if authority else "England")


def _grades(mentions: Sequence[Mention], framework: Framework | None) -> tuple[tuple[str, str], ...]:
    """One grade an area: the surest reading, the graver of two equally sure ones. Where every area of a framework without an
    overall grade has its own, a grade of the whole adds nothing."""
    best: dict[str, Mention] = {}
    for mention in mentions:
        held = best.get(mention.area)
        if held is None or _weight(mention, framework) > _weight(held, framework):
            best[mention.area] = mention
    areas = [area.area for area in framework.areas] if framework else []
    if areas and OVERALL not in areas and all(area in best for area in areas):
        best = {area: best[area] for area in areas}
    return tuple((area, mention.grade) for area, mention in sorted(best.items(), key=lambda p: p[0] != OVERALL))


def _weight(mention: Mention, framework: Framework | None) -> tuple[float, int]:
    return mention.confidence, rank(framework, mention.grade)


def _confidence(mentions: Sequence[Mention], grades: tuple[tuple[str, str], ...], framework: Framework | None) -> float:
    """How sure the gravest grade that holds is."""
    gravest = max((rank(framework, grade) for _, grade in grades), default=0)
    carrying = [m.confidence for m in mentions if (m.area, m.grade) in grades and rank(framework, m.grade) == gravest]
    return max(carrying, default=0.0)
