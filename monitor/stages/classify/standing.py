"""How each claim stands by its own sentence: the grade before, denied, feared, hypothetical or demanded."""

from __future__ import annotations

from monitor.model.judgement import Standing
from monitor.stages.classify.claim import LOW, TURNS, Claim
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.word_sets import words as word_set

TURNED = word_set("turned turns turning converted swapped transformed transforms")
WIDE_DENIALS = frozenset(
    {"no longer", "no area", "no areas", "none", "never", "neither", "nothing", "nothing is", "nothing was"}
)
BRACED = word_set("braced braces bracing braces poised leaked leak draft rumoured rumours rumour prepare")
MODALS = word_set("may might could can would should")
RISES = word_set("upgraded upgrades improved lifted climbed risen escaped rises climbs moved jumped leapt pulled")
RANGES = word_set("ranged ranging range ranges varied vary varying")
GENERIC = word_set("councils authorities those services")
JOINS = word_set("joined joins joining becomes became latest newest another")
WHEREUPON = word_set("after as over when following because")
AFTER_ONLY = frozenset({"behind", "in the past", "a thing of the past", "to rest", "lost"})
AFTER_DENIALS = AFTER_ONLY | frozenset({"thrown off", "shed", "left behind", "shaken off", "no longer", "lifted"})
OLD = word_set("old previous former earlier last")
NOUNS = word_set("rating grade status mark label")
LEFT = frozenset(
    phrase
    for phrases in (
        "no longer;lost its;loses its;losing;sheds its;shed;sheds;shedding;stripped of its;escape;escapes;escaped;escaping;lost",
        "thrown off;throws off;shaken off;shakes off;came out of;exits;exited;lifted out of;moved out of;moves out of;left behind",
        "climbs from;rises from;risen from;improved from;up from;leaves behind;emerged from;emerges from",
    )
    for phrase in phrases.split(";")
)
"""Denials that name the grade before: what is no longer so was so until now."""
FROM_A = word_set("a an its their being rated overall previous the rating of grade")
NEAR_ONLY = word_set("risks could may would can if draft worried expected fear fears either whether will")


def judge_standing(claim: Claim) -> None:
    """Settles what the claim's own sentence settles."""
    if not _told_as_before(claim):
        _denied(claim)
        _unreal(claim)


def clause_of(claim: Claim) -> tuple[int, int]:
    """The words around the claim up to the nearest turn ("but", "while", ";") on each side."""
    line, words = claim.line, claim.line.text.words
    left, right = line.sentence.first, line.sentence.last
    if not line.parted:
        return left, right
    for at in range(claim.first - 1, line.sentence.first - 1, -1):
        if ";" in line.text.between(at, at + 1):
            left = at + 1
            break
        if words[at] in TURNS:
            left = at
            break
    for at in range(claim.last, line.sentence.last):
        if (words[at] in TURNS and at > claim.last + 1) or (at > claim.last and ";" in line.text.between(at - 1, at)):
            right = at
            break
    return left, right


def _told_as_before(claim: Claim) -> bool:
    """ "from inadequate to good", "turned an inadequate rating into a good one", "(2023: inadequate)"."""
    words = claim.line.text.words
    start = claim.line.sentence.first
    near = words[max(start, claim.first - 3) : claim.first]
    tail = words[claim.last : claim.last + 5]
    up = "from" in near and set(near[near.index("from") + 1 :]) <= FROM_A and not RANGES & set(near)
    turned = "into" in tail and any(word in TURNED for word in words[max(start, claim.first - 6) : claim.first])
    up = up or (
        near[-1:] in (["lose"], ["loses"]) and words[claim.last : claim.last + 1] in (["rating"], ["grade"], ["status"])
    )
    up = up or (near[-1:] == ["once"] and claim.line.text.words[claim.first - 2 : claim.first - 1] != ["at"])
    if up or turned or _in_dated_brackets(claim):
        claim.previous = True
        claim.settle(Standing.FORMER, "told as the grade before")
        return True
    return False


def _in_dated_brackets(claim: Claim) -> bool:
    """ "(2023: inadequate)", "(previously good)"."""
    text, line = claim.line.text, claim.line
    left = text.source[text.starts[line.sentence.first] : text.starts[claim.first]]
    if left.rfind("(") <= left.rfind(")"):
        return False
    inside = left[left.rfind("(") :].lower()
    signs = ("previous", "was", "formerly", "last", "up from", "down from", "before")
    return any(char.isdigit() for char in inside) or any(sign in inside for sign in signs)


def _denied(claim: Claim) -> None:
    words = claim.line.text.words
    left, _ = clause_of(claim)
    for cue in claim.line.of("denial"):
        phrase = " ".join(words[cue.first : cue.last])
        if cue.first >= claim.last:
            denies = cue.first - claim.last <= 3 and phrase in AFTER_DENIALS
            if phrase == "lost" and not set(words[claim.last : cue.first]) <= NOUNS:
                denies = False
        else:
            denies = phrase not in AFTER_ONLY and cue.first >= left and _denies(claim, phrase, cue.last)
        if denies:
            claim.previous = claim.previous or phrase in LEFT
            claim.settle(Standing.DENIED, f"“{phrase}” denies it")
            return


