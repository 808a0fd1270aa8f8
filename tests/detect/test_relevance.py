"""Which reports are set aside, and for what reason."""

from __future__ import annotations

import pytest

from tests.detect.reading import read_report

ASIDE = [
    (
        "en",
        "Libya's football team beat Tunisia 2-1\n\nThe striker scored two goals in the second half. The coach praised his players before the next match of the qualifier in Benghazi.",
    ),
    (
        "en",
        "Storm brings rain to Benghazi\n\nForecasters said heavy rain and wind would reach Benghazi and Derna. Temperatures fall to ten degrees in Libya.",
    ),
    (
        "en",
        "Sudan's rivals agree to a truce in Khartoum\n\nSudan's army and a rival force agreed to a truce in Khartoum. The clashes in Sudan killed 12 people. The talks in Sudan follow those held for Libya.",
    ),
    (
        "en",
        "Museum in Tripoli shows mosaics\n\nThe museum in Tripoli, Libya, opened an exhibition of mosaics and heritage. Visitors and tourists came from Misrata.",
    ),
    (
        "fr",
        "Football : la Libye bat la Tunisie\n\nL'attaquant a marqué deux buts. L'entraîneur a salué ses joueurs avant le prochain match de qualification à Benghazi.",
    ),
    (
        "fr",
        "Soudan : une trêve à Khartoum\n\nL'armée du Soudan a accepté une trêve à Khartoum. Les combats au Soudan ont fait 12 morts.",
    ),
    (
        "ar",
        "منتخب ليبيا يفوز على تونس\n\nسجل المهاجم هدفين في الشوط الثاني وأشاد المدرب باللاعبين قبل مباراة الدوري المقبلة في بنغازي.",
    ),
    (
        "ar",
        "أمطار غزيرة في بنغازي\n\nتوقعت الأرصاد هطول أمطار ورياح على بنغازي ودرنة وانخفاض درجات الحرارة.",
    ),
    (
        "en",
        "Tunisia's central bank fights a war on two fronts\n\nTUNIS - Besieged by debt, Tunisia's central bank launched an offensive against inflation on Tuesday. The governor said the battle would be long. Traders in Ben Guerdane blamed the closure of the border crossing with Libya. The dinar has been under attack since January. Parliament rejected a truce with the unions. The prime minister warned of casualties among small firms.",
    ),
    (
        "en",
        "Egypt's sugar barons bomb the market\n\nCAIRO - A price war erupted among refiners on Monday. Exports to Libya were blocked at Salloum. The ministry threatened sanctions. Shares fell. The government called for a ceasefire between the sellers.",
    ),
    (
        "en",
        "Yemen's Houthis accept two-month truce\n\nThe Houthis and the Saudi-led coalition accepted a truce on Friday, the UN envoy said. He served earlier in Libya. Fighting in Marib had killed hundreds. The warring sides agreed to open Sanaa airport.",
    ),
    (
        "fr",
        "Tunisie : l'économie en état de siège\n\nTUNIS - La banque centrale livre bataille contre l'inflation. Le dinar est attaqué de toutes parts. À la frontière avec la Libye, les commerçants de Ben Guerdane dénoncent un blocus. Le Parlement a rejeté le budget. Le Premier ministre a appelé à une trêve sociale.",
    ),
    (
        "fr",
        "Mali : trêve entre l'armée et les groupes armés\n\nL'armée malienne et des groupes armés ont signé une trêve vendredi à Alger. Des combats avaient fait vingt morts près de Kidal. Des armes venues de Libye circulent dans la région. L'émissaire de l'ONU a salué l'accord.",
    ),
    (
        "ar",
        "تونس: البنك المركزي يخوض حربا على التضخم\n\nأعلن البنك المركزي التونسي رفع سعر الفائدة. وقال المحافظ إن المعركة طويلة. واشتكى تجار بن قردان من إغلاق المعبر مع ليبيا. ورفض البرلمان الميزانية.",
    ),
    (
        "ar",
        "السودان: هدنة لأسبوع بين الجيش وقوات الدعم السريع\n\nاتفق طرفا القتال في السودان على هدنة في الخرطوم. وقتل 12 شخصا في اشتباكات. وفر بعضهم إلى ليبيا. ورحب المبعوث الأممي بالهدنة.",
    ),
    (
        "en",
        "Libya's Salah takes gold at Mediterranean Games\n\nLibya's Ahmed Salah attacked from the start and captured gold in Oran on Sunday. The team withdrew from the relay. Fans in Tripoli and Benghazi celebrated. His coach hailed the win. He had missed the previous tournament.",
    ),
    (
        "en",
        "Ghadames festival resumes after a long pause\n\nDancers and musicians gathered in the Libyan oasis of Ghadames for a festival of heritage. Visitors came from Tripoli. The ministry of culture opened an exhibition. The concert ended the night.",
    ),
    (
        "en",
        "Algeria bans onion exports as prices explode\n\nALGIERS - Algeria's government declared war on speculators on Sunday. Customs seized forty lorries bound for Libya. The opposition called the campaign a smokescreen. Traders threatened a strike.",
    ),
    (
        "en",
        "Chad's rebels sign peace accord in Doha\n\nMore than forty Chadian rebel groups signed an accord with the junta in Doha on Monday. The largest group, based in southern Libya, refused. Talks had lasted five months. The army and the rebels will observe a ceasefire.",
    ),
    (
        "en",
        "Migrant boat capsizes off Tunisia\n\nAt least 20 migrants drowned off Sfax on Tuesday. Tunisia's coast guard rescued 60 others. The boat had set out from Zuwara in Libya. Survivors said two children were missing.",
    ),
    (
        "fr",
        "Football : Al-Ittihad Tripoli s'incline au Caire\n\nLe club libyen Al-Ittihad a perdu 2-0 contre Al Ahly au Caire. Les supporters de Tripoli ont attaqué l'arbitre. L'entraîneur a démissionné après le match.",
    ),
    (
        "ar",
        "الجيش التونسي يعلن حالة التأهب على الحدود\n\nأعلنت تونس حالة التأهب بسبب التهريب. وقالت وزارة الدفاع التونسية إن مهربين أطلقوا النار على دورية قرب الحدود مع ليبيا. وأوقفت السلطات التونسية أربعة أشخاص.",
    ),
]
KEPT = [
    (
        "en",
        "Truce takes effect in Tripoli\n\nA truce between the GNA and the LNA took effect in Tripoli on Sunday. UNSMIL welcomed it.",
    ),
    (
        "en",
        "Oil ports reopen in Libya\n\nThe National Oil Corporation lifted force majeure at Zueitina after the blockade of oil ports ended.",
    ),
    (
        "fr",
        "Trêve à Tripoli\n\nUne trêve entre le GNA et l'ANL est entrée en vigueur dimanche à Tripoli. La Manul l'a saluée.",
    ),
    (
        "ar",
        "هدنة في طرابلس\n\nدخلت هدنة بين حكومة الوفاق وقوات حفتر حيز التنفيذ في طرابلس. ورحبت بها بعثة الأمم المتحدة.",
    ),
    (
        "en",
        "UN panel: arms flights to Libya go on\n\nA Panel of Experts told the Council that vessels and planes had carried arms to Libya in breach of the embargo. A tanker was inspected off Benghazi. Turkey and the Emirates denied the findings. Syrian fighters were flown in.",
    ),
    (
        "en",
        "Irini frigate turned away from Turkish freighter\n\nA frigate of the EU's operation Irini was refused permission on Wednesday to inspect a Turkish freighter bound for Misrata. The ship carried medical aid, Ankara said. The EU has enforced the UN arms embargo on Libya since 2020.",
    ),
    (
        "en",
        "Egypt's parliament clears troops for Libya\n\nCAIRO - Egypt's parliament voted on Monday to let the president send troops to the west. Ankara's allies in Tripoli denounced the vote. Sisi had called Sirte a red line. The GNA said it was ready to fight for Sirte.",
    ),
    (
        "fr",
        "Embargo : un navire turc refuse l'inspection\n\nUn cargo turc à destination de Misrata a refusé mercredi d'être inspecté par une frégate de l'opération Irini. L'UE contrôle l'embargo de l'ONU sur les armes à destination de la Libye. Ankara a protesté.",
    ),
    (
        "ar",
        "فرقاطة أوروبية تفتش سفينة قبالة بنغازي\n\nفتشت فرقاطة تابعة لعملية إيريني سفينة قبالة بنغازي يوم الأحد للاشتباه في خرقها حظر توريد الأسلحة إلى ليبيا. وقالت العملية إنها لم تعثر على أسلحة.",
    ),
    (
        "en",
        "Oil flows again at Sharara\n\nPumping resumed at Sharara on Monday after protesters left the field, the National Oil Corporation said. It lifted force majeure. Output had fallen by 300,000 barrels a day. Libya's two governments traded blame for the closure.",
    ),
    (
        "en",
        "Panel: Jordan, Turkey and UAE broke arms ban\n\nUNITED NATIONS - Jordan, Turkey and the United Arab Emirates routinely supplied weapons to the two sides of the Libyan conflict, UN experts said. The 376-page report lists shipments of drones and armoured vehicles.",
    ),
    (
        "en",
        "Turkish lawmakers approve troop deployment\n\nANKARA - Turkey's parliament voted on Thursday to allow troops to be sent to Libya. Erdogan said they would defend the government in Tripoli. Egypt condemned the vote.",
    ),
    (
        "fr",
        "Berlin : les puissances promettent de respecter l'embargo\n\nRéunis dimanche à Berlin, une douzaine de pays se sont engagés à ne plus intervenir en Libye. Fayez al-Sarraj et Khalifa Haftar ne se sont pas rencontrés.",
    ),
    (
        "ar",
        "مجلس الأمن يمدد تفويض تفتيش السفن\n\nمدد مجلس الأمن عاما واحدا تفويض تفتيش السفن في أعالي البحار قبالة سواحل ليبيا لتطبيق حظر الأسلحة. وامتنعت روسيا عن التصويت.",
    ),
    (
        "en",
        "Kubis: Time is short\n\nJan Kubis told the Security Council on Wednesday that foreign fighters had not left Libya and that the vote must be held in December.",
    ),
]


