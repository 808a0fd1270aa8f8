"""Claims as English reports phrase them, by the number of the phrasing in the catalogue."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CATALOGUE: list[tuple[str, str, list[Claim]]] = [
    (
        "E15",
        "Fourteen people met their deaths in the clashes.",
        [("deaths", "all", 14, 14)],
    ),
    (
        "E15",
        "Nine worshippers did not survive the blast.",
        [("deaths", "civilians", 9, 9)],
    ),
    (
        "E25",
        "The LNA buried 14 of its men on Friday.",
        [("deaths", "combatants", 14, 14)],
    ),
    (
        "E25",
        "Losses on the government side came to 14 fighters.",
        [("deaths", "combatants", 14, 14)],
    ),
    ("E25", "Six LNA soldiers fell at Abu Grein.", [("deaths", "combatants", 6, 6)]),
    (
        "E59",
        "Doctors treated 32 people for shrapnel wounds.",
        [("injured", "all", 32, 32)],
    ),
    (
        "E59",
        "Thirty-two others had to be treated in hospital for their injuries.",
        [("injured", "all", 32, 32)],
    ),
    (
        "E16",
        "Fatalities since 4 April now number 1,093.",
        [("deaths", "all", 1093, 1093)],
    ),
    (
        "E48",
        "WHO puts the dead at 1,093 and the wounded at 5,762.",
        [("deaths", "all", 1093, 1093), ("injured", "all", 5762, 5762)],
    ),
    (
        "E73",
        "The fighting has driven 5,400 people out of Ain Zara.",
        [("displaced", "all", 5400, 5400)],
    ),
    (
        "E72",
        "As many as 5,400 residents packed up and left.",
        [("displaced", "civilians", None, 5400)],
    ),
    (
        "E72",
        "Some 5,400 people sought refuge in schools.",
        [("displaced", "all", 5400, 5400)],
    ),
    (
        "E81",
        "Roughly 400 families are back in their homes in Sirte.",
        [("returned", "families", 400, 400)],
    ),
    ("E65", "There is no trace of seven of the men.", [("missing", "men", 7, 7)]),
    (
        "E73",
        "The shelling forced about 900 residents to look for shelter elsewhere.",
        [("displaced", "civilians", 900, 900)],
    ),
    (
        "E73",
        "The raids compelled 300 families to seek safety in Gharyan.",
        [("displaced", "families", 300, 300)],
    ),
    (
        "E72",
        "The town has taken in 250 families since the fighting began.",
        [("displaced", "families", 250, 250)],
    ),
    (
        "E77",
        "The week saw 1,130 new arrivals of displaced people in Gharyan.",
        [("displaced", "all", 1130, 1130)],
    ),
    (
        "E3",
        "Four nurses were among the twenty-three people hurt.",
        [("injured", "health_workers", 4, 4), ("injured", "all", 23, 23)],
    ),
    (
        "E14",
        "The siege claimed the lives of some 60 civilians and 200 or so fighters.",
        [("deaths", "civilians", 60, 60), ("deaths", "combatants", 200, 200)],
    ),
    (
        "E27",
        "Forty-two bodies have come out of the ground in Tarhuna so far.",
        [("bodies_recovered", "all", 42, 42)],
    ),
    (
        "E27",
        "Nineteen bodies have been dug up so far.",
        [("bodies_recovered", "all", 19, 19)],
    ),
    (
        "E55",
        "UNSMIL documented 61 civilian casualties (20 dead, 41 hurt).",
        [
            ("casualties", "civilians", 61, 61),
            ("deaths", "civilians", 20, 20),
            ("injured", "civilians", 41, 41),
        ],
    ),
    (
        "E54",
        "The Mission recorded 29 civilian casualties – 12 deaths and 17 injuries – in March.",
        [
            ("casualties", "civilians", 29, 29),
            ("deaths", "civilians", 12, 12),
            ("injured", "civilians", 17, 17),
        ],
    ),
    (
        "E31",
        "A father and his two sons died when a mine went off.",
        [("deaths", "men", 1, 1), ("deaths", "children", 2, 2)],
    ),
    ("E38", "Shelling kills four people a week on average.", []),
    ("E40", "No casualties were reported.", []),
    ("E35", "Dozens are feared dead under the rubble.", []),
    (
        "E26",
        "The army claims to have killed 30 militants.",
        [("deaths", "combatants", 30, 30)],
    ),
    (
        "E26",
        "Haftar's spokesman said 45 enemy fighters had been eliminated.",
        [("deaths", "combatants", 45, 45)],
    ),
    (
        "E21",
        "Since the start of the offensive 1,100 people have been killed and nearly 6,000 hurt.",
        [("deaths", "all", 1100, 1100), ("injured", "all", None, 6000)],
    ),
    (
        "E46",
        "Between 20 and 30 fighters died in the ambush.",
        [("deaths", "combatants", 20, 30)],
    ),
    (
        "E19",
        "The toll was revised down from 41 to 38.",
        [("deaths", "all", 41, 41), ("deaths", "all", 38, 38)],
    ),
    ("E17", "The latest strike took the toll to 56.", [("deaths", "all", 56, 56)]),
    (
        "E18",
        "The hospital now counts 23 dead, up from 19 on Sunday.",
        [("deaths", "all", 23, 23), ("deaths", "all", 19, 19)],
    ),
    (
        "E12",
        "Upwards of 300 civilians have lost their lives.",
        [("deaths", "civilians", 300, None)],
    ),
    ("E10", "The dead number at least 12.", [("deaths", "all", 12, None)]),
    (
        "E34",
        "Fourteen confirmed dead, five unaccounted for.",
        [("deaths", "all", 14, 14), ("missing", "all", 5, 5)],
    ),
    ("E51", "A rocket maimed two schoolgirls.", [("injured", "children", 2, 2)]),
    (
        "E51",
        "Mortar fire left a teacher dead and three of his pupils badly hurt.",
        [("deaths", "civilians", 1, 1), ("injured", "children", 3, 3)],
    ),
    (
        "E4",
        "Some 700 people have died, most of them civilians.",
        [("deaths", "all", 700, 700)],
    ),
    (
        "E32",
        "Five members of one family were killed in their sleep.",
        [("deaths", "all", 5, 5)],
    ),
    (
        "E75",
        "Some 500 families, around 2,600 people, left Abu Salim overnight.",
        [("displaced", "families", 500, 500), ("displaced", "all", 2600, 2600)],
    ),
    (
        "E80",
        "A further 1,200 people were newly displaced this week.",
        [("displaced", "all", 1200, 1200)],
    ),
    (
        "E78",
        "There are now 316,000 IDPs in Libya.",
        [("displaced", "all", 316000, 316000)],
    ),
    (
        "E79",
        "The number of displaced fell to 268,000 from 392,000 a year earlier.",
        [("displaced", "all", 268000, 268000), ("displaced", "all", 392000, 392000)],
    ),
    (
        "E70",
        "The war has driven hundreds of thousands from their homes.",
        [("displaced", "all", 200000, 999999)],
    ),
    ("E15", "One civilian lost his life.", [("deaths", "civilians", 1, 1)]),
    (
        "E27",
        "The remains of 17 people were unearthed from two pits.",
        [("bodies_recovered", "all", 17, 17)],
    ),
    (
        "E36",
        "Eight detainees were summarily executed.",
        [("deaths", "prisoners", 8, 8)],
    ),
    ("E41", "An unknown number of people were killed.", []),
    ("E99", "Five officers from each side will meet in Geneva.", []),
    ("T24", "Half a million people would flee if the city fell.", []),
    ("T26", "The ministry denied that 20 soldiers had died.", []),
    ("T13", "Turkey sent 2,000 fighters to Tripoli.", []),
    ("E63", "Both camps freed 33 prisoners.", []),
    ("E94", "Up to 20,000 mercenaries are in the country.", []),
]
