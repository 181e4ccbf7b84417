"""A PDF writer of forty lines: text alone, one font, one line under the other. For the demo's reports and for tests."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

WIDTH, HEIGHT, MARGIN, LEADING = 595, 842, 60, 15
SIZE = 11


def pdf(pages: Sequence[Sequence[str]], compressed: bool = True) -> bytes:
    """A PDF of `pages`, each a sequence of lines (Windows-1252 characters)."""
    first_page = 4
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        objects.append(_page(first_page + 2 * number + 1))
        objects.append(_content(lines, compressed))
    return _file(objects)


def _page(content: int) -> bytes:
    box = f"[0 0 {WIDTH} {HEIGHT}]"
    fonts = "<< /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources {fonts} /Contents {content} 0 R >>".encode()


def _content(lines: Sequence[str], compressed: bool) -> bytes:
    shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
    start = f"BT /F1 {SIZE} Tf {LEADING} TL {MARGIN} {HEIGHT - MARGIN} Td\n".encode()
    stream = start + shown + b"ET"
    extra = b""
    if compressed:
        stream, extra = zlib.compress(stream), b" /Filter /FlateDecode"
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(stream), extra, stream)


def _escaped(line: str) -> bytes:
    encoded = line.encode("cp1252", "replace")
    return encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects with their header, cross-reference table and trailer."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer
