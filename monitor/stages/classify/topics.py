"""Areas meant without being named: "now it is inadequate", "that part of the service", "three of the four areas"."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.stages.classify.claim import Claim, Line
from monitor.stages.classify.word_sets import words

PRONOUNS = frozenset({"it", "that", "this", "they", "these", "those", "both"})
ADVERBS = words("now today yesterday but and yet then still so this time on friday monday tuesday wednesday thursday")
REFERRING = words("it they that this their its those these")
SHORT_REFERENCE = frozenset({"that", "this", "their"})
BOSSES = words("bosses leaders chiefs managers directors executives")
PARTS = words("part area aspect side judgement strand")
NUMBERS = {"one": 1, "two": 2, "three": 3}
OF_THEM = words("areas categories of others parts measures counts judgements")
FROM_TO = words("to into a an the being rated overall it its straight all way down up")


def leading_pronoun(line: Line) -> str:
    """The pronoun that a sentence begins with, adverbs apart ("Now it is ..."), or ""."""
    text = line.text.words
    for at in range(line.sentence.first, min(line.sentence.first + 4, line.sentence.last)):
        if text[at] in PRONOUNS and text[at : at + 2] != ["this", "time"]:
            return text[at]
        if text[at] not in ADVERBS:
            return ""
    return ""


@dataclass(slots=True)
class Thread:
    """The areas that a passage is speaking of, and the last sentence that did."""

    areas: tuple[str, ...] = ()
    place: int = -9
    block: int = -9
    bosses: int = -9
    """The last sentence whose subject are those who lead."""

    def follow(self, line: Line) -> None:
        """Takes up the areas a sentence names; one that only refers to them carries them on."""
        named = [value for cue in line.of("told area") if cue.value != "overall" for value in cue.value.split("+")]
        if named:
            self.areas, self.place, self.block = tuple(dict.fromkeys(named)), line.sentence.place, line.sentence.block
        elif self._goes_on(line):
            self.place = line.sentence.place
        if not BOSSES.isdisjoint(
            line.text.words[line.sentence.first : min(line.sentence.first + 4, line.sentence.last)]
        ):
            self.bosses = line.sentence.place

    def shared(self, line: Line, claim: Claim) -> tuple[str, ...]:
        """Whose grade it is that another area shares: "They were graded as good, the same as those who protect children"."""
        if leading_pronoun(line) == "they" and self.bosses == line.sentence.place - 1:
            return ("leaders",)
        return self.meant(line, claim)

    def _goes_on(self, line: Line) -> bool:
        near = self.place == line.sentence.place - 1 and self.block == line.sentence.block
        own = any(cue.value in ("children", "council") for cue in line.of("subject")) or line.has("name")
        return near and not own and bool(REFERRING & set(line.text.words[line.sentence.first : line.sentence.last]))

    def meant(self, line: Line, claim: Claim) -> tuple[str, ...]:
        """The areas a grade without one is for, if its sentence refers to those of the sentence before."""
        if not self.areas or line.text.words[claim.first - 1] in ("first", "only"):
            return ()  # "it is the first inadequate judgement since ..." speaks of no area
        if (
            self.place == line.sentence.place - 1
            and leading_pronoun(line)
            and not any(cue.value != "service" and cue.first < claim.first for cue in line.of("subject"))
            and not line.has("name")
        ):
            return self.areas
        return self.areas[-1:] if _refers(line, claim) else ()


def _refers(line: Line, claim: Claim) -> bool:
    """ "that part of the service": the area named before."""
    text = line.text.words
    return any(
        text[at] in SHORT_REFERENCE and text[at + 1] in PARTS and text[at : at + 2] != ["their", "judgement"]
        for at in range(line.sentence.first, min(line.sentence.last, claim.first + 12) - 1)
    )


def shared_move(before: Claim | None, claim: Claim) -> tuple[str, ...]:
    """ "care leavers fell from good to inadequate": both grades are of one area."""
    if before is None or before.form != "move" or claim.form != "move":
        return ()
    gap = claim.line.text.words[before.last : claim.first]
    return before.areas if set(gap) <= FROM_TO else ()


def told_next(claims: list[Claim], line: Line) -> None:
    """ "... the lowest grade in two of four areas. They are leadership and the care of children": the areas, a sentence later."""
    if not claims or line.has("grade", "lowest", "highest") or line.sentence.place - claims[-1].line.sentence.place > 2:
        return
    claim = claims[-1]
    values = [v for cue in line.of("told area") if cue.value != "overall" for v in cue.value.split("+")]
    if claim.count and claim.areas in ((), ("part",)) and len(set(values)) == claim.count and not claim.refused:
        claim.areas, claim.count = tuple(dict.fromkeys(values)), 0


def counted(line: Line, claim: Claim, left: int, right: int) -> int:
    """ "three of the four areas were good", "good in three areas": for how many areas a grade is told, 0 if unsaid."""
    text = line.text.words
    for at in range(left, claim.first):
        if text[at] in NUMBERS and text[at + 1] == "of" and "four" in text[at + 2 : at + 6] and claim.first - at <= 16:
            return NUMBERS[text[at]]
    for at in range(claim.last, min(right, claim.last + 3)):
        following = text[at + 1] if at + 1 < line.sentence.last else ""
        if text[at] in NUMBERS and text[at - 1] in ("in", "for", "on") and following in OF_THEM:
            return NUMBERS[text[at]]
    for cue in line.of("told area"):
        if cue.value == "rest" and left <= cue.first < right:
            return next((NUMBERS[text[at]] for at in range(cue.first, cue.last) if text[at] in NUMBERS), 0)
    return NUMBERS.get(text[claim.first - 1], 0) if claim.first > left else 0
