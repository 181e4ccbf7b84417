"""The cartogram: every authority of England one tile. Positions are our own (cartogram.csv); regions get an outline."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

SIZE = 40
"""One tile's edge in the picture's units."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One authority's place: `code` three letters of our own, `x` and `y` the upper left corner in the picture's units."""

    authority: str
    code: str
    row: int
    column: int

    @property
    def x(self) -> int:
        """Left edge."""
        return self.column * SIZE

    @property
    def y(self) -> int:
        """Upper edge."""
        return self.row * SIZE


@cache
def tiles() -> tuple[Tile, ...]:
    """Every tile, from the north-west on."""
    text = resources.files("monitor.dashboard").joinpath("cartogram.csv").read_text(encoding="utf-8")
    rows = [(row, int(row["row"]), int(row["column"])) for row in csv.DictReader(text.splitlines())]
    west = min(column for _, _, column in rows)
    return tuple(Tile(row["authority"], row["code"], at, column - west) for row, at, column in rows)


def extent() -> tuple[int, int]:
    """Width and height of the picture in its own units."""
    return (max(tile.column for tile in tiles()) + 1) * SIZE, (max(tile.row for tile in tiles()) + 1) * SIZE


def outlines(regions: Mapping[str, str]) -> str:
    """The borders between regions and around the land as one SVG path; `regions` by authority."""
    held = {(tile.column, tile.row): regions.get(tile.authority, "") for tile in tiles()}
    lines = []
    for (column, row), region in sorted(held.items()):
        x, y = column * SIZE, row * SIZE
        if held.get((column - 1, row)) != region:
            lines.append(f"M{x} {y}v{SIZE}")
        if held.get((column, row - 1)) != region:
            lines.append(f"M{x} {y}h{SIZE}")
        if (column + 1, row) not in held:
            lines.append(f"M{x + SIZE} {y}v{SIZE}")
        if (column, row + 1) not in held:
            lines.append(f"M{x} {y + SIZE}h{SIZE}")
    return "".join(lines)
