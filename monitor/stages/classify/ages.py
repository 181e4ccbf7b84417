"""How old each claim sounds: times beside it, "previously", tense, and the old time that the sentence before set."""

from __future__ import annotations

from datetime import date

from monitor.model.judgement import Standing
from monitor.stages.classify.belonging import age_weight, in_passing, other_grade_between, own_moments
from monitor.stages.classify.claim import LOW, Claim, Line
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.standing import clause_of
from monitor.stages.classify.tenses import weigh_tense
from monitor.stages.classify.word_sets import words as word_set
from monitor.stages.classify.words_ages import STRONG, WEAK

REACH = 14
SPANS = word_set("years decade decades months")
TOLD = word_set(
    "gave rated found judged branded graded was were handed placed put declared called labelled ruled deemed"
)
NOW_SINCE = word_set("first only time second third")
VISITED = word_set("visited visit visits returned revisited")
"""With these, "for the second time since it was found inadequate" counts visits."""
CLOSE = word_set("last january february march april may june july august september october november december then")
COMPARED = word_set("than compared unlike same as")
"""Before "at the previous inspection" these compare: the grade before them is the one of today."""
REPORTING = word_set("reported published released ruled rated judged announced gave branded")


def weigh_ages(claims: list[Claim], lines: list[Line], today: date | None) -> None:
    """Weighs every claim's age, in order (a claim may inherit from the one before)."""
    for number, claim in enumerate(claims):
        _former(claim)
        own = own_moments(claim) if today else []
        for moment in own:
            _time(claim, moment, today or moment.until)
        _subordinate(claim, today)
        weigh_tense(claim)
        if today and not own:
            before = claims[number - 1] if number else None
            _inherit(claim, before, lines, today)
    _headlines(claims)


def _headlines(claims: list[Claim]) -> None:
    """A headline's inadequate that the story itself dates to the past, and nowhere tells as new, is as old."""
    low = [c for c in claims if c.grade == LOW and not c.refused and c.form != "threshold" and c.line.told]
    story = [c for c in low if c.line.sentence.role not in (Role.TITLE, Role.SUMMARY)]
    if not story or any(c.age < 2 and not c.previous for c in story):
        return
    for claim in low:
        if claim.line.sentence.role is not Role.TITLE or claim.standing is not None:
            continue
        after = claim.form == "noun" and "after" in claim.line.text.words[: claim.first]
        if after or not claim.line.has("again", "still"):
            claim.aged(3.0 if after else 1.5, "the story tells only of an earlier time")


def _former(claim: Claim) -> None:
    left, right = clause_of(claim)
    words = claim.line.text.words
    for cue in claim.line.of("former"):
        if words[cue.first] == "once" and words[cue.last : cue.last + 1] in (["more"], ["again"]):
            continue
        if not left <= cue.first < right or "since" in words[max(left, cue.first - 4) : cue.first]:
            continue
        phrase = " ".join(words[cue.first : cue.last])
        if cue.first > claim.first and COMPARED & set(words[max(claim.last, cue.first - 4) : cue.first]):
            continue
        gap = claim.first - cue.last if cue.first < claim.first else cue.first - claim.last
        if phrase in STRONG:
            if in_passing(claim, cue.last):
                continue
            if gap <= (14 if cue.first < claim.first else 9) and not other_grade_between(claim, cue.first):
                claim.previous = True
                claim.settle(Standing.FORMER, f"“{phrase}”: an earlier judgement")
                return
        elif gap <= 8 and words[cue.last : cue.last + 1] != ["this"]:
            later = cue.first > claim.first and phrase not in ("before", "earlier", "prior", "until", "at the time")
            if not later:
                near = 1.6 if phrase.startswith("had") and 0 <= gap <= 3 else 1.0
                claim.aged(WEAK.get(phrase, 0.5) * near, f"“{phrase}”")


def _subordinate(claim: Claim, today: date | None) -> None:
    """ "years after X was found Y", "since Ofsted gave it ...", "having been ...": what a clause of earlier time tells is old."""
    words, text = claim.line.text.words, claim.line.text
    left, _ = clause_of(claim)
    for at in range(max(left, claim.first - REACH), claim.first):
        gap = words[at + 1 : claim.first]
        if (
            words[at] == "having"
            and len(gap) <= 6
            and {"been", "required", "had", "improved", "got", "received"} & set(gap)
        ):
            break
        if words[at] == "when" and _dated_back(claim, at, today):
            break
        if words[at] == "when" and _at_that_time(claim, at, gap):
            claim.previous = True
            claim.aged(2.5, "“when”: told of an earlier time")
            return
        if words[at] in ("day", "moment", "night", "week", "month", "year", "summer", "winter") and _recalls(
            words, at, gap
        ):
            claim.aged(1.5, f"“the {words[at]}”: told as a memory")
            return
        if words[at] not in ("after", "since", "following") or not gap or gap[0][0].isdigit() or gap[0] in CLOSE:
            continue
        if words[at - 1] in ("week", "days"):
            continue
        long_ago = words[at - 1] in SPANS and words[at] != "following" and at > left
        if "," in text.source[text.ends[at] : text.starts[claim.first]] or (not long_ago and words[at] != "since"):
            continue
        back = set(words[max(left, at - 4) : at])
        visited = words[at] == "since" and bool(VISITED & set(words[left:at]))
        if long_ago or (TOLD & set(gap) and (visited or not NOW_SINCE & back)):
            break
    else:
        return
    claim.previous = True
    claim.aged(3.5, f"“{words[at]}”: told of an earlier time")


def _dated_back(claim: Claim, at: int, today: date | None) -> bool:
    """ "in March 2020, when ...": the time right before word `at` is weeks old."""
    if today is None:
        return False
    return any(0 <= at - m.last <= 1 and (today - m.until).days > 40 for m in claim.line.moments)


