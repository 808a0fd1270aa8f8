"""Further English sentences: victims by trade, lists, earlier values, trailing hedges."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CLAIMS: list[tuple[str, list[Claim]]] = [
    (
        "Hospitals in Sabha took in 30 wounded and five bodies overnight.",
        [("injured", "all", 30, 30), ("bodies_recovered", "all", 5, 5)],
    ),
    (
        "Close to 25,000 people have abandoned their homes in the two weeks since the assault began.",
        [("displaced", "all", None, 25000)],
    ),
    (
        "A further 6,000 were displaced on Tuesday alone.",
        [("displaced", "all", 6000, 6000)],
    ),
    (
        "In all, 18,250 people - 3,650 families - have been uprooted.",
        [("displaced", "all", 18250, 18250), ("displaced", "families", 3650, 3650)],
    ),
    (
        "By the end of June, 435,000 Libyans were internally displaced, against 268,000 a year before.",
        [("displaced", "all", 435000, 435000), ("displaced", "all", 268000, 268000)],
    ),
    (
        "Only 80 families have so far dared to go back.",
        [("returned", "families", 80, 80)],
    ),
    (
        "Some 2,300 returnees were recorded in Benghazi last month.",
        [("returned", "all", 2300, 2300)],
    ),
    (
        "Another 44 men are missing, feared taken by the militia.",
        [("missing", "men", 44, 44)],
    ),
    (
        "Eighteen soldiers went missing during the retreat.",
        [("missing", "combatants", 18, 18)],
    ),
    (
        "A grave holding 22 corpses was uncovered at a farm.",
        [("bodies_recovered", "all", 22, 22)],
    ),
    (
        "The Red Crescent recovered the remains of nine people.",
        [("bodies_recovered", "all", 9, 9)],
    ),
    (
        "At the hospital, where 160 bodies had been counted the day before, staff wept.",
        [("bodies_recovered", "all", 160, 160)],
    ),
    (
        "Four children from one family burned to death when a shell hit their tent.",
        [("deaths", "children", 4, 4)],
    ),
    (
        "Among the fatalities was a 70-year-old grandmother.",
        [("deaths", "women", 1, 1)],
    ),
    (
        "The LNA admitted losing five fighters, while the GNA said it had killed 25.",
        [("deaths", "combatants", 5, 5), ("deaths", "all", 25, 25)],
    ),
    (
        "His forces had 15 dead and 37 wounded, the commander said.",
        [("deaths", "all", 15, 15), ("injured", "all", 37, 37)],
    ),
    (
        "A car bomb near a mosque killed at least 35, a health official said, revising an earlier toll of 22.",
        [("deaths", "all", 35, None), ("deaths", "all", 22, 22)],
    ),
    (
        "At least 11 killed, more than 20 hurt in Derna air raids: medics",
        [("deaths", "all", 11, None), ("injured", "all", 20, None)],
    ),
    (
        "Clashes between rival militias kill two in Libyan capital",
        [("deaths", "all", 2, 2)],
    ),
    (
        "Shelling of Tripoli port leaves three firefighters injured",
        [("injured", "all", 3, 3)],
    ),
    (
        "The drone killed him and four of his bodyguards.",
        [("deaths", "combatants", 4, 4)],
    ),
    ("Two brothers, aged 8 and 11, died instantly.", [("deaths", "men", 2, 2)]),
    ("Twelve fighters were killed on each side.", [("deaths", "combatants", 12, 12)]),
    (
        "In two days of battles 20 people, among them five civilians, lost their lives and 27 were hurt.",
        [
            ("deaths", "all", 20, 20),
            ("deaths", "civilians", 5, 5),
            ("injured", "all", 27, 27),
        ],
    ),
    (
        "The dead were identified as three Egyptian workers and a Libyan driver.",
        [("deaths", "civilians", 3, 3), ("deaths", "civilians", 1, 1)],
    ),
    (
        "The mine blast that killed two deminers on Thursday also injured a passing shepherd.",
        [("deaths", "deminers", 2, 2), ("injured", "civilians", 1, 1)],
    ),
    (
        "It was the second attack in a week; the first had killed seven.",
        [("deaths", "all", 7, 7)],
    ),
    (
        "The death of 45 migrants in a strike on their detention centre shocked the world.",
        [("deaths", "migrants", 45, 45)],
    ),
    (
        "More than 40 cadets were massacred in a drone attack on the academy.",
        [("deaths", "combatants", 40, None)],
    ),
    (
        "All 14 people aboard were killed when the helicopter was shot down.",
        [("deaths", "all", 14, 14)],
    ),
    (
        "The bombing wounded 12 at least, three of them children.",
        [("injured", "all", 12, None), ("injured", "children", 3, 3)],
    ),
    ("Up to 17 people, if not more, were slain.", [("deaths", "all", None, 17)]),
    (
        "Preliminary toll of 9 dead and 16 wounded.",
        [("deaths", "all", 9, 9), ("injured", "all", 16, 16)],
    ),
    (
        "A total of 647 civilians have been killed or injured since January.",
        [("casualties", "civilians", 647, 647)],
    ),
    (
        "The conflict has driven 200,000 from their homes and cost 2,200 lives.",
        [("displaced", "all", 200000, 200000), ("deaths", "all", 2200, 2200)],
    ),
    (
        "Libya: over 100,000 displaced since April, says UN",
        [("displaced", "all", 100000, None)],
    ),
    (
        "Ten prison guards were executed by retreating fighters, the Justice Ministry said.",
        [("deaths", "combatants", 10, 10)],
    ),
    (
        "Mortar fire struck a wedding tent, injuring a caterer, a singer and nine guests.",
        [
            ("injured", "all", 1, 1),
            ("injured", "civilians", 1, 1),
            ("injured", "civilians", 9, 9),
        ],
    ),
    (
        "Violence in the south has displaced 4,400 people in the past fortnight.",
        [("displaced", "all", 4400, 4400)],
    ),
    (
        "An estimated 38 per cent of the 97,000 people displaced from Tripoli are children.",
        [("displaced", "all", 97000, 97000)],
    ),
    (
        "Military sources reported the loss of seven men in the ambush.",
        [("deaths", "combatants", 7, 7)],
    ),
    (
        "Two soldiers were shot in the head by a sniper and died on the way to hospital.",
        [("deaths", "combatants", 2, 2)],
    ),
    (
        "Rockets landed on student housing: three dead, eleven injured.",
        [("deaths", "all", 3, 3), ("injured", "all", 11, 11)],
    ),
    (
        "The Tripoli ambulance service said it had evacuated 70 families and recovered three bodies.",
        [("bodies_recovered", "all", 3, 3)],
    ),
    (
        "Casualties since Friday have reached 27 killed and 91 injured, according to the field hospital.",
        [("deaths", "all", 27, 27), ("injured", "all", 91, 91)],
    ),
    (
        "Local officials say upwards of 60 were slain in Brak al-Shatti, most of them recruits.",
        [("deaths", "all", 60, None)],
    ),
    (
        "A twin bombing outside a mosque, in which 34 worshippers died, was claimed by no one.",
        [("deaths", "civilians", 34, 34)],
    ),
    (
        "Not one of the 6 ambulances escaped damage; two crew members were killed.",
        [("deaths", "all", 2, 2)],
    ),
    (
        "The United Nations verified the deaths of 1,700 people, 284 of them civilians.",
        [("deaths", "all", 1700, 1700), ("deaths", "civilians", 284, 284)],
    ),
    (
        "Fourteen months of war: 2,500 dead, 12,000 wounded, 200,000 uprooted.",
        [
            ("deaths", "all", 2500, 2500),
            ("injured", "all", 12000, 12000),
            ("displaced", "all", 200000, 200000),
        ],
    ),
    (
        "The ministry put at 85 the number of those killed so far.",
        [("deaths", "all", 85, 85)],
    ),
    (
        "Bodies of 13 fighters lay in the hospital courtyard.",
        [("bodies_recovered", "combatants", 13, 13)],
    ),
    (
        "Heavy clashes killed at least 7 and forced hundreds of families to leave.",
        [("deaths", "all", 7, None), ("displaced", "families", 200, 999)],
    ),
    (
        "Since the truce, 1,100 displaced families have resettled in Souq al-Khamis.",
        [("returned", "families", 1100, 1100)],
    ),
    (
        "The bomb, which wounded a colonel and his driver, was planted under a bridge.",
        [("injured", "combatants", 1, 1), ("injured", "civilians", 1, 1)],
    ),
    ("The Red Crescent lists 72 people as missing.", [("missing", "all", 72, 72)]),
    (
        "Nine detainees remain missing after the jail was stormed.",
        [("missing", "prisoners", 9, 9)],
    ),
    (
        "Tribal fighting over a monkey cost at least 20 people their lives in Sabha.",
        [("deaths", "all", 20, None)],
    ),
    (
        "Four of the wounded later died, taking the number of fatalities to 25.",
        [("deaths", "all", 4, 4), ("deaths", "all", 25, 25)],
    ),
]

TRAPS = [
    "The forum's 75 members voted 39 to 34 for the list.",
    "About 1.3 million people need aid and 300 schools are closed.",
    "If fighting resumes, as many as 50,000 people could be forced to flee.",
    "The army denied reports that dozens of its soldiers had died.",
    "He served 8 years and killed 3 hours with his lawyer.",
    "Ten people died when their bus overturned near Bani Walid.",
    "UN experts say the two vessels carried 1,500 tonnes.",
    "The blast ripped through a crowd. Three died.",
    "Rebels shot down two helicopters and captured 12 crew.",
    "The commander lost 3 of his bases.",
    "Seven ministers survived the vote that killed the bill.",
    "The brigade killed time for 3 days at checkpoint 17.",
    "Egypt evacuated 300 of its citizens; Tunisia took in 120.",
    "The court sentenced 45 militiamen to death for killing protesters in 2011.",
]
