from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.detect.gazetteer import load_gazetteer
from talks.detect.names import find_names
from talks.detect.text import read_page

GAZETTEER = load_gazetteer(Path("talks/data"))
DURING_THE_WAR = date(2020, 2, 4)
AFTER_THE_WAR = date(2022, 7, 22)


def named(text, language="en", published=DURING_THE_WAR):
    """Return the slugs that a one-sentence report names: actors, then places after a bar."""
    names = find_names(read_page(text), GAZETTEER, published, language)
    for mention in names.mentions:
        evidence = mention.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
    actors = sorted({m.slug for m in names.mentions if m.kind == "actor" and m.slug})
    places = sorted({m.slug for m in names.mentions if m.kind == "place" and m.slug})
    return " ".join([*actors, "|", *places]).strip()


ENGLISH = [
    ("Repairs to the port will cost US$4 million.", "|"),
    ("The strongman of eastern Libya stayed at home.", "|"),
    ("Shells fell across eastern Libya.", "| cyrenaica"),
    ("Khalifa Hifter met the envoy in Benghazi.", "haftar | benghazi"),
    ("Heftar flew home on Sunday.", "haftar |"),
    ("Fayez Serraj and Haftar did not shake hands.", "haftar sarraj |"),
    ("Sarraj's advisers stayed away.", "sarraj |"),
    ("Sarraj’s advisers stayed away.", "sarraj |"),
    ("Haftar's forces shelled Ain Zara.", "haftar lna | ain-zara"),
    ("Forces loyal to Field Marshal Khalifa Haftar took Hun.", "haftar lna | hun"),
    ("Haftar arrived late. His forces moved on Sirte.", "haftar lna | sirte"),
    ("Pro-Haftar fighters burned tyres.", "haftar lna |"),
    ("The UN-backed government rejected it.", "gna |"),
    ("The U.N.-recognised government rejected it.", "gna |"),
    ("UN-backed talks resumed.", "|"),
    ("The UN-led talks stalled.", "|"),
    ("The UN Support Mission in Libya voiced regret.", "unsmil |"),
    ("UNSMIL voiced regret.", "unsmil |"),
    ("The U.N. Security Council met.", "unsc |"),
    ("The United Nations paused flights.", "un |"),
    ("Let us hope it is over, who knows.", "|"),
    ("The US urged calm, the WHO counted the dead.", "united-states who-org |"),
    ("The 5+5 Joint Military Commission met at Sirte.", "jmc | sirte"),
    ("The 5 + 5 talks went on.", "jmc |"),
    ("The 444 Brigade freed him.", "brigade-444 |"),
    ("The 444th Brigade freed him.", "brigade-444 |"),
    ("Turkish drones hit the Jufra airbase.", "turkey | jufra-airbase"),
    ("A Turkish restaurant burned down.", "|"),
    ("An Italian importer lost its stock.", "|"),
    ("Ankara rejected the claim.", "turkey |"),
    ("They will meet in Ankara.", "| ankara"),
    ("The Cairo talks ended without a deal.", "| cairo"),
    ("Moscow's proposal failed.", "russia |"),
    ("He left for talks in Moscow.", "| moscow"),
    ("Delegates returned from Moscow.", "| moscow"),
    ("Russia denied it.", "russia |"),
    ("Refugees camped in Tunisia.", "|"),
    ("The Berlin conference set out a path.", "berlin-process |"),
    ("Wagner mercenaries left the Watiya airbase.", "wagner | watiya"),
    ("Stephanie Williams spoke; Williams said talks go on.", "williams |"),
    ("Serena Williams won in straight sets.", "|"),
    ("Williams scored twice.", "|"),
    ("Acting envoy Williams spoke.", "williams |"),
    ("Aguila Saleh objected, and Saleh left.", "aguila-saleh |"),
    ("Ahmed Saleh, a baker, objected.", "|"),
    ("Saddam Haftar inspected the troops.", "saddam-haftar |"),
    ("Parliament in Tobruk voted.", "hor | tobruk"),
    ("Turkey's parliament voted.", "turkey |"),
    ("The Turkish parliament voted.", "|"),
    ("The European Parliament voted.", "|"),
    ("The Italian coast guard picked them up.", "|"),
    ("The coast guard picked them up off Zawiya.", "coast-guard | zawiya"),
    ("Clashes in Tripoli, Lebanon, left three dead.", "| tripoli-lebanon"),
    ("Misrata brigades entered the Abu Salim district.", "misrata-forces | abu-salim"),
    ("The port of Misrata reopened.", "| misrata-port"),
    ("Mitiga airport closed again.", "| mitiga"),
    ("Al-Washka and Abu Grein were quiet.", "| abu-grein al-washka"),
    ("Fighters moved through Tarhouna, Gheryan and Bani Waleed.", "| bani-walid gharyan tarhuna"),
    ("The NOC declared force majeure at Es Sider and Ras Lanuf.", "noc | ras-lanuf-port sidra-port"),
    ("The Washington Post reported it.", "|"),
    ("Qatar Airways resumed flights.", "|"),
    ("The Geneva Conventions apply.", "|"),
    ("South Sudan sent observers.", "|"),
    ("Muammar Gaddafi was killed near Sirte.", "muammar-gaddafi | sirte"),
    ("Saif al-Islam Gaddafi filed his papers in Sebha.", "saif-gaddafi | sebha"),
    ("Abdul Hamid Dbeibeh and Fathi Bashagha both claim the post.", "bashagha dbeibah |"),
    ("GNA-aligned forces advanced.", "gna-forces |"),
    ("Volcano of Rage said it had hit a convoy.", "gna-forces |"),
    ("The U.N. envoy left.", "srsg-libya un |"),
    ("Michael Jordan and Chad Smith sang.", "|"),
    ("Jordan and Chad sent observers.", "chad jordan |"),
    ("The Emirates News Agency carried it.", "|"),
    ("Putin and his Turkish counterpart spoke.", "putin turkey |"),
    ("Sudan's Rapid Support Forces denied it.", "rsf sudan |"),
    ("Fighters from Misrata and Zawiya joined.", "| misrata zawiya"),
    ("A Turkish-flagged ship docked.", "|"),
    ("The Special Deterrence Force closed the road to Souq al-Jumaa.", "rada | souq-al-jumaa"),
]  # fmt: skip