def _recalls(words: list[str], at: int, gap: list[str]) -> bool:
    """ "the day Ofsted rated it inadequate", "ten years on: the day ..."; "on the day" dates no memory."""
    dated = words[at - 2] == "on" and words[at - 3] not in SPANS
    return words[at - 1] == "the" and bool(TOLD & set(gap)) and not dated


def _at_that_time(claim: Claim, at: int, gap: list[str]) -> bool:
    """ "a trust set up when the city's services were inadequate": a state of the past, not dated to these days."""
    text = claim.line.text
    comma = "," in text.source[text.ends[at] : text.starts[claim.first]]
    fresh = any(moment.kind in ("now", "weekday", "week") for moment in claim.line.moments)
    return at > claim.line.sentence.first and bool({"was", "were"} & set(gap)) and not comma and not fresh


def _time(claim: Claim, moment: Moment, today: date) -> None:
    age = (today - moment.until).days
    words = claim.line.text.words
    if (
        age > 120
        and moment.kind not in ("after", "now", "weekday")
        and (claim.when is None or moment.until > claim.when)
    ):
        claim.when = moment.until
    phrase = claim.line.text.raw(moment.first, moment.last)
    reach = 9 if moment.kind == "month" else 6
    back = words[max(claim.line.sentence.first, moment.first - reach) : moment.first]
    if moment.kind == "after":
        if moment.first < claim.first and 5 < age <= 10:
            claim.aged(1.0, f"“{phrase}”")
        elif moment.first < claim.first and age > 10 and not _interval(claim, moment, age):
            claim.previous = True
            claim.aged(3.5, f"“{phrase}”")
    elif moment.preposition == "until" or _since(claim, moment, back):
        claim.aged(_held(words, claim, moment, back, age), f"“{phrase}”")
    elif moment.kind in ("now", "weekday"):
        claim.aged(-2.0 if claim.first > moment.first - 14 else 0.0, f"“{phrase}”")
    elif moment.kind in ("range", "day") or _of_inspection(claim, moment):
        if age > 185:
            claim.previous = True
        claim.aged(3.5 if age > 185 else 1.0 if age > 120 else -0.4, f"an inspection of {phrase}")
    else:
        weight = age_weight(moment.kind, age)
        claim.previous = claim.previous or weight >= 3
        claim.aged(weight, f"“{phrase}”")


def _held(words: list[str], claim: Claim, moment: Moment, back: list[str], age: int) -> float:
    """ "has been rated inadequate since 2018": a grade held till now is old; "for the first time since 2013" is none held."""
    before = words[max(claim.line.sentence.first, moment.first - 14) : moment.first]
    standing = moment.preposition == "since" and {"has", "have"} & set(before) and "been" in back[-6:]
    if moment.preposition == "since" and words[moment.last : claim.first].count("had"):
        claim.previous = True
        return 3.0
    held = bool({"had", "been"} & set(back[-6:])) and "time" not in back
    return 3.5 if standing and held and age > 120 else 2.0 if held or standing else 0.0


def _since(claim: Claim, moment: Moment, back: list[str]) -> bool:
    """ "has declined since 2017" dates no grade; "since Ofsted said in November that ..." does."""
    if "since" not in back:
        return False
    says = set(back[back.index("since") :]) & {"said", "rated", "found", "judged", "told", "gave", "branded"}
    gap = claim.line.text.words[moment.last : claim.first]
    near = len(gap) <= 3 and not {"was", "were", "is", "are", "has", "have", "had"} & set(gap)
    follows = claim.first >= moment.last and (says or near)
    return not follows


def _interval(claim: Claim, moment: Moment, age: int) -> bool:
    """ "two years after a critical report, services are inadequate": an interval between two inspections."""
    if age > 480 and claim.line.text.words[moment.last - 1] in ("on", "later"):
        return True
    gap = claim.line.text.source[claim.line.text.ends[moment.last - 1] : claim.line.text.starts[claim.first]]
    return "," in gap


def _of_inspection(claim: Claim, moment: Moment) -> bool:
    """Whether the time says when inspectors came rather than when the grade was told."""
    if (
        moment.preposition
        and claim.line.text.words[moment.first - 2] in REPORTING
        and moment.first - 2 >= claim.line.sentence.first
    ):
        return False
    for cue in claim.line.of("sign inspected"):
        gap = moment.first - cue.last if cue.first < moment.first else cue.first - moment.last
        if 0 <= gap <= 7 and not (cue.first < claim.first < moment.first):
            return True
    return False


def _inherit(claim: Claim, before: Claim | None, lines: list[Line], today: date) -> None:
    """A grade told right after an old time shares it: "In 2008 ... The council was branded inadequate."""
    if before is not None and before.line is claim.line and before.age >= 2 and claim.first - before.last <= 14:
        gap = claim.line.text.words[before.last : claim.first]
        parallel = "and" in gap or gap[:2] == ["but", "that"]
        if parallel and not any(word in ("now", "is", "are", "has") for word in gap):
            claim.previous = True
            claim.aged(3.2, "joined to an older grade")
        return
    place = claim.line.sentence.place
    if place < 2 or claim.age < 0 or claim.form in ("list", "title"):
        return
    earlier = lines[place - 1]
    leading = [
        m for m in earlier.moments if m.first - earlier.sentence.first <= 2 and m.kind in ("year", "month", "ago")
    ]
    if earlier.told and leading and earlier.sentence.block == claim.line.sentence.block:
        age = (today - leading[0].until).days
        if age > 130 and leading[0].preposition != "since":
            claim.previous = True
            claim.aged(3.0, f"told right after “{earlier.text.raw(leading[0].first, leading[0].last)}”")
