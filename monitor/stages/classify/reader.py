"""Reads one Article with what was compiled from the Reference: the steps in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from monitor.model.authority import Reference
from monitor.model.framework import OVERALL
from monitor.model.judgement import Kind, Mention, Reading, Standing
from monitor.model.page import Article
from monitor.stages.classify.ages import weigh_ages
from monitor.stages.classify.areas import bind_areas
from monitor.stages.classify.claim import LOW, Claim, Line
from monitor.stages.classify.councils import Councils
from monitor.stages.classify.earlier import earlier_grades
from monitor.stages.classify.era import framework_of_page
from monitor.stages.classify.evidence import News, weigh_news
from monitor.stages.classify.groups import speaks_of_itself
from monitor.stages.classify.kinds import Topic, weigh_topic
from monitor.stages.classify.lexicon import Cue, Entry, Lexicon, normal
from monitor.stages.classify.manner import told_areas
from monitor.stages.classify.moments import moments
from monitor.stages.classify.names import gazetteer
from monitor.stages.classify.page_kind import is_relevant, kind_of, without_news
from monitor.stages.classify.page_text import PageText, page_text
from monitor.stages.classify.people import add_served
from monitor.stages.classify.standing import judge_standing
from monitor.stages.classify.subjects import bind_subject, headlines_too
from monitor.stages.classify.unknown import unknown_grades
from monitor.stages.classify.verdict import Setting, judge
from monitor.stages.classify.visits import latest_date, stays_of, visit_of

SEVERAL = frozenset({"councils", "boroughs", "authorities", "reports", "verdicts", "towns", "counties"})
GIVEN = ("has been told", "have been told", "has been rated", "has been judged", "has just been")
"""A grade given in these days, if the next sentence says that a report is out."""
PUBLISHERS = frozenset({"borough", "council", "trust", "together", "first", "city", "children"})
SHORT_OF_GOOD = tuple(
    f"{need} to be good"
    for need in (
        "needs to improve", "need to improve", "needed to improve", "must improve", "has to improve", "have to improve",
        "needs improvement", "had to improve", "having to improve",
        "need improvement", "improvement is needed", "improvement is required", "requires improving",
    )
)  # fmt: skip
EXTRA_GRADES = {
    **dict.fromkeys(("that improvement is required", "told improvement is required"), "requires improvement"),
    **dict.fromkeys(SHORT_OF_GOOD, "requires improvement"),
    "goods": "good",
    "outstandings": "outstanding",
    "inadequates": LOW,
    "in adequate": LOW,
    "requiring improvement in order to be good": "requires improvement",
}


class Reader:
    """Everything compiled once for a Reference: the gazetteer and one automaton for names and phrases."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.known = {authority.name: authority for authority in reference.authorities}
        self.nation_of = {authority.name: authority.nation for authority in reference.authorities}
        self.gazette = gazetteer(reference)
        self.named = {key: int(value) for key, (_, value) in self.gazette.entries if value != "decoy"}
        self.lexicon = Lexicon((*self.gazette.entries, *_grade_entries(reference)))

    def lines(self, page: PageText, today: date) -> list[Line]:
        """The page's sentences with their cues and times."""
        found = []
        for sentence, row in zip(page.sentences, self.lexicon.cues(page), strict=True):
            layers: dict[str, list[Cue]] = {}
            for cue in row:
                layers.setdefault(cue.layer, []).append(cue)
            line = Line(sentence, layers, moments(page, sentence, today), page)
            add_served(line)
            if areas := told_areas(line):
                layers["told area"] = areas
            found.append(line)
        return found

    def evidence(self, article: Article) -> tuple[News, list[Claim]]:
        """What speaks for and against news on a page, with its claims: what the weights are fitted on."""
        page = page_text(article)
        today = article.published.date() if article.published else latest_date(page.source)
        lines = self.lines(page, today or date(2026, 1, 1))
        claims = bind_areas(lines)
        self._bind(lines, claims, self._councils(lines, today, article), self.outlet_names(article))
        weigh_ages(claims, lines, today)
        return weigh_news(lines, claims, visit_of(stays_of(lines, today)), today), claims

    def read(self, article: Article) -> Reading:
        """The Reading of one Article."""
        page = page_text(article)
        today = article.published.date() if article.published else latest_date(page.source)
        lines = self.lines(page, today or date(2026, 1, 1))
        outlet = self.outlet_names(article)
        councils = self._councils(lines, today, article)
        claims = bind_areas(lines)
        self._bind(lines, claims, councils, outlet)
        weigh_ages(claims, lines, today)
        topic = weigh_topic(lines)
        stays = stays_of(lines, today)
        visit = visit_of(stays)
        news = weigh_news(lines, claims, visit, today)
        kind = kind_of(topic, news.logit, claims)
        overall = any(OVERALL in claim.areas and _open(claim) for claim in claims)
        framework = framework_of_page(self.reference, visit, today, overall and not _no_overall(lines))
        setting = judge(
            claims,
            Setting(
                kind,
                news.logit,
                framework,
                visit,
                self.nation_of,
                earlier_grades(claims),
                any(line.has("sign drags") and line.told for line in lines),
                councils.visits(stays),
            ),
        )
        return self._reading(setting, councils, topic, news)

    def _councils(self, lines: list[Line], today: date | None, article: Article) -> Councils:
        councils = Councils(lines, self.gazette, self.known, today)
        publisher = self.outlet_names(replace(article, patch=()))
        if publisher and speaks_of_itself(lines, councils.by_line, publisher[0]):
            councils.scores[publisher[0]] = 2 * sum(councils.scores.values()) + 1
        return councils

    def _bind(self, lines: list[Line], claims: list[Claim], councils: Councils, outlet: tuple[str, ...]) -> None:
        other, place = "", -9
        for claim in claims:
            near = claim.line.sentence.place - place <= 2
            bind_subject(claim, other if near else "")
            if claim.refused and claim.subject not in ("service", "council", "children", ""):
                other, place = claim.subject, claim.line.sentence.place
            elif not claim.refused:
                other = ""
            councils.bind(claim, outlet)
            judge_standing(claim)
            aside = councils.is_side(claim, outlet) or councils.is_background(claim, outlet)
            table = claim.form == "list" and not claim.areas
            if aside and not table and not self._told_as_news(lines, claim):
                claim.side = True
                claim.aged(3.5, "told of another council than the page's own")

        headlines_too(claims)

    @staticmethod
    def _told_as_news(lines: list[Line], claim: Claim) -> bool:
        """Whether this sentence or the one before says that a report is out."""
        place = claim.line.sentence.place
        if any(moment.kind in ("now", "weekday") and moment.since == moment.until for moment in claim.line.moments):
            words = {word for m in claim.line.moments for word in claim.line.text.words[m.first : m.last]}
            if words & {"today", "yesterday", "morning"}:
                return True
        if set(lines[0].text.words[: lines[0].sentence.last]) & SEVERAL:
            return True
        near = place + 2 if any(f" {verb} " in f" {claim.line.clause(claim.first)} " for verb in GIVEN) else place + 1
        return any(line.has("sign published now", "sign another report") for line in lines[max(0, place - 1) : near])

    def outlet_names(self, article: Article) -> tuple[str, ...]:
        """The council that publishes the page, or the one council that its feed covers: a weak prior."""
        words = normal(article.outlet).split()[:12]
        runs = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
        hits = [run for run in runs if run in self.named]
        if hits and any(word in PUBLISHERS for word in words):
            return self.gazette.meanings[self.named[max(hits, key=len)]][:1]
        return article.patch if len(article.patch) == 1 else ()

    def _reading(self, setting: Setting, councils: Councils, topic: Topic, news: News) -> Reading:
        mentions = setting.mentions
        current = [m for m in mentions if m.standing is Standing.CURRENT]
        authorities = tuple(dict.fromkeys(m.authority for m in current)) or self._subjects(setting.kind, councils)
        kind = setting.kind
        if current and (kind is not Kind.ROUNDUP or any(m.grade == LOW for m in current)):
            kind = Kind.ROUNDUP if _is_roundup(councils, authorities) else Kind.FULL_INSPECTION
        elif kind in (Kind.FULL_INSPECTION, Kind.RETROSPECTIVE):
            kind = without_news(topic, any(m.grade == LOW for m in mentions), news.logit)
        relevant = is_relevant(kind, topic, bool(councils.scores))
        mentioned = tuple(name for name, _ in councils.ranked() if name not in authorities)
        return Reading(
            relevant=relevant,
            kind=kind,
            reason=_reason(kind, current, news),
            mentions=tuple(mentions),
            dismissals=tuple(setting.dismissals),
            authorities=authorities,
            mentioned=mentioned,
            unknown=unknown_grades(councils.lines) if relevant else (),
            signals=(*news.signals(), *topic.signals),
        )

    def _subjects(self, kind: Kind, councils: Councils) -> tuple[str, ...]:
        if kind in (Kind.UNRELATED, Kind.OTHER_PROVIDER, Kind.ROUNDUP):
            return ()
        if kind is Kind.SEND_AREA:
            return councils.main()
        return () if len(councils.scores) > 8 else councils.page_default(())


