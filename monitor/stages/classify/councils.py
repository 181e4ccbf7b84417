"""Whose page it is, and which council each claim is about: names, "the county", the outlet as a weak prior."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from monitor.model.authority import Authority
from monitor.stages.classify.asides import describes, named_in_passing
from monitor.stages.classify.claim import LOW, Claim, Line
from monitor.stages.classify.groups import (
    Naming,
    is_neighbour_judged,
    joined,
    naming_lines,
    number_of_councils,
    owner_of,
    refers_back,
    sections,
)
from monitor.stages.classify.islands import is_abroad, plays_abroad
from monitor.stages.classify.lexicon import Cue
from monitor.stages.classify.names import Gazetteer, is_name
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.standing import clause_of
from monitor.stages.classify.visits import Stay, Visit, visit_of

WEIGHTS = {Role.TITLE: 6.0, Role.SUMMARY: 3.0, Role.CAPTION: 0.8, Role.HEADING: 0.7, Role.ITEM: 1.0, Role.BODY: 1.0}
PLACE_NAMES = frozenset({"st", "coldfield", "mandeville", "newington", "pagnell", "under", "isle"})
"""In a longer name these show that the short one means the same place on this page ("Bury St Edmunds", "Bury")."""
LONG_LIST = 6
GRACE = timedelta(days=100)
"""A council's judgement may be told this long after the council is gone."""


