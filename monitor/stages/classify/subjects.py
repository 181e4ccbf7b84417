"""What a grade is about: a council's children's services, or one of the many other things rated by the same words."""

from __future__ import annotations

from monitor.stages.classify.claim import LOW, Claim, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.papers import no_service

OURS = frozenset({"children", "council", "service"})
OTHERS = {"cqc": "adults", "police inspectorate": "police", "probation inspectorate": "youth justice"}
"""What other inspectorates rate."""
PLAIN_WORDS = {
    "school": "a school",
    "nursery": "a nursery or childminder",
    "home": "a children's home or care home",
    "fostering": "a fostering or adoption service",
    "centre": "a children's or secure centre",
    "college": "a college or training provider",
    "health": "a health service",
    "police": "a police force",
    "fire": "a fire service",
    "youth justice": "a youth offending service",
    "send": "an area's SEND arrangements",
    "board": "a safeguarding board",
    "adults": "adult social care",
    "prison": "a prison",
    "housing": "housing",
    "other": "another service",
}


def bind_subject(claim: Claim, before: str) -> None:
    """Sets the claim's subject; `before` is the other provider that the text was just speaking of, or ""."""
    chosen = _chosen(claim)
    value = chosen.value if chosen else ""
    if value in ("", "service") and claim.areas == () and not claim.every and before and not claim.line.has("name"):
        value = before
    claim.subject = value or "service"
    if foreign := _by_another_inspectorate(claim):
        claim.subject = foreign
        claim.refuse(f"the rating is another inspectorate's, of {PLAIN_WORDS[foreign]}")
    if paper := no_service(claim):
        claim.refuse(paper)
    if value and value not in OURS and not _is_area(claim, value):
        claim.refuse(f"the rating is of {PLAIN_WORDS.get(value, value)}, not of the council's children's services")


def _by_another_inspectorate(claim: Claim) -> str:
    """ "rated inadequate for its social care by the CQC": what that inspectorate rates, or ""."""
    line = claim.line
    if any(cue.value == "ofsted" for cue in line.of("inspectorate")) or line.has("sign joint"):
        return ""
    for cue in line.of("inspectorate"):
        before = line.text.words[max(line.sentence.first, cue.first - 2) : cue.first]
        if cue.value in OTHERS and cue.first >= claim.last and "by" in before:
            return OTHERS[cue.value]
    return ""


def headlines_too(claims: list[Claim]) -> None:
    """A headline that names no children's services tells of what the story says another inspectorate rated."""
    story = [
        claim
        for claim in claims
        if claim.grade == LOW and claim.line.sentence.role is Role.BODY and claim.form != "none"
    ]
    if story and story[0].refused and story[0].subject in OTHERS.values():
        for claim in claims:
            if claim.line.sentence.role in (Role.TITLE, Role.SUMMARY) and claim.subject != "children":
                claim.refuse(story[0].refused)


def _is_area(claim: Claim, value: str) -> bool:
    """ "adoption services" in a council's report are one of its areas."""
    if value in ("home", "fostering") and claim.areas and claim.form == "list":
        return True
    return value == "fostering" and "adoption" in claim.areas and (claim.form == "list" or len(claim.areas) > 1)


def _chosen(claim: Claim) -> Cue | None:
    cues = [cue for cue in claim.line.of("subject") if cue.value != "role" and not _only_place(claim.line, cue)]
    after = _linked_after(claim, cues)
    if after:
        return after
    earlier = [cue for cue in cues if cue.last <= claim.first]
    inside = [cue for cue in cues if cue.first >= claim.last and cue.first - claim.last <= 1]
    if inside and inside[0].value in ("children", "council"):
        return inside[0]
    specific = [cue for cue in earlier if cue.value != "service"]
    heads = [cue for cue in specific if not _modifier(claim.line, cue)]
    if heads:
        return _nearest(claim, heads)
    later = None if claim.areas else _later(claim, cues)
    return specific[-1] if specific else (earlier[-1] if earlier else (inside[0] if inside else later))


def _nearest(claim: Claim, heads: list[Cue]) -> Cue:
    """The last specific subject; but a council's services outrank a council or body named in passing after them."""
    last = heads[-1]
    if len(heads) > 1 and heads[-2].value not in OURS and claim.line.text.words[heads[-2].last] == "of":
        return heads[-2]  # "the fostering arm of the children's trust" is the arm
    owned = len(heads) > 1 and claim.line.text.words[heads[-2].last : last.first] == ["s"]
    if owned and heads[-2].value not in OURS:
        return heads[-2]  # "the hospital's services for children" are the hospital's
    if last.value == "council" and _in_passing(claim.line, last):
        others = [cue for cue in heads if cue.value != "council"]
        if others and not _breaks_between(claim.line, others[-1], last):
            return others[-1]
    return last


def _in_passing(line: Line, council: Cue) -> bool:
    """ "a home run by the council": the council is no head of the sentence."""
    before = line.text.words[max(line.sentence.first, council.first - 5) : council.first]
    return bool({"by", "of", "at", "in", "for", "with", "to", "from", "s"} & set(before))


def _breaks_between(line: Line, left: Cue, right: Cue) -> bool:
    return any(mark in line.text.source[line.text.ends[left.last - 1] : line.text.starts[right.first]] for mark in ".;")


def _modifier(line: Line, cue: Cue) -> bool:
    """ "school inspectors", "the police and the council": a word that only describes the next one."""
    following = line.text.words[cue.last] if cue.last < line.sentence.last else ""
    return following in (
        "watchdog",
        "inspectors",
        "inspector",
        "regulator",
        "trust",
        "staff",
        "board",
        "improvement",
        "committee",
    )


def _only_place(line: Line, cue: Cue) -> bool:
    """ "in the county" names a place, not the council."""
    before = line.text.words[cue.first - 1] if cue.first > line.sentence.first else ""
    return (
        cue.value == "council"
        and line.text.words[cue.first] == "the"
        and before in ("in", "across", "around", "throughout")
    )


def _linked_after(claim: Claim, cues: list[Cue]) -> Cue | None:
    """ "an inadequate rating from Ofsted for the children's services": a subject after for/of/to in the "
    "same clause."""
    words, text = claim.line.text.words, claim.line.text
    if claim.form not in ("noun", "verb"):
        return None
    for cue in cues:
        if cue.first < claim.last or cue.first - claim.last > 10:
            continue
        gap = words[claim.last : cue.first]
        between = text.source[text.ends[claim.last - 1] : text.starts[cue.first]]
        if not any(mark in between for mark in ".;:,") and any(word in ("for", "of", "at", "in", "to") for word in gap):
            return cue
    return None


def _later(claim: Claim, cues: list[Cue]) -> Cue | None:
    after = [cue for cue in cues if cue.first >= claim.last and cue.value != "service"]
    return after[0] if after else None
