"""Compressed bodies, and bombs."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.unpacking import unpacker

TEXT = b"The guns were not silent. " * 2000


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKED = [
    pytest.param("", TEXT, id="as it is"),
    pytest.param("identity", TEXT, id="identity"),
    pytest.param("gzip", gzip.compress(TEXT), id="gzip"),
    pytest.param("x-gzip", gzip.compress(TEXT), id="x-gzip"),
    pytest.param("deflate", zlib.compress(TEXT), id="deflate"),
    pytest.param("deflate", raw_deflate(TEXT), id="deflate without header"),
    pytest.param("br", brotli.compress(TEXT), id="brotli"),
    pytest.param("GZIP", gzip.compress(TEXT), id="capitals"),
]


@pytest.mark.parametrize(("encoding", "packed"), PACKED)
@pytest.mark.parametrize("size", [7, 100_000])
def test_a_body_is_opened_in_pieces_of_any_size(encoding, packed: bytes, size: int):
    unpack = unpacker(encoding)

    pieces = [packed[n : n + size] for n in range(0, len(packed), size)]

    assert b"".join(part for piece in pieces for part in unpack(piece)) == TEXT


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)]
)
def test_a_bomb_opens_bite_by_bite(encoding: str, pack):
    bomb = pack(bytes(50_000_000))

    bites = unpacker(encoding)(bomb)

    assert max(len(next(bites)) for _ in range(20)) < 1_000_000


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_what_is_packed_badly_is_broken(encoding: str):
    with pytest.raises(Refusal) as refused:
        list(unpacker(encoding)(b"\x1fnot packed at all" * 9))

    assert refused.value.outcome == Outcome.BROKEN


def test_an_encoding_nobody_asked_for_is_broken():
    with pytest.raises(Refusal):
        unpacker("zstd")


@given(st.binary(max_size=300), st.sampled_from(["gzip", "br", "deflate"]))
def test_no_bytes_break_it(data: bytes, encoding: str):
    with suppress(Refusal):
        list(unpacker(encoding)(data))
