"""Compressed bodies opened in small bites, so that a bomb is noticed before it fills memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from talks.ingest.refusals import Outcome, Refusal

ACCEPTED = "gzip, deflate, br"
_BITE = 65_536


class Unpacker(Protocol):
    """Opens a body piece by piece; no piece of its output is longer than a bite or so."""

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Return what these bytes open to."""


def unpacker(encoding: str) -> Unpacker:
    """Return what opens a body of this content encoding. Raises Refusal for an unknown one."""
    match encoding.strip().lower():
        case "" | "identity":
            return _as_it_is
        case "gzip" | "x-gzip":
            return _Zlib(zlib.MAX_WBITS | 16)
        case "deflate":
            return _Zlib(zlib.MAX_WBITS)
        case "br":
            return _Brotli()
    raise Refusal(
        Outcome.BROKEN, f"It is packed as {encoding[:40]!r}, not as asked for."
    )


def _as_it_is(data: bytes) -> Iterator[bytes]:
    yield data


class _Zlib:
    """gzip and deflate; some servers send the latter without its header."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._opener = zlib.decompressobj(window)
        self._is_first = True

    def __call__(self, data: bytes) -> Iterator[bytes]:
        if self._is_first and self._window == zlib.MAX_WBITS and data:
            self._is_first = False
            if data[0] & 0x0F != zlib.DEFLATED:
                self._opener = zlib.decompressobj(-zlib.MAX_WBITS)
        while data and not self._opener.eof:
            try:
                yield self._opener.decompress(data, _BITE)
            except zlib.error as error:
                raise Refusal(
                    Outcome.BROKEN, f"It cannot be unpacked: {error}."
                ) from None
            data = self._opener.unconsumed_tail


class _Brotli:
    def __init__(self) -> None:
        self._opener = brotli.Decompressor()

    def __call__(self, data: bytes) -> Iterator[bytes]:
        try:
            yield self._opener.process(data, output_buffer_limit=_BITE)
            while not self._opener.can_accept_more_data():
                yield self._opener.process(b"", output_buffer_limit=_BITE)
        except brotli.error as error:
            raise Refusal(Outcome.BROKEN, f"It cannot be unpacked: {error}.") from None