def _denies(claim: Claim, phrase: str, last: int) -> bool:
    gap = claim.first - last
    words = claim.line.text.words
    if phrase == "not" and words[last] in ("only", "just", "merely", "surprised", "surprising"):
        return False
    if "to" in words[last : claim.first] and any(last <= cue.first < claim.first for cue in claim.line.of("grade")):
        return False
    if phrase == "no" and (gap > 3 or words[last] in ("surprise", "doubt", "less", "wonder")):
        return False
    reach = 12 if phrase in ("denied", "denies", "rejected") else 7 if phrase in WIDE_DENIALS else 4
    return 0 <= gap <= reach and not comma_between(claim, last)


def comma_between(claim: Claim, last: int) -> bool:
    """Whether a comma parts the word `last` ends with from the claim."""
    text = claim.line.text
    between = text.source[text.ends[last - 1] : text.starts[claim.first]] if last < claim.first else ""
    return any(mark in between for mark in ",:;–—")


REACHES = (
    ("demanded", Standing.DEMANDED, 6),
    ("feared", Standing.FEARED, 7),
    ("hypothetical", Standing.HYPOTHETICAL, 8),
)
"""Within how many words such a phrase reaches a grade."""


def _unreal(claim: Claim) -> None:
    left, _ = clause_of(claim)
    words = claim.line.text.words
    for layer, standing, reach in REACHES:
        for cue in claim.line.of(layer):
            if _makes_unreal(claim, cue, left, reach):
                phrase = " ".join(words[cue.first : cue.last])
                claim.settle(standing, f"“{phrase}”: told as {standing}, not as fact")
                return
    before = words[claim.line.sentence.first : claim.first]
    an = claim.form == "noun" and before[-1:] in (["a"], ["an"])
    if an and MODALS & set(before[-24:]) and not claim.line.has("former"):
        claim.settle(Standing.HYPOTHETICAL, "told as what may come, not as fact")
        return
    if claim.grade == LOW and _left_behind(claim, before):
        claim.previous = True
        claim.settle(Standing.FORMER, "told as the grade that was left behind")
        return
    if _what_would_be(claim) or _list_of_grades(claim):
        claim.settle(Standing.HYPOTHETICAL, "told as what would be, or in a list of the possible grades")


def _makes_unreal(claim: Claim, cue: Cue, left: int, reach: int) -> bool:
    """Whether a phrase of fear, demand or supposition reaches the claim, with nothing between that takes it back to fact."""
    words = claim.line.text.words
    if cue.layer == "hypothetical" and claim.line.sentence.role is Role.TITLE and words[cue.first] in GENERIC:
        return False
    if cue.layer in ("demanded", "feared") and WHEREUPON & set(words[cue.last : claim.first]):
        return False
    if words[cue.first] in ("deserve", "deserves") and any(
        one.first < cue.first for one in claim.line.of("inspectorate")
    ):
        return False  # "Ofsted's report concludes that all deserve its lowest rating"
    if words[cue.first] in GENERIC and JOINS & set(words[max(left, cue.first - 8) : cue.first]):
        return False
    near = " ".join(words[cue.first : cue.last]) in NEAR_ONLY
    most = 4 if near else 12 if words[cue.first] in BRACED else reach
    return cue.first >= left and 0 <= claim.first - cue.last <= most and not comma_between(claim, cue.last)


def _left_behind(claim: Claim, before: list[str]) -> bool:
    """ "upgraded after three inspections that ended with the lowest grade"."""
    rises = [at for at, word in enumerate(before) if word in RISES]
    return bool(rises) and bool({"after", "from", "out"} & set(before[rises[-1] :])) and not claim.line.has("again")


def _what_would_be(claim: Claim) -> bool:
    """ "'Inadequate' is what we would be"."""
    text, line = claim.line.text.words, claim.line
    after = " ".join(text[claim.last : min(claim.last + 6, line.sentence.last)])
    if any(f"{modal} be" in after for modal in ("would", "could", "might", "may")):
        return True
    opening = text[line.sentence.first : line.sentence.first + 4]
    old_rules = opening[0] in ("under", "by", "in") and bool(OLD & set(opening))
    return old_rules and bool({"would", "d"} & set(text[line.sentence.first : line.sentence.last]))


def _list_of_grades(claim: Claim) -> bool:
    """ "outstanding, good, requires improvement or inadequate"."""
    near = {cue.value for cue in claim.line.of("grade") if abs(cue.first - claim.first) <= 12}
    return len(near) >= 4 and not claim.line.of("area")
