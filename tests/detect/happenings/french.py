"""What happened, as told in French."""

from __future__ import annotations

TELLING = [
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
