"""A Trap: a short page in our own words, and what a specialist reporter would say it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.model.judgement import Reading, Standing
from monitor.model.page import Article


@dataclass(frozen=True)
class Trap:
    """`news` lists authority:area:grade told as a new judgement ("" when nothing is); `kind` is optional."""

    name: str
    published: str
    title: str
    text: str
    news: str = ""
    kind: str = ""
    summary: str = ""
    outlet: str = "The Herald"

    def article(self) -> Article:
        """The page as classify gets it."""
        when = datetime.fromisoformat(self.published).replace(hour=9, tzinfo=UTC) if self.published else None
        url = f"https://news.example/{self.name.replace(' ', '-')}"
        return Article(
            url, url, self.title, self.text.replace(" | ", "\n\n"), self.summary, self.outlet, published=when
        )


def told(reading: Reading) -> set[str]:
    """Every grade that a Reading presents as news, as authority:area:grade."""
    return {f"{m.authority}:{m.area}:{m.grade}" for m in reading.mentions if m.standing is Standing.CURRENT}


def lowest_told(reading: Reading) -> set[str]:
    """Only the inadequate ones."""
    return {told_one for told_one in told(reading) if told_one.endswith(":inadequate")}
