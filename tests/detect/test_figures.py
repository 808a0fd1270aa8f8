"""How the reader binds numbers, on invented sentences shaped like those of reports."""

from __future__ import annotations

import pytest

from talks.detect.figures import read_figures
from talks.detect.findings import FoundFigure
from tests.detect.test_rules import line_of

# One claim: measure, population, low, high; None where the words leave a side open.
Claim = tuple[str, str, int | None, int | None]


def claims(sentence: str, language: str) -> list[Claim]:
    return [
        _claim(figure) for figure in read_figures(line_of(sentence, language), language)
    ]


def _claim(figure: FoundFigure) -> Claim:
    return (figure.measure, figure.population, figure.count.low, figure.count.high)


ENGLISH: list[tuple[str, list[Claim]]] = [
    (
        "At least 12 people, including four children, were killed when shells hit Ain Zara on Monday.",
        [("deaths", "all", 12, None), ("deaths", "children", 4, 4)],
    ),
    (
        "The fighting has claimed more than 1,300 lives since April 4.",
        [("deaths", "all", 1300, None)],
    ),
    (
        "The toll rose to 37 from 26 on Saturday, the ministry said.",
        [("deaths", "all", 37, 37), ("deaths", "all", 26, 26)],
    ),
    ("Up to 90,000 people have fled their homes.", [("displaced", "all", None, 90000)]),
    (
        "Some 500 families, around 2,600 people, left their homes in Abu Salim overnight.",
        [("displaced", "families", 500, 500), ("displaced", "all", 2600, 2600)],
    ),
    (
        "The army said it killed 30 militants in Derna.",
        [("deaths", "combatants", 30, 30)],
    ),
    (
        "The Mission documented 29 civilian casualties - 12 deaths and 17 injuries - in March.",
        [
            ("casualties", "civilians", 29, 29),
            ("deaths", "all", 12, 12),
            ("injured", "all", 17, 17),
        ],
    ),
    (
        "The 444 Brigade and Rada clashed, leaving 41 dead, hospital officials said, up from 19.",
        [("deaths", "all", 41, 41), ("deaths", "all", 19, 19)],
    ),
    (
        "Two nurses and a driver were killed in the strike on the clinic.",
        [("deaths", "health_workers", 2, 2), ("deaths", "civilians", 1, 1)],
    ),
    (
        "An air raid killed nine migrants and wounded 22 others.",
        [("deaths", "migrants", 9, 9), ("injured", "all", 22, 22)],
    ),
    (
        "Shelling left 14 people dead and 31 wounded in Souq al-Jumaa.",
        [("deaths", "all", 14, 14), ("injured", "all", 31, 31)],
    ),
    (
        "The blast killed between 20 and 30 soldiers near Sirte.",
        [("deaths", "combatants", 20, 30)],
    ),
    (
        "As many as 60 fighters were killed in a day, the spokesman claimed.",
        [("deaths", "combatants", None, 60)],
    ),
    ("Fewer than ten people were injured.", [("injured", "all", None, 10)]),
    (
        "Nearly 400 civilians have been killed since the offensive began.",
        [("deaths", "civilians", None, 400)],
    ),
    (
        "Dozens of civilians were wounded in the crossfire.",
        [("injured", "civilians", 24, 99)],
    ),
    ("Scores were killed in the bombardment.", [("deaths", "all", 40, 99)]),
    (
        "Hundreds of families fled Tarhuna on Friday.",
        [("displaced", "families", 200, 999)],
    ),
    (
        "The violence forced 1,200 families to flee their homes.",
        [("displaced", "families", 1200, 1200)],
    ),
    (
        "More than 200,000 people have been displaced by the fighting.",
        [("displaced", "all", 200000, None)],
    ),
    (
        "The war has displaced tens of thousands of people.",
        [("displaced", "all", 20000, 99999)],
    ),
    (
        "The number of internally displaced people in Libya fell to 180,000 from 212,000 in June.",
        [("displaced", "all", 180000, 180000), ("displaced", "all", 212000, 212000)],
    ),
    (
        "There are now 135,000 internally displaced people in the country.",
        [("displaced", "all", 135000, 135000)],
    ),
    (
        "About 5,000 families have returned to their homes in Ain Zara.",
        [("returned", "families", 5000, 5000)],
    ),
    (
        "The number of returnees rose by 2,400 to 88,100.",
        [("returned", "all", 2400, 2400), ("returned", "all", 88100, 88100)],
    ),
    (
        "The bodies of 11 men were recovered from a well near Tarhuna.",
        [("bodies_recovered", "men", 11, 11)],
    ),
    (
        "Forensic teams exhumed 16 bodies in Tarhuna on Sunday.",
        [("bodies_recovered", "all", 16, 16)],
    ),
    ("Eight people are missing after the shelling.", [("missing", "all", 8, 8)]),
    (
        "A policeman was killed when a car bomb exploded in Benghazi.",
        [("deaths", "police", 1, 1)],
    ),
    (
        "A rocket struck a house in Janzour, killing a woman and her three children.",
        [("deaths", "women", 1, 1), ("deaths", "children", 3, 3)],
    ),
    ("Thirteen dead in overnight clashes", [("deaths", "all", 13, 13)]),
    ("Drone strike kills 7 near Murzuq", [("deaths", "all", 7, 7)]),
    (
        "The toll has reached 16 dead and 52 wounded.",
        [("deaths", "all", 16, 16), ("injured", "all", 52, 52)],
    ),
    (
        "Hospitals received 12 bodies and 40 wounded.",
        [("bodies_recovered", "all", 12, 12), ("injured", "all", 40, 40)],
    ),
    (
        "The clashes brought the death toll to 120, the ministry said.",
        [("deaths", "all", 120, 120)],
    ),
    (
        "Three men, two women and a boy were killed.",
        [
            ("deaths", "men", 3, 3),
            ("deaths", "women", 2, 2),
            ("deaths", "children", 1, 1),
        ],
    ),
    (
        "At least seven of its fighters were killed, the brigade said.",
        [("deaths", "combatants", 7, None)],
    ),
    ("The LNA lost nine soldiers in the battle.", [("deaths", "combatants", 9, 9)]),
    (
        "Ten civilians, five of them women, were wounded.",
        [("injured", "civilians", 10, 10), ("injured", "women", 5, 5)],
    ),
    (
        "More than 40 people were killed or wounded in Derna.",
        [("casualties", "all", 40, None)],
    ),
    ("A dozen people were hurt.", [("injured", "all", 12, 12)]),
    (
        "Half a million people have been uprooted.",
        [("displaced", "all", 500000, 500000)],
    ),
    (
        "Twenty-one civilians lost their lives in April.",
        [("deaths", "civilians", 21, 21)],
    ),
    ("One hundred and five people died.", [("deaths", "all", 105, 105)]),
    (
        "The strike on the migrant centre left 53 dead and more than 130 injured, the UN said.",
        [("deaths", "all", 53, 53), ("injured", "all", 130, None)],
    ),
    ("Clashes in Zawiya claimed the lives of three people.", [("deaths", "all", 3, 3)]),
    (
        "Mines killed four deminers and injured two.",
        [("deaths", "deminers", 4, 4), ("injured", "all", 2, 2)],
    ),
    (
        "WHO says 1,093 people have been killed and 5,752 wounded since the start of the offensive.",
        [("deaths", "all", 1093, 1093), ("injured", "all", 5752, 5752)],
    ),
    (
        "The agency estimates that 1.3 million people have been displaced.",
        [("displaced", "all", 1300000, 1300000)],
    ),
    ("Among the dead were two doctors.", [("deaths", "health_workers", 2, 2)]),
    ("A 9-year-old boy was killed by a stray bullet.", [("deaths", "children", 1, 1)]),
    ("Gunmen shot dead a lawyer in central Benghazi.", [("deaths", "civilians", 1, 1)]),
    (
        "Seven members of one family were killed in Qasr bin Ghashir.",
        [("deaths", "all", 7, 7)],
    ),
]

