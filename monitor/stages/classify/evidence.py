"""Is this page news of a newly published judgement? Evidence collected sentence by sentence and weighed as "
"log-odds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import exp

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.grade_evidence import grade_signals
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.published import report_out
from monitor.stages.classify.sames import verdict_again
from monitor.stages.classify.visits import Visit
from monitor.stages.classify.weights import WEIGHTS

LEAD = 4
COUNTED = (
    "new report", "harsh report", "inspectorate speaks", "rating moves", "commissioner", "letter",
    "monitoring strong",
    "this visit", "monitoring", "intervention", "reaction", "aftermath",
    "opinion",
    "to be published", "says later", "correction", "months after", "retrospective",
    "explainer", "parliament", "dispute", "focused", "jtai", "statistics", "response", "full",
)  # fmt: skip
"""Signs that count by where they stand."""
SIGNS = {f"sign {sign}": sign for sign in COUNTED}

COMINGS = frozenset({"left", "arrived", "came", "returned", "finished", "departed"})
"""What inspectors do at the beginning and the end of a visit."""
VISITS = frozenset({"monitoring", "monitoring strong", "letter", "focused", "jtai", "this visit"})


@dataclass(slots=True)
class News:
    """Every signal with how often it counted; `logit` is their weighted sum."""

    features: dict[str, float] = field(default_factory=dict)

    def add(self, feature: str, value: float = 1.0, most: float = 1.0) -> None:
        """Counts a signal, up to `most`."""
        self.features[feature] = min(most, self.features.get(feature, 0.0) + value)

    @property
    def logit(self) -> float:
        """The log-odds that the page tells of a newly published judgement."""
        return WEIGHTS["bias"] + sum(WEIGHTS.get(name, 0.0) * value for name, value in self.features.items())

    def signals(self) -> list[str]:
        """What counted and by how much, strongest first."""
        weighed = [(WEIGHTS.get(name, 0.0) * value, name) for name, value in self.features.items()]
        weighed.sort(key=lambda pair: -abs(pair[0]))
        return [f"{name} ({weight:+.1f})" for weight, name in weighed if weight]


def chance(logit: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


def weigh_news(lines: list[Line], claims: list[Claim], visit: Visit | None, today: date | None) -> News:
    """Collects every signal of the page."""
    news = News()
    body = 0
    if not any(line.told and line.has("inspectorate") for line in lines):
        news.add("no inspectorate anywhere")
    for line in lines:
        if not line.told:
            continue
        body += line.sentence.role is Role.BODY
        zone = (
            "title"
            if line.sentence.role is Role.TITLE
            else "lead"
            if line.sentence.role is Role.SUMMARY or (body <= LEAD and line.sentence.role is not Role.CAPTION)
            else "rest"
        )
        _weigh_line(news, line, zone, today or date.min)
    for signal, value, most in grade_signals(claims, visit, today, set(news.features)):
        news.add(signal, value, most)
    _weigh_visit(news, visit, today)
    return news


def _weigh_line(news: News, line: Line, zone: str, today: date) -> None:
    for layer in [layer for layer in line.cues if layer in SIGNS]:
        sign, cues = SIGNS[layer], line.of(layer)
        if not _is_another_matter(line, zone, sign) and not (
            sign in VISITS and (_to_come(line, cues[0].first) or _long_ago(line, today))
        ):
            news.add(f"{zone}: {sign}", 1.0, 2.0)
    official = line.has("noun", "inspectorate", "sign harsh report", "sign new report") and not line.has(
        "sign commissioner"
    )
    for moment in line.moments:
        if moment.kind == "now" and zone != "rest" and official and not line.has("sign reaction", "sign aftermath"):
            news.add(f"{zone}: today or yesterday")
        elif (
            moment.kind == "after"
            and zone != "rest"
            and not _of_the_visit(line)
            and 5 <= (today - moment.until).days <= 480
        ):
            news.add(f"{zone}: some time after")
    if zone == "title" and line.has("inspectorate"):
        news.add("title: inspectorate named")
    if line.has("sign details"):
        news.add("details of the report", 1.0, 5.0)
    if not line.has("sign published now") and report_out(line, today):
        news.add("a report published now")
    if line.has("sign published now"):
        news.add("a report published now" if official else f"{zone}: published now", 1.0, 2.0)
    if _dates_a_report(line, today):
        news.add(f"{'lead' if zone != 'rest' else 'rest'}: a dated report")


def _is_another_matter(line: Line, zone: str, sign: str) -> bool:
    """An "I" in a quotation is no opinion, "two in a row" no quarrel; a headline's "still inadequate two years on" looks back at nothing."""
    if sign == "opinion":
        return _quotes(line)
    if sign in ("months after", "to be published") and _of_the_visit(line):
        return True
    if sign == "letter":
        return line.has("speaker") and not line.has("inspectorate")
    if sign == "reaction":
        rows = line.text.words
        return all(rows[cue.first - 2 : cue.last] == ["in", "a", "row"] for cue in line.of("sign reaction"))
    unchanged = sign == "retrospective" and zone == "title" and line.has("still", "again")
    return unchanged and line.has("grade", "lowest")