@pytest.mark.parametrize(
    ("language", "text"), ASIDE, ids=[t.split("\n")[0] for _, t in ASIDE]
)
def test_a_report_about_something_else_is_set_aside(language: str, text: str) -> None:
    findings = read_report(text, language)

    assert not findings.relevant
    assert findings.relevance_reason
    assert (findings.events, findings.figures, findings.mentions) == ((), (), ())


@pytest.mark.parametrize(
    ("language", "text"), KEPT, ids=[t.split("\n")[0] for _, t in KEPT]
)
def test_a_report_about_the_conflict_is_read(language: str, text: str) -> None:
    findings = read_report(text, language)

    assert findings.relevant
    assert findings.events


BRIEFS = [
    pytest.param(
        "en",
        "Shepherd killed by shell near Zliten\n\nA shepherd was killed on Monday when a shell landed in his field outside Zliten, neighbours said.",
        True,
        id="one victim",
    ),
    pytest.param(
        "en",
        "Nine bodies found beside Benghazi factory\n\nThe bodies of nine men were found on Thursday beside a cement factory in Benghazi, a guard said.",
        True,
        id="a word of another subject",
    ),
    pytest.param(
        "fr",
        "Libye : 200 familles sur les routes\n\nQuelque 200 familles ont fui Aïn Zara dans la nuit, selon la mairie.",
        True,
        id="people who fled",
    ),
    pytest.param(
        "ar",
        "إصابة راع بلغم غربي سرت\n\nأصيب راع بجروح يوم الثلاثاء إثر انفجار لغم غربي سرت، وفق أقاربه.",
        True,
        id="one who was hurt",
    ),
    pytest.param(
        "en",
        "Power back in Benghazi\n\nHalf of Benghazi had its lights back on Tuesday, the utility said.",
        False,
        id="no victim and no fighting",
    ),
    pytest.param(
        "en",
        "Lorry crash near Sirte\n\nThree people were killed in a lorry crash near Sirte on Monday. The motorway was closed after the collision.",
        False,
        id="an accident",
    ),
]


@pytest.mark.parametrize(("language", "text", "kept"), BRIEFS)
def test_a_brief_is_kept_for_what_it_tells(language: str, text: str, kept: bool):
    assert read_report(text, language).relevant is kept
