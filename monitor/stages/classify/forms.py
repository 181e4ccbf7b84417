"""How a grade word is written as a rating; ordinary uses of the same words are none."""

from __future__ import annotations

from monitor.stages.classify.claim import LOW, Line
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.nominal import (
    GETS,
    area_follows,
    as_noun,
    by_degree,
    closes_a_list,
    good_to_them,
    named_in_list,
    named_in_table,
    plainly_said,
    whole_predicate,
)
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.surroundings import FUNCTION_WORDS, QUOTES, content_follows, quoted
from monitor.stages.classify.topics import leading_pronoun
from monitor.stages.classify.word_sets import words

STRICT = frozenset({"good", "outstanding", "adequate", "weak", "excellent", "very good"})
"""Everyday words: a grade only in a firm rating frame."""
BEARERS = words(
    "provider providers council councils authority authorities county city borough town district trust department services "
    "service children children's child social "
    "safeguarding local town-hall unitary region company system provision team care kids family childrens protection"
)
COUNTS = words("one two three four both all")
NO_GRADE_NOUNS = words("report inspection finding findings result outcome outcomes")


def form_of(line: Line, cue: Cue) -> str:
    """How a grade word is written as a rating, or "" where it is an ordinary word."""
    if line.text.words[cue.first].endswith("s") and cue.last - cue.first == 1:
        return "noun" if line.text.words[cue.first - 1] in COUNTS else ""
    if as_noun(line, cue) or named_in_table(line, cue):
        return "noun"
    if plainly_said(line, cue):
        return "copula"
    strict = cue.value in STRICT
    in_quotes = quoted(line, cue.first, cue.last)
    content = content_follows(line, cue.last)
    if line.text.words[cue.last - 3 : cue.last] == ["to", "be", "good"]:
        return "verb"
    if _noun_follows(line, cue) or _noun_before(line, cue):
        return "noun"
    if _is_list(line, cue) or named_in_list(line, cue) or area_follows(line, cue) or good_to_them(line, cue):
        return "list"
    if _subject_follows(line, cue) and (not strict or in_quotes):
        return "attribute"
    if not content and (_after_colon(line, cue) or _alone(line, cue)):
        return "noun"
    if (content and not in_quotes) or by_degree(line, cue):
        return "list" if _good_service(line, cue) else ""
    if in_quotes and not strict and _quoted_before_noun(line, cue):
        return "attribute" if line.text.words[cue.last] in BEARERS else ""
    verb = _verb_before(line, cue, 5 if strict else 9)
    if verb == "give" and line.text.words[cue.last : cue.last + 1] == ["for"] and line.has("area"):
        return "verb"
    if verb == "rate":
        return "verb"
    if _beside_overall(line, cue):
        return "overall"
    if verb in ("move", "give") and (
        not strict or in_quotes or line.text.words[cue.first - 1] in ("to", "from", "as", "a", "an", "at")
    ):
        return "move" if verb == "move" else "verb"
    if verb == "be" or cue.value == "requires improvement":
        return _copula(line, cue, strict, in_quotes)
    return _bare(line, cue, strict, in_quotes)


def _after_colon(line: Line, cue: Cue) -> bool:
    """ "received the same grade as last time: inadequate"."""
    before = line.text.between(cue.first - 1, cue.first)
    named = any(noun.last <= cue.first for noun in line.of("noun")) and line.has("verb", "inspectorate", "subject")
    return cue.first > line.sentence.first and any(mark in before for mark in ":–—") and named


def _alone(line: Line, cue: Cue) -> bool:
    """ "Its verdict, in one line: inadequate.", "Today it stands at inadequate.": the word that is the whole predicate."""
    if cue.value != LOW or cue.first == line.sentence.first:
        return False
    marked = any(mark in line.text.between(cue.first - 1, cue.first) for mark in ":–—")
    return marked or line.text.words[cue.first - 1] == "at"


def _good_service(line: Line, cue: Cue) -> bool:
    """ "Children in care get a good service": an area's grade in plain words."""
    words = line.text.words
    gets = [word for word in words[max(line.sentence.first, cue.first - 2) : cue.first] if word not in ("a", "an")]
    plain = bool(gets) and (gets[-1] in GETS or gets == ["receipt", "of"])
    gapped = any(area.last == cue.first for area in line.of("area")) and bool(
        GETS & set(words[line.sentence.first : cue.first])
    )
    return (
        (plain or gapped)
        and words[cue.last] in ("service", "services", "support", "care", "help", "experience", "experiences")
        and any(area.last <= cue.first for area in line.of("area"))
    )


def _quoted_before_noun(line: Line, cue: Cue) -> bool:
    """ "the 'inadequate' county", "'inadequate' planning": a quoted word that describes the next one."""
    if cue.last >= line.sentence.last or line.text.between(cue.last - 1, cue.last).strip(" " + QUOTES):
        return False
    word = line.text.words[cue.last]
    return (
        word not in FUNCTION_WORDS and not word[0].isdigit() and line.text.source[line.text.starts[cue.last]].islower()
    )


