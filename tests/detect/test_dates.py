import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.detect.dates import find_dates
from talks.detect.text import Sentence
from talks.values import PartialDate

TUESDAY = date(2020, 2, 4)
CUES = Path("talks/data/cues")


def found(text, language="en", published=TUESDAY, base=None):
    dates = find_dates(Sentence(0, len(text), text), published, language, base)
    for one in dates:
        assert text[one.start : one.end] == one.date.words
    return dates


def said(text, language="en", published=TUESDAY, base=None):
    """Return the dates of a sentence as typed, each with its role unless that is `at`."""
    return "; ".join(
        str(one.date) + ("" if one.role == "at" else f" {one.role}")
        for one in found(text, language, published, base)
    )


def shapes():
    for language in ("en", "ar", "fr"):
        cues = tomllib.loads((CUES / language / "dates.toml").read_text("utf-8"))
        for shape in cues["shapes"]:
            yield language, shape


EXAMPLES = [
    pytest.param(language, text, expected, id=f"{shape['id']}: {text}")
    for language, shape in shapes()
    for text, expected in shape.get("examples", {}).items()
]
TRAPS = [
    pytest.param(language, text, id=f"{shape['id']}: {text}")
    for language, shape in shapes()
    for text in shape.get("traps", ())
]


@pytest.mark.parametrize(
    "shape", [pytest.param(shape, id=shape["id"]) for _, shape in shapes()]
)
def test_every_shape_has_a_name_a_version_an_example_and_a_trap(shape):
    assert shape["id"].count(".") == 1
    assert shape["version"] >= 1
    assert "examples" in shape or shape["means"] == "nothing"
    assert shape["traps"]


@pytest.mark.parametrize(("language", "text", "expected"), EXAMPLES)
def test_every_shape_reads_its_own_examples(language, text, expected):
    spans = [(one.date.earliest, one.date.latest) for one in found(text, language)]

    wanted = [PartialDate.parse(words) for words in expected.split()]
    assert spans == [(when.earliest, when.latest) for when in wanted]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_no_shape_falls_into_its_own_traps(language, text):
    assert found(text, language) == ()


