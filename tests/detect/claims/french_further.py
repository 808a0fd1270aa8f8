"""Further French sentences: victims by trade, lists, earlier values, trailing hedges."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CLAIMS: list[tuple[str, list[Claim]]] = [
    (
        "Fin juin, la Libye comptait 435 000 déplacés internes, contre 268 000 un an plus tôt.",
        [("displaced", "all", 435000, 435000), ("displaced", "all", 268000, 268000)],
    ),
    (
        "Seules 80 familles ont osé rentrer chez elles.",
        [("returned", "families", 80, 80)],
    ),
    (
        "Quarante-quatre hommes manquent toujours à l'appel.",
        [("missing", "men", 44, 44)],
    ),
    (
        "Dix-huit soldats ont disparu pendant la retraite.",
        [("missing", "combatants", 18, 18)],
    ),
    (
        "Une fosse contenant 22 corps a été mise au jour.",
        [("bodies_recovered", "all", 22, 22)],
    ),
    (
        "Le Croissant-Rouge a récupéré les restes de neuf personnes.",
        [("bodies_recovered", "all", 9, 9)],
    ),
    (
        "Quatre enfants d'une même famille sont morts brûlés sous leur tente.",
        [("deaths", "children", 4, 4)],
    ),
    (
        "L'ANL a reconnu la mort de cinq combattants, le GNA affirme en avoir tué 25.",
        [("deaths", "combatants", 5, 5), ("deaths", "all", 25, 25)],
    ),
    (
        "Tripoli : au moins 11 tués, plus de 20 blessés dans des raids, selon des médecins",
        [("deaths", "all", 11, None), ("injured", "all", 20, None)],
    ),
    ("Deux morts dans des heurts entre milices à Zaouïa", [("deaths", "all", 2, 2)]),
    (
        "Un drone l'a tué avec quatre de ses gardes du corps.",
        [("deaths", "combatants", 4, 4)],
    ),
    ("Douze combattants ont péri de chaque côté.", [("deaths", "combatants", 12, 12)]),
    (
        "L'explosion d'une mine, qui a tué deux démineurs jeudi, a aussi blessé un berger.",
        [("deaths", "deminers", 2, 2), ("injured", "civilians", 1, 1)],
    ),
    (
        "C'était la deuxième attaque de la semaine ; la première avait fait sept morts.",
        [("deaths", "all", 7, 7)],
    ),
    (
        "La mort de 45 migrants dans le bombardement de leur centre de détention a choqué.",
        [("deaths", "migrants", 45, 45)],
    ),
    (
        "Ses quatorze passagers ont été tués quand l'hélicoptère a été abattu.",
        [("deaths", "civilians", 14, 14)],
    ),
    (
        "Le bombardement a blessé douze personnes au moins, dont trois enfants.",
        [("injured", "all", 12, None), ("injured", "children", 3, 3)],
    ),
    (
        "Depuis janvier, 647 civils ont été tués ou blessés.",
        [("casualties", "civilians", 647, 647)],
    ),
    (
        "La guerre a jeté 200 000 personnes sur les routes et coûté 2 200 vies.",
        [("displaced", "all", 200000, 200000), ("deaths", "all", 2200, 2200)],
    ),
    (
        "Libye : plus de 100 000 déplacés depuis avril, selon l'ONU",
        [("displaced", "all", 100000, None)],
    ),
    (
        "Les affrontements ont laissé derrière eux 17 morts et des dizaines de blessés.",
        [("deaths", "all", 17, 17), ("injured", "all", 20, 99)],
    ),
    (
        "On compte douze blessés, dont deux dans un état critique.",
        [("injured", "all", 12, 12), ("injured", "all", 2, 2)],
    ),
    (
        "Le bilan des affrontements de Tripoli grimpe à 115 morts et 383 blessés.",
        [("deaths", "all", 115, 115), ("injured", "all", 383, 383)],
    ),
    (
        "Dix-sept corps sans vie ont été découverts par les habitants.",
        [("bodies_recovered", "all", 17, 17)],
    ),
    (
        "Un millier de familles se sont réfugiées à Misrata.",
        [("displaced", "families", 1000, 1000)],
    ),
    (
        "L'opération s'est soldée par la mort de trois jihadistes et l'arrestation de deux autres.",
        [("deaths", "combatants", 3, 3)],
    ),
    (
        "Un soldat a été tué et trois autres blessés par l'explosion d'un engin.",
        [("deaths", "combatants", 1, 1), ("injured", "all", 3, 3)],
    ),
    (
        "Il y a eu au moins une vingtaine de morts, dit un médecin.",
        [("deaths", "all", 20, None)],
    ),
    (
        "Dix gardiens de prison ont été exécutés par des combattants en fuite.",
        [("deaths", "combatants", 10, 10)],
    ),
    (
        "Les violences dans le sud ont déplacé 4 400 personnes ces deux dernières semaines.",
        [("displaced", "all", 4400, 4400)],
    ),
    (
        "L'armée a fait état de la perte de sept hommes.",
        [("deaths", "combatants", 7, 7)],
    ),
    (
        "Tirs de roquettes sur un foyer étudiant : trois morts, onze blessés.",
        [("deaths", "all", 3, 3), ("injured", "all", 11, 11)],
    ),
    (
        "Les secours ont évacué 70 familles et retiré trois corps.",
        [("bodies_recovered", "all", 3, 3)],
    ),
    (
        "Depuis vendredi, on déplore 27 morts et 91 blessés.",
        [("deaths", "all", 27, 27), ("injured", "all", 91, 91)],
    ),
    (
        "L'ONU a vérifié la mort de 1 700 personnes, dont 284 civils.",
        [("deaths", "all", 1700, 1700), ("deaths", "civilians", 284, 284)],
    ),
    (
        "Quatorze mois de guerre : 2 500 morts, 12 000 blessés, 200 000 déplacés.",
        [
            ("deaths", "all", 2500, 2500),
            ("injured", "all", 12000, 12000),
            ("displaced", "all", 200000, 200000),
        ],
    ),
    ("Le ministère chiffre à 85 le nombre de morts.", [("deaths", "all", 85, 85)]),
    (
        "Les dépouilles de 13 combattants ont été remises à leurs proches.",
        [("bodies_recovered", "combatants", 13, 13)],
    ),
    (
        "Quatre des blessés ont succombé, ce qui porte à 25 le nombre de morts.",
        [("deaths", "all", 4, 4), ("deaths", "all", 25, 25)],
    ),
    (
        "Une bombe a explosé sous un pont, blessant un colonel et son chauffeur.",
        [("injured", "combatants", 1, 1), ("injured", "civilians", 1, 1)],
    ),
    ("Le Croissant-Rouge recense 72 disparus.", [("missing", "all", 72, 72)]),
    (
        "Neuf détenus sont introuvables depuis l'attaque de la prison.",
        [("missing", "prisoners", 9, 9)],
    ),
    (
        "Des heurts tribaux à Sebha ont coûté la vie à une vingtaine de personnes.",
        [("deaths", "all", 20, 20)],
    ),
    (
        "Plus de 1 100 familles déplacées se sont réinstallées à Souk al-Khamis.",
        [("returned", "families", 1100, None)],
    ),
    (
        "Les autorités ont ramené de 106 000 à 98 000 le nombre de déplacés.",
        [("displaced", "all", 106000, 106000), ("displaced", "all", 98000, 98000)],
    ),
    (
        "Un double attentat, dans lequel 34 fidèles ont péri, n'a pas été revendiqué.",
        [("deaths", "civilians", 34, 34)],
    ),
    (
        "Un groupe armé a enlevé puis tué deux activistes.",
        [("deaths", "civilians", 2, 2)],
    ),
    (
        "L'aviation dit avoir éliminé une cinquantaine de mercenaires.",
        [("deaths", "combatants", 50, 50)],
    ),
    (
        "L'attaque d'un checkpoint fait deux tués parmi les forces de sécurité.",
        [("deaths", "all", 2, 2)],
    ),
]

TRAPS = [
    "Dix personnes sont mortes dans un accident de bus près de Bani Walid.",
    "Le navire a secouru 90 migrants au large.",
    "L'armée dément avoir perdu des dizaines de soldats.",
    "Si les combats reprennent, 50 000 personnes pourraient fuir.",
    "Quelque 1,3 million de personnes ont besoin d'aide et 300 écoles sont fermées.",
    "Les obus ont tué cinq chevaux dans un club hippique.",
    "La justice a condamné à mort 45 miliciens.",
    "L'Égypte a évacué 300 de ses ressortissants.",
    "Trois immeubles ont été touchés, sans faire de blessés.",
    "Six officiers des deux camps se sont retrouvés à Syrte.",
    "Le texte, qui compte 12 articles, a tué l'espoir de 2 partis.",
]
