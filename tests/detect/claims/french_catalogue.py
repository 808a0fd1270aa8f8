"""Claims as French reports phrase them, by the number of the phrasing in the catalogue."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CATALOGUE: list[tuple[str, str, list[Claim]]] = [
    (
        "F2",
        "Les heurts ont fait quatorze morts et trente blessés.",
        [("deaths", "all", 14, 14), ("injured", "all", 30, 30)],
    ),
    (
        "F2",
        "L'ANL a enterré quatorze de ses hommes.",
        [("deaths", "combatants", 14, 14)],
    ),
    (
        "F1",
        "Trente-deux autres ont été atteintes par des éclats.",
        [("injured", "all", 32, 32)],
    ),
    (
        "F1",
        "Trente-deux personnes souffrent de blessures.",
        [("injured", "all", 32, 32)],
    ),
    (
        "F1",
        "Un médecin a été abattu et deux infirmières grièvement atteintes.",
        [("deaths", "health_workers", 1, 1), ("injured", "health_workers", 2, 2)],
    ),
    (
        "F13",
        "5 400 personnes ont trouvé refuge dans des écoles.",
        [("displaced", "all", 5400, 5400)],
    ),
    (
        "F13",
        "Quelque 400 foyers ont vidé les lieux.",
        [("displaced", "families", 400, 400)],
    ),
    (
        "F25",
        "Les combats ont coûté la vie à plus de 60 civils et à quelque 200 combattants.",
        [("deaths", "civilians", 60, None), ("deaths", "combatants", 200, 200)],
    ),
    ("F26", "Une mine a fauché trois gendarmes.", [("deaths", "police", 3, 3)]),
    ("F26", "Trois hommes sont tombés sous les balles.", [("deaths", "men", 3, 3)]),
    ("F26", "Une grenade a emporté deux soldats.", [("deaths", "combatants", 2, 2)]),
    (
        "F2",
        "La brigade a perdu 40 hommes et recense 90 blessés.",
        [("deaths", "combatants", 40, 40), ("injured", "all", 90, 90)],
    ),
    (
        "F7",
        "Parmi les onze blessés figurent trois écoliers.",
        [("injured", "all", 11, 11), ("injured", "children", 3, 3)],
    ),
    (
        "F1",
        "Vingt personnes ont été soignées pour des blessures.",
        [("injured", "all", 20, 20)],
    ),
    (
        "F13",
        "La ville a accueilli 250 familles depuis le début des combats.",
        [("displaced", "families", 250, 250)],
    ),
    (
        "F18",
        "Quarante-deux corps sont sortis de terre à Tarhouna.",
        [("bodies_recovered", "all", 42, 42)],
    ),
    (
        "F4",
        "Une trentaine de combattants ont péri et une dizaine d'autres ont été blessés.",
        [("deaths", "combatants", 30, 30), ("injured", "all", 10, 10)],
    ),
    (
        "F8",
        "Ces frappes ont porté à 121 le nombre de civils tués depuis avril.",
        [("deaths", "civilians", 121, 121)],
    ),
    (
        "F15",
        "Environ 200 familles, soit un millier de personnes, ont dû quitter leur maison.",
        [("displaced", "families", 200, 200), ("displaced", "all", 1000, 1000)],
    ),
    (
        "F21",
        "Entre 20 et 30 combattants ont trouvé la mort.",
        [("deaths", "combatants", 20, 30)],
    ),
    ("F19", "Le tir n'a fait aucune victime.", []),
    (
        "F24",
        "Quelque 2.900 personnes ont fui la banlieue sud.",
        [("displaced", "all", 2900, 2900)],
    ),
    ("F16", "Les deux camps ont échangé 33 prisonniers.", []),
    (
        "F14",
        "Plus de 18 000 personnes sont rentrées chez elles.",
        [("returned", "all", 18000, None)],
    ),
    (
        "F1",
        "Un obus a tué une mère et ses trois enfants.",
        [("deaths", "women", 1, 1), ("deaths", "children", 3, 3)],
    ),
    (
        "F11",
        "En neuf mois de combats, plus de 2 000 combattants sont morts.",
        [("deaths", "combatants", 2000, None)],
    ),
    ("F17", "Sept personnes sont portées manquantes.", [("missing", "all", 7, 7)]),
]
