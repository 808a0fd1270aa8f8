"""French sentences, shaped like those of reports, and what they claim."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CLAIMS: list[tuple[str, list[Claim]]] = [
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
        [("deaths", "all", 41, 41), ("deaths", "all", 19, 19)],
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

# Numbers that are no figures.
TRAPS = [
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