def test_every_shape_has_an_id_of_its_own_and_an_example_or_trap():
    ids = [shape["id"] for _, shape in shapes()]

    assert len(ids) == len(set(ids))
    assert all(shape.get("examples") or shape.get("traps") for _, shape in shapes())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce began on Sunday, 12 January.", "12 January 2020"),
        ("It has held since the deal signed in Berlin on 19 January.", "19 January 2020 since"),
        ("From 30 January to 2 February shells fell.", "30 January – 2 February 2020"),
        ("Between October and December 2019 it was calm.", "1 October – 31 December 2019"),
        ("They met on Monday and Tuesday.", "3–4 February 2020"),
        ("Thursday night and Friday saw heavy fire.", "30–31 January 2020"),
        ("On Friday the brigade stepped in.", "31 January 2020"),
        ("On Friday the committee will meet.", "7 February 2020"),
        ("The committee is due to meet on Friday.", "7 February 2020"),
        ("He told reporters on Monday that talks would resume on Thursday.", "3 February 2020; 6 February 2020"),
        ("On Monday he said the port will reopen.", "3 February 2020"),
        ("Four children were killed by shelling on Friday.", "31 January 2020"),
        ("Elections are planned for 24 December.", "24 December 2020"),
        ("The fighting of 24 December killed nine.", "24 December 2019"),
        ("It fell to 300,000 by the end of December 2019, from 316,000 in October.", "late December 2019 until; October 2019"),
        ("He has been there since March 2016 and will leave.", "March 2016 since"),
        ("Since June they will not talk.", "June 2019 since"),
        ("A round was held in November; the next is set for late June.", "November 2019; late June 2020"),
        ("Until March it was quiet.", "March 2019 until"),
        ("In May and June 2019 the front moved.", "1 May – 30 June 2019"),
        ("On 3 January 2020 a strike hit, and two days later another.", "3 January 2020; 5 January 2020"),
        ("He quit ten months after taking the job.", "April 2019"),
        ("The offensive was launched in April 2019.", "April 2019"),
        ("The April 2019 offensive failed.", "April 2019"),
        ("The 4 April offensive failed.", "4 April 2019"),
        ("Over the past week fighting spread.", "28 January – 4 February 2020"),
        ("Late on Monday the airport closed.", "3 February 2020"),
        ("It is the worst month since the war of 2011.", "2011 since"),
        ("In the 2014–2016 war thousands fled.", "1 January 2014 – 31 December 2016"),
        ("On April 4 to 6, 2019, the army moved.", "4–6 April 2019"),
    ],
)  # fmt: skip
def test_english_dates_are_read_in_their_sentence(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He may sign, and they march on.",
        "A nine-month siege wore on for three weeks.",
        "Resolution 2510 passed with 14 votes.",
        "Some 2000 people fled 12 towns.",
        "The second round ended 3-1.",
        "He sat in the sun all day.",
        "About 1,300 were killed and 2.020 hurt.",
        "It lasted eight months.",
        "March on Tripoli stalls",
        "Talks May Resume",
    ],
)
def test_english_words_and_numbers_that_are_no_dates_are_left_alone(text):
    assert said(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع الاتفاق في 23 أكتوبر الماضي.", "23 October 2019"),
        ("منذ توقيع الاتفاق في جنيف في 23 تشرين الأول.", "23 October 2019 since"),
        ("بين أكتوبر وديسمبر 2019 ساد الهدوء.", "1 October – 31 December 2019"),
        ("من 12 إلى 14 يناير 2020 استمر القتال.", "12–14 January 2020"),
        ("قتل شخصان مساء الأحد.", "2 February 2020"),
        ("قال أمس إن الهدنة صامدة.", "3 February 2020"),
        ("من المقرر أن تعقد الجلسة الاثنين المقبل.", "10 February 2020"),
        ("من المقرر أن يجتمع الطرفان الخميس.", "6 February 2020"),
        ("اجتمع الطرفان الخميس.", "30 January 2020"),
        ("انفجرت سيارة مفخخة يوم الجمعة.", "31 January 2020"),
        ("سيطرت القوات على المدينة يوم الجمعة.", "31 January 2020"),
        ("سيجتمع الطرفان يوم الجمعة.", "7 February 2020"),
        ("قصفت المدينة ليل السبت.", "1 February 2020"),
        ("تأجلت الجلسة الشهر الماضي.", "January 2020"),
        ("بدأ الهجوم في 4 أبريل/نيسان 2019.", "4 April 2019"),
        ("بدأ الهجوم في الرابع من أبريل.", "4 April 2019"),
        ("منذ ٢٢ مايو الماضي قتل ٥٧ شخصا.", "22 May 2019 since"),
        ("في منتصف يناير أعلنت الهدنة.", "mid-January 2020"),
        ("مطلع العام الماضي هدأت الجبهة.", "1 January – 30 April 2019"),
        ("قبل ثلاثة أيام سقطت قذائف.", "1 February 2020"),
        ("قبل نحو عام، في أبريل، بدأ الهجوم.", "April 2019"),
        ("توقف القتال منذ يونيو.", "June 2019 since"),
        ("اندلعت الثورة عام 2011.", "2011"),
        ("في 23 جانفي 2020 اجتمعوا.", "23 January 2020"),
        ("وفي شباط 2019 سقطت المدينة.", "February 2019"),
        ("خلال الأسبوع الماضي نزح المئات.", "week of 27 January 2020"),
        ("ليلة الخميس الجمعة قصفت العاصمة.", "30–31 January 2020"),
        ("يومي 19 و20 يناير انعقد المؤتمر.", "19–20 January 2020"),
        ("المهلة تنتهي في 23 فبراير.", "23 February 2020"),
        ("صدر في 15 رمضان 1440.", "19–21 May 2019"),
    ],
)  # fmt: skip
def test_arabic_dates_are_read_in_their_sentence(text, expected):
    assert said(text, "ar") == expected