ENGLISH_TRAPS = [
    "Five officers from each side will meet in Geneva on February 3.",
    "He urged the withdrawal of 6,000 mercenaries.",
    "The Security Council adopted the text by 13 votes, with two abstentions.",
    "A new offensive could displace 100,000 people, the agency warned.",
    "If the road reopens, thousands could return.",
    "No casualties were reported.",
    "The groups exchanged 33 prisoners.",
    "At least 18 fighters were captured.",
    "Ahmed Salem, 46, was appointed on Monday.",
    "The talks entered their third round after 14 months of war.",
    "Some 749,000 people live in areas affected by the clashes.",
    "More than 1.3 million people need help.",
    "Output fell to 300,000 barrels per day.",
    "The front line lies 60 km east of Misrata.",
    "Sixty per cent of the homes were damaged.",
    "The truce was violated more than 110 times.",
    "The 5+5 commission met for the fourth time.",
    "The convoy of 40 vehicles and 300 fighters arrived in Sirte.",
    "The army denied that 20 people had died in the raid.",
    "Two people died in a road accident near Zliten.",
    "The weevil killed 350 trees.",
    "The 2011 uprising ended four decades of rule.",
    "Ninety-one migrants drowned off Zawiya.",
    "The coast guard intercepted 120 migrants.",
    "The forum has 75 members from three regions.",
    "Two rockets hit the airport.",
    "IOM expects a further 60,000 people to go home by June.",
    "The Council killed the motion by two votes.",
    "Three gunmen fled the scene.",
    "The ministry said 12 houses were destroyed.",
    "He spoke for 20 minutes and left three questions open.",
    "Nobody was hurt.",
]


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH, ids=[s for s, _ in ENGLISH])
def test_english_claims_are_read(sentence: str, expected: list[Claim]) -> None:
    assert claims(sentence, "en") == expected


