"""English sentences, shaped like those of reports, and what they claim."""

from __future__ import annotations

from tests.detect.claims.claim import Claim

CLAIMS: list[tuple[str, list[Claim]]] = [
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
            ("deaths", "civilians", 12, 12),
            ("injured", "civilians", 17, 17),
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

# Numbers that are no figures.
TRAPS = [
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
