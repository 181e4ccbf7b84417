"""What a register promises, and Problems for a page that keeps no promise: shared by all volumes of the shelf."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.model.page import Page
from monitor.model.source import Feed, Listing, Problem


@dataclass(frozen=True, slots=True)
class Expected:
    """What a register lists at least; less is a problem to be told, never a change."""

    authorities: int
    reports_each: int


def nothing(feed: Feed, page: Page, kind: str, sentence: str) -> Listing:
    """An empty Listing with its reason, and the Problem that tells of it."""
    return Listing((), (Problem(feed.source, page.url or feed.url, kind, f"{feed.name}: {sentence}"),), sentence)
