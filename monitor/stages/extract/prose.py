"""Prose: the words of an article, from a page's body parsed once: furniture removed, then trafilatura, then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree, html

from monitor.model.charset import mended
from monitor.model.moment import moment
from monitor.model.wording import tidy
from monitor.stages.extract.furniture import remove_furniture
from monitor.stages.extract.phrases import is_read_more

_PUBLISHED = re.compile(
    r"\b(?:Published|Posted|Date)(?: on)?:? (?:[A-Z][a-z]{2,8},? )?(\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4})"
)
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "’", "…")


@dataclass(frozen=True, slots=True)
class Prose:
    """`text` in paragraphs with a blank line between; `heading` the page's first h1; `published` the first <time> in it;
    `page_words` how many words the page holds in all, `page_text` the first of them; `repairs` what was mended."""

    text: str = ""
    heading: str = ""
    published: datetime | None = None
    page_words: int = 0
    page_text: str = ""
    repairs: tuple[str, ...] = ()


def prose(body: str) -> Prose:
    """The words of the article in a page's markup. Never raises; an empty text where there is none."""
    tree = _tree(body)
    if tree is None or not tree.text_content().strip():
        return Prose()
    page_text = tidy(" ".join(tree.xpath("//text()", smart_strings=False))[:400_000])
    heading = _heading(tree)
    published = _time(tree) or _told_date(page_text[:1500])
    remove_furniture(tree)
    text, notes = _main_text(tree)
    return Prose(text, heading, published, page_text.count(" ") + 1, page_text[:20_000], notes)


def _tree(body: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def _heading(tree: html.HtmlElement) -> str:
    found = tree.find(".//h1")
    return tidy(str(found.text_content())[:1000]) if found is not None else ""


def _time(tree: html.HtmlElement) -> datetime | None:
    """The first <time datetime> of the page, or the first element marked as the date of publication."""
    for element in tree.xpath("(//*[@itemprop='datePublished'] | //time[@datetime])[position() <= 5]"):
        when = moment(element.get("datetime") or element.get("content") or tidy(str(element.text_content())[:100]))
        if when is not None:
            return when
    return None


def _told_date(text: str) -> datetime | None:
    """The date that a page tells in words ("Published: Tuesday, 12 May 2026")."""
    found = _PUBLISHED.search(text)
    return moment(found.group(1)) if found else None


def _main_text(tree: html.HtmlElement) -> tuple[str, tuple[str, ...]]:
    import trafilatura  # 11 MB that only those who read pages are worth: the service's workers, not the service

    try:
        document = trafilatura.bare_extraction(
            tree, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:  # whatever a page provokes in the extractor is the page's fault; an empty text is told further up
        document = None
    body = getattr(document, "body", None)
    if body is None:
        return "", ()
    text, notes = mended("\n".join(line.replace("\n", " ") for block in body for line in _lines(block)))
    kept = (line for line in tidy(text, paragraphs=True).split("\n\n") if not is_read_more(line))
    return "\n\n".join(kept), notes


def _lines(block: etree._Element) -> Iterator[str]:
    """The paragraphs of one block of the extractor's result."""
    tag = block.tag if isinstance(block.tag, str) else ""
    if tag == "table":
        for row in block.iter("row"):
            yield " | ".join(
                cell for cell in ("".join(map(str, c.itertext())).strip() for c in row.iter("cell")) if cell
            )
    elif tag in ("list", "quote", "div") and len(block):
        if block.text:
            yield block.text
        for child in block:
            yield from _lines(child)
            if child.tail and child.tail.strip():
                yield child.tail
    else:
        yield from _broken(block)


def _broken(block: etree._Element) -> Iterator[str]:
    """A paragraph, broken where a line break follows the end of a sentence."""
    line = ""
    for piece, is_break in _pieces(block):
        if is_break and line.rstrip().endswith(_SENTENCE_END):
            yield line
            line = piece
        else:
            line += (" " if is_break else "") + piece
    yield line


def _pieces(block: etree._Element) -> Iterator[tuple[str, bool]]:
    yield block.text or "", False
    for element in block.iterdescendants():
        is_break = element.tag == "lb"
        if element.text or is_break:
            yield element.text or "", is_break
        if element.tail:
            yield element.tail, False