@pytest.mark.parametrize("sentence", ENGLISH_TRAPS)
def test_english_numbers_that_are_no_figures_are_left_alone(sentence: str) -> None:
    assert claims(sentence, "en") == []


FRENCH: list[tuple[str, list[Claim]]] = [
    (
        "Cinq personnes, dont deux enfants, ont été tuées dans un bombardement à Aïn Zara.",
        [("deaths", "all", 5, 5), ("deaths", "children", 2, 2)],
    ),
    (
        "Les combats ont fait au moins 58 morts et 204 blessés, selon l'OMS.",
        [("deaths", "all", 58, None), ("injured", "all", 204, 204)],
    ),
    (
        "Le bilan s'alourdit à 58 morts et 204 blessés.",
        [("deaths", "all", 58, 58), ("injured", "all", 204, 204)],
    ),
    (
        "Environ 2.900 personnes ont fui la banlieue sud.",
        [("displaced", "all", 2900, 2900)],
    ),
    (
        "Plus de 18 000 personnes ont été déplacées par les combats.",
        [("displaced", "all", 18000, None)],
    ),
    (
        "Un raid aérien a tué neuf migrants et en a blessé une vingtaine.",
        [("deaths", "migrants", 9, 9), ("injured", "all", 20, 20)],
    ),
    (
        "Un obus est tombé sur une maison, tuant une femme et ses trois enfants.",
        [("deaths", "women", 1, 1), ("deaths", "children", 3, 3)],
    ),
    (
        "Une trentaine de combattants ont été tués près de Syrte.",
        [("deaths", "combatants", 30, 30)],
    ),
    ("Des dizaines de civils ont été blessés.", [("injured", "civilians", 20, 99)]),
    (
        "Des centaines de familles ont fui Tarhouna vendredi.",
        [("displaced", "families", 200, 999)],
    ),
    (
        "Près de 400 civils ont péri depuis le début de l'offensive.",
        [("deaths", "civilians", None, 400)],
    ),
    ("L'attaque a coûté la vie à quatre policiers.", [("deaths", "police", 4, 4)]),
    (
        "Les corps de onze personnes ont été retrouvés dans un puits.",
        [("bodies_recovered", "all", 11, 11)],
    ),
    (
        "Seize corps ont été exhumés à Tarhouna dimanche.",
        [("bodies_recovered", "all", 16, 16)],
    ),
    ("Huit personnes sont portées disparues.", [("missing", "all", 8, 8)]),
    (
        "Plus de 4 000 familles sont rentrées chez elles depuis juin.",
        [("returned", "families", 4000, None)],
    ),
    (
        "Les violences ont contraint 1 200 familles à quitter leurs maisons.",
        [("displaced", "families", 1200, 1200)],
    ),
    (
        "Le conflit a fait plus de 1.000 morts et 120.000 déplacés.",
        [("deaths", "all", 1000, None), ("displaced", "all", 120000, 120000)],
    ),
    ("Entre 20 et 30 soldats ont été tués.", [("deaths", "combatants", 20, 30)]),
    ("Jusqu'à 60 combattants ont été tués.", [("deaths", "combatants", None, 60)]),
    ("Treize morts dans des affrontements à Tripoli", [("deaths", "all", 13, 13)]),
    ("Libye : sept civils tués par un drone", [("deaths", "civilians", 7, 7)]),
    (
        "Quatre-vingt-onze civils ont été tués en avril.",
        [("deaths", "civilians", 91, 91)],
    ),
    (
        "L'explosion a fait trois morts, dont un médecin.",
        [("deaths", "all", 3, 3), ("deaths", "health_workers", 1, 1)],
    ),
    (
        "Le raid a fait 53 morts et plus de 130 blessés.",
        [("deaths", "all", 53, 53), ("injured", "all", 130, None)],
    ),
    (
        "Le nombre de déplacés est passé à 120 000.",
        [("displaced", "all", 120000, 120000)],
    ),
    (
        "Un policier a été tué dans l'explosion d'une voiture piégée.",
        [("deaths", "police", 1, 1)],
    ),
    (
        "Dix civils, parmi eux cinq femmes, ont été blessés.",
        [("injured", "civilians", 10, 10), ("injured", "women", 5, 5)],
    ),
    (
        "Deux démineurs ont été tués et trois autres blessés.",
        [("deaths", "deminers", 2, 2), ("injured", "all", 3, 3)],
    ),
    (
        "Quelque 1,3 million de personnes ont été déplacées.",
        [("displaced", "all", 1300000, 1300000)],
    ),
    ("Sept membres d'une même famille ont été tués.", [("deaths", "all", 7, 7)]),
    (
        "Trois hommes, deux femmes et un enfant ont été tués.",
        [
            ("deaths", "men", 3, 3),
            ("deaths", "women", 2, 2),
            ("deaths", "children", 1, 1),
        ],
    ),
    (
        "Plus de 40 personnes ont été tuées ou blessées à Derna.",
        [("casualties", "all", 40, None)],
    ),
    (
        "Des hommes armés ont abattu une avocate à Benghazi.",
        [("deaths", "civilians", 1, 1)],
    ),
    (
        "La guerre a déplacé des dizaines de milliers de personnes.",
        [("displaced", "all", 20000, 99999)],
    ),
    (
        "Les affrontements ont fait 41 morts, contre 19 la veille.",
        [("deaths", "all", 41, 41)],
    ),
    (
        "Au moins six soldats ont trouvé la mort dans l'embuscade.",
        [("deaths", "combatants", 6, None)],
    ),
    (
        "Les hôpitaux ont reçu 12 corps et 40 blessés.",
        [("bodies_recovered", "all", 12, 12), ("injured", "all", 40, 40)],
    ),
    (
        "Le bilan est passé de 26 à 37 morts.",
        [("deaths", "all", 26, 26), ("deaths", "all", 37, 37)],
    ),
    ("Deux fillettes figurent parmi les morts.", [("deaths", "children", 2, 2)]),
]

