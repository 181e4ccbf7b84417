"""The real reports beside the project, by their table of true values."""

from __future__ import annotations

import pytest

from tests.registers.truth import Row, agree, rows, values
from tests.shared_material import needs_shared

pytestmark = [pytest.mark.shared, needs_shared("reports/index.csv")]


@pytest.mark.parametrize("row", rows("inspection report", "ILACS"), ids=lambda row: row["file"])
def test_a_report_is_read_as_people_read_it(row: Row) -> None:
    agree(row)


@pytest.mark.parametrize("row", rows("other document"), ids=lambda row: row["file"])
def test_another_document_is_recognised_and_has_no_judgement(row: Row) -> None:
    read = values(row)
    assert (read["framework"], read["authority"], read["judgements"]) == (row["framework"], row["authority"], {})
    assert (read["inspection_from"], read["inspection_to"]) == (row["inspection_start"], row["inspection_end"])


@pytest.mark.parametrize("row", rows("error page"), ids=lambda row: row["file"])
def test_an_error_page_called_pdf_is_named_as_one(row: Row) -> None:
    read = values(row)
    assert read["judgements"] == {}
    assert read["problems"] == ["not-pdf: a web page that says the report was not found"]
