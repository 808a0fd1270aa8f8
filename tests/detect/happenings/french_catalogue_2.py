"""What happened as French reports phrase it, by the number of the phrasing in the catalogue."""

from __future__ import annotations

CATALOGUE = [
    (
        "V71",
        "Les combattants de Wagner se sont repliés dimanche du front sud de Tripoli.",
        "control_change",
    ),
    ("V72", "L'ANL a lancé lundi une offensive contre Syrte.", "offensive"),
    (
        "V72",
        "L'offensive sur Tripoli, lancée en avril 2019, a fait des centaines de morts.",
        "background offensive",
    ),
    ("V73", "Haftar a juré de frapper les navires turcs.", "statement"),
    (
        "V74",
        "L'ANL a donné trois jours aux forces de Misrata pour quitter Tripoli.",
        "statement",
    ),
    (
        "V75",
        "Un convoi d'aide alimentaire est arrivé lundi à Bani Walid.",
        "humanitarian",
    ),
    ("V78", "L'Union européenne a sanctionné trois sociétés lundi.", "resolution"),
    (
        "V78",
        "Washington a inscrit la milice al-Kani sur sa liste noire mercredi.",
        "resolution",
    ),
]
