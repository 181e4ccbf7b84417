"""The real reports of the single inspection framework beside the project (a file of its own: they are long)."""

from __future__ import annotations

import pytest

from tests.registers.truth import Row, agree, rows
from tests.shared_material import needs_shared

pytestmark = [pytest.mark.shared, needs_shared("reports/index.csv")]


@pytest.mark.parametrize("row", rows("inspection report", "SIF"), ids=lambda row: row["file"])
def test_a_single_inspection_is_read_as_people_read_it(row: Row) -> None:
    agree(row)