FRENCH_TRAPS = [
    "Cinq officiers de chaque camp se réuniront le 3 février à Genève.",
    "Elle a réclamé le retrait de 6 000 mercenaires.",
    "Le Conseil a adopté le texte par 13 voix et deux abstentions.",
    "Une nouvelle offensive pourrait déplacer 100 000 personnes.",
    "L'incident n'a fait aucune victime.",
    "Les deux camps ont échangé 33 prisonniers.",
    "Au moins 18 combattants ont été capturés.",
    "Ahmed Salem, 46 ans, a été nommé lundi.",
    "Les pourparlers entrent dans leur troisième mois après 14 mois de guerre.",
    "Quelque 749 000 personnes vivent dans des zones touchées.",
    "La production est tombée à 300 000 barils par jour.",
    "La ligne de front passe à 60 km à l'est de Misrata.",
    "La trêve a été violée plus de 110 fois.",
    "Deux personnes ont été tuées dans un accident de la route près de Zliten.",
    "La commission 5+5 s'est réunie pour la quatrième fois.",
    "Les garde-côtes ont intercepté 120 migrants.",
    "Le forum compte 75 membres.",
    "Deux roquettes ont touché l'aéroport.",
    "L'armée a démenti que 20 personnes étaient mortes dans le raid.",
    "Le projet prévoit le retour de 60 000 personnes.",
    "Trois navires ont quitté le port.",
    "La mission a transmis 16 rapports aux experts.",
]

