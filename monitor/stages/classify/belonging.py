"""Which of the times in a sentence belong to a grade."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.standing import clause_of
from monitor.stages.classify.word_sets import words as word_set

FAR = 14
"""Words after a grade from which a time belongs to something else."""
PAST = word_set("was were had required thought")
NOW = word_set("now today is are has have")
FINITE = word_set("has have is are now awarded gave rated judged found graded handed branded said get gets")
SAYINGS = word_set("said says saying criticised warned added lost noted because")


def own_moments(claim: Claim) -> list[Moment]:
    """The times that belong to this claim and not to another one of the sentence."""
    line = claim.line
    grades = [cue.first for cue in line.of("grade")]
    left, right = clause_of(claim)
    own = []
    for moment in line.moments:
        if not left <= moment.first < right:
            continue
        if (
            moment.first - claim.last > FAR
            or _in_another_saying(line, claim, moment)
            or _before_colon(line, claim, moment)
            or _in_later_brackets(line, claim, moment)
            or _aside(line, claim, moment)
            or in_passing(claim, moment.last)
            or _of_the_first_time(line, claim, moment)
            or _joined(line, claim, moment)
            or _in_relative(line, claim, moment)
        ):
            continue
        if moment.kind == "after":
            later = [at for at in grades if at >= moment.last]
            if later and "," not in line.text.source[line.text.ends[moment.last - 1] : line.text.starts[later[0]]]:
                if later[0] == claim.first:
                    own.append(moment)
                continue
        alone = claim.first not in grades or min(grades, key=lambda at: _distance(line, moment, at)) == claim.first
        leading = moment.first - line.sentence.first <= 2 and len(line.moments) == 1
        if alone or leading:
            own.append(moment)
    return own or _leading_time(line, claim)


def _leading_time(line: Line, claim: Claim) -> list[Moment]:
    """ "In 2022 that went up a little, but Ofsted still said they required improvement": the sentence's one time, told first."""
    if (
        len(line.moments) != 1
        or line.moments[0].kind not in ("year", "ago")
        or line.moments[0].first - line.sentence.first > 1
    ):
        return []
    between = set(line.text.words[line.moments[0].last : claim.last])
    past = bool(PAST & between) and not NOW & between
    return [line.moments[0]] if past and line.moments[0].preposition != "since" else []


def _in_another_saying(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "rated it inadequate and said leaders lost control in 2014": the time belongs to what was said."""
    return bool(SAYINGS & set(line.text.words[claim.last : moment.first]))


def _joined(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "services had declined since 2015 and rated them as inadequate": the time belongs to the verb before the "and"."""
    if moment.last >= claim.first or line.text.words[moment.last] != "and":
        return False
    own = {verb.first for verb in line.of("verb") if verb.value == "rate"}
    return bool(own & {moment.last + 1, moment.last + 2})


def _in_relative(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "the service, which got the bottom grade in 2024, has been told that it requires improvement": the time of the aside."""
    # "the report, which came out yesterday, gave ..." is of yesterday
    fresh = moment.kind in ("now", "weekday", "week")
    return not fresh and moment.last < claim.first and in_relative(line, moment.first, claim.first)


def in_relative(line: Line, at: int, after: int) -> bool:
    """Whether word `at` stands in a clause ", which ...," that has ended before word `after`."""
    text, words = line.text, line.text.words
    for opener in range(at - 1, line.sentence.first, -1):
        if words[opener] in ("which", "who") and "," in text.between(opener - 1, opener):
            gap = words[at:after]
            closed = any("," in text.between(place, place + 1) for place in range(at, after - 1))
            return closed and bool(FINITE & set(gap))
        if any(mark in text.between(opener, opener + 1) for mark in ",;"):
            return False
    return False


def _before_colon(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "no better than three years ago: the rating is inadequate": what follows the colon is told of today."""
    if moment.last > claim.first or moment.first - line.sentence.first <= 1:
        return False
    between = line.text.source[line.text.ends[moment.last - 1] : line.text.starts[claim.first]]
    after = len(between.rsplit(":", 1)[-1].split())
    return ":" in between and (after >= 3 or moment.first - line.sentence.first >= 4)


def _aside(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "requires improvement – exactly what it was told in 2014": the year belongs to the aside."""
    if claim.last > moment.first:
        return False
    words = line.text.words[claim.last : moment.first]
    if "since" in words and {"has", "have"} & set(words):
        return False
    dash = any(
        mark in line.text.source[line.text.ends[claim.last - 1] : line.text.starts[moment.first]]
        for mark in ("–", "—", " - ")
    )
    return bool({"exactly", "same", "as", "like", "unlike", "than", "compared"} & set(words)) or (
        dash and len(words) > 2
    )


def _in_later_brackets(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "good (2023: requires improvement)": the year in brackets is of the grade in brackets."""
    between = line.text.source[line.text.ends[claim.last - 1] : line.text.starts[moment.first]]
    return claim.last <= moment.first and between.count("(") > between.count(")")


def _distance(line: Line, moment: Moment, at: int) -> int:
    low, high = sorted((moment.first, at))
    between = line.text.source[line.text.starts[low] : line.text.starts[high]]
    return high - low + 5 * between.count(",")


def in_passing(claim: Claim, last: int) -> bool:
    """ "The leadership, found wanting three years ago, is now good": the earlier time ends with its comma (the word `last`)."""
    gap = claim.line.text.words[last : claim.first]
    return "now" in gap[:4] and "," in claim.line.text.between(last - 1, last)


def _of_the_first_time(line: Line, claim: Claim, moment: Moment) -> bool:
    """ "dropped to inadequate, the category in which it also found itself in 2014": the year is of the time before."""
    gap = line.text.words[claim.last : moment.first]
    comma = claim.last <= moment.first and "," in line.text.between(claim.last - 1, claim.last)
    return comma and bool({"which", "that", "where"} & set(gap)) and bool({"also", "too", "already", "last"} & set(gap))


def age_weight(kind: str, age: int) -> float:
    """How old a time of a kind makes a grade, `age` days before today: log-odds."""
    if kind == "year":
        return 4.0 if age > 60 else 2.5 if age > 0 else 0.5
    if kind in ("this year", "week"):
        return 1.0 if kind == "this year" else 0.2
    return 4.0 if age > 40 else 2.2 if age > 14 else 0.6 if age > 0 else -0.5


def other_grade_between(claim: Claim, at: int) -> bool:
    """Whether another grade stands between word `at` and the claim."""
    low, high = sorted((at, claim.first))
    return any(low < cue.first < high for cue in claim.line.of("grade"))
