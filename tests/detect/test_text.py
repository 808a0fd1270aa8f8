from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.detect.text import Part, read_page

ENGLISH_PAGE = """Home > World > Africa > Libya
Shells fall on harbour as envoy pleads for calm

A burned lorry near the harbour, in this undated file picture.

By Jane Roe
Facebook Twitter WhatsApp Email

TRIPOLI, Feb. 4 (XYZ) - Shells fell on the harbour on Tuesday, Gen. A. Badr said. Nobody was hurt.

Read also: Ten dead in market fire

The U.N. envoy spoke of "a bad day." He left at 9 a.m. on Monday.

Sign up for our newsletter

Related
Cameroon: Six held after raid
Flood in the delta

Talks are due in Geneva next week, the mission said in a long statement on Tuesday evening.

See What Everyone is Watching
Two hundred die in ferry disaster, ministry says in a statement on Monday.
© 2020 XYZ. All rights reserved."""

ARABIC_PAGE = """الرئيسية > أخبار > ليبيا
سقوط قذائف على الميناء

طرابلس (ليبيا) 4 فبراير 2020 (وكالة) - سقطت قذائف على الميناء اليوم الثلاثاء. ولم يصب أحد!

اقرأ أيضا: مقتل عشرة في حريق

هل تصمد الهدنة؟ قال د. سالم إنها هشة.

شارك فيسبوك تويتر واتساب

الأكثر قراءة
مقتل مئتين في غرق عبارة، وفق الوزارة في بيان صدر يوم الاثنين."""

FRENCH_PAGE = """Accueil / Monde / Libye
Des obus tombent sur le port

Tripoli – Des obus sont tombés mardi sur le port, selon M. Salem. Personne n'a été blessé.

Lire aussi : Dix morts dans un incendie

« C'est un mauvais jour », a dit l'émissaire. Il est parti.

Abonnez-vous à notre infolettre

Les plus lus
Deux cents morts dans un naufrage, selon le ministère, lundi soir à la capitale."""


def body(page):
    return [s.text for s in page.sentences if s.part is Part.BODY]


def test_an_english_page_gives_its_report_and_nothing_else():
    page = read_page(ENGLISH_PAGE, "Shells fall on harbour as envoy pleads for calm")

    assert page.title.text == "Shells fall on harbour as envoy pleads for calm"
    assert body(page) == [
        "TRIPOLI, Feb. 4 (XYZ) - Shells fell on the harbour on Tuesday, Gen. A. Badr said.",
        "Nobody was hurt.",
        'The U.N. envoy spoke of "a bad day."',
        "He left at 9 a.m. on Monday.",
        "Talks are due in Geneva next week, the mission said in a long statement on Tuesday evening.",
    ]


def test_an_arabic_page_gives_its_report_and_nothing_else():
    page = read_page(ARABIC_PAGE, "سقوط قذائف على الميناء")

    assert page.title.text == "سقوط قذائف على الميناء"
    assert body(page) == [
        "طرابلس (ليبيا) 4 فبراير 2020 (وكالة) - سقطت قذائف على الميناء اليوم الثلاثاء.",
        "ولم يصب أحد!",
        "هل تصمد الهدنة؟",
        "قال د. سالم إنها هشة.",
    ]


def test_a_french_page_gives_its_report_and_nothing_else():
    page = read_page(FRENCH_PAGE, "Des obus tombent sur le port")

    assert page.title.text == "Des obus tombent sur le port"
    assert body(page) == [
        "Tripoli – Des obus sont tombés mardi sur le port, selon M. Salem.",
        "Personne n'a été blessé.",
        "« C'est un mauvais jour », a dit l'émissaire.",
        "Il est parti.",
    ]


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("Geneva — Talks opened on Monday.", "Talks opened on Monday."),
        ("TRIPOLI, June 27 (CW) - Forces moved in.", "Forces moved in."),
        ("NEW YORK — The truce holds.", "The truce holds."),
        ("Bruxelles – Les ministres se réunissent.", "Les ministres se réunissent."),
        ("طرابلس - وصل الوفد اليوم.", "وصل الوفد اليوم."),
        (
            "Salem — who led the mission — spoke.",
            "Salem — who led the mission — spoke.",
        ),
        ("The truce — such as it is — holds.", "The truce — such as it is — holds."),
        ("Shells fell on Monday.", "Shells fell on Monday."),
    ],
)
def test_a_sentence_opens_behind_its_dateline(paragraph, rest):
    page = read_page(f"A title of the report\n\n{paragraph}")

    first = page.sentences[1]

    assert page.text[first.opens : first.end] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Home » Africa » Libya",
        "الرئيسية » أخبار » العالم",
        "Share this: Facebook Twitter",
        "Read more: The road to Geneva",
        "We use cookies to improve your visit.",
        "Nous utilisons des cookies sur notre site.",
        "نستخدم ملفات تعريف الارتباط لتحسين الموقع.",
        "© 2020 The Paper. All rights reserved.",
        "Tous droits réservés. Le Journal 2020.",
        "جميع الحقوق محفوظة.",
        "Subscribe to our newsletter",
        "اشترك في النشرة البريدية",
        "Download our app today.",
        "Publishers named above each item are responsible for their own content.",
    ],
)
def test_a_line_about_the_site_is_dropped(line):
    text = f"A title of the report\n\nShells fell on the harbour.\n\n{line}\n\nNobody was hurt there."

    page = read_page(text)

    assert body(page) == ["Shells fell on the harbour.", "Nobody was hurt there."]


