"""Compressed bodies, inflated piece by piece: what would grow past the cap is never made."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli

from monitor.edges.web.trouble import Trouble

STEP = 64 * 1024
MOST_LAYERS = 2


class Inflater(Protocol):
    """One layer of compression."""

    @property
    def ended(self) -> bool:
        """Whether the compressed stream has come to its end."""
        ...

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """What `piece` inflates to, in steps that never grow far beyond 64 KB."""
        ...


class _Gzip:
    """gzip, also several members in a row."""

    def __init__(self) -> None:
        self._machine = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def ended(self) -> bool:
        return self._machine.eof

    def feed(self, piece: bytes) -> Iterator[bytes]:
        while piece:
            if self._machine.eof:
                if not piece.startswith(b"\x1f\x8b"):
                    return  # padding after the end: of no use to anybody
                self._machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
            yield from _steps(self._machine, piece)
            piece = self._machine.unused_data


class _Deflate:
    """deflate, with its header or, as many servers send it, without."""

    def __init__(self) -> None:
        self._machine = zlib.decompressobj(zlib.MAX_WBITS)
        self._first = b""
        self._begun = False

    @property
    def ended(self) -> bool:
        return self._machine.eof

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if not self._begun:
            self._first += piece
            if len(self._first) < 2:
                return
            has_header = self._first[0] & 15 == 8 and int.from_bytes(self._first[:2], "big") % 31 == 0
            self._machine = zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
            self._begun, piece = True, self._first
        if not self._machine.eof:
            yield from _steps(self._machine, piece)


def _steps(machine: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
    """What `piece` inflates to, 64 KB at a time, to its end or the stream's."""
    while True:
        out = machine.decompress(piece, STEP)
        yield out
        piece = machine.unconsumed_tail
        if machine.eof or not (piece or len(out) == STEP):
            return


class _Brotli:
    """brotli."""

    def __init__(self) -> None:
        self._machine = brotli.Decompressor()

    @property
    def ended(self) -> bool:
        return bool(self._machine.is_finished())

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if self.ended:
            return
        yield self._machine.process(piece, output_buffer_limit=STEP)
        while not self._machine.can_accept_more_data():
            yield self._machine.process(b"", output_buffer_limit=STEP)


class Body:
    """Gathers a body as it arrives: counts the bytes sent and the bytes unpacked, and stops at either cap."""

    def __init__(self, encodings: str, wire: int, body: int) -> None:
        self._layers = _layers(encodings)
        self._wire, self._body = wire, body
        self._sent = self._held = 0
        self._pieces: list[bytes] = []

    def take(self, piece: bytes) -> None:
        """One piece as it came off the wire. Raises Trouble (too-large, encoding)."""
        self._sent += len(piece)
        if self._sent > self._wire:
            raise Trouble("too-large", f"more than {self._wire} bytes were sent")
        try:
            for part in _through(self._layers, piece):
                self._keep(part)
        except (zlib.error, brotli.error) as cause:
            raise Trouble("encoding", f"the body cannot be unpacked: {cause}") from None

    def whole(self) -> bytes:
        """All of it, unpacked."""
        return b"".join(self._pieces)

    @property
    def ended(self) -> bool:
        """Whether every compressed layer came to its end (an empty body needs none)."""
        return not self._sent or all(layer.ended for layer in self._layers)

    def _keep(self, part: bytes) -> None:
        self._held += len(part)
        if self._held > self._body:
            raise Trouble("too-large", f"{self._sent} bytes unpack to more than {self._body}")
        self._pieces.append(part)


def _through(layers: tuple[Inflater, ...], piece: bytes) -> Iterator[bytes]:
    if not layers:
        yield piece
        return
    for part in layers[0].feed(piece):
        yield from _through(layers[1:], part)


def _layers(encodings: str) -> tuple[Inflater, ...]:
    """The layers a Content-Encoding names, outermost first. Raises Trouble (encoding)."""
    names = [name for name in (part.strip().lower() for part in encodings.split(",")) if name not in ("", "identity")]
    if len(names) > MOST_LAYERS:
        raise Trouble("encoding", f"compressed {len(names)} times over")
    return tuple(_layer(name) for name in reversed(names))


def _layer(name: str) -> Inflater:
    if name in ("gzip", "x-gzip"):
        return _Gzip()
    if name == "deflate":
        return _Deflate()
    if name == "br":
        return _Brotli()
    raise Trouble("encoding", f"compressed as {name[:40]!r}, which was not asked for")
