"""Classify: Article -> Reading. What kind of page it is, who was given which grade, and what only looks like it.

`classify` is pure; what it compiles from a Reference is kept as long as that Reference lives.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.model.authority import Reference
from monitor.model.judgement import Mention, Reading, Standing
from monitor.model.page import Article
from monitor.stages.classify.reader import Reader

EARLIEST, LATEST = 1980, 2200
_READERS: list[tuple[Reference, Reader]] = []


def reader_for(reference: Reference) -> Reader:
    """The matchers of a Reference, compiled once."""
    for known, reader in _READERS:
        if known is reference:
            return reader
    reader = Reader(reference)
    _READERS.append((reference, reader))
    return reader


def classify(article: Article, reference: Reference) -> Reading:
    """Reads an Article as a specialist reporter would: its kind, its Mentions, its Dismissals, and why."""
    if article.published and not EARLIEST <= article.published.year <= LATEST:
        # No page was published then: the date is a slip, and reckoning from it would leave the calendar.
        article = replace(article, published=None)
    return reader_for(reference).read(article)


def news(reading: Reading) -> tuple[Mention, ...]:
    """The Mentions that a page presents as a newly published judgement."""
    return tuple(mention for mention in reading.mentions if mention.standing is Standing.CURRENT)