@pytest.mark.parametrize(
    "text",
    [
        "قتل 12 شخصا وأصيب 20 آخرون.",
        "استمرت الحرب 14 شهرا.",
        "اليوم الثاني من المحادثات.",
        "قصفت من قبل القوات.",
        "القرار 2510 صدر بأغلبية 14 صوتا.",
        "نزحت 2000 عائلة.",
        "الفصل الأول والثاني.",
        "هدنة لمدة 36 ساعة.",
    ],
)
def test_arabic_words_and_numbers_that_are_no_dates_are_left_alone(text):
    assert said(text, "ar") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La trêve a débuté dimanche 12 janvier.", "12 January 2020"),
        ("Depuis le 4 avril, les combats font rage.", "4 April 2019 since"),
        ("Depuis l'accord signé à Berlin le 19 janvier, rien n'a changé.", "19 January 2020 since"),
        ("Du 12 au 14 janvier 2020, il a neigé.", "12–14 January 2020"),
        ("Entre octobre et décembre 2019, le front s'est figé.", "1 October – 31 December 2019"),
        ("En mai et en juin, des armes ont été livrées.", "1 May – 30 June 2019"),
        ("Ils se sont vus lundi.", "3 February 2020"),
        ("Les pourparlers prévus jeudi sont reportés.", "6 February 2020"),
        ("Les pourparlers de jeudi ont échoué.", "30 January 2020"),
        ("Dans la nuit de jeudi à vendredi, la ville a été bombardée.", "30–31 January 2020"),
        ("Il y a deux ans, le blocus a duré huit mois.", "2018"),
        ("Il y a près d'un an, en avril, il marchait sur Tripoli.", "April 2019"),
        ("À la mi-janvier, une trêve a été conclue.", "mid-January 2020"),
        ("Fin décembre, des combattants sont arrivés.", "late December 2019"),
        ("L'an dernier, 500 civils sont morts.", "2019"),
        ("En juin dernier, la ville est tombée.", "June 2019"),
        ("En juillet 2019, elle avait été enlevée.", "July 2019"),
        ("Le 1er mars 2019, tout était calme.", "1 March 2019"),
        ("Le 3 janvier 2020, un raid a eu lieu ; deux jours plus tard, un autre.", "3 January 2020; 5 January 2020"),
        ("La semaine dernière, 200 familles ont fui.", "week of 27 January 2020"),
        ("Les élections auront lieu le 24 décembre.", "24 December 2020"),
        ("La révolution de 2011 est loin.", "2011"),
        ("Au deuxième trimestre 2019, les combats ont doublé.", "Q2 2019"),
        ("Ces trois derniers jours, la trêve a tenu.", "1–4 February 2020"),
        ("Le mandat expire d'ici la fin mars.", "late March 2020 until"),
    ],
)  # fmt: skip
def test_french_dates_are_read_in_their_sentence(text, expected):
    assert said(text, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "L'attaque a tué sept combattants.",
        "Les Vingt-Sept hésitent.",
        "Il a été blessé en deux endroits.",
        "Plus de 2000 personnes ont fui 12 villages.",
        "Une trêve de dix jours.",
        "La résolution 2510 a recueilli 14 voix.",
        "Il y a eu six morts.",
        "Une quinzaine de blessés.",
    ],
)
def test_french_words_and_numbers_that_are_no_dates_are_left_alone(text):
    assert said(text, "fr") == ""


def test_later_counts_from_the_base_where_the_sentence_names_no_day():
    assert said("Two days later it broke.", base=date(2020, 1, 12)) == "14 January 2020"


def test_a_date_without_a_year_is_relative_and_one_with_it_is_not():
    relative = [
        one.relative
        for one in found("It rained on 12 January, as it had on 3 May 2019.")
    ]

    assert relative == [True, False]


def test_offsets_are_those_of_the_page():
    sentence = Sentence(100, 121, "It began on 4 April.")

    (one,) = find_dates(sentence, TUESDAY)

    assert (one.start, one.end) == (112, 119)


SCRAPS = st.sampled_from(
    ["12", "31", "30", "February", " ", "Monday", "last", "2019", "-", "/", "يناير", "كانون", "الثاني", "و", "منذ", "nuit", "de", "lundi", "à", "February 31", "0", "\u200f", "ago", "days", "9999"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(SCRAPS | st.text(max_size=4), max_size=25).map(" ".join),
    st.sampled_from(("en", "ar", "fr", "xx")),
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)),
)
def test_whatever_the_text_dates_are_in_order_and_quote_it(text, language, published):
    dates = found(text, language, published)

    ends = [0, *(one.end for one in dates)]
    assert all(end <= one.start for end, one in zip(ends, dates, strict=False))