def test_captions_and_headings_are_told_from_the_body():
    text = "A title of four words\n\nA street, file photo.\n\nBackground\n\nShells fell on the harbour."

    parts = [sentence.part for sentence in read_page(text).sentences]

    assert parts == [Part.TITLE, Part.CAPTION, Part.META, Part.BODY]


def test_a_title_that_is_not_on_the_page_is_not_invented():
    page = read_page("Shells fell. Nobody was hurt.", "Something else")

    assert page.title is None
    assert body(page) == ["Shells fell.", "Nobody was hurt."]


def test_a_title_repeated_by_the_page_is_read_once():
    page = read_page("A truce holds again\nA truce holds again\n\nIt holds, he said.")

    assert [s.text for s in page.sentences] == [
        "A truce holds again",
        "It holds, he said.",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Shells fall on harbour as envoy pleads for calm",
        "SHELLS FALL ON HARBOUR AS ENVOY PLEADS FOR CALM | The Paper",
    ],
)
def test_the_title_is_found_behind_what_stands_above_it(title):
    page = read_page(ENGLISH_PAGE, title)

    assert page.title.text == "Shells fall on harbour as envoy pleads for calm"


def test_the_name_of_the_site_above_it_is_not_the_title():
    page = read_page("The Paper\n\nShells fall on the harbour\n\nShells fell, he said.")

    assert page.title.text == "Shells fall on the harbour"


def test_a_report_of_one_line_is_read():
    assert body(read_page("Shells fell on the harbour.")) == [
        "Shells fell on the harbour."
    ]


SCRAPS = st.sampled_from(
    ["Home > A > B", "Related", "\n", "\r\n", "\u2028", " — ", "Shells fell. ", "U.N. ", "«", "»", ". ", "؟ ", "\u202e", "a\u0301", "Share"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(SCRAPS | st.text(max_size=6), max_size=30).map("".join),
    st.text(max_size=8),
)
def test_every_sentence_is_cut_from_the_page_and_none_overlap(text, title):
    page = read_page(text, title)

    for sentence in page.sentences:
        assert text[sentence.start : sentence.end] == sentence.text != ""
        assert sentence.start <= sentence.opens <= sentence.end
    bounds = sorted((s.start, s.end) for s in page.sentences)
    assert all(first[1] <= then[0] for first, then in pairwise(bounds))


@pytest.mark.parametrize(
    "line",
    [
        "Related: Nine hurt as a bridge falls in Sudan",
        "► Read also: Nine hurt as a bridge falls",
        "Disclaimer: the map shows no border that anybody has agreed on.",
        "The views expressed are those of the writer alone.",
        "Sur le même sujet : neuf blessés au Soudan",
        "(Re)lire : neuf blessés au Soudan",
        "Dans la même rubrique : neuf blessés au Soudan",
        "Avertissement : la carte n'engage personne.",
        "اقرأ أيضا: تسعة جرحى في السودان",
        "في السياق نفسه: تسعة جرحى في السودان",
        "إخلاء مسؤولية: الخريطة لا تلزم أحدا.",
    ],
)
def test_what_points_elsewhere_is_not_the_report(line):
    text = f"Guns fall silent around the old port\n\nShells fell near Hun.\n\n{line}\n"

    assert all(line not in sentence.text for sentence in read_page(text).sentences)


@pytest.mark.parametrize(
    "line",
    [
        "Related violence spread to the coast, the mayor said.",
        "Le même sujet a occupé les délégués jusqu'au soir.",
        "وفي السياق نفسه قال العمدة إن الهدوء عاد.",
    ],
)
def test_what_only_begins_alike_is_the_report(line):
    text = f"Guns fall silent around the old port\n\nShells fell near Hun.\n\n{line}\n"

    assert any(line in sentence.text for sentence in read_page(text).sentences)
