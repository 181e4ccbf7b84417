"""What kind of page it is, weighed cue by cue: title counts most, then summary and lead, then the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.model.judgement import Kind
from monitor.stages.classify.claim import Line
from monitor.stages.classify.page_text import Role

JOINT = frozenset({"ofsted", "cqc", "police inspectorate", "probation inspectorate"})
SIGNS = (
    ("sign monitoring strong", Kind.MONITORING_VISIT, 1.6),
    ("sign this visit", Kind.MONITORING_VISIT, 1.5),
    ("sign monitoring", Kind.MONITORING_VISIT, 0.7),
    ("sign focused", Kind.FOCUSED_VISIT, 1.4),
    ("sign jtai", Kind.JTAI, 1.5),
    ("sign intervention", Kind.INTERVENTION, 0.5),
    ("sign reaction", Kind.RETROSPECTIVE, 0.25),
    ("sign aftermath", Kind.RETROSPECTIVE, 0.5),
    ("sign months after", Kind.RETROSPECTIVE, 0.6),
    ("sign statistics", Kind.ROUNDUP, 1.2),
    ("sign full", Kind.FULL_INSPECTION, 0.8),
)
"""How much each sign counts for which kind."""
PEOPLE = (["chief"], ["chiefs"], ["boss"], ["officer"], ["officers"], ["commissioner"], ["federation"], ["inquiry"])
"""After these a police force or school is somebody's office."""
LEAD = 3
"""How many sentences of the body count as the lead."""
OTHERS = (
    "school",
    "nursery",
    "home",
    "fostering",
    "centre",
    "college",
    "health",
    "police",
    "fire",
    "youth justice",
    "adults",
    "prison",
    "housing",
)


@dataclass(slots=True)
class Topic:
    """The weights of every kind, of our subject and of the others, with the cues that gave them."""

    ours: float = 0.0
    others: dict[str, float] = field(default_factory=dict)
    kinds: dict[Kind, float] = field(default_factory=dict)
    abroad: float = 0.0
    headline: set[str] = field(default_factory=set)
    """Other subjects named in title or summary."""
    graded: bool = False
    inspected: float = 0.0
    ofsted: float = 0.0
    colleagues: float = 0.0
    """Weight of other inspectorates: of health and care, police, probation."""
    nations: dict[str, float] = field(default_factory=dict)
    signals: list[str] = field(default_factory=list)

    def add(self, kind: Kind, weight: float, reason: str) -> None:
        """One cue for a kind."""
        self.kinds[kind] = self.kinds.get(kind, 0.0) + weight
        self.signals.append(f"{kind}: {reason} ({weight:+.1f})")

    def other(self) -> tuple[str, float]:
        """The strongest other subject."""
        return max(self.others.items(), key=lambda item: item[1], default=("", 0.0))


def position_weight(line: Line, body: int) -> float:
    """How much a cue counts by its place: title 3, summary and lead 1.5 to 2, rest 0.4, captions 0.3."""
    role = line.sentence.role
    if role is Role.TITLE:
        return 3.0
    if role is Role.SUMMARY:
        return 2.0
    if role in (Role.CAPTION, Role.HEADING):
        return 0.3
    return 1.6 if body <= LEAD else 0.4


def weigh_topic(lines: list[Line]) -> Topic:
    """Reads every line for what the page is about."""
    topic = Topic()
    body = 0
    for line in lines:
        if not line.told:
            continue
        body += line.sentence.role is Role.BODY
        _weigh_line(topic, line, position_weight(line, body))
    agencies = [name for name in ("police", "health", "youth justice", "school") if topic.others.get(name, 0.0) >= 0.8]
    if len(agencies) >= 3 or (len(agencies) >= 2 and topic.others.get("board", 0.0)):
        topic.add(Kind.JTAI, 2.5, "several agencies inspected together")
    return topic


def _weigh_line(topic: Topic, line: Line, weight: float) -> None:
    for cue in line.of("subject"):
        if cue.value in ("children", "role"):
            topic.ours += weight * (1.0 if cue.value == "children" else 0.5)
        elif cue.value in OTHERS:
            weight_here = weight * (0.2 if line.text.words[cue.last : cue.last + 1] in PEOPLE else 1.0)
            topic.others[cue.value] = topic.others.get(cue.value, 0.0) + weight_here
            if line.sentence.role in (Role.TITLE, Role.SUMMARY):
                topic.headline.add(cue.value)
        elif cue.value == "send":
            topic.add(Kind.SEND_AREA, weight, line.text.raw(cue.first, cue.last))
    for cue in line.of("inspectorate"):
        if cue.value in ("wales", "scotland", "northern ireland", "ireland", "abroad"):
            topic.nations[cue.value] = topic.nations.get(cue.value, 0.0) + weight
            topic.inspected += weight if cue.value in ("wales", "scotland", "northern ireland") else 0.0
        elif cue.value in ("ofsted", "inspectors"):
            topic.inspected += weight
            topic.ofsted += weight if cue.value == "ofsted" else 0.0
        elif cue.value in JOINT:
            topic.colleagues += weight
    _weigh_signs(topic, line, weight)


def _weigh_signs(topic: Topic, line: Line, weight: float) -> None:
    for layer, kind, factor in SIGNS:
        if layer not in line.cues:
            continue
        share = _background(line, weight) if _is_history(line) else 1.0
        for cue in line.of(layer)[:2]:
            topic.add(kind, weight * factor * share, line.text.raw(cue.first, cue.last))
    if len({cue.value for cue in line.of("inspectorate")} & JOINT) >= 3:
        topic.add(Kind.JTAI, 2.0 * max(weight, 1.0), "three inspectorates together")


def _background(line: Line, weight: float) -> float:
    """How much a visit still counts that is told as history or announced."""
    words = line.text.words[line.sentence.first : line.sentence.last]
    return 0.2 if "will" in words else 0.5 if weight > 1 else 0.25


def _is_history(line: Line) -> bool:
    """A visit told as background: an older date in the sentence, or a plan for later."""
    if any(moment.kind in ("month", "year", "ago", "day") and moment.preposition != "since" for moment in line.moments):
        return line.sentence.role not in (Role.TITLE, Role.SUMMARY)
    words = line.text.words[line.sentence.first : line.sentence.last]
    return bool({"next", "will", "had"} & set(words))
