"""Turns claims and evidence into Mentions and Dismissals."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.model.framework import OVERALL, Framework
from monitor.model.judgement import Dismissal, Kind, Mention, Standing
from monitor.stages.classify.claim import LOW, Claim
from monitor.stages.classify.evidence import chance
from monitor.stages.classify.quotes import quote_of, span_of
from monitor.stages.classify.tellings import Told, areas_of, imply_overall, weightiest
from monitor.stages.classify.visits import Visit

LEAST_NEWS = -0.3
"""However new one sentence sounds, a page must not speak against news more than this."""

MOST_NEWS = 2.4
"""However new a page is, a grade that its own sentence dates to the past stays in the past."""

GOOD_NEWS = 1.2
"""A grade better than inadequate is seldom restated for its own sake: less evidence is needed."""

HOPELESS = -2.0
"""A page that speaks so strongly against news restates, whatever is on record."""

FIRM = frozenset({"verb", "noun", "overall", "list", "move"})
"""Forms that need no inspectorate beside them to be a rating."""

UNSPECIFIED = "unspecified"
SILENT = {
    Kind.OTHER_PROVIDER: "the page is about another provider's inspection",
    Kind.SEND_AREA: "the page is about an area SEND inspection, which grades no council",
    Kind.JTAI: "the page is about a joint targeted area inspection, which gives no grade",
    Kind.MONITORING_VISIT: "the page is about a monitoring visit, which gives no grade",
    Kind.FOCUSED_VISIT: "the page is about a focused visit, which gives no grade",
    Kind.UNRELATED: "the page is not about an inspection of a council's children's services",
}


@dataclass(slots=True)
class Setting:
    """What the verdict needs to know of the page."""

    kind: Kind
    logit: float
    framework: Framework | None
    visit: Visit | None
    nation_of: dict[str, str]
    earlier: dict[str, str]
    one_area_decides: bool = False
    """The page says that one area takes the whole down."""
    visits: dict[str, Visit | None] = field(default_factory=dict)
    """Each council's own inspection, where the page dates those of several; "" for a stay of nobody's."""
    mentions: list[Mention] = field(default_factory=list)
    dismissals: list[Dismissal] = field(default_factory=list)


def judge(claims: list[Claim], setting: Setting) -> Setting:
    """Fills the setting with Mentions and Dismissals."""
    current: list[Told] = []
    for claim in claims:
        if not claim.line.told:
            if claim.grade == LOW and claim.form != "threshold":
                _dismiss(setting, claim, "it stands in a link to another story")
        elif claim.refused:
            if claim.grade == LOW:
                _dismiss(setting, claim, claim.refused)
        elif claim.form != "threshold":
            current += _stand(claim, setting)
    _threshold(claims, current, setting)
    for authority in dict.fromkeys(told.authority for told in current):
        _of_authority([told for told in current if told.authority == authority], setting)
    setting.mentions.sort(key=lambda mention: (mention.standing is not Standing.CURRENT, mention.start))
    return setting


def _stand(claim: Claim, setting: Setting) -> list[Told]:
    """The claim as current tellings, or recorded with another standing."""
    page = setting.logit + (0.0 if claim.grade == LOW else GOOD_NEWS)
    logit = page - claim.age
    firm = min(page, MOST_NEWS) - claim.age
    english = [name for name in claim.authorities if setting.nation_of.get(name) == "England"]
    if claim.authorities and not english:
        _dismiss(setting, claim, f"{setting.nation_of.get(claim.authorities[0])} gives councils no such grade")
        return []
    if claim.standing is not None:
        _record(setting, claim, claim.standing, claim.why)
        return []
    if setting.kind in SILENT:
        if setting.kind in (Kind.OTHER_PROVIDER, Kind.UNRELATED, Kind.SEND_AREA):
            _dismiss(setting, claim, SILENT[setting.kind])
        else:
            _record(setting, claim, Standing.FORMER, [SILENT[setting.kind], *claim.why])
        return []
    if firm <= 0 or page <= (LEAST_NEWS if claim.age > -1.5 else LEAST_NEWS - 1.2):
        why = [
            f"it restates a standing grade; the page does not tell of a new judgement ({setting.logit:+.1f})",
            *claim.why,
        ]
        plain = claim.form in FIRM or claim.line.has("inspectorate")
        likely = chance(max(firm, -3.0)) if plain and claim.age < 2 and not claim.previous else 0.0
        _record(setting, claim, Standing.FORMER, why, likely)
        return []
    return [Told(claim, name, area, logit) for name in english for area in areas_of(claim, setting.framework)]


def _threshold(claims: list[Claim], current: list[Told], setting: Setting) -> None:
    """ "Serious and widespread failures" imply the lowest grade where the page states no grade at all."""
    stock = [c for c in claims if c.form == "threshold" and not c.refused and c.standing is None and c.line.told]
    graded = [c for c in claims if c.form != "threshold" and not c.refused and c.line.told and _speaks_now(c)]
    if not stock or graded or setting.kind in SILENT:
        return
    for claim in stock[:2]:
        if setting.logit - claim.age > 0:
            names = [name for name in claim.authorities if setting.nation_of.get(name) == "England"]
            current += [Told(claim, name, OVERALL, min(1.0, setting.logit - claim.age)) for name in names]


def _speaks_now(claim: Claim) -> bool:
    """Whether a grade may be this page's own: neither an earlier one nor one that might be."""
    return not claim.previous and claim.standing is None and claim.age < 2