class Councils:
    """Every naming on a page, and the authorities it is about."""

    def __init__(self, lines: list[Line], gazette: Gazetteer, known: dict[str, Authority], today: date | None) -> None:
        self.lines, self.known, self.gazette, self.today = lines, known, gazette, today
        self.by_line: dict[int, list[Naming]] = {}
        self.elsewhere = {
            line.text.words[cue.first]
            for line in lines
            for cue in line.of("name")
            if cue.value == "decoy" and PLACE_NAMES & set(line.text.words[cue.first + 1 : cue.last])
        }
        for line in lines:
            names = [cue for cue in line.of("name") if is_name(line.text, cue, gazette)]
            if names:
                self.by_line[line.sentence.place] = [self._naming(line, cue) for cue in names]
        self.scores = self._scores(lines)
        self.sections = sections(lines, self.by_line)
        self.pairs = self._pairs(lines)
        self.abroad = plays_abroad(lines, set(self.by_line))
        self.trusts = {n.authorities for row in self.by_line.values() for n in row if len(n.authorities) > 1}

    def _naming(self, line: Line, cue: Cue) -> Naming:
        bearers = self.alive(self.gazette.meanings[int(cue.value)])
        words = line.text.words
        elsewhere = words[cue.first] in self.elsewhere and "council" not in words[cue.last : cue.last + 2]
        return Naming(cue.first, cue.last, line.sentence.place, bearers, elsewhere or named_in_passing(line, cue))

    def alive(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Of several bearers of a name those that lived at the page's time; a county by the name on record."""
        kept = [name for name in names if self._lives(name)] or list(names)
        plain = [name for name in kept if not (" (" in name and name.split(" (")[0] in kept)]
        swapped = [self._on_record(name) for name in plain]
        return tuple(dict.fromkeys(swapped))

    def _on_record(self, name: str) -> str:
        """ "Somerset (county, to 2023)" is on record as Somerset; Dorset's two councils are two."""
        return name.split(" (")[0] if "(county" in name and name.split(" (")[0] in self.known else name

    def _lives(self, name: str) -> bool:
        council = self.known[name]
        if self.today is None:
            return council.valid_to is None
        begun = council.valid_from is None or self.today >= council.valid_from
        return begun and (council.valid_to is None or self.today <= council.valid_to + GRACE)

    def successors(self, name: str) -> tuple[str, ...]:
        """Who answers today for a council that is gone."""
        council = self.known.get(name)
        gone = council and council.valid_to and self.today and self.today > council.valid_to + GRACE
        return council.successors if council and gone else ()

    def _scores(self, lines: list[Line]) -> dict[str, float]:
        scores: dict[str, float] = {}
        body = 0
        for line in lines:
            if not line.told:
                continue
            weight = WEIGHTS.get(line.sentence.role, 1.0)
            if line.sentence.role is Role.BODY:
                body += 1
                weight *= 2.5 if body <= 3 else 1.7 if body <= 8 else 1.0
            if line.text.source[line.sentence.end - 1] == "?":
                weight *= 0.4
            namings = self.by_line.get(line.sentence.place, [])
            if len(namings) >= LONG_LIST:
                weight *= 0.1
            for naming in namings:
                for name in naming.authorities:
                    scores[name] = scores.get(name, 0.0) + weight * (0.25 if naming.aside else 1.0)
        return scores

    def ranked(self) -> list[tuple[str, float]]:
        """Every authority named with its score, best first."""
        return sorted(self.scores.items(), key=lambda item: -item[1])

    def visits(self, stays: list[Stay]) -> dict[str, Visit | None]:
        """Each council's own inspection where the page dates those of several; {} where it does not."""
        owned: dict[str, list[Stay]] = {}
        for stay in stays:
            for name in owner_of(stay, self.by_line) or ("",):
                owned.setdefault(name, []).append(stay)
        if len(owned.keys() - {""}) < 2:
            return {}
        return {"": visit_of(owned.pop("", [])), **{name: visit_of(own) for name, own in owned.items()}}

    def alike(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `names` that the page gives nearly as much room as the foremost."""
        best = max((self.scores.get(name, 0.0) for name in names), default=0.0)
        return tuple(name for name in names if self.scores.get(name, 0.0) > 0.5 * best)

    def main(self) -> tuple[str, ...]:
        """The authorities the page is about, best first: those close to the best score."""
        ranked = self.ranked()
        if not ranked:
            return ()
        best = ranked[0][1]
        return tuple(name for name, score in ranked if score >= 0.55 * best)

    def _alike(self, pair: tuple[str, ...], main: tuple[str, ...]) -> bool:
        """Whether a page is about both of a pair alike."""
        least = min(self.scores.get(name, 0.0) for name in pair)
        return main[0] in pair and set(pair) <= set(main) and least >= 0.75 * self.scores[main[0]]

    def _pairs(self, lines: list[Line]) -> list[tuple[str, ...]]:
        """Councils judged together: one trust's two councils, or two names joined in title, summary or lead."""
        found: list[tuple[str, ...]] = []
        for line in lines[:5]:
            namings = self.by_line.get(line.sentence.place, [])
            found += [n.authorities for n in namings if len(n.authorities) > 1]
            for left, right in pairwise(namings):
                if joined(line.text.words, left, right) and len(namings) < LONG_LIST:
                    found.append((*left.authorities, *right.authorities))
        return found

    def bind(self, claim: Claim, outlet: tuple[str, ...]) -> None:
        """Names the council(s) a claim is about."""
        near = self._nearby(claim) or self.sections.get(claim.line.sentence.place, ())
        if not near and (near := self._named_before(claim)):
            claim.opens = self.lines[claim.line.sentence.place - 1].sentence.start
        near = near or self._group(claim) or (claim.like.authorities if claim.like else ())
        default = self.page_default(outlet)
        if not near and is_abroad(claim, bool(self.by_line.get(claim.line.sentence.place)), self.abroad):
            claim.refuse("it is of a place abroad, whose services no English inspectorate rates")
        if near and set(near) < set(default) and default in self.trusts:
            near = default
        claim.authorities = (
            tuple(dict.fromkeys(heir for name in near for heir in self.successors(name) or (name,))) or default
        )

    def is_side(self, claim: Claim, outlet: tuple[str, ...]) -> bool:
        """Whether a claim is about councils that the page names far less than its main one."""
        main = self.page_default(outlet)
        best = max((self.scores.get(name, 0.0) for name in main), default=0.0)
        weight = max((self.scores.get(name, 0.0) for name in claim.authorities), default=0.0)
        return bool(main) and not set(claim.authorities) & set(main) and weight <= 0.5 * best

    def is_background(self, claim: Claim, outlet: tuple[str, ...]) -> bool:
        """Whether a claim describes another council than the page's own: ", which is rated good", or a better grade in passing."""
        main = self.page_default(outlet)
        if not main or set(claim.authorities) & set(main) or self.is_side_page():
            return False
        return claim.grade != LOW or any(
            describes(claim, naming.last) for naming in self.by_line.get(claim.line.sentence.place, [])
        )

    def is_side_page(self) -> bool:
        """Whether headline or summary name several councils, or none stands out: then no council is a side matter."""
        named = {
            n.authorities for line in self.lines[:2] for n in self.by_line.get(line.sentence.place, []) if not n.aside
        }
        return len(named) > 1

    def page_default(self, outlet: tuple[str, ...]) -> tuple[str, ...]:
        """The council that "the council" means on this page."""
        main = self.main()
        if not main:
            return outlet
        heirs = self.successors(main[0])
        return heirs or next((pair for pair in self.pairs if self._alike(pair, main)), main[:1])

    def _named_before(self, claim: Claim) -> tuple[str, ...]:
        """ "It was inadequate in 2015 and is now good", "The impact of its leaders ...": the council of the sentence before."""
        sentence, words = claim.line.sentence, claim.line.text.words
        pronoun = words[sentence.first] in ("it", "they", "both") and not claim.line.has("subject")
        before = self.lines[sentence.place - 1].sentence if sentence.place else sentence
        if not pronoun and not (before.block == sentence.block and refers_back(claim.line)):
            return ()
        namings = self.by_line.get(sentence.place - 1, [])
        if words[sentence.first] == "both" and len(namings) == 2:
            return (*namings[0].authorities, *namings[1].authorities)
        return namings[-1].authorities if len(namings) == 1 and (pronoun or not namings[0].aside) else ()

    def _group(self, claim: Claim) -> tuple[str, ...]:
        """ "Two more authorities were judged inadequate": the first two that the next sentences name."""
        most = number_of_councils(claim)
        if not most or self.by_line.get(claim.line.sentence.place):
            return ()
        names: list[str] = []
        for line in naming_lines(self.lines, claim):
            for naming in self.by_line.get(line.sentence.place, []):
                names += [] if naming.aside else [name for name in naming.authorities if name not in names]
            if len(names) >= most:
                return tuple(names) if len(names) == most else ()
        return ()

    def _nearby(self, claim: Claim) -> tuple[str, ...]:
        words = claim.line.text.words
        named = self.by_line.get(claim.line.sentence.place, [])
        left, right = clause_of(claim)
        namings = [n for n in named if not n.aside or is_neighbour_judged(words, n, claim)]
        namings = [n for n in namings if left <= n.first < right and n.first < claim.first] or namings
        if not namings:
            return ()
        before = [n for n in namings if n.last <= claim.first]
        after = [n for n in namings if n.first >= claim.last]
        chosen = before[-1] if before else after[0]
        if not before and len(after) > 1:
            chosen = after[0]
        return self._with_neighbours(claim, namings, chosen)

    def _with_neighbours(self, claim: Claim, namings: list[Naming], chosen: Naming) -> tuple[str, ...]:
        """ "Oldham, Poole and Kent": names joined by commas and "and" share a grade."""
        words = claim.line.text.words
        at = namings.index(chosen)
        low = high = at
        while low > 0 and joined(words, namings[low - 1], namings[low]):
            low -= 1
        while high + 1 < len(namings) and joined(words, namings[high], namings[high + 1]):
            high += 1
        names: list[str] = []
        for naming in namings[low : high + 1]:
            names += [name for name in naming.authorities if name not in names]
        return tuple(names)