ARABIC: list[tuple[str, list[Claim]]] = [
    (
        "قتل خمسة أشخاص وأصيب عشرون آخرون في قصف على الهضبة.",
        [("deaths", "all", 5, 5), ("injured", "all", 20, 20)],
    ),
    ("نزحت 200 عائلة من المنطقة.", [("displaced", "families", 200, 200)]),
    (
        "ارتفعت الحصيلة إلى 12 قتيلا بينهم طفلان.",
        [("deaths", "all", 12, 12), ("deaths", "children", 2, 2)],
    ),
    (
        "مقتل ثلاثة جنود وإصابة سبعة في اشتباكات قرب سرت",
        [("deaths", "combatants", 3, 3), ("injured", "all", 7, 7)],
    ),
    (
        "أسفر القصف عن مقتل ما لا يقل عن تسعة مدنيين وجرح ٢٢ آخرين.",
        [("deaths", "civilians", 9, None), ("injured", "all", 22, 22)],
    ),
    (
        "وخلفت الاشتباكات 41 قتيلا و120 جريحا.",
        [("deaths", "all", 41, 41), ("injured", "all", 120, 120)],
    ),
    ("لقي أربعة أشخاص مصرعهم في انفجار لغم.", [("deaths", "all", 4, 4)]),
    (
        "قتل جنديان وأصيب ثلاثة في كمين.",
        [("deaths", "combatants", 2, 2), ("injured", "all", 3, 3)],
    ),
    (
        "قتل مدني وأصيب طفلان بسقوط قذيفة.",
        [("deaths", "civilians", 1, 1), ("injured", "children", 2, 2)],
    ),
    (
        "أدى الهجوم إلى نزوح أكثر من 3000 عائلة.",
        [("displaced", "families", 3000, None)],
    ),
    (
        "وبلغ عدد النازحين في الغرب نحو 120 ألف شخص.",
        [("displaced", "all", 120000, 120000)],
    ),
    (
        "انتشلت الفرق 11 جثة من مقبرة جماعية في ترهونة.",
        [("bodies_recovered", "all", 11, 11)],
    ),
    ("عادت 4000 عائلة إلى عين زارة منذ يونيو.", [("returned", "families", 4000, 4000)]),
    ("ولا يزال ثمانية أشخاص في عداد المفقودين.", [("missing", "all", 8, 8)]),
    ("وأودى القصف بحياة تسعة مدنيين في تاجوراء.", [("deaths", "civilians", 9, 9)]),
    ("وأدى القصف إلى مقتل وإصابة 40 شخصا في درنة.", [("casualties", "all", 40, 40)]),
    ("قتل عشرات المدنيين منذ بداية الهجوم.", [("deaths", "civilians", 20, 99)]),
    ("شردت المعارك مئات الآلاف من الأشخاص.", [("displaced", "all", 200000, 999999)]),
    ("استشهد خمسة من عناصر القوات في المعارك.", [("deaths", "combatants", 5, 5)]),
    (
        "قتل 12 شخصا، بينهم أربعة أطفال، في قصف على عين زارة.",
        [("deaths", "all", 12, 12), ("deaths", "children", 4, 4)],
    ),
    (
        "بلغ عدد القتلى 700 والجرحى 3500 منذ أبريل.",
        [("deaths", "all", 700, 700), ("injured", "all", 3500, 3500)],
    ),
    ("مقتل طفلة وإصابة والدتها برصاص طائش", [("deaths", "children", 1, 1)]),
    ("قتل ثلاثة عشر شخصا في اشتباكات طرابلس.", [("deaths", "all", 13, 13)]),
    ("قتل نحو خمسة وأربعين مقاتلا في المعارك.", [("deaths", "combatants", 45, 45)]),
    ("فر ما يصل إلى 90 ألف شخص من منازلهم.", [("displaced", "all", None, 90000)]),
    (
        "أعلنت الوزارة سقوط قتيلين وخمسة جرحى.",
        [("deaths", "all", 2, 2), ("injured", "all", 5, 5)],
    ),
    ("وثقت البعثة مقتل 29 مدنيا في مارس.", [("deaths", "civilians", 29, 29)]),
    ("قتل ما بين 20 و30 جنديا قرب سرت.", [("deaths", "combatants", 20, 30)]),
    ("أصيب شرطي بجروح في تبادل لإطلاق النار.", [("injured", "police", 1, 1)]),
    ("اغتيلت محامية في بنغازي على يد مسلحين.", [("deaths", "civilians", 1, 1)]),
    ("قتل ثلاثة أشخاص من عائلة واحدة في قصر بن غشير.", [("deaths", "all", 3, 3)]),
    (
        "أسفرت المعارك عن سقوط 56 قتيلا وإصابة 266 شخصا، بحسب منظمة الصحة العالمية.",
        [("deaths", "all", 56, 56), ("injured", "all", 266, 266)],
    ),
    (
        "ارتفع عدد القتلى إلى 37 بعد أن كان 26.",
        [("deaths", "all", 37, 37), ("deaths", "all", 26, 26)],
    ),
    ("نزح أكثر من مئتي ألف شخص منذ بداية الحرب.", [("displaced", "all", 200000, None)]),
    ("ومن بين القتلى ثلاثة أطفال، بحسب المستشفى.", [("deaths", "children", 3, 3)]),
    (
        "مقتل ٥٣ مهاجرا وإصابة أكثر من ١٣٠ في غارة على مركز احتجاز تاجوراء",
        [("deaths", "migrants", 53, 53), ("injured", "all", 130, None)],
    ),
    (
        "قتل مسعف وجرح اثنان آخران.",
        [("deaths", "health_workers", 1, 1), ("injured", "all", 2, 2)],
    ),
    ("اضطرت 1200 عائلة إلى مغادرة منازلها.", [("displaced", "families", 1200, 1200)]),
    ("وأكد الناطق القضاء على 30 إرهابيا في درنة.", [("deaths", "combatants", 30, 30)]),
    ("عثر على جثث 16 شخصا في ترهونة.", [("bodies_recovered", "all", 16, 16)]),
]

