"""The real reports beside the project, by their table of true values."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from monitor.registers.ofsted import read_report, report_json, text_of
from monitor.settings.reference import reference
from tests.shared_material import SHARED, needs_shared

pytestmark = [pytest.mark.shared, needs_shared("reports/index.csv")]

AREAS = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption")
Row = dict[str, str]


def _rows() -> list[Row]:
    path = SHARED / "reports" / "index.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _values(row: Row) -> dict[str, object]:
    body = Path(SHARED / "reports" / row["file"]).read_bytes()
    return report_json(read_report(text_of(body), reference()))


@pytest.mark.parametrize("row", [row for row in _rows() if row["kind"] == "inspection report"], ids=lambda row: row["file"])
def test_a_report_is_read_as_people_read_it(row: Row) -> None:
    values = _values(row)
    assert values["judgements"] == {area: row[area] for area in AREAS if row[area]}
    assert (values["authority"], values["urn"], values["framework"]) == (row["authority"], row["urn"], row["framework"])
    assert (values["inspection_from"], values["inspection_to"]) == (row["inspection_start"], row["inspection_end"])
    assert [p for p in values["problems"] if not str(p).startswith("dates: the running head")] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", [row for row in _rows() if row["kind"] == "other document"], ids=lambda row: row["file"])
def test_another_document_is_recognised_and_has_no_judgement(row: Row) -> None:
    values = _values(row)
    assert (values["framework"], values["authority"], values["judgements"]) == (row["framework"], row["authority"], {})
    assert (values["inspection_from"], values["inspection_to"]) == (row["inspection_start"], row["inspection_end"])


@pytest.mark.parametrize("row", [row for row in _rows() if row["kind"] == "error page"], ids=lambda row: row["file"])
def test_an_error_page_called_pdf_is_named_as_one(row: Row) -> None:
    values = _values(row)
    assert values["judgements"] == {}
    assert values["problems"] == ["not-pdf: a web page that says the report was not found"]