def _open(claim: Claim) -> bool:
    """Whether a claim may be this page's own news."""
    return not claim.refused and claim.standing is None and not claim.previous and claim.age < 2


def _is_roundup(councils: Councils, authorities: tuple[str, ...]) -> bool:
    """Several councils alike, or several under a headline that speaks of several."""
    title = councils.lines[0].text.words[: councils.lines[0].sentence.last]
    alike = len(councils.alike(authorities)) > max(1, len(councils.page_default(())))
    return alike or (len(authorities) > 1 and bool(SEVERAL & set(title)))


def _grade_entries(reference: Reference) -> list[tuple[str, Entry]]:
    entries = [(normal(phrase), ("grade", grade)) for phrase, grade in EXTRA_GRADES.items()]
    for framework in reference.frameworks:
        if framework.nation == "England":
            entries += [(normal(phrase), ("grade", rung.grade)) for rung in framework.ladder for phrase in rung.phrases]
    return list(dict.fromkeys(entries))


def _no_overall(lines: list[Line]) -> bool:
    """Whether the page itself says that there is no overall grade any more."""
    for line in lines:
        for cue in line.of("area"):
            if cue.value == "overall":
                near = line.text.words[max(line.sentence.first, cue.first - 6) : cue.last + 8]
                if "no" in near or "longer" in near or "scrapped" in near or "abolished" in near or "ended" in near:
                    return True
    return False


def _reason(kind: Kind, current: list[Mention], news: News) -> str:
    if current:
        first = next((m for m in current if m.grade == LOW), current[0])
        place = first.area.replace("_", " ")
        return f"tells of a newly published judgement: {first.authority}, {place}: {first.grade} ({news.logit:+.1f})"
    plain = kind.replace("_", " ")
    return f"{plain}: no newly published grade of a council's children's services ({news.logit:+.1f})"
