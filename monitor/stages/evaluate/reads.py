"""Reads: what `monitor read` says of each case against its label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from monitor.stages.evaluate.scores import Book

Labelled = Mapping[str, object]
Read = Mapping[str, object]
Judgement = Mapping[str, object]

MISSING = "nothing"


def compare_reads(cases: Sequence[Labelled], reads: Mapping[str, Read], book: Book) -> None:
    """Every field of every case; a case without an answer counts as wrong in all of them."""
    for case in cases:
        name, label = str(case["id"]), cast("Mapping[str, object]", case["label"])
        read = reads.get(name, {})
        _page(name, label, read, book)
        current = [j for j in _judgements(read) if j.get("standing") == "current"]
        _whose(name, label, current, book)
        _grades(name, label, current, book)
        _areas(name, label, current, book)
        _dates(name, label, current, book)
        _standings(label, read, book)


def _page(name: str, label: Labelled, read: Read, book: Book) -> None:
    """Whether it alerts, what kind it is, whether it is relevant."""
    why = str(read.get("why", "no answer"))
    alert = "yes" if read.get("alert") else "no"
    wanted = "yes" if label.get("alert") else "no"
    book.compare("alert", name, _only_yes(wanted, alert), why)
    book.confuse("alert", wanted, alert)
    kind, found = str(label.get("kind")), str(read.get("kind", MISSING))
    book.compare("kind", name, ([kind], [found]), why)
    book.confuse("kind", kind, found)
    relevant = ("yes" if label.get("relevant") else "no", "yes" if read.get("relevant") else "no")
    book.compare("relevant", name, _only_yes(*relevant), why)


def _only_yes(expected: str, found: str) -> tuple[list[str], list[str]]:
    """A yes is an item to find; a no is none."""
    return ["yes"] * (expected == "yes"), ["yes"] * (found == "yes")


def _whose(name: str, label: Labelled, current: Sequence[Judgement], book: Book) -> None:
    """Whose judgement it is: of what alerts, the councils with a current grade."""
    if label.get("alert"):
        found = {str(j["authority"]) for j in current}
        book.compare("authority", name, (_names(label, "authorities"), found), _quotes(current))


def _grades(name: str, label: Labelled, current: Sequence[Judgement], book: Book) -> None:
    """The overall grade of each council, where the label has one."""
    stated = cast("Mapping[str, object]", label.get("per_authority") or {})
    if not stated and label.get("rating"):
        stated = dict.fromkeys(_names(label, "authorities"), label["rating"])
    expected = {(authority, grade) for authority, grade in stated.items() if grade}
    if label.get("new_judgement") and expected:
        found = {(str(j["authority"]), j["grade"]) for j in current if j["area"] == "overall"}
        book.compare("grade", name, (expected, found), _quotes(current))


def _areas(name: str, label: Labelled, current: Sequence[Judgement], book: Book) -> None:
    """The grades of areas where the label gives them (from April 2026), and that no overall grade is invented there."""
    of_page = cast("Mapping[str, object]", label.get("area_grades") or {})
    if not any(of_page.values()):
        return
    of_each = cast("Mapping[str, Mapping[str, object]]", label.get("per_authority_areas") or {})
    of_each = of_each or dict.fromkeys(_names(label, "authorities"), of_page)
    expected = {(who, area, grade) for who, grades in of_each.items() for area, grade in grades.items() if grade}
    if label.get("new_judgement"):
        found = {(str(j["authority"]), str(j["area"]), j["grade"]) for j in current}
        book.compare("area_grades", name, (expected, found), _quotes(current))


def _dates(name: str, label: Labelled, current: Sequence[Judgement], book: Book) -> None:
    """First and last day on site, where the label gives them and the judgement is news."""
    keys = ("inspection_from", "inspection_to")
    expected = {(key, label[key]) for key in keys if label.get(key)}
    if expected and label.get("new_judgement"):
        found = {(key, judgement[key]) for key in keys for judgement in current if judgement.get(key)}
        wanted = {key for key, _ in expected}
        book.compare("inspection_dates", name, (expected, {f for f in found if f[0] in wanted}), _quotes(current))


def _standings(label: Labelled, read: Read, book: Book) -> None:
    """Expected standing of the new and of the previous grade against the surest mention of that grade."""
    if label.get("rating") and label.get("new_judgement"):
        book.confuse("standing", "current", _standing_of(read, label["rating"]))
    if label.get("previous_rating") and label["previous_rating"] != label.get("rating"):
        book.confuse("standing", "former", _standing_of(read, label["previous_rating"]))


def _standing_of(read: Read, grade: object) -> str:
    mentions = [j for j in _judgements(read) if j["grade"] == grade and j["area"] == "overall"]
    surest = max(mentions, key=lambda j: float(str(j.get("confidence", 0))), default=None)
    return str(surest["standing"]) if surest else MISSING


def _judgements(read: Read) -> Sequence[Judgement]:
    return cast("Sequence[Judgement]", read.get("judgements") or ())


def _names(label: Labelled, key: str) -> tuple[str, ...]:
    return tuple(str(name) for name in cast("Sequence[object]", label.get(key) or ()))


def _quotes(current: Sequence[Judgement]) -> str:
    """What the answer rests on."""
    return " | ".join(dict.fromkeys(str(j["quote"]) for j in current)) or "no current judgement was read"
