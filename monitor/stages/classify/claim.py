"""A Claim: a grade phrase that may say something about a council, before it is judged what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from monitor.model.judgement import Standing
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.moments import Moment
from monitor.stages.classify.page_text import PageText, Role, Sentence
from monitor.stages.classify.word_sets import words as word_set

LOW = "inadequate"
TURNS = word_set("but while whilst although though whereas however")
"""Words that open a contrasting clause."""


@dataclass(slots=True)
class Line:
    """One sentence with what was found in it."""

    sentence: Sentence
    cues: dict[str, list[Cue]]
    moments: list[Moment]
    text: PageText

    def of(self, layer: str) -> list[Cue]:
        """The cues of one layer, in order."""
        return self.cues.get(layer, [])

    def has(self, *layers: str) -> bool:
        """Whether any cue of these layers is in the sentence."""
        cues = self.cues
        return any(map(cues.__contains__, layers))

    @property
    def parted(self) -> bool:
        """Whether a turn ("but", ";") may part the sentence into clauses."""
        words = self.text.words[self.sentence.first : self.sentence.last]
        return not TURNS.isdisjoint(words) or ";" in self.text.source[self.sentence.start : self.sentence.end]

    def clause(self, at: int) -> str:
        """The fourteen words before word `at`."""
        return " ".join(self.text.words[max(self.sentence.first, at - 14) : at])

    @property
    def told(self) -> bool:
        """Whether the sentence belongs to the story (no link, no furniture)."""
        return self.sentence.role not in (Role.LINK, Role.FURNITURE)


@dataclass(slots=True)
class Claim:
    """A grade phrase at words `first` to `last` of a line, with what is found out about it step by step.

    `form` says how it is written (verb, noun, copula, attribute, list, move, overall, title, implied, threshold);
    `refused` is why it is none, or ""; `count` for how many unnamed areas it is told; `opens` the offset of the sentence before
    where that names its council, else -1; `like` the claim whose grade it shares ("so is ...");
    `age` log-odds that it is old news (positive: old), `why` the evidence for it.
    """

    line: Line
    grade: str
    first: int
    last: int
    form: str
    implied: bool = False
    refused: str = ""
    subject: str = ""
    areas: tuple[str, ...] = ()
    every: bool = False
    count: int = 0
    spared: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    standing: Standing | None = None
    age: float = 0.0
    why: list[str] = field(default_factory=list)
    previous: bool = False
    sure: float = 0.0
    when: date | None = None
    side: bool = False
    opens: int = -1
    like: Claim | None = None

    def refuse(self, reason: str) -> None:
        """This is no rating of a council's services, for this reason (the first one stays)."""
        self.refused = self.refused or reason

    def settle(self, standing: Standing, reason: str) -> None:
        """Its own sentence says how it stands."""
        if self.standing is None:
            self.standing = standing
            self.why.append(reason)

    def aged(self, weight: float, reason: str) -> None:
        """One more piece of evidence on whether it is old (positive) or new (negative)."""
        self.age += weight
        self.why.append(f"{reason} ({weight:+.1f})")
