"""Marking: an article's words cut where something was found, so that a page can show it in its context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.model.judgement import Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an article. `kind` "" for plain ones, a Standing ("current"), or "dismissed"; `label` says what it is."""

    text: str
    kind: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A passage by its offsets."""

    start: int
    end: int
    kind: str
    label: str


def marked(title: str, text: str, reading: Reading | None) -> list[list[Piece]]:
    """The paragraphs of title and text, the title first, each cut into pieces; what overlaps an earlier find is left out."""
    whole = f"{title}\n\n{text}"
    pieces: list[Piece] = []
    at = 0
    for span in sorted(_spans(reading, len(whole)), key=lambda span: (span.start, -span.end)):
        if span.start < at:
            continue
        pieces.append(Piece(whole[at : span.start]))
        pieces.append(Piece(whole[span.start : span.end], span.kind, span.label))
        at = span.end
    return _paragraphs([*pieces, Piece(whole[at:])])


def _spans(reading: Reading | None, length: int) -> Iterable[Span]:
    if reading is None:
        return
    for mention in reading.mentions:
        label = f"{mention.authority}: {mention.grade}, {mention.area.replace('_', ' ')}, {mention.standing}"
        if 0 <= mention.start < mention.end <= length:
            yield Span(mention.start, mention.end, str(mention.standing), label)
    for dismissal in reading.dismissals:
        if 0 <= dismissal.start < dismissal.end <= length:
            yield Span(dismissal.start, dismissal.end, "dismissed", f"dismissed: {dismissal.reason}")


def _paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n\n")):
            if number:
                found.append([])
            if part:
                found[-1].append(Piece(part, piece.kind, piece.label))
    return [paragraph for paragraph in found if paragraph]
