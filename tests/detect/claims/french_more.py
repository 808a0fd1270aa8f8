"""More French sentences: victims by trade, lists, earlier values, trailing hedges."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CLAIMS: list[tuple[str, list[Claim]]] = [
    (
        "Quatorze habitants ont péri dans la chute de roquettes sur Abou Salim.",
        [("deaths", "all", 14, 14)],
    ),
    (
        "Un secouriste a été abattu samedi soir sur la route de l'aéroport.",
        [("deaths", "health_workers", 1, 1)],
    ),
    (
        "Une mère et ses deux enfants ont trouvé la mort à Aïn Zara.",
        [("deaths", "women", 1, 1), ("deaths", "children", 2, 2)],
    ),
    (
        "L'attaque a fait une quarantaine de morts et plus de cent blessés.",
        [("deaths", "all", 40, 40), ("injured", "all", 100, None)],
    ),
    (
        "Le bilan est passé de 19 à 23 morts, a indiqué le ministère.",
        [("deaths", "all", 19, 19), ("deaths", "all", 23, 23)],
    ),
    (
        "Les autorités font état de 12 tués, le Croissant-Rouge en a compté 15.",
        [("deaths", "all", 12, 12), ("deaths", "all", 15, 15)],
    ),
    (
        "Raid sur Tripoli : cinq morts, douze blessés",
        [("deaths", "all", 5, 5), ("injured", "all", 12, 12)],
    ),
    (
        "Libye : au moins neuf civils tués à Tarhouna",
        [("deaths", "civilians", 9, None)],
    ),
    (
        "Pas moins de 31 soldats ont été tués depuis le début de l'assaut.",
        [("deaths", "combatants", 31, None)],
    ),
    (
        "Les combats ont coûté la vie à près de 300 personnes.",
        [("deaths", "all", None, 300)],
    ),
    (
        "La frappe a tué un médecin et blessé trois infirmières.",
        [("deaths", "health_workers", 1, 1), ("injured", "health_workers", 3, 3)],
    ),
    (
        "Deux gardes et un passant ont été abattus devant la banque.",
        [("deaths", "combatants", 2, 2), ("deaths", "civilians", 1, 1)],
    ),
    (
        "L'explosion a fait un mort et huit blessés, dont trois grièvement.",
        [("deaths", "all", 1, 1), ("injured", "all", 8, 8), ("injured", "all", 3, 3)],
    ),
    (
        "Une trentaine de combattants sont tombés dans l'embuscade, selon l'ANL.",
        [("deaths", "combatants", 30, 30)],
    ),
    (
        "Sept corps ont été extraits des décombres de la caserne.",
        [("bodies_recovered", "all", 7, 7)],
    ),
    (
        "Les fouilles ont permis d'exhumer 28 dépouilles, dont celles de trois femmes.",
        [("bodies_recovered", "all", 28, 28), ("bodies_recovered", "women", 3, 3)],
    ),
    ("Onze hommes restent portés disparus.", [("missing", "men", 11, 11)]),
    (
        "Plus de 8 000 familles ont dû quitter leur domicile en cinq semaines.",
        [("displaced", "families", 8000, None)],
    ),
    (
        "Les affrontements ont jeté sur les routes quelque 3 400 personnes.",
        [("displaced", "all", 3400, 3400)],
    ),
    (
        "Le pays compte 316 415 déplacés internes.",
        [("displaced", "all", 316415, 316415)],
    ),
    (
        "Le nombre de déplacés s'établit à 24 000, contre 16 000 vendredi.",
        [("displaced", "all", 24000, 24000), ("displaced", "all", 16000, 16000)],
    ),
    (
        "Environ 605 000 déplacés ont pu regagner leur foyer.",
        [("returned", "all", 605000, 605000)],
    ),
    (
        "Le retour de 900 familles à Souk al-Khamis a été confirmé.",
        [("returned", "families", 900, 900)],
    ),
    (
        "Le conflit a fait plus de 2.000 morts et chassé de chez elles près de 150.000 personnes.",
        [("deaths", "all", 2000, None), ("displaced", "all", None, 150000)],
    ),
    (
        "La MANUL a recensé 106 victimes civiles, dont 61 morts.",
        [("casualties", "civilians", 106, 106), ("deaths", "civilians", 61, 61)],
    ),
    ("Des dizaines de personnes auraient été tuées.", [("deaths", "all", 20, 99)]),
    (
        "Des centaines de familles ont fui Aïn Zara dans la nuit.",
        [("displaced", "families", 200, 999)],
    ),
    ("Parmi les tués figurent deux journalistes.", [("deaths", "civilians", 2, 2)]),
    (
        "Le tir de mortier a blessé un enseignant et sept élèves.",
        [("injured", "civilians", 1, 1), ("injured", "children", 7, 7)],
    ),
    (
        "L'armée a perdu 18 hommes, d'après un commandant.",
        [("deaths", "combatants", 18, 18)],
    ),
    (
        "Selon l'OMS, on dénombrait mardi 1 093 tués et 5 752 blessés.",
        [("deaths", "all", 1093, 1093), ("injured", "all", 5752, 5752)],
    ),
    (
        "Les bombardements ont causé le décès de neuf migrants.",
        [("deaths", "migrants", 9, 9)],
    ),
    (
        "Tuant sur le coup trois soldats, l'engin a explosé au passage du convoi.",
        [("deaths", "combatants", 3, 3)],
    ),
    (
        "Ce raid, qui avait tué 53 migrants en juillet 2019, reste impuni.",
        [("deaths", "migrants", 53, 53)],
    ),
    (
        "Entre 15 et 20 assaillants ont été éliminés.",
        [("deaths", "combatants", 15, 20)],
    ),
    ("Le nombre des blessés dépasse 120.", [("injured", "all", 120, None)]),
    (
        "Un échange de tirs, dans lequel deux policiers ont été blessés, a éclaté à Zaouia.",
        [("injured", "police", 2, 2)],
    ),
    (
        "Des roquettes Grad se sont abattues sur Qasr ben Ghachir, tuant un plombier et son fils.",
        [("deaths", "all", 1, 1), ("deaths", "children", 1, 1)],
    ),
    (
        "Huit ouvriers soudanais sont morts dans l'explosion, deux autres ont succombé lundi à leurs blessures.",
        [("deaths", "civilians", 8, 8), ("deaths", "all", 2, 2)],
    ),
    (
        "Les combats ont fait 1 048 morts, dont 106 civils, et 5 558 blessés, dont 289 civils.",
        [
            ("deaths", "all", 1048, 1048),
            ("deaths", "civilians", 106, 106),
            ("injured", "all", 5558, 5558),
            ("injured", "civilians", 289, 289),
        ],
    ),
    ("Un bilan précédent faisait état de 22 morts.", [("deaths", "all", 22, 22)]),
    (
        "L'attentat a coûté la vie à au moins 35 fidèles et en a blessé une soixantaine.",
        [("deaths", "civilians", 35, None), ("injured", "all", 60, 60)],
    ),
    (
        "Trois policiers ont été tués et un quatrième grièvement blessé.",
        [("deaths", "police", 3, 3), ("injured", "all", 1, 1)],
    ),
    (
        "Le nombre de civils tués en juin a doublé pour atteindre 44, selon la Mission.",
        [("deaths", "civilians", 44, 44)],
    ),
    (
        "Les hôpitaux de Sebha ont reçu 30 blessés et cinq corps.",
        [("injured", "all", 30, 30), ("bodies_recovered", "all", 5, 5)],
    ),
    (
        "Près de 25 000 personnes ont abandonné leurs maisons depuis le début de l'assaut.",
        [("displaced", "all", None, 25000)],
    ),
    (
        "Ce sont 6 000 personnes supplémentaires qui ont été déplacées mardi.",
        [("displaced", "all", 6000, 6000)],
    ),
    (
        "Au total, 18 250 personnes, soit 3 650 familles, ont été déracinées.",
        [("displaced", "all", 18250, 18250), ("displaced", "families", 3650, 3650)],
    ),
]

TRAPS = [
    "Trente-trois prisonniers ont été échangés en présence de cinq médiateurs.",
    "Une nouvelle offensive pourrait faire 10 000 déplacés.",
    "Le ministère a démenti la mort de 30 soldats.",
    "Quinze migrants se sont noyés au large de Zouara.",
    "Aucun blessé n'a été signalé après la chute de deux obus.",
    "Parmi les victimes se trouvait une septuagénaire.",
    "Les deux camps sont convenus d'échanger 33 prisonniers.",
    "La force compte 800 hommes et a perdu le contact avec trois patrouilles.",
    "Soixante-quinze délégués ont voté pendant six jours.",
    "Aucune victime n'est à déplorer après la chute de 12 roquettes.",
]
