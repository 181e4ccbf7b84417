"""PDF bytes to text, page by page, within bounds. Run it in a confined process: a hostile file may still burn its time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from monitor.model.page import ReportText

if TYPE_CHECKING:
    from pypdf import PdfReader

HEAD = b"%PDF"
HEAD_WITHIN = 1024
MOST_BYTES = 30_000_000
MOST_PAGES = 200
MOST_LETTERS = 2_000_000
MOST_DRAWING = 8_000_000
"""Bytes of one page's drawing commands, unpacked; a real page has a few hundred thousand at most."""
FIRST_PAGES, LAST_PAGES = 60, 3
"""Of a long document these pages are read: reports have 8 to 60 pages, results stand on the first or the last ones."""


def text_of(body: bytes) -> ReportText:
    """The text of a PDF, one string a page; `problem` says why there is none, or why it was cut.

    Problems begin with a stable word: not-pdf, too-large, encrypted, truncated, too-many-pages, too-deep, bomb, damaged, no-text.
    """
    if len(body) > MOST_BYTES:
        return ReportText((), f"too-large: {len(body)} bytes, at most {MOST_BYTES} are read")
    if HEAD not in body[:HEAD_WITHIN]:
        return ReportText((), _not_pdf(body))
    from pypdf import PdfReader  # 10 MB that only the confined process is worth, not the service
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        return _read(PdfReader(io.BytesIO(body)), body)
    except RecursionError:
        return ReportText((), "too-deep: objects are nested without end")
    except MemoryError:
        return ReportText((), "bomb: it needs more memory than it may have")
    except (DependencyError, FileNotDecryptedError) as cause:
        return ReportText((), f"encrypted: {cause}")
    except LimitReachedError as cause:
        return ReportText((), f"bomb: {cause}")
    except Exception as cause:
        return ReportText((), _damage(body, cause))


def _read(reader: PdfReader, body: bytes) -> ReportText:
    if reader.is_encrypted and not reader.decrypt(""):
        return ReportText((), "encrypted: it asks for a password")
    count = reader.get_num_pages()
    if count > MOST_PAGES:
        return ReportText((), f"too-many-pages: {count} pages, a report has at most {MOST_PAGES}")
    if not count:
        return ReportText((), "damaged: it has no page" if _is_whole(body) else "truncated: it has no page")
    wanted = [number for number in range(count) if number < FIRST_PAGES or number >= count - LAST_PAGES]
    pages: list[str] = []
    letters = 0
    for number in wanted:
        page = reader.pages[number]
        drawing = page.get_contents()
        if drawing is not None and len(drawing.get_data()) > MOST_DRAWING:
            return ReportText((), f"bomb: page {number + 1} unpacks to more than {MOST_DRAWING} bytes")
        pages.append(page.extract_text())
        letters += len(pages[-1])
        if letters > MOST_LETTERS:
            return ReportText((), f"bomb: more than {MOST_LETTERS} letters of text")
    if not any(page.strip() for page in pages):
        return ReportText((), "no-text: its pages are pictures")
    return ReportText(tuple(pages), "" if _is_whole(body) else "truncated: its end is missing")


def _is_whole(body: bytes) -> bool:
    return b"%%EOF" in body[-65_536:]


def _damage(body: bytes, cause: Exception) -> str:
    words = f"{type(cause).__name__}: {cause}".splitlines()[0][:160]
    return f"damaged: {words}" if _is_whole(body) else f"truncated: its end is missing ({words})"


def _not_pdf(body: bytes) -> str:
    head = body[:HEAD_WITHIN].lstrip().lower()
    if not body.strip():
        return "not-pdf: the file is empty"
    if head.startswith((b"<!doctype", b"<html", b"<?xml")) or b"<html" in head:
        withdrawn = b"report not found" in body[:20_000].lower()
        return "not-pdf: a web page that says the report was not found" if withdrawn else "not-pdf: a web page"
    return "not-pdf: it does not begin like a PDF"
