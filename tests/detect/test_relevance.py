"""Which reports are set aside, and for what reason."""

from __future__ import annotations

import pytest

from tests.detect.reading import read_report

ASIDE = [
    (
        "en",
        "Libya's football team beat Tunisia 2-1\n\nThe striker scored two goals in the second half. The coach praised his players before the next match of the qualifier in Benghazi.",
    ),
    (
        "en",
        "Storm brings rain to Benghazi\n\nForecasters said heavy rain and wind would reach Benghazi and Derna. Temperatures fall to ten degrees in Libya.",
    ),
    (
        "en",
        "Sudan's rivals agree to a truce in Khartoum\n\nSudan's army and a rival force agreed to a truce in Khartoum. The clashes in Sudan killed 12 people. The talks in Sudan follow those held for Libya.",
    ),
    (
        "en",
        "Museum in Tripoli shows mosaics\n\nThe museum in Tripoli, Libya, opened an exhibition of mosaics and heritage. Visitors and tourists came from Misrata.",
    ),
    (
        "fr",
        "Football : la Libye bat la Tunisie\n\nL'attaquant a marqué deux buts. L'entraîneur a salué ses joueurs avant le prochain match de qualification à Benghazi.",
    ),
    (
        "fr",
        "Soudan : une trêve à Khartoum\n\nL'armée du Soudan a accepté une trêve à Khartoum. Les combats au Soudan ont fait 12 morts.",
    ),
    (
        "ar",
        "منتخب ليبيا يفوز على تونس\n\nسجل المهاجم هدفين في الشوط الثاني وأشاد المدرب باللاعبين قبل مباراة الدوري المقبلة في بنغازي.",
    ),
    (
        "ar",
        "أمطار غزيرة في بنغازي\n\nتوقعت الأرصاد هطول أمطار ورياح على بنغازي ودرنة وانخفاض درجات الحرارة.",
    ),
]
KEPT = [
    (
        "en",
        "Truce takes effect in Tripoli\n\nA truce between the GNA and the LNA took effect in Tripoli on Sunday. UNSMIL welcomed it.",
    ),
    (
        "en",
        "Oil ports reopen in Libya\n\nThe National Oil Corporation lifted force majeure at Zueitina after the blockade of oil ports ended.",
    ),
    (
        "fr",
        "Trêve à Tripoli\n\nUne trêve entre le GNA et l'ANL est entrée en vigueur dimanche à Tripoli. La Manul l'a saluée.",
    ),
    (
        "ar",
        "هدنة في طرابلس\n\nدخلت هدنة بين حكومة الوفاق وقوات حفتر حيز التنفيذ في طرابلس. ورحبت بها بعثة الأمم المتحدة.",
    ),
]


@pytest.mark.parametrize(
    ("language", "text"), ASIDE, ids=[t.split("\n")[0] for _, t in ASIDE]
)
def test_a_report_about_something_else_is_set_aside(language: str, text: str) -> None:
    findings = read_report(text, language)

    assert not findings.relevant
    assert findings.relevance_reason
    assert (findings.events, findings.figures, findings.mentions) == ((), (), ())


@pytest.mark.parametrize(
    ("language", "text"), KEPT, ids=[t.split("\n")[0] for _, t in KEPT]
)
def test_a_report_about_the_conflict_is_read(language: str, text: str) -> None:
    findings = read_report(text, language)

    assert findings.relevant
    assert findings.events
