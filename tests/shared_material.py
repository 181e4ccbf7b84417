"""Where the third-party material lies that stays outside the project, and the mark that skips without it."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def needs_shared(part: str) -> pytest.MarkDecorator:
    """Skip by name where `shared/<part>` is not beside the project."""
    path = SHARED / part
    return pytest.mark.skipif(not path.exists(), reason=f"needs shared/{part} beside the project")