def _of_authority(told: list[Told], setting: Setting) -> None:
    """One authority's grades: the weightiest telling of each area, and what follows from them for the whole."""
    best: dict[str, Told] = {}
    for area in dict.fromkeys(item.area for item in told):
        of_area = [item for item in told if item.area == area]
        own = [item for item in of_area if area != OVERALL and area in item.claim.areas]
        best[area] = weightiest(own or of_area)
    framework = setting.framework
    best.pop("rest", None)
    if framework is not None and not framework.has_overall:
        unplaced = any(item.area == OVERALL and item.claim.grade == LOW for item in told)
        unplaced = unplaced and not any(item.claim.grade == LOW for item in best.values() if item.area != OVERALL)
        for rest in sorted((item for item in told if item.area == "rest"), key=lambda item: -item.weight):
            if rest.claim.count or not unplaced:
                _fill_rest(rest, best, framework)
        _without_overall(told, best, setting)
    else:
        imply_overall(best, 1 if setting.one_area_decides else 2, framework)
    for item in told:
        chosen = best.get(item.area)
        if chosen is item:
            _mention(setting, item, chosen)
        elif chosen is not None and chosen.claim.grade != item.claim.grade:
            _record(
                setting, item.claim, Standing.FORMER, [f"the page's own news for this area is “{chosen.claim.grade}”"]
            )
    for area, item in best.items():
        if item.area != area:
            _mention(setting, Told(item.claim, item.authority, area, item.logit), item)


def _fill_rest(rest: Told, best: dict[str, Told], framework: Framework) -> None:
    """ "The other three are good": the areas without a grade of their own, where they are as many as told."""
    others = [area.area for area in framework.areas if area.area not in best and area.area != OVERALL]
    if others and rest.claim.count in (0, len(others)):
        best |= dict.fromkeys(others, rest)
    elif rest.claim.grade == LOW and not any(item.claim.grade == LOW for item in best.values()):
        best.setdefault(UNSPECIFIED, rest)


def _without_overall(told: list[Told], best: dict[str, Told], setting: Setting) -> None:
    """No overall grade is ever made up; a page that names no area still tells of an inadequate one."""
    overall = best.pop(OVERALL, None)
    if overall is None:
        return
    low_area = any(item.claim.grade == LOW for item in best.values())
    for item in told:
        if item.area == OVERALL and OVERALL in item.claim.areas:
            _dismiss(
                setting, item.claim, "Ofsted has given no overall grade since April 2026; the grades of the areas count"
            )
    if overall.claim.grade != LOW or low_area:
        return
    left = (
        [area.area for area in setting.framework.areas if area.area not in best and area.area != OVERALL]
        if setting.framework
        else []
    )
    if len(left) == 1 and OVERALL not in overall.claim.areas:
        best[left[0]] = overall
    elif len(best) < 3:
        best[UNSPECIFIED] = overall


def _mention(setting: Setting, told: Told, source: Told) -> None:
    claim = told.claim
    visit = setting.visits.get(told.authority, setting.visits[""]) if setting.visits else setting.visit
    start, end = span_of(claim)
    exact = visit if visit and visit.exact else None
    implied = claim.implied or told.area != source.area
    confidence = chance(min(told.logit, 4.0)) * (0.85 if implied else 1.0)
    setting.mentions.append(
        Mention(
            authority=told.authority,
            area=told.area,
            grade=claim.grade,
            standing=Standing.CURRENT,
            framework=setting.framework.slug if setting.framework else "",
            quote=quote_of(claim),
            start=start,
            end=end,
            confidence=round(confidence, 3),
            inspection_from=exact.since if exact and not exact.ending else None,
            inspection_to=exact.until if exact and not exact.single else None,
            previous_grade=setting.earlier.get(told.authority, ""),
            implied=implied,
            against=tuple(claim.why),
        )
    )


def _record(setting: Setting, claim: Claim, standing: Standing, why: list[str], likely: float = 0.0) -> None:
    """A claim that is no news, once for each authority; `likely` how likely it is news after all."""
    start, end = span_of(claim)
    areas = [a for a in claim.areas if a != OVERALL] if claim.areas and OVERALL not in claim.areas else [OVERALL]
    for name in claim.authorities[:4] or ("",):
        for area in areas:
            quote = quote_of(claim)
            setting.mentions.append(
                Mention(
                    name,
                    area,
                    claim.grade,
                    standing,
                    "",
                    quote,
                    start,
                    end,
                    0.8,
                    implied=claim.implied,
                    against=tuple(why),
                    may_be_new=round(likely, 3),
                )
            )


def _dismiss(setting: Setting, claim: Claim, reason: str) -> None:
    start, end = span_of(claim)
    found = Dismissal(quote_of(claim), reason, start, end)
    if found not in setting.dismissals:
        setting.dismissals.append(found)
