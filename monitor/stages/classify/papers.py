"""What is called inadequate and is no service: a council's evidence, plan, reply or money; and who says so that inspects nothing."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.word_sets import words

PAPERS = words(
    "evidence response responses reply replies statement statements plan plans offer funding money budget settlement "
    "proposal proposals apology explanation explanations excuse excuses handling investigation paperwork document documents "
    "application payment payments compensation contract letter information advice consultation cash grant allocation salary pay "
    "supervision oversight checks communication recording notes "
    "wages staffing premises building buildings accommodation placement placements training policy strategy remedy record records"
)
"""Nouns that name what a council writes, pays or does, never a service that is graded."""
ASSESSED = words(
    "an risk needs core social initial parenting parental her his an age carer viability pre birth work care's mental"
)
"""Before "assessment" these make it a paper about a child, not a verdict on a council."""
JUDGES = words(
    "judge judges coroner coroners court recorder ombudsman tribunal magistrate magistrates barrister auditor auditors jury"
)
BENCH = words("a the court district family circuit senior by")
SPEAKS = (["says"], ["said"], ["has"], ["brands"], ["rules"], ["criticises"], ["calls"], ["slams"])
SAYINGS = words(
    "said says saying that which who whose whom because when where if added told found ruled concluded but while and"
)
OWNERS = words("of by from to for in at with into on about s between within over")
REACH = 14


def no_service(claim: Claim) -> str:
    """Why the words graded name no service, or ""."""
    line = claim.line
    inspectors = any(cue.value in ("ofsted", "inspectors") for cue in line.of("inspectorate"))
    paper = _paper(claim, inspectors)
    if paper:
        return f"it is said of the {paper}, which is no service"
    if not inspectors and "front page" in " ".join(line.text.words[line.sentence.first : line.sentence.last]):
        return "a newspaper says so"
    if line.has("sign peer") and not inspectors and claim.form not in ("attribute", "noun"):
        return "a review by others than inspectors says so"
    judge = next(
        (line.text.words[at] for at in range(line.sentence.first, line.sentence.last) if _is_judge(line, at)), ""
    )
    if judge and not inspectors and claim.form not in ("attribute", "list") and not line.has("noun"):
        return f"a {judge} says so, no inspectorate"
    return ""


def _is_judge(line: Line, at: int) -> bool:
    """ "They judge the borough ..." is a verb."""
    text = line.text.words
    if text[at] in ("judge", "judges"):
        return text[at - 1] in BENCH or text[at + 1 : at + 2] in SPEAKS
    return text[at] in JUDGES


def _paper(claim: Claim, inspectors: bool) -> str:
    """The paper or act that bears the grade word, read backwards from it to the head of its clause."""
    line, text = claim.line, claim.line.text.words
    if claim.form in ("list", "move", "implied", "threshold", "attribute"):
        return ""
    if claim.form == "noun":
        return next(
            (text[at] for at in _just_before(claim) if text[at].startswith("assessment") and _is_paper(line, at)), ""
        )
    barriers = _barriers(line)
    for at in range(claim.first - 1, max(line.sentence.first, claim.first - REACH) - 1, -1):
        if _is_paper(line, at):
            area = any(0 <= cue.first - at <= 5 for cue in line.of("area"))
            return "" if area and (inspectors or text[at] == "offer") else text[at]
        if at in barriers or text[at] in SAYINGS or ";" in line.text.between(at, at + 1):
            return ""
    return ""


def _just_before(claim: Claim) -> range:
    return range(max(claim.line.sentence.first, claim.first - 3), claim.first)


def _is_paper(line: Line, at: int) -> bool:
    text = line.text.words
    if text[at] in ("assessment", "assessments"):
        return text[at] == "assessments" or bool(ASSESSED & set(text[max(line.sentence.first, at - 2) : at]))
    return text[at] in PAPERS


def _barriers(line: Line) -> set[int]:
    """The words at which another bearer or a verdict begins, so that what stands before them bears no grade."""
    text = line.text.words
    found = {verb.last - 1 for verb in line.of("verb") if verb.value in ("rate", "give", "move")}
    found |= {noun.first for noun in line.of("noun") if text[noun.first] not in PAPERS | {"assessment"}}
    for cue in (*line.of("subject"), *line.of("area"), *line.of("name")):
        if cue.value != "role" and not _owned(text, cue, line.sentence.first):
            found.add(cue.last - 1)
    return found


def _owned(text: list[str], cue: Cue, first: int) -> bool:
    """ "by Barnet's children's services": the service only qualifies what stands before."""
    return bool(OWNERS & set(text[max(first, cue.first - 4) : cue.first])) or text[cue.last : cue.last + 1] == ["s"]
