"""What the reader takes to have happened, on invented sentences in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from talks.detect.events import Candidate, Report, find_candidates
from talks.detect.figures import read_figures
from tests.detect.happenings import (
    arabic,
    arabic_catalogue,
    arabic_catalogue_2,
    english,
    english_catalogue,
    english_catalogue_2,
    french,
    french_catalogue,
    french_catalogue_2,
    silent,
)
from tests.detect.reading import GAZETTEER
from tests.detect.test_rules import line_of

DAY = date(2020, 6, 10)  # a Wednesday


def candidates(sentence: str, language: str) -> list[Candidate]:
    line = line_of(sentence, language)
    report = Report(DAY, DAY, language, GAZETTEER)
    return find_candidates(line, read_figures(line, language), report)


def told(sentence: str, language: str) -> set[str]:
    """Kinds of what happened; another status stands before its kind."""
    return {
        found.kind if found.status == "occurred" else f"{found.status} {found.kind}"
        for found in candidates(sentence, language)
    }


ENGLISH = [
    ("Both sides agreed to a ceasefire in Tripoli on Sunday.", "truce"),
    ("The LNA declared a unilateral truce on Friday.", "truce"),
    ("The truce took effect at midnight.", "truce"),
    ("UNSMIL called for an immediate ceasefire.", "statement, called_for truce"),
    (
        "Haftar's forces violated the truce by shelling Abu Salim on Monday.",
        "truce_violation, attack",
    ),
    (
        "The GNA accused the LNA of breaching the ceasefire.",
        "statement, truce_violation",
    ),
    ("Talks between the two sides opened in Geneva on Monday.", "talks"),
    ("The talks are due to open in Geneva next Monday.", "planned talks"),
    ("The eastern delegation walked out of the talks.", "talks"),
    ("The talks were suspended on Tuesday.", "talks"),
    (
        "The two delegations signed a permanent ceasefire agreement in Geneva on Friday.",
        "agreement",
    ),
    ("Haftar left Moscow without signing the agreement.", "denied agreement"),
    ("The two sides did not sign the agreement.", "denied agreement"),
    ("Ghassan Salame met Aguila Saleh in Cairo on Tuesday.", "mediation"),
    ("A summit on Libya was held in Berlin on Sunday.", "mediation"),
    ("Clashes erupted in Zawiya between two armed groups on Saturday night.", "attack"),
    ("An air strike hit the Mitiga airport on Thursday.", "attack"),
    ("Gunmen shot dead a lawyer in Benghazi on Tuesday.", "attack"),
    ("A car bomb exploded in Benghazi on Friday, killing three people.", "attack"),
    ("Haftar's forces launched an offensive on Sirte on Tuesday.", "offensive"),
    ("GNA forces captured Tarhuna on Friday.", "control_change"),
    ("GNA forces did not enter Sirte.", ""),
    ("The LNA withdrew from Tarhuna on Thursday night.", "control_change"),
    ("Turkey delivered drones to Misrata, UN experts said.", "embargo_violation"),
    ("The arms embargo has been violated by both sides.", "embargo_violation"),
    ("The Security Council adopted a resolution on Wednesday.", "resolution"),
    ("The Council is expected to vote on a draft next week.", "planned resolution"),
    ("The EU imposed sanctions on three companies on Monday.", "resolution"),
    ("Parliament elected Fathi Bashagha as prime minister on Thursday.", "appointment"),
    ("Jan Kubis resigned on Tuesday.", "appointment"),
    ("The two sides exchanged 33 prisoners in Shwayrif on Wednesday.", "humanitarian"),
    ("The two sides agreed to exchange prisoners.", "agreement, planned humanitarian"),
    ("The coastal road was reopened on Friday.", "humanitarian"),
    ("The coastal road has not been reopened.", "denied humanitarian"),
    ("The NOC declared force majeure at Zueitina on Monday.", "economic"),
    ("The oil blockade was lifted on Friday.", "economic"),
    ("UNSMIL condemned the attack.", "statement"),
    ("The United States urged both sides to return to talks.", "statement"),
    ("Turkey rejected the accusation on Monday.", "statement"),
    ("There was no immediate comment from the LNA.", "denied statement"),
    ("The LNA did not comment.", "denied statement"),
    ("Erdogan threatened to send troops to Libya.", "statement"),
    ("\u201cThis must stop,\u201d Stephanie Williams said.", "statement"),
    ("In April 2019 Haftar launched an offensive on Tripoli.", "background offensive"),
    ("The embargo imposed in 2011 remains in force.", "background resolution"),
    ("A mass grave was discovered in Tarhuna on Sunday.", "humanitarian"),
    ("Fighting broke out south of Tripoli on Monday.", "attack"),
    ("Rockets struck a hospital in Tripoli on Thursday.", "attack"),
    (
        "If the ceasefire collapses, oil production could be shut.",
        "planned truce_violation, planned economic",
    ),
    ("The prime minister suspended his interior minister on Saturday.", "appointment"),
    ("Egypt's parliament approved the deployment of troops abroad.", "resolution"),
    ("Elders from Zintan stepped in to mediate.", "mediation"),
    ("The truce was extended by three days.", "truce"),
    (
        "Both camps continue to violate a truce agreed in mid-May.",
        "truce_violation, background truce",
    ),
    ("Russia denied sending fighters to Libya.", "statement, denied embargo_violation"),
    ("A convoy of aid reached Tarhuna on Monday.", "humanitarian"),
    (
        "Syrian fighters arrived in Tripoli on Monday, the LNA said.",
        "embargo_violation",
    ),
    ("The frigate boarded a freighter off Benghazi on Sunday.", "embargo_violation"),
    ("The mandate of UNSMIL was extended until September.", "resolution"),
]

ENGLISH_TRAPS = [
    "The minister visited a school in Tripoli.",
    "Schools resumed classes in Benghazi.",
    "Prices hit a record in Tripoli.",
    "The festival opened in Ghadames.",
    "He quoted a study of the region.",
    "Traders met demand from the south.",
    "The ministry said five people had died of the virus.",
    "The delegation has five members.",
    "The road runs from Sirte to Misrata.",
    "Truce Street was named after a poet.",
    "The market stayed open on Friday.",
    "Reporters were shown the camp.",
]


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH, ids=[s for s, _ in ENGLISH])
def test_english_events_are_told_apart(sentence: str, expected: str) -> None:
    assert told(sentence, "en") == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize("sentence", ENGLISH_TRAPS)
def test_english_sentences_without_events_stay_silent(sentence: str) -> None:
    assert told(sentence, "en") == set()


FRENCH = [
    ("Les deux camps ont accepté une trêve dimanche à Tripoli.", "truce"),
    ("L'ANL a annoncé une trêve unilatérale vendredi.", "truce"),
    ("Le cessez-le-feu est entré en vigueur à minuit.", "truce"),
    ("La Manul a appelé à un cessez-le-feu immédiat.", "statement, called_for truce"),
    ("Les forces de Haftar ont violé la trêve lundi.", "truce_violation"),
    (
        "Le GNA a accusé l'ANL d'avoir violé le cessez-le-feu.",
        "statement, truce_violation",
    ),
    ("Les pourparlers militaires se sont ouverts lundi à Genève.", "talks"),
    ("Les pourparlers doivent s'ouvrir lundi prochain à Genève.", "planned talks"),
    ("Les pourparlers prévus lundi ont été reportés sine die.", "denied talks"),
    ("Les deux délégations ont signé un accord à Genève vendredi.", "agreement"),
    ("Haftar a quitté Moscou sans signer l'accord.", "denied agreement"),
    ("Les deux camps n'ont pas signé l'accord.", "denied agreement"),
    ("Ghassan Salamé a rencontré Aguila Saleh mardi au Caire.", "mediation"),
    ("Une conférence sur la Libye s'est tenue dimanche à Berlin.", "mediation"),
    ("Des affrontements ont éclaté samedi soir à Zaouïa.", "attack"),
    ("Un raid aérien a touché l'aéroport de Mitiga jeudi.", "attack"),
    ("Des hommes armés ont abattu une avocate mardi à Benghazi.", "attack"),
    (
        "Une voiture piégée a explosé vendredi à Benghazi, tuant trois personnes.",
        "attack",
    ),
    ("Les forces de Haftar ont lancé une offensive sur Syrte mardi.", "offensive"),
    ("Les forces du GNA ont repris Tarhouna vendredi.", "control_change"),
    ("L'ANL s'est retirée de Tarhouna jeudi soir.", "control_change"),
    (
        "La Turquie a livré des drones à Misrata, selon les experts de l'ONU.",
        "embargo_violation",
    ),
    ("L'embargo sur les armes a été violé par les deux camps.", "embargo_violation"),
    ("Le Conseil de sécurité a adopté une résolution mercredi.", "resolution"),
    ("Londres a fait circuler un projet de résolution.", "planned resolution"),
    ("L'UE a imposé lundi des sanctions à trois sociétés.", "resolution"),
    ("Le Parlement a élu Fathi Bachagha Premier ministre jeudi.", "appointment"),
    ("Jan Kubis a démissionné mardi.", "appointment"),
    ("Le Premier ministre a limogé son ministre de l'Intérieur samedi.", "appointment"),
    ("Les deux camps ont échangé 33 prisonniers mercredi.", "humanitarian"),
    ("La route côtière a été rouverte vendredi.", "humanitarian"),
    ("La route côtière n'a pas été rouverte.", "denied humanitarian"),
    ("La NOC a déclaré l'état de force majeure lundi à Zoueitina.", "economic"),
    ("Le blocus pétrolier a été levé vendredi.", "economic"),
    ("La Manul a condamné l'attaque.", "statement"),
    ("Les États-Unis ont exhorté les deux camps à reprendre le dialogue.", "statement"),
    ("Ankara a rejeté ces accusations lundi.", "statement"),
    ("Le GNA n'a pas encore réagi.", "denied statement"),
    ("« Cela doit cesser », a déclaré Stephanie Williams.", "statement"),
    (
        "En avril 2019, Haftar a lancé une offensive sur Tripoli.",
        "background offensive",
    ),
    ("L'embargo imposé en 2011 reste en vigueur.", "background resolution"),
    ("Un charnier a été découvert dimanche à Tarhouna.", "humanitarian"),
    ("Des obus sont tombés jeudi sur un hôpital de Tripoli.", "attack"),
    ("Des notables de Zintan ont mené une médiation.", "mediation"),
    ("La trêve a été prolongée de trois jours.", "truce"),
    (
        "La Russie a démenti avoir envoyé des combattants en Libye.",
        "statement, denied embargo_violation",
    ),
    ("Un convoi d'aide est arrivé lundi à Tarhouna.", "humanitarian"),
    (
        "Une frégate a inspecté un cargo au large de Benghazi dimanche.",
        "embargo_violation",
    ),
    ("Le mandat de la Manul a été prolongé jusqu'en septembre.", "resolution"),
]

FRENCH_TRAPS = [
    "Le ministre a visité une école à Tripoli.",
    "Les écoles ont repris les cours à Benghazi.",
    "Les prix ont atteint un record à Tripoli.",
    "Le festival s'est ouvert à Ghadamès.",
    "La délégation compte cinq membres.",
    "La route relie Syrte à Misrata.",
    "Le marché est resté ouvert vendredi.",
    "Les journalistes ont vu le camp.",
    "Il a cité une étude sur la région.",
    "Les commerçants attendent la pluie.",
]

ARABIC = [
    ("اتفق الطرفان على هدنة في طرابلس يوم الأحد.", "truce"),
    ("أعلن الجيش الوطني الليبي هدنة من جانب واحد يوم الجمعة.", "truce"),
    ("دخلت الهدنة حيز التنفيذ عند منتصف الليل.", "truce"),
    (
        "دعت بعثة الأمم المتحدة إلى وقف فوري لإطلاق النار.",
        "statement, called_for truce",
    ),
    ("خرقت قوات حفتر الهدنة يوم الاثنين.", "truce_violation"),
    (
        "اتهمت حكومة الوفاق قوات حفتر بخرق وقف إطلاق النار.",
        "statement, truce_violation",
    ),
    ("انطلقت المحادثات العسكرية في جنيف يوم الاثنين.", "talks"),
    ("ومن المقرر أن تبدأ المحادثات في جنيف الاثنين المقبل.", "planned talks"),
    ("وقع الوفدان اتفاقا دائما في جنيف يوم الجمعة.", "agreement"),
    ("وغادر حفتر موسكو دون توقيع الاتفاق.", "denied agreement"),
    ("لم يوقع الطرفان على الاتفاق.", "denied agreement"),
    ("التقى غسان سلامة عقيلة صالح في القاهرة يوم الثلاثاء.", "mediation"),
    ("عقد مؤتمر حول ليبيا في برلين يوم الأحد.", "mediation"),
    ("اندلعت اشتباكات في الزاوية ليل السبت.", "attack"),
    ("استهدفت غارة جوية مطار معيتيقة يوم الخميس.", "attack"),
    ("اغتال مسلحون محامية في بنغازي يوم الثلاثاء.", "attack"),
    ("انفجرت سيارة مفخخة في بنغازي يوم الجمعة وقتلت ثلاثة أشخاص.", "attack"),
    ("شنت قوات حفتر هجوما واسعا على سرت يوم الثلاثاء.", "offensive"),
    ("سيطرت قوات الوفاق على ترهونة يوم الجمعة.", "control_change"),
    ("انسحبت قوات حفتر من ترهونة مساء الخميس.", "control_change"),
    ("نقلت تركيا أسلحة إلى مصراتة، بحسب خبراء الأمم المتحدة.", "embargo_violation"),
    ("اعتمد مجلس الأمن قرارا يوم الأربعاء.", "resolution"),
    ("ووزعت بريطانيا مشروع قرار على أعضاء المجلس.", "planned resolution"),
    ("فرض الاتحاد الأوروبي عقوبات على ثلاث شركات يوم الاثنين.", "resolution"),
    ("انتخب البرلمان فتحي باشاغا رئيسا للحكومة يوم الخميس.", "appointment"),
    ("قدم يان كوبيش استقالته يوم الثلاثاء.", "appointment"),
    ("أقال رئيس الحكومة وزير الداخلية يوم السبت.", "appointment"),
    ("تبادل الطرفان 33 محتجزا في الشويرف يوم الأربعاء.", "humanitarian"),
    ("أعيد فتح الطريق الساحلي يوم الجمعة.", "humanitarian"),
    ("ولم يفتح بعد الطريق الساحلي.", "denied humanitarian"),
    ("أعلنت المؤسسة الوطنية للنفط القوة القاهرة في الزويتينة يوم الاثنين.", "economic"),
    ("رفع الحصار النفطي يوم الجمعة.", "economic"),
    ("دانت بعثة الأمم المتحدة الهجوم.", "statement"),
    ("حثت الولايات المتحدة الطرفين على العودة إلى الحوار.", "statement"),
    ("رفضت تركيا الاتهامات يوم الاثنين.", "statement"),
    ("ولم يصدر تعليق من قوات حفتر.", "denied statement"),
    ('وقالت ستيفاني ويليامز: "يجب أن يتوقف هذا".', "statement"),
    ("في أبريل 2019 شنت قوات حفتر هجوما على طرابلس.", "background offensive"),
    ("عثرت الفرق على مقبرة جماعية في ترهونة يوم الأحد.", "humanitarian"),
    ("سقطت قذائف على مستشفى في طرابلس يوم الخميس.", "attack"),
    ("توسط أعيان من الزنتان بين الطرفين.", "mediation"),
    ("ومدد الطرفان الهدنة ثلاثة أيام.", "truce"),
    ("نفت روسيا إرسال مقاتلين إلى ليبيا.", "statement, denied embargo_violation"),
    ("وصلت قافلة مساعدات إلى ترهونة يوم الاثنين.", "humanitarian"),
    ("فتشت فرقاطة سفينة شحن قبالة بنغازي يوم الأحد.", "embargo_violation"),
    ("مدد مجلس الأمن ولاية البعثة حتى سبتمبر.", "resolution"),
    ("قتل خمسة أشخاص في قصف على عين زارة يوم الاثنين.", "attack"),
]

ARABIC_TRAPS = [
    "زار الوزير مدرسة في طرابلس.",
    "استأنفت المدارس الدراسة في بنغازي.",
    "بلغت الأسعار مستوى قياسيا في طرابلس.",
    "افتتح المهرجان في غدامس.",
    "تضم اللجنة خمسة أعضاء.",
    "يربط الطريق سرت بمصراتة.",
    "ظل السوق مفتوحا يوم الجمعة.",
    "وينتظر التجار هطول المطر.",
    "وتحدث المدير عن دراسة جديدة.",
    "شاهد الصحفيون المعسكر.",
]


@pytest.mark.parametrize(("sentence", "expected"), FRENCH, ids=[s for s, _ in FRENCH])
def test_french_events_are_told_apart(sentence: str, expected: str) -> None:
    assert told(sentence, "fr") == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize("sentence", FRENCH_TRAPS)
def test_french_sentences_without_events_stay_silent(sentence: str) -> None:
    assert told(sentence, "fr") == set()


@pytest.mark.parametrize(("sentence", "expected"), ARABIC, ids=[s for s, _ in ARABIC])
def test_arabic_events_are_told_apart(sentence: str, expected: str) -> None:
    assert told(sentence, "ar") == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize("sentence", ARABIC_TRAPS)
def test_arabic_sentences_without_events_stay_silent(sentence: str) -> None:
    assert told(sentence, "ar") == set()


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param(language, sentence, expected, id=sentence)
        for language, module in (("en", english), ("fr", french), ("ar", arabic))
        for sentence, expected in module.TELLING
    ],
)
def test_events_are_told_apart_in_other_words(
    language: str, sentence: str, expected: str
) -> None:
    assert told(sentence, language) == set(expected.split(", "))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(language, sentence, id=sentence)
        for language, sentences in (
            ("en", silent.ENGLISH),
            ("fr", silent.FRENCH),
            ("ar", silent.ARABIC),
        )
        for sentence in sentences
    ],
)
def test_what_only_sounds_like_news_stays_silent(language: str, sentence: str) -> None:
    assert told(sentence, language) == set()


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param(language, sentence, expected, id=f"{number} {sentence}")
        for language, tables in (
            ("en", (english_catalogue, english_catalogue_2)),
            ("fr", (french_catalogue, french_catalogue_2)),
            ("ar", (arabic_catalogue, arabic_catalogue_2)),
        )
        for table in tables
        for number, sentence, expected in table.CATALOGUE
    ],
)
def test_every_phrasing_is_told_apart(
    language: str, sentence: str, expected: str
) -> None:
    assert told(sentence, language) == set(filter(None, expected.split(", ")))