ARABIC = [
    ("التقى خليفة حفتر المبعوث في بنغازي.", "haftar | benghazi"),
    ("وقال حفتر إنه مستعد.", "haftar |"),
    ("قصفت قوات حفتر عين زارة.", "haftar lna | ain-zara"),
    ("سيطرت قوات المشير خليفة حفتر على سرت.", "haftar lna | sirte"),
    ("أعلنت القوات الموالية لحفتر هدنة.", "haftar lna |"),
    ("غادر حفتر وانسحبت قواته من الجفرة.", "haftar lna | jufra"),
    ("قال فائز السراج لوكالات الأنباء ذلك.", "sarraj |"),
    ("رفضت حكومة الوفاق العرض.", "gna |"),
    ("ورفضت حكومة الوفاق الوطني العرض.", "gna |"),
    ("أعلنت عملية بركان الغضب تقدمها نحو ترهونة.", "gna-forces | tarhuna"),
    ("دعت بعثة الأمم المتحدة إلى وقف القتال.", "unsmil |"),
    ("دعت البعثة الأممية إلى وقف القتال.", "unsmil |"),
    ("دعت الأمم المتحدة إلى وقف القتال.", "un |"),
    ("عقد مجلس الأمن جلسة.", "unsc |"),
    ("للأمم المتحدة مكتب في طرابلس.", "un | tripoli"),
    ("وصل الوفد إلى مصراتة وبنغازي.", "| benghazi misrata"),
    ("نزح السكان من أبوسليم وعين زارة بطرابلس.", "| abu-salim ain-zara tripoli"),
    ("اجتمعت اللجنة العسكرية المشتركة (5+5) في سرت.", "jmc | sirte"),
    ("اجتمعت لجنة 5+5 في غدامس.", "jmc | ghadames"),
    ("حرر اللواء 444 المحتجزين.", "brigade-444 |"),
    ("اتهم غسان سلامة الطرفين، وأضاف سلامة أن الهدنة هشة.", "salame |"),
    ("من أجل سلامة المدنيين فتح ممر.", "|"),
    ("حرصا على سلامة الجميع أغلق الطريق.", "|"),
    ("قال محمد المنفي إن المصالحة أولوية.", "menfi |"),
    ("عاد المنفي من عقود بعيدا عن بلده.", "|"),
    ("قتل ثلاثة في الزاوية.", "| zawiya"),
    ("من هذه الزاوية ننظر إلى الأمر.", "|"),
    ("اتفقت الدول الخمس على البيان.", "|"),
    ("وصلت القوات إلى مدينة الخمس.", "| khoms"),
    ("في البيضاء اجتمع النواب.", "| bayda"),
    ("رفعت الأعلام البيضاء.", "|"),
    ("أعلن البرلمان جلسة في طبرق.", "hor | tobruk"),
    ("صادق البرلمان التركي على التفويض.", "|"),
    ("صادق البرلمان الأوروبي على القرار.", "|"),
    ("قصفت الطائرات التركية قاعدة الجفرة.", "turkey | jufra-airbase"),
    ("افتتح مطعم تركي.", "|"),
    ("نفت أنقرة ذلك.", "turkey |"),
    ("يجتمع الطرفان في أنقرة.", "| ankara"),
    ("رحبت القاهرة بالاتفاق.", "egypt-state |"),
    ("انطلقت مباحثات القاهرة.", "| cairo"),
    ("نفت موسكو إرسال مرتزقة.", "russia |"),
    ("اتهمت واشنطن شركة فاغنر.", "united-states wagner |"),
    ("لجأ آلاف إلى مخيم في تركيا.", "|"),
    ("استقبل الرئيس المصري عبد الفتاح السيسي الوفد.", "egypt-state sisi |"),
    ("كسرت الأبواب.", "|"),
    ("قال المبعوث الأممي ذلك.", "srsg-libya |"),
    ("التقى الدبيبة المسؤولين الإيطاليين في روما.", "dbeibah italy | rome"),
    ("أغلق ميناءي السدرة ورأس لانوف.", "| ras-lanuf-port sidra-port"),
    ("فسرت اللجنة القرار.", "|"),
    ("قال عقيلة صالح رئيس مجلس النواب ذلك.", "aguila-saleh hor |"),
    ("أقال عبدالحميد الدبيبة الوزير.", "dbeibah |"),
    ("قال المسماري إن الهجوم فشل.", "mismari |"),
    ("قال أحمد المسماري المتحدث باسم القيادة العامة ذلك.", "lna mismari |"),
    ("عَقَدَ حَفتر اجتماعا في الرجمة.", "haftar | rajma"),
    ("التقى حفـتر وفدا.", "haftar |"),
    ("أُغلق ميناء الزويتينة ومصفاة الزاوية.", "| zawiya-port zueitina-port"),
    ("توقف الإنتاج في حقل الشرارة وحقل الفيل.", "| el-feel sharara"),
    ("اشتباكات في طرابلس اللبنانية.", "| tripoli-lebanon"),
    ("وصلت مرتزقة سوريون إلى معيتيقة.", "syrian-fighters | mitiga"),
    ("نفذت منظمة الصحة العالمية والهلال الأحمر الليبي الإجلاء.", "libyan-red-crescent who-org |"),
    ("انتقد الاتحاد الإفريقي وجامعة الدول العربية الهجوم.", "african-union arab-league |"),
    ("هاجم تنظيم داعش نقطة قرب الفقهاء.", "isil-libya | fuqaha"),
    ("مجلس النواب اللبناني يجتمع.", "|"),
    ("أكدت المؤسسة الوطنية للنفط رفع القوة القاهرة.", "noc |"),
    ("اختتم مؤتمر برلين أعماله.", "berlin-process |"),
]  # fmt: skip

