import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The truce has held since Sunday, the mission said.", "en"),
        ("Shells fall on the harbour as talks resume", "en"),
        ("La trêve tient depuis dimanche, selon la mission.", "fr"),
        ("Des obus tombent sur le port de Tripoli", "fr"),
        ("الهدنة صامدة منذ الأحد وفق البعثة.", "ar"),
        ("هدنة هشة", "ar"),
        ("بيان UNSMIL حول الهدنة في طرابلس", "ar"),
        ("The word حفتر is a name that is spelt in many ways.", "en"),
        ("Der Waffenstillstand hält seit Sonntag, teilte die Mission mit.", "und"),
        ("Ateşkes pazar gününden beri sürüyor.", "und"),
        ("آتش‌بس از یکشنبه برقرار است، گفت این گروه که می‌گوید", "und"),
        ("12345 67 89", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text, language):
    assert find_language(text) == language


@given(st.text())
def test_any_text_has_one_of_four_answers(text):
    assert find_language(text) in {"en", "ar", "fr", "und"}
