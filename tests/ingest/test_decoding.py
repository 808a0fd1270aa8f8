"""From bytes to text, or a clear word why not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.decoding import (
    decode,
    read_json,
    without_impossible_references,
)
from talks.ingest.refusals import Outcome, Refusal
from tests.ingest.adapters.feeds import only
from tests.ingest.invented import rss

FRENCH = (
    "Les délégués ont négocié à huis clos, d’après l’émissaire : « rien n’est réglé »."
)
ARABIC = "اجتمع الوفدان في قاعتين منفصلتين، وقال الوسيط إن الخلاف لم يحسم بعد."
RUSSIAN = "Делегации заседали в разных комнатах весь день."
NOISE = random.Random(7).randbytes(4000)  # noqa: S311 -- the same each time
JAPANESE = "代表団は一日中別々の部屋に座っていた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(ARABIC, "utf-8", id="UTF-8"),
        pytest.param(ARABIC, "utf-8-sig", id="UTF-8 with mark"),
        pytest.param(FRENCH, "utf-16", id="UTF-16 with mark"),
        pytest.param("Talks went on.", "utf-16-le", id="UTF-16 without mark"),
        pytest.param("Talks went on.", "utf-16-be", id="UTF-16, big end first"),
        pytest.param(FRENCH, "utf-32", id="UTF-32"),
        pytest.param(FRENCH, "cp1252", id="Western, undeclared"),
        pytest.param(ARABIC, "cp1256", id="Arabic Windows, undeclared"),
        pytest.param(ARABIC, "iso8859-6", id="Arabic ISO, undeclared"),
    ],
)
def test_the_encodings_of_our_languages_are_told_without_help(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_followed():
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251") == RUSSIAN


def test_an_encoding_declared_in_the_page_is_followed():
    page = f'<html><head><meta charset="windows-1251"></head><p>{RUSSIAN}</p>'

    assert RUSSIAN in decode(page.encode("cp1251"))


def test_a_declaration_that_the_bytes_contradict_is_not_followed():
    assert decode(ARABIC.encode(), declared="iso-8859-1") == ARABIC


def test_arabic_that_a_server_calls_western_is_mended():
    assert decode(ARABIC.encode("cp1256"), declared="iso-8859-1") == ARABIC


def test_text_that_was_encoded_twice_is_mended():
    twice = FRENCH.encode().decode("cp1252", "ignore").encode()

    assert decode(twice).startswith("Les délégués ont négocié")


def test_a_broken_byte_in_a_long_text_does_not_lose_it():
    body = (ARABIC * 20).encode()
    broken = body[:101] + b"\xff" + body[101:]

    assert decode(broken).count(ARABIC) >= 18


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_become_one_kind(ending: str):
    assert decode(f"one{ending}two".encode()) == "one\ntwo"


def test_control_characters_are_dropped():
    assert decode(b"one\x0btwo\x01") == "one\ntwo"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param(b"", Outcome.EMPTY, id="nothing"),
        pytest.param(b" \n\t\r\n", Outcome.EMPTY, id="blanks"),
        pytest.param(b"\xef\xbb\xbf", Outcome.EMPTY, id="only a mark"),
        pytest.param(b"%PDF-1.7 ...", Outcome.WRONG_TYPE, id="PDF"),
        pytest.param(b"PK\x03\x04....", Outcome.WRONG_TYPE, id="ZIP"),
        pytest.param(b"\x89PNG\r\n\x1a\n...", Outcome.WRONG_TYPE, id="picture"),
        pytest.param(bytes(range(256)) * 8, Outcome.WRONG_TYPE, id="all bytes"),
        pytest.param(NOISE, Outcome.WRONG_TYPE, id="noise"),
        pytest.param(RUSSIAN.encode("koi8-r"), Outcome.ENCODING, id="undeclared KOI8"),
        pytest.param(RUSSIAN.encode("cp1251"), Outcome.ENCODING, id="undeclared 1251"),
        pytest.param(JAPANESE.encode("shift-jis"), Outcome.ENCODING, id="Shift JIS"),
        pytest.param(FRENCH.encode("cp500", "replace"), Outcome.ENCODING, id="EBCDIC"),
    ],
)
def test_what_is_no_text_of_ours_has_its_own_outcome(body: bytes, outcome: Outcome):
    with pytest.raises(Refusal) as refused:
        decode(body)

    assert refused.value.outcome == outcome
    assert refused.value.reason.startswith("It")


@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "x-none", "utf-16"]))
def test_no_bytes_break_it(body: bytes, declared: str):
    try:
        text = decode(body, declared=declared)
    except Refusal:
        return

    assert text.strip()
    assert "\x00" not in text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(r'["\ud83d\ude00"]', ["😀"], id="two halves make a character"),
        pytest.param(r'{"\ud83d": ["a\udc00"]}', {"?": ["a?"]}, id="a half makes none"),
        pytest.param(r'["a\u0000b", 1, null]', ["ab", 1, None], id="NUL"),
        pytest.param(r'["\\ud83d"]', [r"\ud83d"], id="only talked about"),
    ],
)
def test_json_holds_nothing_that_cannot_be_stored(written: str, read):
    assert read_json(written) == read


@pytest.mark.parametrize("number", ["xd800", "55296", "0", "x110000", "9" * 40])
def test_a_reference_to_a_character_that_cannot_be_is_dropped(number: str):
    assert without_impossible_references(f"a&#{number};b&#xe9;") == "ab&#xe9;"


LETTERS = st.characters(categories=["L", "N"], max_codepoint=0x6FF)


@given(st.text(LETTERS, min_size=1, max_size=200))
def test_words_in_utf8_come_back_as_they_are(text: str):
    assert decode(f"The {text} end".encode()) == f"The {text} end"


# ------------------------------------------------------------------------- feeds


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rss(f"<item><title>{ARABIC}</title></item>").encode(), id="UTF-8"),
        pytest.param(
            rss(f"<item><title>{ARABIC}</title></item>").encode("cp1256"),
            id="declared UTF-8, in truth cp1256",
        ),
        pytest.param(
            rss(f"<item><title>{ARABIC}</title></item>")
            .replace(' encoding="UTF-8"', "")
            .encode("cp1256"),
            id="undeclared cp1256",
        ),
        pytest.param(
            rss(f"<item><title>{ARABIC}</title></item>")
            .replace("UTF-8", "windows-1256")
            .encode("cp1256"),
            id="declared cp1256",
        ),
        pytest.param(
            rss(f"<item><title>{ARABIC}</title></item>")
            .replace("UTF-8", "utf-16")
            .encode("utf-16"),
            id="UTF-16",
        ),
    ],
)
def test_a_feed_in_arabic_arrives_whole_in_every_encoding(body: bytes):
    assert only(body).title == ARABIC


def test_the_charset_of_a_header_goes_before_that_of_the_feed():
    body = rss(f"<item><title>{ARABIC}</title></item>").encode("cp1256")

    assert only(body, kind="text/xml; charset=windows-1256").title == ARABIC