ARABIC_TRAPS = [
    "أفرج الطرفان عن 33 محتجزا في الشويرف.",
    "منح المجلس الثقة للحكومة بأغلبية 132 صوتا من أصل 133 حاضرا.",
    "تضم الحكومة 33 وزيرا.",
    "استمرت الحرب 14 شهرا حول طرابلس.",
    "أعلن الطرفان هدنة إنسانية لمدة 36 ساعة.",
    "وتراجع الإنتاج إلى 300 ألف برميل يوميا.",
    "تقع المدينة على بعد 60 كيلومترا شرقي مصراتة.",
    "خرقت الهدنة أكثر من 110 مرات.",
    "اجتمع خمسة ضباط من كل طرف في جنيف.",
    "وحذرت المنظمة من أن الهجوم قد يؤدي إلى نزوح 100 ألف شخص.",
    "ودعا إلى سحب 6000 مرتزق.",
    "لم تسجل أي خسائر بشرية.",
    "قتل شخصان في حادث سير على الطريق الساحلي.",
    "سقطت ثلاثة صواريخ على المطار.",
    "أنقذ خفر السواحل 120 مهاجرا.",
    "يبلغ عدد أعضاء الملتقى 75 عضوا.",
    "وصل 300 مقاتل إلى سرت.",
    "ونفى الجيش مقتل 20 شخصا في الغارة.",
    "اعتقلت القوات 18 مسلحا.",
    "تضرر نحو 60 في المئة من المنازل.",
    "القرار رقم 2510 صدر في فبراير.",
    "ويحتاج 1.3 مليون شخص إلى المساعدة.",
]


@pytest.mark.parametrize(("sentence", "expected"), FRENCH, ids=[s for s, _ in FRENCH])
def test_french_claims_are_read(sentence: str, expected: list[Claim]) -> None:
    assert claims(sentence, "fr") == expected


@pytest.mark.parametrize("sentence", FRENCH_TRAPS)
def test_french_numbers_that_are_no_figures_are_left_alone(sentence: str) -> None:
    assert claims(sentence, "fr") == []


@pytest.mark.parametrize(("sentence", "expected"), ARABIC, ids=[s for s, _ in ARABIC])
def test_arabic_claims_are_read(sentence: str, expected: list[Claim]) -> None:
    assert claims(sentence, "ar") == expected


@pytest.mark.parametrize("sentence", ARABIC_TRAPS)
def test_arabic_numbers_that_are_no_figures_are_left_alone(sentence: str) -> None:
    assert claims(sentence, "ar") == []