def _copula(line: Line, cue: Cue, strict: bool, in_quotes: bool) -> str:
    """ "services are inadequate": only of a service, a council or an area."""
    if whole_predicate(line, cue):
        return "copula"
    past = _told_as_past(line, cue)
    services = (past and any(c.first < cue.first for c in line.of("name"))) or (
        (line.has("inspectorate") or past)
        and any(c.value in ("children", "council", "service") and c.first < cue.first for c in line.of("subject"))
    )
    if strict and not (in_quotes or _every_near(line, cue) or line.has("area") or services):
        return ""
    subjects = [c for c in line.of("subject") if c.first < cue.first and c.value != "role"]
    areas = [c for c in (*line.of("area"), *line.of("every")) if c.first < cue.first]
    names = [c for c in line.of("name") if c.first < cue.first]
    if (
        subjects
        or areas
        or in_quotes
        or (names and (cue.value in ("requires improvement", LOW) or line.has("area")))
        or line.sentence.role is Role.TITLE
    ):
        return "copula"
    pronoun = leading_pronoun(line)
    plain = not strict or (line.has("inspectorate", "sign published now") and bool(pronoun))
    if pronoun in ("it", "they", "both") and (plain or _told_as_past(line, cue)):
        return "copula"
    direct = words_before(line, cue.first)[-1:]
    return "copula" if line.text.words[cue.first] == "required" and set(direct) <= {"it", "they"} else ""


def words_before(line: Line, at: int) -> list[str]:
    """The two words before word `at` in its sentence."""
    return line.text.words[max(line.sentence.first, at - 2) : at]


def _told_as_past(line: Line, cue: Cue) -> bool:
    """ "had been good until", "were good in 2017": told as the grade of an earlier time."""
    before = line.text.words[max(line.sentence.first, cue.first - 3) : cue.first]
    dated = any(moment.kind in ("year", "ago", "month") for moment in line.moments)
    return "had" in before or (dated and bool({"was", "were"} & set(before)))


def _bare(line: Line, cue: Cue, strict: bool, in_quotes: bool) -> str:
    if in_quotes and (line.has("inspectorate", "noun") or line.sentence.role is Role.TITLE) and not strict:
        return "title" if line.sentence.role is Role.TITLE else "quoted"
    if line.sentence.role in (Role.TITLE, Role.HEADING) and line.has("inspectorate", "subject"):
        return "title" if not strict or in_quotes else ""
    return ""


def _noun_follows(line: Line, cue: Cue) -> bool:
    for noun in line.of("noun"):
        if cue.last <= noun.first <= cue.last + 2:
            word = line.text.words[noun.first]
            gap = line.text.words[cue.last : noun.first]
            plain = all(w in ("ofsted", "overall", "inspection", "s", "and", "official", "new", "latest") for w in gap)
            if plain and word not in NO_GRADE_NOUNS:
                return True
    return False


def _noun_before(line: Line, cue: Cue) -> bool:
    words = line.text.words
    for noun in line.of("noun"):
        if noun.last <= cue.first <= noun.last + 4 and words[noun.first] not in NO_GRADE_NOUNS:
            gap = words[noun.last : cue.first]
            any_one = gap == ["of"] and words[noun.first - 1] in ("a", "any", "an") and not line.has("verb", "name")
            if any_one:
                continue
            if not gap or gap[0] in ("of", "is", "was", "as", "to", "were", "that", "remains", "again") or gap == ["a"]:
                return True
    return False


def _verb_before(line: Line, cue: Cue, reach: int) -> str:
    """The kind of the rating verb before a grade: rate, give or move at some distance, be only near."""
    best = ""
    for verb in line.of("verb"):
        gap = cue.first - verb.last
        if gap < 0:
            break
        if verb.value in ("rate", "give", "move") and gap <= reach and not (verb.value == "move" and gap > 4):
            best = verb.value
        elif verb.value == "be" and gap <= 3 and best not in ("rate",):
            best = best if best in ("give", "move") and gap > 1 else "be"
    if best == "" or best == "be":
        far = [v for v in line.of("verb") if v.value == "rate" and 0 <= cue.first - v.last <= 22]
        if far and best == "" and (cue.value not in STRICT or closes_a_list(line, far[-1].last, cue)):
            return "rate"
    return best


def _is_list(line: Line, cue: Cue) -> bool:
    """ "Care leavers - Inadequate", "Leaders: good": an area, a mark, a grade."""
    areas = [c for c in line.of("area") if c.last <= cue.first]
    if not areas:
        return False
    between = line.text.between(areas[-1].last - 1, areas[-1].last) if areas[-1].last <= cue.first else ""
    gap = cue.first - areas[-1].last
    mark = any(sign in between for sign in ":-–—|=(\n\t")
    short = line.sentence.last - line.sentence.first <= 26
    return (
        (gap == 0 and mark)
        or (gap <= 8 and mark and short)
        or (gap == 0 and short and line.sentence.role in (Role.ITEM, Role.HEADING))
    )


def _subject_follows(line: Line, cue: Cue) -> bool:
    """ "inadequate children's services", "the 'inadequate' council"."""
    words = line.text.words
    for subject in line.of("subject"):
        touches = subject.first == cue.last and not line.text.between(cue.last - 1, cue.last).strip(" " + QUOTES)
        if touches and subject.value in ("children", "council", "service"):
            article = words[cue.first - 1] if cue.first > line.sentence.first else ""
            single = subject.value == "service" and words[subject.first] in ("service", "department", "social")
            return not (single and article in ("an", "a", "any"))
    return any(n.first == cue.last for n in line.of("name"))


def _beside_overall(line: Line, cue: Cue) -> bool:
    return any(
        area.value == "overall" and (area.first == cue.last or 0 <= cue.first - area.last <= 2)
        for area in line.of("area")
    )


def _every_near(line: Line, cue: Cue) -> bool:
    return any(abs(every.first - cue.last) <= 3 for every in (*line.of("every"), *line.of("all")))
