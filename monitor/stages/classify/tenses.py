"""How old a claim sounds by its grammar: tense, relative clauses, who says it, lists and numbers of councils."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.stages.classify.claim import Claim
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.sames import verdict_again
from monitor.stages.classify.word_sets import words as word_set

PRESENT = word_set("rates judges brands finds grades is are ranks labels deems says")
PERFECT = tuple(
    f" {verb} " for verb in ("has been", "have been", "has rated", "has judged", "has given", "has handed", "has found")
)
MANY = word_set(
    "local other several many some most these those which few four five six seven eight nine ten eleven twelve all"
)
PARTICIPLES = word_set("rated judged graded branded labelled deemed ranked classed found already")
SHARES = word_set("proportion number share quarter third half fifth tenth most majority per cent percent")
BODIES = word_set("councils authorities")
PERSONS = word_set("man woman inspector official boss chief director person")
RELATIVE = word_set("that which who whose")
PLURALS = word_set("ratings judgements judgments grades")
FOLLOWS = word_set("following after since despite")
LEAGUE_TABLE = 5

Sign = tuple[float, str]
"""Log-odds that the claim is old, and why."""


def weigh_tense(claim: Claim) -> None:
    """Adds every grammatical sign of age."""
    words = claim.line.text.words
    before = words[max(claim.line.sentence.first, claim.first - 9) : claim.first]
    for weight, reason in (*_of_line(claim), *_of_verbs(claim, before), *_of_form(claim, before), *_of_voice(claim)):
        claim.aged(weight, reason)


def _of_line(claim: Claim) -> Iterator[Sign]:
    line = claim.line
    if line.has("sign published now") and not line.has("sign commissioner"):
        yield -1.5, "published now"
    if line.has("again"):
        yield -0.5, "“again”"
    elif verdict_again(line):
        yield -0.5, "the same verdict given again"
    elif line.has("still"):
        yield 0.8, "told as unchanged"


def _of_verbs(claim: Claim, before: list[str]) -> Iterator[Sign]:
    text = f" {' '.join(before)} "
    if "who" in before and before.index("who") and before[before.index("who") - 1] in PERSONS:
        yield 2.5, "told of a person's past"
    if claim.line.has("sign says later"):
        yield 2.0, "told of a report that is still to come"
    if any(phrase in text for phrase in PERFECT):
        yield -1.0, "told in the present perfect"
    elif PRESENT & set(before):
        yield -0.6, "told in the present"
    if (
        "in which" not in text
        and ("which" in before or "that" in before[-5:])
        and ("was" in before or "were" in before)
    ):
        yield 0.8, "told in a relative clause"
    if claim.form == "implied" and RELATIVE & set(before[-2:]):
        yield 1.2, "told in a relative clause"


def _of_form(claim: Claim, before: list[str]) -> Iterator[Sign]:
    body = claim.line.sentence.role is Role.BODY
    if claim.form == "list" and not claim.areas and not claim.every:
        yield 1.0, "told in a table of councils"
    if body and not claim.line.has("inspectorate", "noun") and _in_an_aside(claim):
        yield 2.5, "told in an aside on the council"
    if claim.form == "attribute":
        yield 0.4, "told as an attribute"
    if body and claim.form in ("verb", "noun") and claim.first - claim.line.sentence.first <= 1:
        yield 0.7, "told in a participle before the news"
    after = claim.line.text.words[claim.last : claim.last + 3]
    if PLURALS & set(after) and not claim.areas and not claim.every:
        yield 1.5, "several ratings at once"
    elif claim.form == "noun" and claim.line.sentence.role is not Role.TITLE and not _given(claim):
        yield 0.6, "a rating named, not given"
    elif claim.form == "noun" and FOLLOWS & set(before[-4:]):
        yield 0.5, "told as what came before"
    elif body and claim.form in ("verb", "move") and FOLLOWS & set(before[-6:]):
        yield 0.8, "told as what came before"


def _in_an_aside(claim: Claim) -> bool:
    """ "Torbay, rated inadequate twice, is to hand its services ...": a participle between commas, without a time of its own."""
    line, text = claim.line, claim.line.text
    at = next((at for at in range(claim.first - 1, claim.first - 5, -1) if text.words[at] in PARTICIPLES), -1)
    if at <= line.sentence.first or "," not in text.between(at - 1, at) or line.text.words[at - 1].isdigit():
        return False
    named = any(cue.last == at for layer in ("name", "subject") for cue in line.of(layer))
    end = next(
        (
            at
            for at in range(claim.last - 1, min(claim.last + 6, line.sentence.last - 1))
            if "," in text.between(at, at + 1)
        ),
        -1,
    )
    timed = any(at <= moment.first <= end for moment in line.moments)
    return named and end >= 0 and not timed and "today" not in text.words[at : end + 1]


def _of_voice(claim: Claim) -> Iterator[Sign]:
    if _said_by_others(claim):
        yield 2.5, "said by somebody else than inspectors"
    if len(claim.authorities) >= LEAGUE_TABLE or _counts_councils(claim):
        yield 4.0, "a list or number of councils, not one council's news"


def _is_share(before: list[str]) -> bool:
    """ "one in nine councils", "a fifth of authorities"."""
    if (
        before[-1:]
        and before[-1] in ("are", "were")
        and (before[-2:-1] == ["none"] or (before[-2:-1] and before[-2].isdigit()))
    ):
        return True
    for at, word in enumerate(before[1:-1], 1):
        if word == "of" and before[at - 1] in SHARES and BODIES & set(before[at : at + 5]):
            return True
        if word == "in" and before[at - 1] == "one" and (before[at + 1].isdigit() or before[at + 1] in MANY):
            return True
    return False


def _given(claim: Claim) -> bool:
    """Whether a verb near a rating gives it, or "grade of", "rating is" states it."""
    line = claim.line
    verbs = [verb for verb in line.of("verb") if verb.value != "need"]
    if any(-12 <= verb.last - claim.first <= 0 or 0 <= verb.first - claim.last <= 4 for verb in verbs):
        return True
    return any(noun.last <= claim.first <= noun.last + 3 for noun in line.of("noun"))


def _said_by_others(claim: Claim) -> bool:
    """ "The union says that services are inadequate": no inspector said so."""
    line = claim.line
    peers = line.has("sign peer")
    loose = claim.form in ("copula", "attribute", "quoted", "title") or peers
    speaks = any(cue.first < claim.first or peers for cue in line.of("speaker"))
    inspectors = any(cue.value in ("ofsted", "inspectors") for cue in line.of("inspectorate"))
    if claim.form == "copula" and any(cue.value != claim.grade for cue in line.of("grade")):
        inspectors = False
    area_told = claim.form == "copula" and line.has("area") and not peers
    return loose and speaks and not inspectors and not area_told


def _counts_councils(claim: Claim) -> bool:
    """ "30 councils were rated inadequate", "one in nine councils is inadequate"."""
    words = claim.line.text.words
    if _is_share(words[claim.line.sentence.first : claim.first]):
        return True
    for at in range(claim.line.sentence.first + 1, min(claim.last + 6, claim.line.sentence.last)):
        counted = words[at - 1].isdigit() or words[at - 1] in MANY
        if words[at] in ("councils", "authorities", "departments") and counted and -6 <= claim.first - at <= 5:
            return not claim.line.has("name") or words[at - 1].isdigit()
    return False
