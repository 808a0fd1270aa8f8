"""One form of an Arabic verb stands for all that reports use."""

from __future__ import annotations

import pytest

from talks.detect.verbs import spelled

FORMS = [
    ("سيطر~", "سيطرت سيطروا سيطرا يسيطر تسيطر يسيطرون"),
    ("أعلن~", "اعلنت اعلنتا يعلن تعلن يعلنان"),
    ("نفى~", "نفت نفوا نفيا ينفي تنفي ينفون"),
    ("دعا~", "دعت دعوا يدعو تدعو يدعون"),
    ("التقى~", "التقت التقوا التقيا يلتقي تلتقي يلتقون"),
    ("قال~", "قالت قالوا يقول تقول يقولون"),
    ("أدان~", "ادانت ادانتا يدين تدين يدينون"),
    ("استعاد~", "استعادت استعادوا يستعيد تستعيد"),
    ("وقع~", "وقعت وقعوا وقعا يقع يوقع توقع"),
    ("بدأ~", "بدات بداوا يبدا تبدا"),
    ("تبادل~", "تبادلا تبادلت يتبادل يتبادلان"),
]


@pytest.mark.parametrize(("entry", "forms"), FORMS, ids=[entry for entry, _ in FORMS])
def test_a_marked_verb_stands_for_its_forms(entry: str, forms: str) -> None:
    assert set(forms.split()) <= set(spelled(entry))


@pytest.mark.parametrize("word", ["سيطر", "truce", "cessez-le-feu"])
def test_a_word_without_the_mark_stands_for_itself(word: str) -> None:
    assert spelled(word) == (word,)


def test_a_word_is_compared_folded() -> None:
    assert spelled("أعلن") == ("اعلن",)


def test_a_longer_weak_verb_is_not_taken_for_the_plain_one() -> None:
    assert "تقول" not in spelled("أقال~")
