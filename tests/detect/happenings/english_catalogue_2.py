"""What happened as English reports phrase it, by the number of the phrasing in the catalogue."""

from __future__ import annotations

CATALOGUE = [
    (
        "V56",
        "Turkey's parliament authorised the deployment of troops to Libya on Thursday.",
        "resolution",
    ),
    ("V57", "The first 300 mercenaries left Libya on Monday.", "control_change"),
    (
        "V58",
        "All foreign forces must leave Libya, Washington said.",
        "called_for control_change, statement",
    ),
    ("V59", "The two sides swapped 17 prisoners on Monday.", "humanitarian"),
    ("V60", "The LNA freed 120 detainees in Benghazi on Sunday.", "humanitarian"),
    (
        "V60",
        "The rivals agreed to release all prisoners within 30 days.",
        "agreement, planned humanitarian",
    ),
    (
        "V61",
        "The coastal road between Misrata and Sirte was reopened on Friday.",
        "humanitarian",
    ),
    (
        "V62",
        "Mitiga airport suspended flights on Tuesday after shells hit its runway.",
        "attack, humanitarian",
    ),
    ("V63", "The port of Ras Lanuf resumed loading on Monday.", "economic"),
    (
        "V64",
        "Flights between Tripoli and Benghazi restarted on Friday.",
        "humanitarian",
    ),
    ("V65", "Armed men shut the Sharara oilfield on Saturday.", "economic"),
    (
        "V65",
        "The NOC declared force majeure on exports from five ports on Saturday.",
        "economic",
    ),
    ("V66", "Haftar lifted the oil blockade on Friday.", "economic"),
    (
        "V66",
        "Output at Sharara restarted on Monday after a two-week stoppage.",
        "economic",
    ),
    ("V67", "Heavy clashes broke out in Zawiya on Monday night.", "attack"),
    ("V67", "Rival militias traded machine-gun fire in Janzour for hours.", "attack"),
    ("V68", "A drone strike hit a convoy near Gharyan on Tuesday.", "attack"),
    ("V69", "Grad rockets rained down on Tarhuna overnight.", "attack"),
    (
        "V69",
        "The shelling of Mitiga on Monday grounded all flights.",
        "attack, humanitarian",
    ),
    ("V70", "Government forces took Sabratha and Surman on Monday.", "control_change"),
    ("V70", "The fall of Watiya base on Monday dealt Haftar a blow.", "control_change"),
    ("V70", "Tarhuna is now in the hands of the GNA.", "control_change"),
    (
        "V71",
        "Wagner fighters pulled back from the front lines south of Tripoli on Sunday.",
        "control_change",
    ),
    ("V72", "The LNA launched an offensive against Sirte on Monday.", "offensive"),
    (
        "V72",
        "The assault on Tripoli, launched in April 2019, has cost hundreds of lives.",
        "background offensive",
    ),
    ("V73", "Haftar vowed to strike Turkish ships.", "statement"),
    ("V73", "Turkey threatened to attack the LNA.", "statement"),
    (
        "V74",
        "The LNA gave Misrata forces three days to leave Tripoli and Sirte.",
        "statement",
    ),
    ("V75", "A convoy of food aid reached Bani Walid on Monday.", "humanitarian"),
    (
        "V78",
        "The European Union imposed sanctions on three companies on Monday.",
        "resolution",
    ),
    ("V78", "Washington blacklisted the al-Kani militia on Wednesday.", "resolution"),
]