FRENCH = [
    ("Le maréchal Haftar a quitté Benghazi.", "haftar | benghazi"),
    ("Les forces du maréchal Khalifa Haftar ont pris Syrte.", "haftar lna | sirte"),
    ("Khalifa Haftar, dont les forces tiennent la ville, se tait.", "haftar lna |"),
    ("Les forces pro-Haftar reculent.", "haftar lna |"),
    ("L'ANL a nié.", "lna |"),
    ("L’Armée nationale libyenne a nié.", "lna |"),
    ("Le GNA a refusé.", "gna |"),
    ("Le gouvernement d'union nationale a refusé.", "gna |"),
    ("Fayez al-Sarraj et Faïez Sarraj sont le même homme.", "sarraj |"),
    ("L'ONU a regretté l'attaque.", "un |"),
    ("Les Nations unies ont regretté l'attaque.", "un |"),
    ("Le gouvernement soutenu par l'ONU a refusé.", "|"),
    ("La Manul a regretté l'attaque.", "unsmil |"),
    ("La Mission d'appui des Nations unies en Libye s'inquiète.", "unsmil |"),
    ("Le Conseil de sécurité de l'ONU se réunit.", "unsc |"),
    ("Un homme au marché est mort.", "|"),
    ("Les drones turcs ont frappé Tarhouna.", "turkey | tarhuna"),
    ("Un restaurant turc a brûlé.", "|"),
    ("Le président turc Recep Tayyip Erdogan a parlé.", "erdogan turkey |"),
    ("Ankara a dénoncé la décision.", "turkey |"),
    ("Ils se verront à Ankara.", "| ankara"),
    ("Le Caire a salué l'accord.", "egypt-state |"),
    ("Les pourparlers du Caire piétinent.", "| cairo"),
    ("Moscou dément.", "russia |"),
    ("La conférence de Berlin a fixé le cap.", "berlin-process |"),
    ("Des réfugiés campent en Tunisie.", "|"),
    ("La Tunisie ferme sa frontière.", "tunisia |"),
    ("Les États-Unis et le Royaume-Uni s'inquiètent.", "united-kingdom united-states |"),
    ("L'Union européenne et l'Otan observent.", "european-union nato |"),
    ("La mission Irini a contrôlé un navire.", "eu-irini |"),
    ("Bruxelles hésite.", "european-union |"),
    ("Réunis à Bruxelles, les ministres hésitent.", "| brussels"),
    ("Le Parlement européen a voté.", "|"),
    ("Le Parlement turc a voté.", "|"),
    ("La Chambre des représentants a voté à Tobrouk.", "hor | tobruk"),
    ("Les garde-côtes libyens ont intercepté un canot.", "coast-guard |"),
    ("Les garde-côtes italiens ont intercepté un canot.", "|"),
    ("La commission militaire mixte 5+5 s'est réunie à Ghadamès.", "jmc | ghadames"),
    ("Des mercenaires de Wagner ont quitté la base d'Al-Watiya.", "wagner | watiya"),
    ("Stephanie Williams a parlé ; Williams est optimiste.", "williams |"),
    ("Robin Williams est mort en 2014.", "|"),
    ("L'Organisation mondiale de la santé compte les morts.", "who-org |"),
    ("Aguila Saleh a convoqué les députés.", "aguila-saleh |"),
    ("Les combats font rage à Aïn Zara et à Abou Salim.", "| abu-salim ain-zara"),
    ("Le port de Misrata a rouvert.", "| misrata-port"),
    ("L'aéroport de Mitiga est fermé.", "| mitiga"),
    ("La route côtière reste fermée.", "| coastal-road"),
    ("Le croissant pétrolier est bloqué.", "| oil-crescent"),
    ("Le champ de Charara est à l'arrêt.", "| sharara"),
    ("L'AFP et France 24 citent des témoins.", "|"),
    ("Les Émirats arabes unis ont nié.", "uae |"),
    ("Les combattants syriens repartent.", "syrian-fighters |"),
    ("L'État islamique revendique l'attaque de Foqaha.", "isil-libya | fuqaha"),
    ("Abdelhamid Dbeibah forme son cabinet.", "dbeibah |"),
    ("Amnesty International et Human Rights Watch réclament une enquête.", "amnesty hrw |"),
    ("Le ministre égyptien des Affaires étrangères est à Tripoli.", "egypt-state | tripoli"),
    ("Le bataillon 166 a quitté Zaouïa.", "| zawiya"),
    ("L'émissaire de l'ONU est parti.", "srsg-libya un |"),
    ("Paris et Rome saluent l'accord ; Washington aussi.", "france italy united-states |"),
    ("Poutine et son homologue turc se sont vus.", "putin turkey |"),
    ("Le Soudan du Sud envoie des observateurs.", "|"),
    ("Le Conseil présidentiel s'est réuni.", "presidency-council |"),
    ("Le maître de l'Est libyen reste chez lui.", "|"),
    ("Les pluies ont noyé l'Est libyen.", "| cyrenaica"),
    ("Les forces de Tripoli avancent vers la côte.", "gna-forces |"),
    ("Les milices de Misrata entrent dans Gharyane.", "misrata-forces | gharyan"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH, ids=[s for s, _ in ENGLISH])
def test_english_names_are_found_and_told_apart(sentence, expected):
    assert named(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), ARABIC, ids=[s for s, _ in ARABIC])
