"""PDFs that mean harm or are broken, made byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from monitor.demo.paper import pdf

WHOLE = pdf(
    [
        [
            "Inspection of Slough local authority children\u2019s services",
            "Inspection dates: 22 January to 2 February 2024",
        ]
    ]
)


def written(objects: list[bytes]) -> bytes:
    """A file of `objects`, the first of which is the catalogue."""
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        body
        + head
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    )


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
FONTS = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def _stream(content: bytes, extra: bytes) -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def _one_page(stream: bytes) -> bytes:
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] " + FONTS + b" /Contents 4 0 R >>"
    return written([CATALOGUE, pages, page, stream])


def bomb() -> bytes:
    """120 MB of blanks in a stream of 120 kB."""
    squeezer = zlib.compressobj(1)
    packed = b"".join(squeezer.compress(b" " * 1_000_000) for _ in range(120)) + squeezer.flush()
    return _one_page(_stream(packed, b"/Filter /FlateDecode"))


def nested_bomb() -> bytes:
    """A bomb packed twice."""
    packed = zlib.compress(zlib.compress(b"\0" * 120_000_000, 1), 1)
    return _one_page(_stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def loop() -> bytes:
    """A tree of pages that is its own child."""
    return written([CATALOGUE, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"])


def long_loop() -> bytes:
    """Two branches that hold each other."""
    branches = [
        b"<< /Type /Pages /Count 99 /Kids [%d 0 R %d 0 R] >>" % (2 + (n + 1) % 6, 2 + (n + 2) % 6) for n in range(6)
    ]
    return written([CATALOGUE, *branches])


def endless_form() -> bytes:
    """A page whose picture draws itself for ever."""
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    shapes = b"/Resources << /XObject << /X 4 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] " + shapes + b" /Contents 5 0 R >>"
    form = _stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + shapes)
    return written([CATALOGUE, pages, page, form, _stream(b"/X Do", b"")])


def many_pages() -> bytes:
    return pdf([["one line"]] * 5_000, compressed=False)


def deep() -> bytes:
    """A hundred thousand arrays, each inside the other."""
    return _one_page(b"[" * 100_000 + b"]" * 100_000)


def many_letters() -> bytes:
    """Forty megabytes of text operators."""
    return _one_page(
        _stream(zlib.compress(b"BT /F1 9 Tf " + b"(aaaa) Tj " * 4_000_000 + b"ET", 1), b"/Filter /FlateDecode")
    )


def encrypted() -> bytes:
    """The head of an encrypted file whose password nobody has."""
    guard = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>"
    body = written([CATALOGUE, b"<< /Type /Pages /Count 0 /Kids [] >>", guard])
    return body.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 3 0 R /ID [<61> <61>]")


def picture_only() -> bytes:
    return pdf([[]])


PAGE_OF_HTML = b"<!DOCTYPE html><html><head><title>Report not found</title></head><body></body></html>"

HOSTILE: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "bomb": (bomb, ("bomb", "memory", "slow")),
    "nested bomb": (nested_bomb, ("bomb", "memory", "slow", "damaged")),
    "loop": (loop, ("damaged", "too-deep", "truncated", "slow")),
    "long loop": (long_loop, ("damaged", "too-deep", "truncated", "slow")),
    "endless form": (endless_form, ("no-text", "too-deep", "damaged", "slow")),
    "five thousand pages": (many_pages, ("too-many-pages", "slow")),
    "deep": (deep, ("too-deep", "damaged", "no-text", "slow")),
    "many letters": (many_letters, ("bomb", "memory", "slow")),
    "encrypted": (encrypted, ("encrypted",)),
    "truncated early": (lambda: WHOLE[: len(WHOLE) // 3], ("truncated",)),
    "truncated late": (lambda: WHOLE[:-40], ("truncated",)),
    "a web page": (lambda: PAGE_OF_HTML, ("not-pdf",)),
    "nothing": (lambda: b"", ("not-pdf",)),
    "noise": (lambda: bytes(range(256)) * 40, ("not-pdf",)),
    "a head alone": (lambda: b"%PDF-1.7\n%%EOF", ("damaged", "truncated")),
    "a picture": (picture_only, ("no-text",)),
}
