"""What happened, told in other words than those the rules began with: all invented."""

from __future__ import annotations

import pytest

from tests.detect.test_events import told

ENGLISH = [
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
ENGLISH_TRAPS = [
    "Flights between Tripoli and Benghazi are popular.",
    "UNSMIL has offices in Tripoli, it said.",
    "The committee fought for a larger share of the budget.",
    "The minister opened fire stations in Misrata and Zliten.",
    "The temperature in Sirte fell to four degrees on Monday.",
    "Ghassan Salame left Tripoli for Geneva on Monday.",
    "The ministry told residents to boil water.",
    "The country split between rival administrations after a NATO-backed uprising toppled Muammar Gaddafi.",
    "Prices of bread and fuel have risen since the start of the year.",
    "Libya sits on Africa's largest oil reserves.",
    "Residents of the district said they had slept in their cars.",
    "Her brother, a taxi driver, has not been seen for a week.",
    "The hall was guarded by a dozen men in uniform.",
    "Analysts doubt that the plan will work.",
    "Militias have held sway over much of the capital for years.",
    "Tripoli's only working airport lies within range of the front line.",
    "The report was compiled by a team of five investigators.",
    "Most of the displaced have found shelter with relatives.",
    "About 60 percent of health centres in the area are closed.",
    "The officers are drawn from the two camps.",
    "Photographs showed a burnt-out car and a crater in the road.",
    "Turkey and Russia back opposite sides in the conflict.",
    "The Government of National Accord is recognised by the United Nations.",
    "The next report will be issued in July.",
    "The committee has ten members, five from each side.",
    "The UN has been trying for years to reunite the country's institutions.",
    "Haftar, 76, controls most of the east and south.",
    "The vote was to have been held on 24 December.",
    "The ministry did not say how the men had died.",
    "The two sides have long accused foreign powers of meddling.",
    "Drivers queue for hours at petrol stations.",
    "The brigade takes its name from a battle in 2011.",
    "A children's hospital stands next to the base.",
    "He had served as ambassador in Rome.",
]

FRENCH = [
    (
        "Les belligérants consentent à faire taire les armes pendant trois jours, a annoncé la Manul mardi.",
        "truce",
    ),
    (
        "Une accalmie négociée par des notables prévaut depuis mardi matin à Zaouïa.",
        "truce",
    ),
    ("Libye : les deux camps s'accordent sur une pause de sept jours", "truce"),
    ("Le maréchal Haftar a ordonné vendredi à ses troupes de cesser le feu.", "truce"),
    (
        "Les combats ont cessé dimanche à Tripoli après la conclusion d'une trêve.",
        "truce",
    ),
    ("Berlin plaide pour que la trêve soit prolongée.", "called_for truce, statement"),
    (
        "L'Union européenne presse les belligérants d'observer une trêve humanitaire.",
        "called_for truce, statement",
    ),
    ("Aucune trêve n'a été conclue, selon le GNA.", "denied truce"),
    ("Un cessez-le-feu entrera en vigueur jeudi à minuit.", "planned truce"),
    (
        "Les deux camps se sont renvoyé lundi la responsabilité des violations du cessez-le-feu.",
        "truce_violation",
    ),
    ("La trêve a volé en éclats mardi au sud de Tripoli.", "truce_violation"),
    (
        "Les délégués des deux camps se sont retrouvés lundi autour d'une table à Ghadamès.",
        "talks",
    ),
    (
        "Le Forum du dialogue politique libyen a bouclé dimanche une semaine de discussions à Tunis.",
        "talks",
    ),
    (
        "Le quatrième cycle de pourparlers du comité 5+5 a débuté mercredi à Syrte.",
        "talks",
    ),
    ("Les délégations se retrouveront lundi prochain à Montreux.", "planned talks"),
    (
        "Les pourparlers de Genève ont été annulés lundi à la demande du camp de l'Est.",
        "denied talks",
    ),
    (
        "Le Parlement et le Haut Conseil d'État ont conclu jeudi un accord sur les postes de souveraineté.",
        "agreement",
    ),
    (
        "Les rivaux sont tombés d'accord dimanche sur le partage des revenus pétroliers.",
        "agreement",
    ),
    ("Emmanuel Macron a accueilli lundi Khalifa Haftar à l'Élysée.", "mediation"),
    (
        "Les ministres des Affaires étrangères des pays voisins se sont réunis jeudi à Alger sur la crise libyenne.",
        "mediation",
    ),
    (
        "Stephanie Williams s'est rendue dimanche à Benghazi pour y voir Haftar.",
        "mediation",
    ),
    (
        "Des obus de mortier se sont abattus lundi soir sur une rue d'Abou Salim.",
        "attack",
    ),
    ("Un véhicule piégé a explosé mardi devant un tribunal de Benghazi.", "attack"),
    (
        "Des avions de Haftar ont pilonné dans la nuit un aérodrome près de Misrata.",
        "attack",
    ),
    (
        "Deux milices rivales se sont affrontées samedi à la mitrailleuse à Janzour.",
        "attack",
    ),
    (
        "Une militante a été tuée mardi par des hommes masqués devant son domicile à Benghazi.",
        "attack",
    ),
    (
        "Trois écoles ont fermé après la chute de roquettes dimanche à Tripoli.",
        "attack",
    ),
    (
        "Un missile s'est abattu mardi sur le port de Tripoli, sans faire de victime.",
        "attack",
    ),
    ("Les troupes du GNA progressent vers Sabratha depuis lundi.", "offensive"),
    ("Haftar a ordonné jeudi à ses hommes de marcher sur la capitale.", "offensive"),
    (
        "Les forces du GNA ont, vendredi, repris rapidement la ville de Tarhouna.",
        "control_change",
    ),
    (
        "L'ANL a perdu Gharyan, ont indiqué mercredi des responsables à Tripoli.",
        "control_change",
    ),
    ("Libye : l'ANL affirme s'être emparée de Syrte", "control_change"),
    (
        "Deux cargos turcs ont débarqué dimanche des blindés à Misrata, selon les experts de l'ONU.",
        "embargo_violation",
    ),
    (
        "Des avions russes ont acheminé des combattants à Joufra depuis janvier, selon l'ONU.",
        "embargo_violation",
    ),
    (
        "Les Quinze ont approuvé mardi un texte renouvelant le régime de sanctions.",
        "resolution",
    ),
    ("Washington a placé lundi deux chefs de milice sous sanctions.", "resolution"),
    (
        "António Guterres a porté vendredi son choix sur Jan Kubis comme envoyé spécial.",
        "appointment",
    ),
    (
        "Sadiq al-Kabir a été démis lundi de ses fonctions de gouverneur de la banque centrale.",
        "appointment",
    ),
    ("Quarante camions de farine ont pris lundi la route de Tarhouna.", "humanitarian"),
    (
        "Des équipes de déminage se sont mises au travail mardi à Ain Zara.",
        "humanitarian",
    ),
    (
        "Cent vingt demandeurs d'asile ont été transférés jeudi de Misrata au Niger par le HCR.",
        "humanitarian",
    ),
    ("Les vannes du champ de Sharara ont été rouvertes lundi.", "economic"),
    (
        "Des membres de tribus ont bloqué vendredi les chargements au port de Hariga.",
        "economic",
    ),
    ("Ankara balaie des accusations « sans fondement ».", "statement"),
    ("Moscou a émis des réserves sur le calendrier.", "statement"),
    ("Le Haut Conseil d'État s'insurge contre le décret.", "statement"),
    ("Aguila Saleh juge la décision nulle et non avenue.", "statement"),
    (
        "La cheffe de la mission de l'ONU a fait part lundi de son inquiétude.",
        "statement",
    ),
    ("Le GNA impute l'attaque aux Émirats.", "statement"),
    (
        "La banque centrale n'a pas donné suite aux demandes de commentaires.",
        "denied statement",
    ),
    (
        "Les notables de Zaouïa ont arraché dimanche un arrêt des combats entre les deux milices.",
        "truce",
    ),
    (
        "Le GNA et le Parlement de Tobrouk décrètent la fin immédiate des hostilités.",
        "truce",
    ),
    (
        "Paris et Rome réclament une désescalade et une trêve.",
        "called_for truce, statement",
    ),
    (
        "L'ANL accuse le GNA d'avoir rompu quatre fois la trêve.",
        "statement, truce_violation",
    ),
    (
        "Les négociateurs des deux camps discutent à Genève pour le troisième jour.",
        "talks",
    ),
    (
        "La troisième séance du volet constitutionnel s'est achevée lundi au Caire.",
        "talks",
    ),
    (
        "Les proches de Dbeibah et de Haftar se sont entendus mercredi sur un nouveau patron de la NOC.",
        "agreement",
    ),
    ("Abdoulaye Bathily s'est entretenu mardi avec Aguila Saleh à Qobba.", "mediation"),
    (
        "Trois personnes sont mortes vendredi dans l'explosion d'une grenade lancée dans un café de Sebha.",
        "attack",
    ),
    (
        "L'EI affirme que ses hommes ont tendu une embuscade à une patrouille près de Sebha dimanche.",
        "attack",
    ),
    ("Les violences ont repris mardi à Zaouïa.", "attack"),
    (
        "L'armée de Haftar marche sur Syrte depuis l'est, selon des témoins.",
        "offensive",
    ),
    ("La base de Watiya est passée lundi aux mains du GNA.", "control_change"),
    (
        "Les troupes de Haftar ont évacué jeudi les faubourgs sud de Tripoli.",
        "control_change",
    ),
    (
        "Le panel d'experts a recensé 40 vols chargés d'armes émiraties à destination de Benghazi.",
        "embargo_violation",
    ),
    (
        "Le Conseil de sécurité a reconduit jeudi pour trois mois le mandat de la Manul.",
        "resolution",
    ),
    (
        "La Chambre des représentants a voté jeudi une loi sur la présidentielle.",
        "resolution",
    ),
    (
        "Fathi Bachagha a été choisi jeudi par le Parlement comme Premier ministre.",
        "appointment",
    ),
    ("Bathily a jeté l'éponge mardi.", "appointment"),
    (
        "Le Croissant-Rouge a remis mardi les dépouilles de onze soldats à Syrte.",
        "humanitarian",
    ),
    ("L'aéroport de Mitiga a repris ses activités dimanche.", "humanitarian"),
    ("Le terminal de Zoueitina a repris du service mercredi.", "economic"),
    ("La banque centrale a dévalué le dinar dimanche.", "economic"),
    ("La Ligue arabe fustige le vote turc.", "statement"),
    ("Pour Moscou, les sanctions ne règlent rien.", "statement"),
    ("« Nous ne céderons pas », a lancé Khalifa Haftar.", "statement"),
    (
        "L'Union européenne se déclare préoccupée par la mobilisation autour de Tripoli.",
        "statement",
    ),
    (
        "Stéphane Dujarric, porte-parole de l'ONU, a enjoint aux deux camps d'épargner les civils.",
        "statement",
    ),
    ("Washington condamne l'ingérence russe.", "statement"),
    ("Le GNA s'est dit prêt à combattre pour Syrte.", "statement"),
    ("Haftar n'a pas encore réagi.", "denied statement"),
    (
        "Les forces de Haftar, qui avaient pris Gharyan en avril 2019, en avaient fait leur base.",
        "background control_change",
    ),
    (
        "Le Conseil doit se prononcer vendredi sur un projet britannique.",
        "planned resolution",
    ),
    ("Un nouveau cycle de pourparlers est prévu le 26 juin.", "planned talks"),
    (
        "Le Conseil exige le départ de tous les mercenaires.",
        "called_for control_change, statement",
    ),
    ("Cinq jours plus tard, Jan Kubis prend ses fonctions d'émissaire.", "appointment"),
    ("Les affrontements qui ont éclaté le 3 juin à Zaouïa se poursuivent.", "attack"),
    (
        "Des roquettes sont tombées dimanche dans la cour d'une école, sans faire de blessés.",
        "attack",
    ),
    (
        "Les forces gouvernementales ont désormais entièrement repris Tarhouna, a annoncé vendredi le ministère de l'Intérieur.",
        "control_change",
    ),
    ("Le chef de la diplomatie européenne regrette l'absence de progrès.", "statement"),
    (
        "Le représentant adjoint de la Russie a dit que son pays ne pouvait soutenir le texte.",
        "statement",
    ),
    ("Tollé à Alger : l'Algérie dénonce une provocation.", "statement"),
    ("La trêve avait été conclue le 12 janvier.", "background truce"),
    ("Deux obus sont tombés dimanche sur une boulangerie de Garaboulli.", "attack"),
    ("Un tireur embusqué a abattu samedi un secouriste à Tripoli.", "attack"),
    ("Les deux délégations ont eu mardi à Genève leur premier face-à-face.", "talks"),
    (
        "Des combattants du GNA ont hissé mercredi leur drapeau à Gharyan.",
        "control_change",
    ),
    (
        "Un cargo a livré des véhicules Kirpi au port de Tripoli, selon le panel d'experts.",
        "embargo_violation",
    ),
    (
        "Le Parlement a accordé mercredi sa confiance au cabinet d'Abdelhamid Dbeibah.",
        "appointment",
    ),
    ("Quatre-vingts captifs ont été relâchés jeudi à Choueiref.", "humanitarian"),
    ("Le brut coule de nouveau à Sharara depuis dimanche.", "economic"),
    ("Le président égyptien a rappelé que Syrte était une ligne rouge.", "statement"),
    ("« C'est un coup de poignard », a dit Aguila Saleh.", "statement"),
    ("Des colonnes de l'ANL ont fait route lundi vers Syrte.", "offensive"),
]
FRENCH_TRAPS = [
    "Les employés se sont battus pour un meilleur budget.",
    "Ghassan Salamé a quitté Tripoli pour Genève lundi.",
    "La température est tombée à quatre degrés lundi à Syrte.",
    "Le pays est divisé depuis la chute de Mouammar Kadhafi en 2011.",
    "Les prix du pain ont augmenté depuis le début de l'année.",
    "La Libye possède les plus grandes réserves de pétrole d'Afrique.",
    "Les habitants disent avoir dormi dans leur voiture.",
    "L'émissaire, ancien ministre libanais, est en poste depuis 2017.",
    "L'unique aéroport en service de la capitale se trouve à portée de tir du front.",
    "La plupart des déplacés ont trouvé refuge chez des proches.",
    "Le comité compte dix membres, cinq de chaque camp.",
    "La Turquie et la Russie soutiennent des camps opposés.",
    "Le Gouvernement d'union nationale est reconnu par l'ONU.",
    "Haftar, 76 ans, contrôle l'essentiel de l'est et du sud.",
    "Des photos montrent une voiture calcinée et un cratère sur la route.",
    "Les milices font la loi dans la capitale depuis des années.",
    "Les automobilistes patientent des heures aux stations-service.",
    "La brigade tire son nom d'une bataille de 2011.",
]

ARABIC = [
    ("توصل طرفا القتال مساء الأحد إلى تهدئة مدتها ثلاثة أيام في الزاوية.", "truce"),
    ("أمر فايز السراج قواته بوقف إطلاق النار على جميع الجبهات يوم الجمعة.", "truce"),
    ("ليبيا.. الطرفان يقبلان بهدنة لسبعة أيام", "truce"),
    ("تطالب ألمانيا بتمديد الهدنة خلال العيد.", "called_for truce, statement"),
    ("ومن المنتظر أن يبدأ سريان وقف إطلاق النار منتصف ليل الخميس.", "planned truce"),
    ("وسجلت خروق لوقف إطلاق النار جنوب طرابلس يوم الاثنين.", "truce_violation"),
    ("انهارت الهدنة بعد ساعات جنوب طرابلس.", "truce_violation"),
    ("التأم وفدا الطرفين في غدامس يوم الاثنين.", "talks"),
    ("اختتم ملتقى الحوار السياسي الليبي أعماله في تونس يوم الأحد.", "talks"),
    ("باشرت اللجنة العسكرية المشتركة اجتماعاتها في سرت الأربعاء.", "talks"),
    (
        "سيلتقي الوفدان في مونترو الاثنين المقبل لجولة جديدة من المحادثات.",
        "planned talks",
    ),
    ("ألغيت المحادثات العسكرية في جنيف يوم الاثنين.", "denied talks"),
    (
        "أبرم مجلس النواب والمجلس الأعلى للدولة اتفاقا يوم الخميس بشأن المناصب السيادية.",
        "agreement",
    ),
    ("وقع قادة من الشرق والغرب وثيقة في جنيف يوم الجمعة.", "agreement"),
    (
        "استقبل الرئيس الفرنسي إيمانويل ماكرون المشير خليفة حفتر في باريس يوم الاثنين.",
        "mediation",
    ),
    ("عقد وزراء خارجية دول الجوار الليبي اجتماعا في الجزائر يوم الخميس.", "mediation"),
    ("أجرت ستيفاني وليامز محادثات مع حفتر في بنغازي يوم الأحد.", "mediation"),
    ("سقطت قذائف هاون على شارع في أبو سليم مساء الاثنين.", "attack"),
    ("انفجرت سيارة ملغومة أمام محكمة في بنغازي يوم الثلاثاء.", "attack"),
    ("دكت طائرات حفتر مهبطا قرب مصراتة ليلا.", "attack"),
    ("تقاتلت مجموعتان مسلحتان بالأسلحة الرشاشة في جنزور يوم السبت.", "attack"),
    ("قتل ملثمون ناشطة أمام منزلها في بنغازي يوم الثلاثاء.", "attack"),
    ("طال القصف ميناء طرابلس يوم الثلاثاء دون وقوع إصابات.", "attack"),
    ("أمر حفتر قواته بالزحف على العاصمة يوم الخميس.", "offensive"),
    ("واصلت قوات الوفاق تقدمها نحو صبراتة يوم الاثنين.", "offensive"),
    ("أحكمت قوات الوفاق سيطرتها على ترهونة يوم الجمعة.", "control_change"),
    ("فقد الجيش الوطني الليبي غريان يوم الأربعاء.", "control_change"),
    ("أفرغت سفينتان تركيتان مدرعات في مصراتة يوم الأحد.", "embargo_violation"),
    (
        "أيد أعضاء مجلس الأمن بالإجماع نصا يجدد نظام العقوبات يوم الثلاثاء.",
        "resolution",
    ),
    ("فرضت واشنطن عقوبات على قائدي مليشيا يوم الاثنين.", "resolution"),
    ("اختار غوتيريش يان كوبيش مبعوثا خاصا يوم الجمعة.", "appointment"),
    ("أعفي الصديق الكبير من منصب محافظ المصرف المركزي يوم الاثنين.", "appointment"),
    ("انطلقت أربعون شاحنة محملة بالدقيق إلى ترهونة يوم الاثنين.", "humanitarian"),
    ("بدأت فرق إزالة الألغام عملها في عين زارة يوم الثلاثاء.", "humanitarian"),
    ("عاد الضخ في حقل الشرارة يوم الاثنين.", "economic"),
    ("أوقف محتجون الشحن في ميناء الحريقة يوم الجمعة.", "economic"),
    ("أقرت تركيا بوجود قواتها مهددة بإرسال المزيد.", "statement"),
    ("وحذرت رئيسة البعثة من نفاد الوقت.", "statement"),
    ("استغرب المجلس الأعلى للدولة صدور القرار.", "statement"),
    ("قال عقيلة صالح إنه لن يعترف بالحكومة الجديدة.", "statement"),
    ("ولم ترد القيادة العامة على طلبات التعليق.", "denied statement"),
    ("نجح أعيان الزاوية مساء الأحد في وقف القتال بين المجموعتين.", "truce"),
    ("أعلن المجلس الرئاسي ومجلس النواب وقفا فوريا للقتال.", "truce"),
    (
        "تدعو فرنسا وإيطاليا إلى التهدئة ووقف إطلاق النار.",
        "called_for truce, statement",
    ),
    (
        "اتهم الجيش الوطني الليبي حكومة الوفاق بخرق الهدنة أربع مرات.",
        "statement, truce_violation",
    ),
    ("يواصل مفاوضو الطرفين اجتماعاتهم في جنيف لليوم الثالث.", "talks"),
    ("انتهت الاثنين في القاهرة الجولة الثالثة من محادثات المسار الدستوري.", "talks"),
    ("توافق ممثلو الدبيبة وحفتر الأربعاء على رئيس جديد لمؤسسة النفط.", "agreement"),
    ("افترق المجلسان دون التوصل إلى اتفاق.", "denied agreement"),
    ("التقى عبد الله باتيلي عقيلة صالح في القبة يوم الثلاثاء.", "mediation"),
    ("لقي ثلاثة أشخاص حتفهم الجمعة في انفجار قنبلة يدوية داخل مقهى في سبها.", "attack"),
    ("نصب مسلحون كمينا لدورية للشرطة قرب سبها يوم الأحد.", "attack"),
    ("تجدد العنف في الزاوية يوم الثلاثاء.", "attack"),
    ("قصفت طائرة مسيرة رتلا جنوب سرت فجر الاثنين.", "attack"),
    ("تزحف قوات حفتر على سرت من الشرق.", "offensive"),
    ("انتقلت قاعدة الوطية إلى سيطرة حكومة الوفاق يوم الاثنين.", "control_change"),
    ("انسحبت قوات حفتر من الضواحي الجنوبية لطرابلس يوم الخميس.", "control_change"),
    (
        "رصد فريق الخبراء 40 رحلة جوية محملة بأسلحة إماراتية إلى بنغازي.",
        "embargo_violation",
    ),
    ("قالت فرنسا إن تركيا تنقل مقاتلين سوريين إلى طرابلس.", "embargo_violation"),
    ("مدد مجلس الأمن ولاية البعثة ثلاثة أشهر يوم الخميس.", "resolution"),
    ("أقر مجلس النواب قانون الانتخابات الرئاسية يوم الخميس.", "resolution"),
    ("كلف البرلمان فتحي باشاغا برئاسة الحكومة يوم الخميس.", "appointment"),
    ("أعلن باتيلي استقالته يوم الثلاثاء.", "appointment"),
    ("سلم الهلال الأحمر رفات أحد عشر جنديا في سرت يوم الثلاثاء.", "humanitarian"),
    ("استأنف مطار معيتيقة رحلاته يوم الأحد.", "humanitarian"),
    ("عاد ميناء الزويتينة إلى العمل يوم الأربعاء.", "economic"),
    ("خفض المصرف المركزي سعر الدينار يوم الأحد.", "economic"),
    ("استنكرت جامعة الدول العربية التصويت التركي.", "statement"),
    ("يعارض مجلس النواب أي تأجيل للانتخابات.", "statement"),
    ("أبدى الاتحاد الأوروبي قلقه من التحشيد حول طرابلس.", "statement"),
    ("واعتبر السراج أن الحوار مع حفتر غير ممكن.", "statement"),
    ("شددت واشنطن على رفضها التدخل الروسي.", "statement"),
    ("ولم يعلق حفتر حتى الآن.", "denied statement"),
    ("وكانت قوات حفتر قد سيطرت على غريان في أبريل 2019.", "background control_change"),
    ("ومن المقرر أن يصوت المجلس على مشروع قرار يوم الجمعة.", "planned resolution"),
    ("ومن المتوقع أن تنطلق جولة جديدة من المحادثات في 26 يونيو.", "planned talks"),
    (
        "طالب مجلس الأمن بخروج جميع المرتزقة من ليبيا.",
        "called_for control_change, statement",
    ),
    ("الاشتباكات التي اندلعت في 3 يونيو في الزاوية مستمرة.", "attack"),
    ("سقطت صواريخ في فناء مدرسة بعين زارة الأحد دون إصابات.", "attack"),
    (
        "استعادت القوات الحكومية كامل ترهونة، وفق ما أعلنت وزارة الداخلية الجمعة.",
        "control_change",
    ),
    ("أسف مسؤول السياسة الخارجية في الاتحاد الأوروبي لغياب التقدم.", "statement"),
    ("قال نائب مندوب روسيا إن بلاده لا يمكنها دعم النص.", "statement"),
    ("سقطت قذيفتا هاون على مخبز في القره بوللي يوم الأحد.", "attack"),
    ("قتل قناص مسعفا جنوب طرابلس يوم السبت.", "attack"),
    ("تعهد الطرفان بوقف القتال طوال أيام العيد، بحسب البعثة.", "truce"),
    ("عقد الوفدان أول لقاء مباشر بينهما في جنيف يوم الثلاثاء.", "talks"),
    (
        "رفع مقاتلو الوفاق رايتهم في غريان يوم الأربعاء بعد السيطرة عليها.",
        "control_change",
    ),
    ("سلمت سفينة شحن مدرعات في ميناء طرابلس، وفق فريق الخبراء.", "embargo_violation"),
    ("منح مجلس النواب الثقة لحكومة عبد الحميد الدبيبة يوم الأربعاء.", "appointment"),
    ("أطلق سراح ثمانين أسيرا في الشويرف يوم الخميس.", "humanitarian"),
    ("عاد الخام إلى التدفق من الشرارة يوم الأحد.", "economic"),
    ("حذرت القاهرة من أي تحرك نحو سرت.", "statement"),
    ("جدد الرئيس المصري تأكيده أن سرت خط أحمر.", "statement"),
    ("وقال عقيلة صالح: «إنها طعنة في الظهر».", "statement"),
    (
        "جمعت أنغيلا ميركل قادة العالم في مؤتمر حول ليبيا في برلين يوم الأحد.",
        "mediation",
    ),
    ("قرر مجلس الأمن الثلاثاء الإبقاء على حظر السلاح عاما آخر.", "resolution"),
    ("تحركت أرتال الجيش الوطني الليبي صوب سرت يوم الاثنين.", "offensive"),
]
ARABIC_TRAPS = [
    "افتتح الوزير محطة إطفاء في مصراتة.",
    "غادر غسان سلامة طرابلس إلى جنيف يوم الاثنين.",
    "انخفضت درجات الحرارة في سرت يوم الاثنين.",
    "ذكرت البعثة أن 12 شخصا قتلوا في حادث.",
    "انقسمت البلاد بعد سقوط معمر القذافي عام 2011.",
    "ارتفعت أسعار الخبز منذ بداية العام.",
    "تملك ليبيا أكبر احتياطيات النفط في أفريقيا.",
    "وقال سكان إنهم ناموا في سياراتهم.",
    "ويقع المطار الوحيد العامل في مرمى خط الجبهة.",
    "ولجأ معظم النازحين إلى أقاربهم.",
    "وتضم اللجنة عشرة أعضاء، خمسة من كل طرف.",
    "وتدعم تركيا وروسيا طرفين متنازعين.",
    "ويسيطر حفتر على معظم الشرق والجنوب.",
    "وأظهرت صور سيارة محترقة وحفرة في الطريق.",
    "ويصطف السائقون ساعات أمام محطات الوقود.",
    "وتحمل الكتيبة اسم معركة دارت عام 2011.",
]


def in_all(lists: dict[str, list[tuple[str, str]]]) -> list[object]:
    return [
        pytest.param(sentence, language, expected, id=sentence)
        for language, rows in lists.items()
        for sentence, expected in rows
    ]


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    in_all({"en": ENGLISH, "fr": FRENCH, "ar": ARABIC}),
)
def test_events_are_told_apart_in_other_words(
    sentence: str, language: str, expected: str
) -> None:
    assert told(sentence, language) == set(expected.split(", "))


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    in_all(
        {
            "en": [(trap, "") for trap in ENGLISH_TRAPS],
            "fr": [(trap, "") for trap in FRENCH_TRAPS],
            "ar": [(trap, "") for trap in ARABIC_TRAPS],
        }
    ),
)
def test_sentences_without_news_stay_silent(
    sentence: str, language: str, expected: str
) -> None:
    assert told(sentence, language) == set(filter(None, [expected]))