def test_arabic_names_are_found_and_told_apart(sentence, expected):
    assert named(sentence, "ar") == expected


@pytest.mark.parametrize(("sentence", "expected"), FRENCH, ids=[s for s, _ in FRENCH])
def test_french_names_are_found_and_told_apart(sentence, expected):
    assert named(sentence, "fr") == expected


@pytest.mark.parametrize(
    ("sentence", "language", "published", "expected"),
    [
        ("The Presidential Council met.", "en", DURING_THE_WAR, "presidency-council |"),
        (
            "The Presidential Council met.",
            "en",
            AFTER_THE_WAR,
            "presidential-council |",
        ),
        ("The unity government met.", "en", DURING_THE_WAR, "gna |"),
        ("The unity government met.", "en", AFTER_THE_WAR, "gnu |"),
        ("اجتمع المجلس الرئاسي.", "ar", DURING_THE_WAR, "presidency-council |"),
        ("اجتمع المجلس الرئاسي.", "ar", AFTER_THE_WAR, "presidential-council |"),
        (
            "Le Conseil présidentiel s'est réuni.",
            "fr",
            AFTER_THE_WAR,
            "presidential-council |",
        ),
        ("The eastern government met.", "en", AFTER_THE_WAR, "gns |"),
        ("The eastern government met.", "en", DURING_THE_WAR, "interim-government |"),
    ],
)
def test_a_shared_name_goes_to_whom_it_belonged_that_day(
    sentence, language, published, expected
):
    assert named(sentence, language, published) == expected


