"""Grades in a report: from the table on its first page, and again from the headings of its body.

The table is a run of labels and grades. Where each label is followed by its grade they pair as they stand; where a converter put
grades above, beside or between the lines of a label, or all behind, order pairs them, but only when there are as many grades as rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.registers._squeezed import Squeezed

NEXT_GRADE, NEXT_LABEL = 12, 160
"""Letters that may stand between two cells of one table: a footnote's number before a grade, a running head before a label."""

_NEW = r"outstanding|good|requires?improve?ments?(?:tobegood)?|requiringimprove?ment(?:tobegood)?|inadequate|notjudged"
_OLD = r"outstanding|good|inadequate|adequate|satisfactory|notjudged"
GRADES = {"new": re.compile(_NEW), "old": re.compile(_OLD)}
OLD_LADDER = ("LAC", "CP", "SLAC")

_ILACS = (
    (
        "leaders",
        r"impactofleaders(?:on)?(?:socialwork)?(?:practice)?(?:with)?(?:childrenandfamil(?:ies|y)|families|children)?",
    ),
    ("help_and_protection", r"experiences?andprogressofchildren(?:whoneed|inneedof|needing)helpandprotection"),
    ("both", r"experiences?andprogressofchildrenincareandcareleavers"),
    ("in_care", r"experiences?andprogressofchildrenincare(?!andcareleavers)"),
    (
        "care_leavers",
        r"experiences?andprogressof(?:children)?(?:careleavers|careexperienced(?:youngpeople|youngadults))",
    ),
    ("overall", r"overalleffectiveness"),
)
_SIF = (
    ("help_and_protection", r"childrenwhoneedhelpandprotection"),
    ("in_care", r"childrenlookedafterandachievingpermanence"),
    ("adoption", r"adoptionperformance"),
    ("care_leavers", r"experiences?andprogressofcareleavers"),
    ("leaders", r"leadershipmanagementandgovernance"),
)
_LAC = (
    ("overall", r"overalleffectiveness"),
    ("capacity", r"capacity(?:to|for)improve(?:ment)?"),
    ("in_care", r"outcomesfor(?:lookedafter)?children(?:lookedafter)?(?:andyoungpeople)?(?:andcareleavers)?"),
    ("practice", r"qualityof(?:provision|services?|practice|care)"),
    ("leaders", r"leadership(?:and)?management(?:andgovernance)?|leadershipandgovernance"),
)
_CP = (
    ("overall", r"overalleffectiveness"),
    ("help_and_protection", r"effectivenessofthehelpandprotectionprovided(?:tochildrenyoungpeoplefamiliesandcarers)?"),
    ("practice", r"qualityofpractice"),
    ("leaders", r"leadershipandgovernance"),
)
ROWS = {
    regime: re.compile("|".join(f"(?P<{area}>{pattern})" for area, pattern in rows))
    for regime, rows in (("ILACS", _ILACS), ("SIF", _SIF), ("LAC", _LAC), ("CP", _CP))
}