def _of_the_visit(line: Line) -> bool:
    """ "inspectors arrived weeks after another report", "out six weeks after inspectors left": the interval is of the visit."""
    words = line.text.words[line.sentence.first : line.sentence.last]
    return (
        line.has("inspectorate")
        and not COMINGS.isdisjoint(words)
        and not line.has("grade", "lowest", "sign monitoring strong")
    )


def _dates_a_report(line: Line, today: date) -> bool:
    """ "a report in March", "three months ago Ofsted ...": the report is dated, and not by today."""
    words = line.text.words
    old = [m for m in line.moments if m.kind in ("month", "ago", "day", "week") and (today - m.until).days > 6]
    told = [
        m
        for m in old
        if words[m.first - 1] in ("reported", "published", "released")
        or words[m.first - 2] in ("reported", "published", "released")
    ]
    dated = any(m.kind in ("month", "ago") and m.preposition in ("in", "earlier", "from", "", "s") for m in old)
    reports = any(words[cue.first] in ("report", "ofsted") for cue in line.of("noun"))
    visited = line.has("sign inspected") or "visits" in words[line.sentence.first : line.sentence.last]
    return bool(told) or (dated and reports and not visited and not verdict_again(line))


def _quotes(line: Line) -> bool:
    """Whether somebody is quoted in the sentence: then "I" is not the writer."""
    passage = line.text.source[max(0, line.sentence.start - 1) : line.sentence.end]
    return any(mark in passage for mark in '"“”‘') or " '" in passage or passage.startswith("'")


def _to_come(line: Line, at: int) -> bool:
    """Whether a visit is announced, not told of."""
    before = line.text.words[line.sentence.first : at]
    return any(word in ("will", "next", "would", "expected", "due", "faces", "face") for word in before)


def _long_ago(line: Line, today: date) -> bool:
    """Whether a visit is told as background: the sentence dates it months back."""
    old = [
        m
        for m in line.moments
        if m.kind in ("month", "year", "ago", "day", "range")
        and (today - m.until).days > 75
        and not _after_since(line, m)
    ]
    return bool(old) and line.sentence.role is not Role.TITLE


def _after_since(line: Line, moment: Moment) -> bool:
    """ "the second visit since the services were rated inadequate last May": the visit is not that old."""
    return "since" in line.text.words[max(line.sentence.first, moment.first - 12) : moment.first]


def _weigh_visit(news: News, visit: Visit | None, today: date | None) -> None:
    if visit is None or today is None:
        return
    age = (today - visit.until).days
    if visit.exact and 1 <= (visit.until - visit.since).days <= 2:
        news.add("a visit of two or three days")
    if 125 < age < 400:
        news.add("an old inspection")
    elif 0 <= age <= 125:
        news.add("a recent inspection" if visit.exact else "a recent inspection month")
