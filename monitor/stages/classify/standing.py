"""How each claim stands by its own sentence: denied, feared, hypothetical, demanded, former, and how old it sounds."""

from __future__ import annotations

from datetime import date

from monitor.model.judgement import Standing
from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.word_sets import words

STRONG_FORMER = words(
    "previously formerly previous former originally historically predecessor"
) | {
    "last inspection", "previous inspection", "last inspected", "last time", "used to be", "last year s", "had previously", "at its last", "at their last",
    "in the previous", "earlier inspection", "last full inspection", "an earlier", "last report", "the last report", "back then", "in the past", "before the trust",
    "following a previous", "since it was", "since being", "had already", "first inspection", "as it was in", "this time last year", "the one before", "last inspection in",
}  # fmt: skip
WEAK_FORMER = {"had been": 1.8, "had rated": 2.0, "had judged": 2.0, "had found": 1.2, "had graded": 2.0, "had given": 1.5, "had branded": 2.0, "earlier": 1.6,
    "before": 1.0, "once": 1.0, "until": 1.5, "was first": 1.5, "already": 1.2, "first rated": 2.0, "when it was": 1.0, "had also been": 1.8, "prior": 1.5,
    "prior to": 1.5, "up to now": 2.0, "at the time": 1.0, "past": 0.7, "inherited": 0.7, "since then": 0.7, "then": 0.4, "were first": 1.5, "since they were": 1.5,
    "after years": 1.0, "spent years": 1.0, "history": 0.7, "as in": 1.0}  # fmt: skip
TURNS = words("but while whilst although though whereas however")


def judge_standing(claim: Claim, today: date | None) -> None:
    """Settles what the claim's own sentence settles, and weighs the rest as age."""
    if _from(claim):
        return
    _denied(claim)
    _unreal(claim)
    _former(claim)
    if today is not None:
        for moment in _own_moments(claim):
            _time(claim, moment, today)
    _tense(claim)


def _clause(claim: Claim) -> tuple[int, int]:
    """The words around the claim up to the nearest turn ("but", "while", ";") on each side."""
    line, words = claim.line, claim.line.text.words
    left, right = line.sentence.first, line.sentence.last
    for at in range(claim.first - 1, line.sentence.first - 1, -1):
        if words[at] in TURNS or ";" in line.text.between(at, at + 1):
            left = at + 1 if ";" in line.text.between(at, at + 1) else at
            break
    for at in range(claim.last, line.sentence.last):
        if words[at] in TURNS or (at > claim.last and ";" in line.text.between(at - 1, at)):
            right = at
            break
    return left, right


def _from(claim: Claim) -> bool:
    """ "from inadequate to good", "turned an inadequate rating into a good one": the first grade is the old one."""
    words = claim.line.text.words
    before = words[max(claim.line.sentence.first, claim.first - 4) : claim.first]
    tail = words[claim.last : claim.last + 5]
    parenthesis = _in_brackets_with_year(claim)
    up = "from" in before[-3:] and not any(w in ("ofsted", "inspectors", "watchdog") for w in before)
    turned = (
        any(
            w in ("turned", "turns", "turning", "converted", "swapped")
            for w in words[max(claim.line.sentence.first, claim.first - 6) : claim.first]
        )
        and "into" in tail
    )
    if up or turned or parenthesis:
        claim.settle(Standing.FORMER, "told as the grade before")
        claim.previous = True
        claim.aged(4, "the grade before")
    return up or turned or parenthesis


def _in_brackets_with_year(claim: Claim) -> bool:
    """ "(2023: inadequate)", "(previously good)"."""
    text, line = claim.line.text, claim.line
    left = text.source[text.starts[line.sentence.first] : text.starts[claim.first]]
    opened = left.rfind("(") > left.rfind(")")
    if not opened:
        return False
    inside = left[left.rfind("(") :].lower()
    return any(ch.isdigit() for ch in inside) or any(
        w in inside for w in ("previous", "was", "formerly", "last", "up from", "down from")
    )


def _denied(claim: Claim) -> None:
    words = claim.line.text.words
    left, _ = _clause(claim)
    for cue in claim.line.of("denial"):
        gap = claim.first - cue.last
        phrase = " ".join(words[cue.first : cue.last])
        if cue.first < left or not (
            0 <= gap <= (7 if phrase in ("no longer", "no area", "no areas", "none", "never", "neither") else 4)
        ):
            after = cue.first - claim.last
            if not (0 <= after <= 3 and phrase in ("thrown off", "shed", "left behind", "shaken off", "is no longer")):
                continue
        if phrase == "not" and words[cue.last : cue.last + 1] in (["only"], ["just"], ["merely"], ["surprised"]):
            continue
        if phrase == "no" and gap > 3:
            continue
        if _comma_between(claim, cue.last):
            continue
        claim.settle(Standing.DENIED, f"“{phrase}” denies it")
        return


def _comma_between(claim: Claim, last: int) -> bool:
    text = claim.line.text
    return last < claim.first and "," in text.source[text.ends[last - 1] : text.starts[claim.first]]


