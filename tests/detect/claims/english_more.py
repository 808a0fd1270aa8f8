"""More English sentences: victims by trade, lists, earlier values, trailing hedges."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CLAIMS: list[tuple[str, list[Claim]]] = [
    (
        "Fourteen residents lost their lives when rockets slammed into Abu Salim at dawn.",
        [("deaths", "civilians", 14, 14)],
    ),
    (
        "Six of the dead were students, the hospital director said.",
        [("deaths", "civilians", 6, 6)],
    ),
    (
        "A paramedic was shot dead on the airport road late on Saturday.",
        [("deaths", "health_workers", 1, 1)],
    ),
    (
        "The strike on the clinic cost a midwife her life and left three patients hurt.",
        [("deaths", "health_workers", 1, 1), ("injured", "civilians", 3, 3)],
    ),
    (
        "A mother and her two children perished when a shell tore through their kitchen in Ain Zara.",
        [("deaths", "women", 1, 1), ("deaths", "children", 2, 2)],
    ),
    (
        "No fewer than 31 soldiers have been killed since the assault began on 4 April.",
        [("deaths", "combatants", 31, None)],
    ),
    (
        "The ministry put the number of dead at 54, while the WHO spoke of 61.",
        [("deaths", "all", 54, 54), ("deaths", "all", 61, 61)],
    ),
    (
        "Bombardment of the port claimed nine lives on Friday.",
        [("deaths", "all", 9, 9)],
    ),
    (
        "With this attack the overall toll climbs to 1,093, of whom 72 were civilians.",
        [("deaths", "all", 1093, 1093), ("deaths", "civilians", 72, 72)],
    ),
    (
        "The health ministry later revised its count upward, from 19 to 23 dead.",
        [("deaths", "all", 19, 19), ("deaths", "all", 23, 23)],
    ),
    (
        "Seven bodies have so far been pulled from the rubble of the barracks.",
        [("bodies_recovered", "all", 7, 7)],
    ),
    (
        "The raid's victims include two nurses and an ambulance driver.",
        [("deaths", "health_workers", 2, 2), ("deaths", "health_workers", 1, 1)],
    ),
    (
        "Killed in the exchange were four fighters of the 444 Brigade.",
        [("deaths", "combatants", 4, 4)],
    ),
    (
        "Air raid in Tripoli suburb kills 5, wounds 12",
        [("deaths", "all", 5, 5), ("injured", "all", 12, 12)],
    ),
    (
        "Tripoli: 3 dead, 8 hurt as mortars rain on market",
        [("deaths", "all", 3, 3), ("injured", "all", 8, 8)],
    ),
    ("UN: Libya clashes leave nearly 300 dead", [("deaths", "all", None, 300)]),
    ("Death toll in Zawiya fighting up to 21", [("deaths", "all", 21, 21)]),
    (
        "At least 20 people, most of them civilians, died in the bombing of a detention centre.",
        [("deaths", "all", 20, None)],
    ),
    (
        "Between 15 and 20 gunmen were slain, the army claims.",
        [("deaths", "combatants", 15, 20)],
    ),
    (
        "More than 8,000 families have been forced out of their homes over five weeks of fighting.",
        [("displaced", "families", 8000, None)],
    ),
    (
        "Some 3,400 people fled Ain Zara in a single night.",
        [("displaced", "all", 3400, 3400)],
    ),
    (
        "The fighting has uprooted an estimated 140,000 Libyans, half of them children.",
        [("displaced", "all", 140000, 140000)],
    ),
    (
        "Nearly 2,000 people were driven from Tawergha camp.",
        [("displaced", "all", None, 2000)],
    ),
    (
        "The exodus from Tarhuna has swelled to 24,000 people, up from 16,000 on Friday.",
        [("displaced", "all", 24000, 24000), ("displaced", "all", 16000, 16000)],
    ),
    (
        "There were 316,415 internally displaced people in Libya at the end of the year, 12,000 fewer than in October.",
        [("displaced", "all", 316415, 316415)],
    ),
    (
        "The IOM says 425,714 people are still displaced across the country.",
        [("displaced", "all", 425714, 425714)],
    ),
    (
        "About 605,000 displaced Libyans have now gone back to their homes.",
        [("returned", "all", 605000, 605000)],
    ),
    (
        "Over 900 families returned to Souq al-Khamis during the lull.",
        [("returned", "families", 900, None)],
    ),
    (
        "Eleven men remain unaccounted for after the raid on the base.",
        [("missing", "men", 11, 11)],
    ),
    (
        "Relatives of 270 missing people gathered in Tarhuna.",
        [("missing", "all", 270, 270)],
    ),
    (
        "Search teams exhumed 28 bodies, among them those of three women, from five graves.",
        [("bodies_recovered", "all", 28, 28), ("bodies_recovered", "women", 3, 3)],
    ),
    (
        "The Mission documented 106 civilian casualties - 61 deaths and 45 injuries - across Libya.",
        [
            ("casualties", "civilians", 106, 106),
            ("deaths", "civilians", 61, 61),
            ("injured", "civilians", 45, 45),
        ],
    ),
    (
        "Victims included 12 men, four women and three boys killed and eight men injured.",
        [
            ("deaths", "men", 12, 12),
            ("deaths", "women", 4, 4),
            ("deaths", "children", 3, 3),
            ("injured", "men", 8, 8),
        ],
    ),
    (
        "Most casualties were caused by shelling (14 deaths and 20 injuries).",
        [("deaths", "all", 14, 14), ("injured", "all", 20, 20)],
    ),
    (
        "UNSMIL documented casualties in Benghazi (four killed and nine injured) and Sabha (two killed).",
        [("deaths", "all", 4, 4), ("injured", "all", 9, 9), ("deaths", "all", 2, 2)],
    ),
    (
        "Another 16 people were hurt, five of them critically.",
        [("injured", "all", 16, 16), ("injured", "all", 5, 5)],
    ),
    (
        "Thirty-seven people died and scores were wounded, medics said.",
        [("deaths", "all", 37, 37), ("injured", "all", 40, 99)],
    ),
    (
        "Two guards and a passer-by were gunned down outside the bank.",
        [("deaths", "combatants", 2, 2), ("deaths", "civilians", 1, 1)],
    ),
    (
        "The bomb went off near a school, injuring a teacher and seven pupils.",
        [("injured", "civilians", 1, 1), ("injured", "children", 7, 7)],
    ),
    (
        "The LNA said it had eliminated 40 militants south of the town.",
        [("deaths", "combatants", 40, 40)],
    ),
    (
        "Haftar's forces lost 18 men, according to a field commander.",
        [("deaths", "combatants", 18, 18)],
    ),
    (
        "Fighting that had lasted 14 months killed more than 2,000 people.",
        [("deaths", "all", 2000, None)],
    ),
    (
        "An explosion of a landmine killed a 9-year-old girl and maimed her brother.",
        [("deaths", "children", 1, 1), ("injured", "men", 1, 1)],
    ),
    (
        "A father and three of his sons were killed in their car.",
        [("deaths", "men", 1, 1), ("deaths", "children", 3, 3)],
    ),
    (
        "More than half a million people have left their homes because of the conflict.",
        [("displaced", "all", 500000, None)],
    ),
    (
        "The UN agency for migration registered 1,250 newly displaced families this week.",
        [("displaced", "families", 1250, 1250)],
    ),
    ("The dead include 13 women.", [("deaths", "women", 13, 13)]),
    (
        "An airstrike hit a convoy; eleven Sudanese fighters were reported dead.",
        [("deaths", "combatants", 11, 11)],
    ),
    (
        "Of the 58 people killed, 14 were civilians.",
        [("deaths", "all", 58, 58), ("deaths", "civilians", 14, 14)],
    ),
    (
        "Those killed: 10 soldiers, 3 civilians.",
        [("deaths", "combatants", 10, 10), ("deaths", "civilians", 3, 3)],
    ),
    (
        "The shelling that killed 55 people in the capital in August 2023 has not been forgotten.",
        [("deaths", "all", 55, 55)],
    ),
    ("The number of injured has climbed past 120.", [("injured", "all", 120, None)]),
    (
        "Eight Sudanese labourers died in the blast, two more succumbed to their injuries on Monday.",
        [("deaths", "civilians", 8, 8), ("deaths", "all", 2, 2)],
    ),
    (
        "The number of civilians killed in June doubled to 44, the Mission said.",
        [("deaths", "civilians", 44, 44)],
    ),
    (
        "Heavy artillery hit the old town and wounded dozens, a third of them women.",
        [("injured", "all", 24, 99)],
    ),
    (
        "Fighting has left 1,048 people dead, including 106 civilians, and 5,558 wounded, including 289 civilians.",
        [
            ("deaths", "all", 1048, 1048),
            ("deaths", "civilians", 106, 106),
            ("injured", "all", 5558, 5558),
            ("injured", "civilians", 289, 289),
        ],
    ),
    (
        "Medics said the bodies of a woman and two infants were brought to the morgue.",
        [("bodies_recovered", "women", 1, 1), ("bodies_recovered", "children", 2, 2)],
    ),
    (
        "Two warplanes bombed a biscuit factory, where ten workers, mostly Bangladeshi nationals, lost their lives.",
        [("deaths", "civilians", 10, 10)],
    ),
    (
        "The toll from the siege of Ghanfouda stands at 146 dead.",
        [("deaths", "all", 146, 146)],
    ),
]

TRAPS = [
    "Rescuers dug five children alive from the rubble.",
    "Up to a dozen policemen may have been wounded.",
    "The two sides swapped 30 prisoners after talks chaired by three elders.",
    "The offensive has entered its 9th month and 17 ships wait offshore.",
    "Fifteen migrants drowned off the coast of Zuwara.",
    "The group has 1,200 fighters and 40 vehicles, and killed the deal within 3 days.",
    "The ministry denied that 30 of its men had been killed.",
    "Without a truce, 100,000 more could be displaced, aid groups warned.",
    "No one was hurt when two shells fell near the embassy.",
    "No casualties were reported after 12 rockets landed near the port.",
    "The brigade, 800 strong, lost contact with three patrols.",
    "The ship rescued 90 migrants and returned them to Tripoli.",
    "Three journalists were detained and two lawyers abducted.",
    "Turkey sent 35 advisers, not fighters, its president said.",
]
