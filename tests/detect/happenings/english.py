"""What happened, as told in English."""

from __future__ import annotations

TELLING = [
    (
        "Rival camps have consented to silence their guns for 72 hours, the mediators said on Tuesday.",
        "truce",
    ),
    (
        "A lull agreed under tribal auspices came into force in Zawiya at dawn on Tuesday.",
        "truce",
    ),
    ("Libya: warring parties accept seven-day pause in hostilities", "truce"),
    (
        "The LNA, which had held out for weeks, on Monday signed up to the ceasefire.",
        "truce",
    ),
    (
        "Fighting in Tripoli stopped on Sunday under a deal to observe a humanitarian pause.",
        "truce",
    ),
    (
        "Fayez al-Sarraj ordered his troops to cease fire on all fronts on Friday.",
        "truce",
    ),
    ("Paris wants hostilities suspended without delay.", "called_for truce, statement"),
    ("No truce has been reached, the GNA's commanders said.", "denied truce"),
    ("A ceasefire is to begin at midnight on Thursday.", "planned truce"),
    (
        "Both camps traded blame on Monday for breaches of the ceasefire around Abu Grein.",
        "truce_violation",
    ),
    (
        "The ceasefire was shattered within hours by artillery south of Tripoli.",
        "truce_violation",
    ),
    ("Delegates from the two camps sat down together in Ghadames on Monday.", "talks"),
    (
        "The Libyan Political Dialogue Forum wound up a week of discussions in Tunis on Sunday.",
        "talks",
    ),
    (
        "After three days behind closed doors in Hurghada, officers of the two sides ended their meeting on Tuesday.",
        "talks",
    ),
    ("The fourth round of the 5+5 talks got under way at Sirte on Wednesday.", "talks"),
    (
        "Delegates will gather in Montreux next Monday for further discussions.",
        "planned talks",
    ),
    (
        "Military talks in Geneva were called off on Monday at the request of the eastern camp.",
        "denied talks",
    ),
    (
        "The House of Representatives and the High Council of State struck a deal on Thursday over sovereign posts.",
        "agreement",
    ),
    (
        "Eastern and western commanders put their names to a pact in Geneva on Friday.",
        "agreement",
    ),
    (
        "The rivals have reached an understanding on sharing oil revenue, the central bank announced on Sunday.",
        "agreement",
    ),
    (
        "Emmanuel Macron welcomed Khalifa Haftar at the Elysee on Monday for an hour of talks.",
        "mediation",
    ),
    (
        "Foreign ministers of Libya's neighbours gathered in Algiers on Thursday to discuss the crisis.",
        "mediation",
    ),
    ("Stephanie Williams flew to Benghazi on Sunday and sat with Haftar.", "mediation"),
    (
        "Mortar rounds crashed into a crowded street in Abu Salim on Monday evening.",
        "attack",
    ),
    ("A bomb-laden car went off outside a court in Benghazi on Tuesday.", "attack"),
    ("Warplanes loyal to Haftar pounded an airfield near Misrata overnight.", "attack"),
    (
        "Two rival militias fought each other with machine guns in Janzour on Saturday.",
        "attack",
    ),
    ("Three schools were closed after rockets fell nearby on Sunday.", "attack"),
    (
        "A missile slammed into the port of Tripoli on Tuesday; nobody was hurt.",
        "attack",
    ),
    (
        "An activist was killed by masked men outside her home in Benghazi on Tuesday.",
        "attack",
    ),
    (
        "The mission deplored the strike which had killed two medics in Tripoli the day before.",
        "attack, statement",
    ),
    ("Haftar ordered his men to march on the capital on Thursday.", "offensive"),
    ("Government troops pushed westward towards Sabratha on Monday.", "offensive"),
    (
        "Forces of the unity government on Friday swiftly retook the town of Tarhuna.",
        "control_change",
    ),
    (
        "The LNA has lost Gharyan, officials in Tripoli said on Wednesday.",
        "control_change",
    ),
    ("Libyan National Army says it has overrun Sirte", "control_change"),
    (
        "Fighters of Haftar melted away from Bani Walid on Thursday, leaving the town to GNA forces.",
        "control_change",
    ),
    (
        "Two Turkish-flagged ships offloaded armoured vehicles at Misrata on Sunday, UN experts say.",
        "embargo_violation",
    ),
    (
        "Russian Il-76 planes have flown fighters to Jufra since January, a UN panel found.",
        "embargo_violation",
    ),
    (
        "Council members unanimously backed a text renewing the sanctions regime on Tuesday.",
        "resolution",
    ),
    ("Washington put two militia leaders under sanctions on Monday.", "resolution"),
    ("Antonio Guterres chose Jan Kubis as his special envoy on Friday.", "appointment"),
    (
        "Sadiq al-Kabir was removed as governor of the central bank on Monday.",
        "appointment",
    ),
    (
        "On Sunday, the prime minister handed the defence portfolio to Osama Juwaili.",
        "appointment",
    ),
    (
        "Forty trucks with flour set out for Tarhuna on Monday, the Red Crescent said.",
        "humanitarian",
    ),
    ("Clearance teams began work in Ain Zara on Tuesday.", "humanitarian"),
    (
        "120 asylum seekers were flown from Misrata to Niger on Thursday, UNHCR said.",
        "humanitarian",
    ),
    ("Engineers turned the pumps back on at Sharara on Monday.", "economic"),
    ("Tribesmen shut down pumping at the port of Hariga on Friday.", "economic"),
    ("Turkey dismissed the charge as groundless on Tuesday.", "statement"),
    (
        "The head of the UN mission voiced alarm on Monday at the build-up of forces.",
        "statement",
    ),
    ('"We shall not sit with them," said a spokesman for the LNA.', "statement"),
    (
        "Moscow has no objection to the plan, its foreign ministry said, but voiced reservations about the timetable.",
        "statement",
    ),
    ("The High Council of State lashed out at the decree.", "statement"),
    ("Aguila Saleh said he would not recognise the new cabinet.", "statement"),
    ("Khalifa al-Ghwell called the vote a farce.", "statement"),
    (
        "Officials of the central bank were not available for comment.",
        "denied statement",
    ),
    ("The coastal highway remains closed.", "denied humanitarian"),
    (
        "Sarraj's government and the eastern parliament have both decreed an immediate end to combat.",
        "truce",
    ),
    (
        "A 48-hour break in the fighting to let families out took hold on Monday.",
        "truce",
    ),
    (
        "Mesmari said the GNA had broken the ceasefire four times since Sunday.",
        "statement, truce_violation",
    ),
    (
        "The LNA denied that its men had broken the truce.",
        "denied truce_violation, statement",
    ),
    (
        "Negotiators from both camps are locked in discussions in Geneva for a third day.",
        "talks",
    ),
    (
        "A third sitting of the constitutional track closed in Cairo on Monday without a result.",
        "talks",
    ),
    (
        "Members of the 6+6 committee have been meeting in Bouznika since Monday.",
        "talks",
    ),
    (
        "Dbeibah and Haftar's aides settled on a new chairman for the oil corporation on Wednesday.",
        "agreement",
    ),
    (
        "A document on the withdrawal of foreign fighters was signed in Geneva on Friday.",
        "agreement",
    ),
    ("The two chambers parted without a deal on the election law.", "denied agreement"),
    (
        "World powers meeting in Berlin on Sunday pledged to stay out of the conflict.",
        "mediation",
    ),
    (
        "Three people died when a grenade was thrown into a cafe in Sabha on Friday night.",
        "attack",
    ),
    (
        "Heavy gunfire rang out in Tripoli's Furnaj district on Saturday as two armed groups faced off.",
        "attack",
    ),
    (
        "The Islamic State group said its fighters had ambushed a police patrol near Sabha on Sunday.",
        "attack",
    ),
    (
        "A former commander was gunned down outside a mosque in Misrata on Friday.",
        "attack",
    ),
    ("Drones bombed a convoy south of Sirte at dawn on Monday.", "attack"),
    ("Violence flared again in Zawiya on Tuesday.", "attack"),
    (
        "Haftar's army is advancing on Sirte from the east, witnesses said on Monday.",
        "offensive",
    ),
    (
        "The GNA announced the start of an operation to recapture Tarhuna on Saturday.",
        "offensive",
    ),
    ("Watiya airbase passed into the hands of the GNA on Monday.", "control_change"),
    (
        "The GNA's forces are now in full command of the city of Gharyan.",
        "control_change",
    ),
    (
        "Haftar's troops pulled out of the southern suburbs of Tripoli on Thursday.",
        "control_change",
    ),
    (
        "The Panel of Experts traced 40 cargo flights carrying Emirati weapons to Benghazi.",
        "embargo_violation",
    ),
    (
        "Turkey has been shipping Syrian fighters to Tripoli, France said on Tuesday.",
        "embargo_violation",
    ),
    (
        "An Antonov loaded with munitions touched down at Benina on Saturday.",
        "embargo_violation",
    ),
    (
        "The Security Council prolonged UNSMIL's mandate for three months on Thursday.",
        "resolution",
    ),
    (
        "The House of Representatives passed a law on presidential elections on Thursday.",
        "resolution",
    ),
    ("Bathily threw in the towel on Tuesday.", "appointment"),
    ("Najla Mangoush lost her job as foreign minister on Monday.", "appointment"),
    (
        "The Red Crescent handed over the remains of eleven soldiers in Sirte on Tuesday.",
        "humanitarian",
    ),
    (
        "Families cut off in Qasr bin Ghashir were brought to safety on Monday.",
        "humanitarian",
    ),
    ("Mitiga airport resumed operations on Sunday after a week.", "humanitarian"),
    (
        "The first commercial flight from Benghazi to Misrata landed on Monday.",
        "humanitarian",
    ),
    ("Zueitina terminal was back in business on Wednesday.", "economic"),
    ("The central bank devalued the dinar on Sunday.", "economic"),
    ("The Arab League decried the Turkish vote.", "statement"),
    (
        "In a statement, the European Union's foreign policy chief regretted the collapse of the talks.",
        "statement",
    ),
    ("The United Arab Emirates slammed the report as false.", "statement"),
    (
        "Stephane Dujarric, the UN spokesman, called on all sides to spare civilians.",
        "statement",
    ),
    (
        "Salame told the Council that foreign meddling was fuelling the war.",
        "statement",
    ),
    ("According to Bathily, the leaders have run out of excuses.", "statement"),
    ("The European Union is alarmed at the mobilisation around Tripoli.", "statement"),
    ("The Kremlin would not comment.", "denied statement"),
    (
        "Haftar's forces, which had seized Gharyan in April 2019, used it as a base.",
        "background control_change",
    ),
    ("Bathily is tipped as the next UN envoy.", "planned appointment"),
    ("The Council will vote on a British draft on Friday.", "planned resolution"),
    ("Kubis takes over as envoy five days later.", "appointment"),
    ("Next day, 5+5 officers meet in Geneva.", "talks"),
    ("Same day UNSMIL voices alarm.", "statement"),
    ("Clashes that broke out on 3 June in Zawiya are still going on.", "attack"),
    (
        "Rockets landed in the courtyard of a school in Ain Zara on Sunday but nobody was hurt.",
        "attack",
    ),
    ("She fled after shells fell on her street on Sunday.", "attack"),
    ("Shops reopened on Tuesday after a night of shelling in Abu Salim.", "attack"),
    (
        "Government forces, backed by Turkish drones, have now fully retaken Tarhuna, the interior ministry announced on Friday.",
        "control_change",
    ),
    (
        "Two days after Egypt's parliament voted to allow a deployment, Cairo massed tanks at the border.",
        "resolution",
    ),
    ("The LNA denied that it had shelled the hospital.", "denied attack, statement"),
    (
        "The deputy permanent representative of Russia said that his country could not support the text.",
        "statement",
    ),
    ("The bloc's foreign policy chief lamented the lack of progress.", "statement"),
    ("Two mortar shells came down on a bakery in Gasr Garabulli on Sunday.", "attack"),
    ("A sniper picked off a paramedic in Khallat al-Furjan on Saturday.", "attack"),
    (
        "Rival factions traded artillery salvoes across the airport road on Monday.",
        "attack",
    ),
    (
        "Both sides have undertaken to hold fire for the length of the holiday, the UN mission announced.",
        "truce",
    ),
    (
        "The two delegations held their first face-to-face meeting in Geneva on Tuesday.",
        "talks",
    ),
    (
        "Rival lawmakers haggled for a second day in Ghat over the election law.",
        "talks",
    ),
    (
        "Fighters allied to the GNA planted their flag over Gharyan's town hall on Wednesday.",
        "control_change",
    ),
    ("The LNA surrendered the airport of Tripoli on Wednesday.", "control_change"),
    (
        "A Bana freighter delivered Kirpi vehicles to Tripoli port, the Panel of Experts reported.",
        "embargo_violation",
    ),
    (
        "Guterres named Abdoulaye Bathily to head the UN mission on Friday.",
        "appointment",
    ),
    (
        "A second batch of 80 captives was freed at Shwayrif on Thursday.",
        "humanitarian",
    ),
    (
        "Doctors Without Borders sent surgical kits to Tarhuna on Monday.",
        "humanitarian",
    ),
    ("Crude began flowing again from Sharara on Sunday.", "economic"),
    ("Cairo warned against any move on Sirte.", "statement"),
    ("The Tuareg council distanced itself from the deal.", "statement"),
    ("Italy's foreign minister termed the blockade intolerable.", "statement"),
    ("Egypt's president reaffirmed that Sirte was a red line.", "statement"),
    ('"It is a stab in the back," said Aguila Saleh.', "statement"),
    (
        "Angela Merkel brought a dozen leaders to Berlin on Sunday for a conference on Libya.",
        "mediation",
    ),
    (
        "Algeria's foreign minister was received by Sarraj in Tripoli on Monday.",
        "mediation",
    ),
    ("Columns of the LNA rolled towards Sirte on Monday.", "offensive"),
]