def test_a_name_that_two_share_on_the_same_day_is_offered_as_either():
    names = find_names(
        read_page("The Libyan army denied it."), GAZETTEER, DURING_THE_WAR
    )

    (army,) = names.mentions

    assert army.slug is None
    assert set(army.candidates) == {"lna", "gna-forces"}
    assert army.confidence <= 0.5


def test_a_shared_name_is_decided_by_who_is_named_in_full():
    text = "The Libyan National Army advanced.\nThe Libyan army denied losses."

    names = find_names(read_page(text), GAZETTEER, DURING_THE_WAR)

    assert {mention.slug for mention in names.mentions} == {"lna"}


def test_a_place_in_the_dateline_is_marked_as_such():
    text = "A truce holds\n\nTUNIS, Feb. 4 - Shells fell on Sirte, a witness said."

    names = find_names(read_page(text), GAZETTEER, DURING_THE_WAR)

    assert [(m.slug, m.dateline) for m in names.mentions] == [
        ("tunis", True),
        ("sirte", False),
    ]


def test_a_surname_counts_where_the_report_has_the_whole_name():
    text = "Mohamed al-Menfi spoke first.\nMenfi then left the room."

    names = find_names(read_page(text), GAZETTEER, AFTER_THE_WAR)

    assert [m.evidence.quote for m in names.mentions] == ["Mohamed al-Menfi", "Menfi"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("the 5+5 commission", "5+5"),
        ("the ٥+٥ commission", "٥+٥"),
        ("لجنة 5+5", "5+5"),
        ("the 301st Infantry Battalion", "301st Infantry Battalion"),
        ("Brigade 166 withdrew", "Brigade 166"),
        ("اللواء 444 قتال", "اللواء 444"),
        ("resolution 2510 (2020)", "resolution 2510 (2020)"),
        ("resolutions 1970 and 1973", "resolutions 1970 and 1973"),
        ("القرار رقم 2510", "القرار رقم 2510"),
        ("la résolution 1973", "résolution 1973"),
        ("two MiG-29 jets", "MiG-29"),
        ("a TB2 drone", "TB2"),
        ("155 mm shells", "155 mm"),
    ],
)  # fmt: skip
def test_numbers_in_names_are_masked(text, masked):
    names = find_names(
        read_page(text + " were named in it."), GAZETTEER, DURING_THE_WAR
    )

    start = text.index(masked)

    assert names.masked(start, start + len(masked))


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 12 people.",
        "Turkey's 20 soldiers left.",
        "Resolution aside, 12 died.",
        "The 7 brigades lost 30 men.",
        "قتل 12 شخصا في سرت.",
        "An 11-year-old died.",
    ],
)
def test_numbers_that_count_are_not_masked(text):
    names = find_names(read_page(text), GAZETTEER, DURING_THE_WAR)

    assert not names.masks


def test_within_gives_the_mentions_of_a_stretch():
    text = "Haftar met Sarraj in Moscow."
    names = find_names(read_page(text), GAZETTEER, DURING_THE_WAR)

    inside = names.within(text.index("Sarraj"), len(text))

    assert [mention.slug for mention in inside] == ["sarraj", "moscow"]


SCRAPS = st.sampled_from(
    ["Haftar", "حفتر", "قوات ", "5+5", "\u200f", "ـ", "َ", " ", "\n", "U.N.", "-backed", "l'", "\u202e", "Tripoli", "و", "é", "e\u0301", "“"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(SCRAPS | st.text(max_size=5), max_size=30).map("".join),
    st.sampled_from(["en", "ar", "fr"]),
)
def test_whatever_the_text_every_mention_quotes_it(text, language):
    names = find_names(read_page(text), GAZETTEER, DURING_THE_WAR, language)

    for mention in names.mentions:
        evidence = mention.evidence
        assert text[evidence.start : evidence.end] == evidence.quote != ""
    assert names == find_names(read_page(text), GAZETTEER, DURING_THE_WAR, language)
