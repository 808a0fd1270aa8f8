"""What happened as English reports phrase it, by the number of the phrasing in the catalogue."""

from __future__ import annotations

CATALOGUE = [
    (
        "V1",
        "Commanders on both fronts have accepted a five-day pause in the fighting, the mediators announced on Tuesday.",
        "truce",
    ),
    (
        "V1",
        "After weeks of stalemate, the rival armies settled on a cessation of hostilities.",
        "truce",
    ),
    ("V1", "The LNA agreed on Monday to stop firing along the Sirte line.", "truce"),
    (
        "V2",
        "A unilateral ceasefire was proclaimed by Khalifa Haftar at dawn on Monday.",
        "truce",
    ),
    ("V2", "Libya: Haftar announces truce on all fronts", "truce"),
    (
        "V2",
        "The proclamation of a truce by the GNA on Monday surprised diplomats.",
        "truce",
    ),
    ("V3", "The ceasefire entered into force at midnight on Sunday.", "truce"),
    (
        "V3",
        "Guns fell silent at 00:01 on Sunday as the truce came into effect.",
        "truce",
    ),
    ("V3", "A truce is to take effect on Friday at noon.", "planned truce"),
    (
        "V5",
        "The Arab League appealed for an immediate end to the fighting.",
        "called_for truce, statement",
    ),
    (
        "V5",
        "Tunisia pressed both camps to lay down their weapons.",
        "called_for truce, statement",
    ),
    (
        "V6",
        "Russia and Turkey issued a joint call for a ceasefire from 12 June.",
        "called_for truce, statement",
    ),
    ("V7", "The European Union hailed the ceasefire as a first step.", "statement"),
    ("V7", "Egypt gave the truce a warm welcome.", "statement"),
    (
        "V8",
        "The LNA turned down the proposed ceasefire on Monday.",
        "denied truce, statement",
    ),
    ("V8", "Haftar refused to accept a ceasefire.", "denied truce, statement"),
    (
        "V9",
        "Haftar flew home from Moscow without putting his name to the text.",
        "denied agreement",
    ),
    (
        "V10",
        "The eastern commander has asked for two more days to study the draft and has yet to sign.",
        "denied agreement",
    ),
    ("V11", "The signing of the accord took place in Geneva on Friday.", "agreement"),
    (
        "V12",
        "Both delegations initialled a draft agreement in Bouznika on Thursday.",
        "agreement",
    ),
    (
        "V12",
        "The two chambers reached an understanding on sovereign posts.",
        "agreement",
    ),
    (
        "V13",
        "The GNA said Haftar's troops broke the truce on Monday by shelling Abu Salim.",
        "attack, truce_violation",
    ),
    (
        "V14",
        "The GNA blamed the LNA for violating the truce on Tuesday.",
        "statement, truce_violation",
    ),
    (
        "V15",
        "The LNA denied having violated the ceasefire.",
        "denied truce_violation, statement",
    ),
    (
        "V16",
        "The UN mission has recorded 110 violations of the truce since Sunday.",
        "truce_violation",
    ),
    (
        "V17",
        "Despite the truce, shells landed in Ain Zara on Tuesday.",
        "attack, truce_violation",
    ),
    ("V18", "The warring sides extended the truce by a week.", "truce"),
    ("V18", "The truce was prolonged until Friday.", "truce"),
    (
        "V19",
        "The LNA said it was no longer bound by the ceasefire.",
        "statement, truce_violation",
    ),
    (
        "V20",
        "The ceasefire fell apart on Tuesday after just two days.",
        "truce_violation",
    ),
    (
        "V21",
        "A 12-hour humanitarian pause allowed residents of Abu Salim to leave.",
        "truce",
    ),
    ("V22", "The first ceasefire monitors arrived in Tripoli on Tuesday.", ""),
    ("V23", "Talks between the two sides got under way in Geneva on Monday.", "talks"),
    ("V23", "The opening of the dialogue in Tunis drew 75 delegates.", "talks"),
    (
        "V24",
        "Negotiations are scheduled to start in Geneva on 22 June.",
        "planned talks",
    ),
    ("V25", "A third round of military talks began in Sirte on Monday.", "talks"),
    ("V26", "The rivals are back at the negotiating table in Geneva.", "talks"),
    (
        "V26",
        "Negotiators resumed their work in Ghadames on Tuesday after a ten-day break.",
        "talks",
    ),
    (
        "V27",
        "The GNA suspended its participation in the Geneva talks after rockets hit Tripoli's port.",
        "attack, talks",
    ),
    ("V27", "The House delegation pulled out of the dialogue on Monday.", "talks"),
    ("V28", "The talks have been put off indefinitely.", "denied talks"),
    (
        "V28",
        "The UN mission postponed the meeting of the 5+5 commission.",
        "denied talks",
    ),
    ("V29", "Eastern lawmakers boycotted the session in Ghadames.", "talks"),
    (
        "V30",
        "The talks in Geneva ended without a deal on Saturday.",
        "denied agreement, talks",
    ),
    ("V30", "The forum wrapped up its work in Tunis on Sunday.", "talks"),
    ("V31", "The rivals failed to reach agreement in Geneva.", "denied agreement"),
    ("V31", "Three days of talks in Cairo ended inconclusively on Wednesday.", "talks"),
    (
        "V34",
        "Ghassan Salame received Haftar's envoys in Tunis on Tuesday.",
        "mediation",
    ),
    (
        "V34",
        "Aguila Saleh held talks with the Egyptian president in Cairo on Tuesday.",
        "mediation",
    ),
    (
        "V35",
        "Emmanuel Macron and Fayez al-Sarraj spoke by phone on Monday.",
        "mediation",
    ),
    (
        "V36",
        "Haftar is expected to meet the Greek foreign minister in Athens on Friday.",
        "planned mediation",
    ),
    (
        "V37",
        "The GNA named its five officers to the joint military commission on Monday.",
        "",
    ),
    (
        "V38",
        "An LNA delegation headed by General Mrajaa al-Ammami arrived in Geneva on Monday.",
        "talks",
    ),
    ("V39", "The 5+5 Joint Military Commission convened in Sirte on Tuesday.", "talks"),
    (
        "V40",
        "Germany hosted an international conference on Libya in Berlin on Sunday.",
        "mediation",
    ),
    (
        "V40",
        "Leaders meeting in Berlin on Sunday pledged to respect the arms embargo.",
        "mediation",
    ),
    (
        "V41",
        "The Security Council on Wednesday passed resolution 2510 by 14 votes with one abstention.",
        "resolution",
    ),
    ("V41", "Resolution 2510 was adopted on Wednesday.", "resolution"),
    ("V41", "The Council failed to adopt the text.", "denied resolution"),
    (
        "V43",
        "The Security Council extended the mandate of UNSMIL until 15 September.",
        "resolution",
    ),
    (
        "V44",
        "The members of the Security Council condemned the attack in a press statement.",
        "statement",
    ),
    ("V44", "The African Union voiced deep concern on Monday.", "statement"),
    ("V45", "The envoy briefed the Security Council by video link on Tuesday.", ""),
    (
        "V46",
        "The Secretary-General appointed Jan Kubis as special envoy on Monday.",
        "appointment",
    ),
    (
        "V46",
        "A Bulgarian diplomat is tipped to become the next UN envoy to Libya.",
        "planned appointment",
    ),
    ("V47", "Ghassan Salame stepped down on Monday, citing his health.", "appointment"),
    (
        "V47",
        "The resignation of Ghassan Salame was announced on Monday.",
        "appointment",
    ),
    (
        "V48",
        "Stephanie Williams took over as acting head of the mission on Monday.",
        "appointment",
    ),
    (
        "V49",
        "Turkey violated the arms embargo by shipping drones to Misrata, the UN panel found.",
        "embargo_violation",
    ),
    (
        "V50",
        "Three Emirati cargo planes unloaded armoured vehicles at Al Khadim in May.",
        "embargo_violation",
    ),
    (
        "V51",
        "An Il-76 from Abu Dhabi landed at al-Khadim on Monday, flight trackers said.",
        "embargo_violation",
    ),
    (
        "V52",
        "A Greek frigate boarded a freighter off Tobruk on Sunday.",
        "embargo_violation",
    ),
    (
        "V53",
        "The French navy diverted a tanker carrying jet fuel for the LNA.",
        "embargo_violation",
    ),
    (
        "V54",
        "Turkish warships turned away an Irini inspection team on Wednesday.",
        "embargo_violation",
    ),
    (
        "V55",
        "Some 400 Syrian fighters arrived in Tripoli last week, a monitor said.",
        "embargo_violation",
    ),
]