def _unreal(claim: Claim) -> None:
    left, right = _clause(claim)
    words = claim.line.text.words
    for layer, standing, reach in (
        ("demanded", Standing.DEMANDED, 6),
        ("feared", Standing.FEARED, 7),
        ("hypothetical", Standing.HYPOTHETICAL, 8),
    ):
        for cue in claim.line.of(layer):
            gap = claim.first - cue.last
            if left <= cue.first and 0 <= gap <= reach and not _comma_between(claim, cue.last):
                phrase = " ".join(words[cue.first : cue.last])
                if phrase in ("could", "may", "would", "can", "if", "draft", "worried") and gap > 4:
                    continue
                claim.settle(standing, f"“{phrase}”: told as {standing}, not as fact")
                return
    if _list_of_grades(claim):
        claim.settle(Standing.HYPOTHETICAL, "a list of the possible grades")


def _list_of_grades(claim: Claim) -> bool:
    """ "outstanding, good, requires improvement or inadequate"."""
    grades = claim.line.of("grade")
    near = {cue.value for cue in grades if abs(cue.first - claim.first) <= 12}
    return len(near) >= 4 and not claim.line.of("area")


def _former(claim: Claim) -> None:
    left, right = _clause(claim)
    words = claim.line.text.words
    for cue in claim.line.of("former"):
        if not left <= cue.first < right:
            continue
        phrase = " ".join(words[cue.first : cue.last])
        gap = claim.first - cue.last if cue.first < claim.first else cue.first - claim.last
        if phrase in STRONG_FORMER:
            if gap <= (14 if cue.first < claim.first else 9) and not _other_claim_between(claim, cue.first):
                claim.previous = True
                claim.aged(3.5, f"“{phrase}”")
                claim.settle(Standing.FORMER, f"“{phrase}”: an earlier judgement")
                return
        elif gap <= 8 and not (phrase == "earlier" and words[cue.last : cue.last + 1] == ["this"]):
            weight = WEAK_FORMER.get(phrase, 0.5)
            if cue.first > claim.first and phrase not in ("before", "earlier", "prior", "until"):
                continue
            claim.aged(weight, f"“{phrase}”")


def _other_claim_between(claim: Claim, at: int) -> bool:
    low, high = sorted((at, claim.first))
    return any(low < cue.first < high for cue in claim.line.of("grade"))


def _own_moments(claim: Claim) -> list[Moment]:
    """The times that belong to this claim and not to another one of the sentence."""
    line = claim.line
    grades = [cue.first for cue in line.of("grade")] or [claim.first]
    left, right = _clause(claim)
    own = []
    for moment in line.moments:
        if not left <= moment.first < right:
            continue
        nearest = min(grades, key=lambda at: _distance(line, moment, at))
        leading = moment.first - line.sentence.first <= 2
        if (
            nearest == claim.first
            or (leading and not any(m.first > moment.first for m in line.moments))
            or claim.first not in grades
        ):
            own.append(moment)
    return own


def _distance(line: Line, moment: Moment, at: int) -> int:
    low, high = sorted((moment.first, at))
    between = line.text.source[line.text.starts[low] : line.text.starts[high]]
    return high - low + 5 * between.count(",")


def _time(claim: Claim, moment: Moment, today: date) -> None:
    age = (today - moment.until).days
    phrase = claim.line.text.raw(moment.first, moment.last)
    if moment.kind in ("range", "day") or _of_inspection(claim, moment):
        if age > 185:
            claim.previous = True
            claim.aged(3.5, f"an inspection of {phrase}")
        elif age >= 5 and moment.kind != "now":
            claim.aged(-0.5, f"an inspection of {phrase}")
        return
    if moment.kind == "after":
        if moment.first < claim.first and age > 25:
            claim.previous = True
            claim.aged(3.5, f"“{phrase}”")
        return
    if moment.preposition in ("since", "until") or moment.kind in ("now", "weekday"):
        claim.aged(-2.0 if moment.kind in ("now", "weekday") and claim.first > moment.first - 14 else 0, f"“{phrase}”")
        return
    weight = _age_weight(moment.kind, age)
    claim.previous = claim.previous or weight >= 3
    claim.aged(weight, f"“{phrase}”")


def _age_weight(kind: str, age: int) -> float:
    if kind == "year":
        return 4.0 if age > 60 else 2.5 if age > 0 else 0.5
    if kind == "this year":
        return 1.0
    if kind == "week":
        return 0.2
    return 4.0 if age > 40 else 2.2 if age > 14 else 0.6 if age > 0 else -0.5


def _of_inspection(claim: Claim, moment: Moment) -> bool:
    """Whether the time says when inspectors came rather than when the grade was told."""
    line = claim.line
    for cue in line.of("sign inspected"):
        gap = moment.first - cue.last if cue.first < moment.first else cue.first - moment.last
        if 0 <= gap <= 7 and not (cue.first < claim.first < moment.first):
            return True
    return False


def _tense(claim: Claim) -> None:
    words = claim.line.text.words
    before = words[max(claim.line.sentence.first, claim.first - 9) : claim.first]
    text = " ".join(before)
    if claim.line.has("sign published now"):
        claim.aged(-1.5, "published now")
    if "has been" in text or "have been" in text or (text.find("has ") >= 0 and claim.form == "verb"):
        claim.aged(-1.0, "told in the present perfect")
    elif any(word in ("rates", "judges", "brands", "finds", "grades", "is", "are") for word in before):
        claim.aged(-0.6, "told in the present")
    if ("which" in before or "that" in before[-5:]) and ("was" in before or "were" in before):
        claim.aged(0.8, "told in a relative clause")
    if claim.line.has("again"):
        claim.aged(-0.5, "“again”")
    if claim.form == "attribute":
        claim.aged(0.4, "told as an attribute")
