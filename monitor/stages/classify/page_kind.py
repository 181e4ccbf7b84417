"""From the weighed topic and the evidence of news to one kind of page."""

from __future__ import annotations

from monitor.model.framework import OVERALL
from monitor.model.judgement import Kind
from monitor.stages.classify.claim import LOW, Claim
from monitor.stages.classify.kinds import Topic

VISITS = (Kind.MONITORING_VISIT, Kind.FOCUSED_VISIT, Kind.JTAI, Kind.SEND_AREA)
OF_COUNCILS_ONLY = frozenset({"in_care", "care_leavers"})
"""Areas that no other provider is graded on."""
PROVIDERS_OF_COUNCILS = frozenset({"home", "fostering"})


def kind_of(topic: Topic, news: float, claims: list[Claim]) -> Kind:
    """The page's kind, given how strongly it tells of a new graded judgement (log-odds)."""
    graded = [claim for claim in claims if not claim.refused and claim.form != "threshold"]
    topic.graded = bool(graded)
    fresh = [claim for claim in graded if claim.standing is None and claim.age < 2]
    if topic.nations.get("ireland", 0) + topic.nations.get("abroad", 0) >= (1.5 if topic.inspected < 3 else 4):
        return Kind.UNRELATED
    visit, weight = _visit(topic)
    other, other_weight = topic.other()
    strong = news > 0.5 and bool(fresh)
    if visit in (Kind.JTAI, Kind.SEND_AREA) and weight >= 2.2 and (weight > 6 or not strong):
        return visit
    if topic.colleagues >= 1.5 and not topic.ofsted and topic.colleagues > topic.inspected:
        return Kind.OTHER_PROVIDER
    named = other in topic.headline or any(claim.subject == other for claim in claims)
    areas = {area for claim in graded for area in claim.areas if area != OVERALL}
    part = len(areas) >= 3 and (other in PROVIDERS_OF_COUNCILS or bool(areas & OF_COUNCILS_ONLY))
    if other and named and not part and other_weight > topic.ours * 1.1 + 0.5:
        return Kind.OTHER_PROVIDER
    if weight >= (4.0 if strong else 2.0):
        return visit
    if topic.ours < 1.0 and not graded:
        return Kind.UNRELATED
    if _tells_grade(news, fresh):
        return Kind.FULL_INSPECTION
    return without_news(topic, False)


def _visit(topic: Topic) -> tuple[Kind, float]:
    found = {kind: topic.kinds.get(kind, 0.0) for kind in VISITS}
    return max(found.items(), key=lambda item: item[1])


def _tells_grade(news: float, fresh: list[Claim]) -> bool:
    low = any(claim.grade == LOW for claim in fresh)
    return bool(fresh) and (news > 0 or (news > -1.2 and not low))


def without_news(topic: Topic, graded: bool, news: float = 0.0) -> Kind:
    """A page without a new grade: a visit told in other words, statistics, intervention or looking back."""
    visit, weight = _visit(topic)
    intervention, retrospective = topic.kinds.get(Kind.INTERVENTION, 0.0), topic.kinds.get(Kind.RETROSPECTIVE, 0.0)
    if topic.kinds.get(Kind.ROUNDUP, 0.0) >= 2.0:
        return Kind.ROUNDUP
    if topic.inspected < 0.5 and not graded and not topic.graded:
        return Kind.UNRELATED
    if weight >= 1.0 and weight > intervention:
        return visit
    if news > 0 and max(topic.nations.get("wales", 0.0), topic.nations.get("scotland", 0.0)) >= 1.0:
        return Kind.FULL_INSPECTION
    if graded and topic.inspected >= 4.5 and intervention < 0.6 and retrospective < 0.3 and weight > 0.3:
        return Kind.MONITORING_VISIT
    return Kind.INTERVENTION if intervention >= 0.6 and intervention >= 0.6 * retrospective else Kind.RETROSPECTIVE


def is_relevant(kind: Kind, topic: Topic, councils: bool) -> bool:
    """Whether the page is about inspection of a council's children's services, its own homes and agencies "
    "included."""
    if kind is Kind.UNRELATED:
        return False
    other, weight = topic.other()
    if kind is Kind.OTHER_PROVIDER:
        return (councils and other in PROVIDERS_OF_COUNCILS) or topic.ours > weight
    return True