_ILACS_HEADINGS = (
    ("leaders", r"impactofleaderson(?:socialwork)?practicewithchildrenandfamilies"),
    *((area, pattern) for area, pattern in _ILACS if area not in ("leaders", "overall")),
)
_SIF_HEADINGS = (
    ("help_and_protection", r"experiences?andprogressofchildrenwhoneedhelpandprotection"),
    ("in_care", r"experiences?andprogressofchildrenlookedafterandachievingpermanence"),
    ("adoption", r"gradedjudgement(?:for|about|of)(?:the)?adoptionperformanceisthatit"),
    ("care_leavers", r"gradedjudgement(?:for|about|of)(?:the)?experiences?andprogressofcareleaversisthatit"),
    ("leaders", r"leadershipmanagementandgovernance"),
)
HEADINGS = {
    regime: re.compile(
        "(?:" + "|".join(f"(?P<{area}>{pattern})" for area, pattern in rows) + f")(?:is|are)?(?P<grade>{_NEW})"
    )
    for regime, rows in (("ILACS", _ILACS_HEADINGS), ("SIF", _SIF_HEADINGS))
}
_STATED_AS_LIST = re.compile(r"\s*[:;]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One label or grade: its span in the squeezed text and what it says (an area, or a grade on record)."""

    start: int
    end: int
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says: `grades` by area; `rows` the areas it has; `unsure` those whose grade cannot be told from its neighbours.

    `start` is where the first label stands in the squeezed text.
    """

    grades: dict[str, str]
    rows: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    start: int = 0

    @property
    def sure(self) -> dict[str, str]:
        """The grades that can be told from their neighbours."""
        return {area: grade for area, grade in self.grades.items() if area not in self.unsure}


def short(words: str) -> str:
    """The grade on record for its squeezed words: "requiresimprovementtobegood" is "requires improvement"."""
    if words.startswith("requir"):
        return "requires improvement"
    return {"notjudged": "not judged", "satisfactory": "adequate"}.get(words, words)


def table(text: Squeezed, regime: str) -> Table:
    """The table of `regime` in `text`: the longest run of its labels with their grades; an empty Table where there is none."""
    grades = grade_cells(text, regime)
    runs = list(_runs(_labels(text.letters, grades, regime)))
    if not runs:
        return Table({})
    return _paired(max(runs, key=len), grades)


def grade_cells(text: Squeezed, regime: str) -> list[Cell]:
    """Every grade that stands as a word of its own."""
    pattern = GRADES["old" if regime in OLD_LADDER else "new"]
    return [
        Cell(match.start(), match.end(), short(match[0]))
        for match in pattern.finditer(text.letters)
        if text.ends_word(match.end())
    ]


def _labels(letters: str, grades: list[Cell], regime: str) -> list[Cell]:
    """The labels, found with the grades taken out: a grade may stand between the lines of its own label."""
    places: list[int] = []
    at = 0
    for grade in grades:
        places.extend(range(at, grade.start))
        at = grade.end
    places.extend(range(at, len(letters)))
    bare = "".join(letters[place] for place in places)
    return [
        Cell(places[match.start()], places[match.end() - 1] + 1, match.lastgroup or "")
        for match in ROWS[regime].finditer(bare)
    ]


def _runs(labels: list[Cell]) -> Iterator[list[Cell]]:
    """Labels close enough to be the rows of one table; a table names no area twice."""
    run: list[Cell] = []
    for label in labels:
        if run and (label.start - run[-1].end > NEXT_LABEL or label.says in {row.says for row in run}):
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def _paired(run: list[Cell], grades: list[Cell]) -> Table:
    """Each row with the one grade between its label's beginning and the next label; columns apart are paired by order."""
    rows = tuple(label.says for label in run)
    cells = [_grades_of(label, following, grades) for label, following in zip(run, [*run[1:], None], strict=True)]
    if len(run) > 1 and not any(cells[:-1]) and len(cells[-1]) >= len(run):
        return Table(dict(zip(rows, cells[-1], strict=False)), rows, (), run[0].start)
    found = {area: own[0] for area, own in zip(rows, cells, strict=True) if own}
    crowded = {area for area, own in zip(rows[:-1], cells[:-1], strict=True) if len(own) > 1}
    is_shifted = not cells[-1] and any(0 <= run[0].start - grade.end <= NEXT_GRADE for grade in grades)
    return Table(found, rows, rows if is_shifted else tuple(crowded), run[0].start)


def _grades_of(label: Cell, following: Cell | None, grades: list[Cell]) -> list[str]:
    """The grades from the label's beginning on that touch it or one another, before the next label."""
    own: list[str] = []
    end = label.end
    for grade in grades:
        inside = label.start <= grade.start and (following is None or grade.start < following.start)
        if inside and grade.start - end <= NEXT_GRADE:
            own.append(grade.says)
            end = max(end, grade.end)
    return own


def headings(text: Squeezed, regime: str) -> dict[str, set[str]]:
    """The grades that headings of the body repeat, by area. A list with colons in a SIF report states earlier results and is left out."""
    found: dict[str, set[str]] = {}
    pattern = HEADINGS.get(regime)
    for match in pattern.finditer(text.letters) if pattern else ():
        area = next(name for name, words in match.groupdict().items() if words and name != "grade")
        listed = regime == "SIF" and _STATED_AS_LIST.match(text.after(match.start("grade"), 4))
        if text.ends_word(match.end()) and not listed:
            found.setdefault(area, set()).add(short(match["grade"]))
    return found
