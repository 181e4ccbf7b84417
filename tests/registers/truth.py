"""The table of true values beside the project, and what our reader makes of the same files."""

from __future__ import annotations

import csv

from monitor.registers.ofsted import read_report, report_json, text_of
from monitor.settings.reference import reference
from tests.shared_material import SHARED

AREAS = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption")
Row = dict[str, str]


def rows(kind: str, regime: str = "") -> list[Row]:
    """The rows of one kind, and of one regime by the beginning of its name; none where the material is absent."""
    path = SHARED / "reports" / "index.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["kind"] == kind and row["framework"].startswith(regime)]


def values(row: Row) -> dict[str, object]:
    """The JSON of the report that `row` names."""
    body = (SHARED / "reports" / row["file"]).read_bytes()
    return report_json(read_report(text_of(body), reference()))


def agree(row: Row) -> None:
    """Assert that every value of the report is the true one and that no problem is named but a wrong running head."""
    read = values(row)
    assert read["judgements"] == {area: row[area] for area in AREAS if row[area]}
    assert (read["authority"], read["urn"], read["framework"]) == (row["authority"], row["urn"], row["framework"])
    assert (read["inspection_from"], read["inspection_to"]) == (row["inspection_start"], row["inspection_end"])
    problems = read["problems"]
    assert isinstance(problems, list)
    assert [problem for problem in problems if not problem.startswith("dates: the running head")] == []
