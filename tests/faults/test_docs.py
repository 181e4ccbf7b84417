"""docs/faults.md names every fault that is tried here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.test_feeds import FAULTS

PAGE = (Path(__file__).parents[2] / "docs" / "faults.md").read_text(encoding="utf-8")
OTHERS = (
    *("dns", "tls", "overrun", "partial-listing", "changed-markup", "wrong-provider", "wall", "empty-page", "walled"),
    *("hostile", "mail-refused", "auth", "no-such-hook", "overdue", "clock", "database-full", "database-busy"),
    *("step-failed", "stalled", "config", "canary"),
)


@pytest.mark.parametrize("word", sorted({fault.word for fault in FAULTS.values()} | set(OTHERS)))
def test_every_fault_has_its_line(word: str) -> None:
    assert f"`{word}`" in PAGE
