"""What the demo's houses say, written for this place. Everybody is made up; the houses' names are real."""

HOUSES = {
    "rg60": {
        "name": "RG60", "kind": "shelter", "address": "Rådmandsgade 60", "postcode": "2200", "city": "København N",
        "about": "Et herberg på Nørrebro med værelser, café og gårdhave. Her bor man, mens livet får fodfæste igen.",
        "presence": "Karen sidder i caféen tirsdag kl. 14–16 og torsdag kl. 17–19. Kom forbi og få en kop kaffe.\nIb står i køkkenet tirsdag og torsdag fra kl. 15, når der er madklub.",
    },
    "kollegiet": {
        "name": "Kollegiet Gl. Køge Landevej", "kind": "supported_housing", "address": "Gl. Køge Landevej 137",
        "postcode": "2500", "city": "Valby",
        "about": "Et botilbud i Valby med små lejligheder, fælles køkken og en have, som alle må grave i.",
        "presence": "Mette er i fælleskøkkenet onsdag kl. 15–17.\nAgnieszka går gerne en runde i haven lørdag kl. 11.",
    },
    "nabo": {
        "name": "N.A.B.O. Center Amager", "kind": "drop_in_centre", "address": "Holmbladsgade 120",
        "postcode": "2300", "city": "København S",
        "about": "Et værested på Amager. Døren er åben, kaffen er varm, og man behøver ikke forklare sig.",
        "presence": "Nanna er på værestedet mandag og tirsdag kl. 12–15. Bilal er her tirsdag fra kl. 15.",
    },
}  # fmt: skip

# Of each house, by kind: name, opened so many days ago, review in so many days, paused so many days ago (0: not).
PROJECTS = {
    "rg60": {
        "friends": ("Netværksvenner, RG60", 690, 130, 0),
        "food_club": ("Madklub, RG60", 685, 75, 0),
    },
    "kollegiet": {
        "friends": ("Netværksvenner, Kollegiet", 620, 210, 0),
        "food_club": ("Madklub, Kollegiet", 610, 12, 0),
        "other": ("Cykelværkstedet, Kollegiet", 330, 40, 24),
    },
    "nabo": {
        "friends": ("Netværksvenner, N.A.B.O.", 560, -19, 0),
        "food_club": ("Madklub, N.A.B.O.", 555, 160, 0),
    },
}

ALIGNMENT = {
    "friends": {
        "tasks": "En netværksven mødes med én beboer hver uge eller hver anden uge: en kop kaffe, en gåtur, en tur i biografen.",
        "why_volunteers": "Fordi de kommer frivilligt og uden dagsorden. Det er en anden slags kontakt end den, personalet kan give.",
        "interplay": "Koordinatoren er bindeled. Personalet fortæller koordinatoren om særlige forhold, når beboeren har sagt ja.",
    },
    "food_club": {
        "tasks": "Indkøb, madlavning og opvask sammen med gæsterne, og altid én, der kan sidde og sludre.",
        "why_volunteers": "Fordi et måltid blandt ligeværdige bryder rutinerne og åbner for nye relationer.",
        "interplay": "Personalet hænger plakaten op og kan sætte en gæst på listen. De frivillige står for aftenen.",
    },
    "other": {
        "tasks": "To frivillige er i værkstedet lørdag formiddag og skruer cykler sammen med dem, der har lyst.",
        "why_volunteers": "Fordi det er rart at lave noget med hænderne ved siden af én, der ikke er på arbejde.",
        "interplay": "Huset låner værkstedet ud og betaler lapper og olie. De frivillige låser op og låser af.",
    },
}
ROLES = {
    "friends": {
        "title": "Netværksven",
        "what": "Du mødes fast med én person og er der bare: en snak, en gåtur, en kop kaffe. I bestemmer sammen.",
        "why_volunteers": "Du kommer af egen fri vilje og har ingen skjult dagsorden. Det mærkes.",
        "not_what": "Du er ikke behandler eller sagsbehandler, og der skrives ikke rapporter om det, I taler om.",
        "asks": "To timer hver eller hver anden uge i mindst et år, og ro til, at det tager tid.",
    },
    "food_club": {
        "title": "Frivillig i madklubben",
        "what": "Du laver mad, dækker bord, vasker op eller sidder og sludrer, sammen med gæsterne.",
        "why_volunteers": "Et måltid lavet sammen er for alle om bordet. Her er hverken personale eller klienter.",
        "not_what": "Det er ikke et køkkenjob: Maden er vigtig, men ikke så vigtig som selskabet.",
        "asks": "En aften om måneden fra kl. 16 til 20. Du melder afbud i god tid, for nogen regner med dig.",
    },
    "other": {
        "title": "Frivillig i cykelværkstedet",
        "what": "Du skruer, lapper og drikker kaffe sammen med beboerne lørdag formiddag.",
        "why_volunteers": "Du er der, fordi du har lyst, og ikke fordi cyklen skal være færdig.",
        "not_what": "Det er ikke et værksted, hvor man får sin cykel lavet. Man laver den selv, sammen.",
        "asks": "En lørdag formiddag om måneden. Du behøver ikke kunne andet end at lappe.",
    },
}

AGREEMENT_DA = """Som frivillig hos WeShelter kommer jeg som et medmenneske, ikke som behandler.

Tavshedspligt: Det, jeg får at vide om mennesker her, fortæller jeg ikke videre. Det gælder også, når jeg er stoppet.

Underretningspligt: Får jeg kendskab til, at et barn under 18 år mistrives eller lider overlast, har jeg selv pligt til at underrette kommunen. Det er ikke nok at sige det til koordinatoren, men jeg kan altid bede om hjælp til det.

Jeg kommer, når vi har en aftale, melder afbud, når jeg ikke kan, og går til koordinatoren, når jeg er i tvivl."""
AGREEMENT_EN = """As a volunteer with WeShelter I come as a fellow human being, not as a professional.

Confidentiality: What I learn about people here I do not pass on. That holds also after I have stopped.

Duty to notify: If I learn that a child under 18 is not doing well or is being harmed, it is my own duty to notify the municipality. Telling the coordinator is not enough, but I may always ask for help with it.

I turn up as agreed, say so when I cannot, and go to the coordinator when I am in doubt."""


INTRODUCTION = "Introduktionskursus for nye frivillige"
SECRETARIAT = "Frivilligindsatsen, Fællessekretariatet"
# In so many days (ago, if negative): kind, title, place, the house it belongs to, and how many places there are.
FIRST_EVENING, SECOND_EVENING = f"{INTRODUCTION}, 1. aften", f"{INTRODUCTION}, 2. aften"
# What a course of two evenings goes through on each of them.
EVENINGS_OF_A_COURSE = {
    FIRST_EVENING: ["target_group", "dilemmas", "role"],
    SECOND_EVENING: ["staff", "confidentiality", "duty_to_notify"],
}
GATHERINGS = [
    (-650, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-520, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-400, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-290, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-190, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-100, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-72, "network", "Netværksmøde: når han ikke tager telefonen", "RG60, caféen", "", 20),
    (-44, "introduction", INTRODUCTION, SECRETARIAT, "", 24),
    (-41, "network", "Netværksmøde: at holde af nogen uden at redde dem", "RG60, caféen", "", 20),
    (-27, "after_work", "Fyraftensmøde med en gadesygeplejerske", SECRETARIAT, "", 40),
    (-13, "network", "Netværksmøde: hvad taler I om, når I tier?", "Kollegiet, fælleskøkkenet", "", 20),
    (-6, "introduction", INTRODUCTION, SECRETARIAT, "", 16),
    (8, "after_work", "Hygge om bålet for de frivillige på RG60", "RG60, gårdhaven", "rg60", 30),
    (12, "introduction", INTRODUCTION, SECRETARIAT, "", 2),
    (16, "network", "Netværksmøde: det svære nej", "N.A.B.O. Center Amager", "", 20),
    (20, "introduction", FIRST_EVENING, SECRETARIAT, "", 16),
    (27, "introduction", SECOND_EVENING, SECRETARIAT, "", 16),
    (30, "after_work", "Fyraftensmøde: tavshedspligt i hverdagen", SECRETARIAT, "", 40),
    (46, "introduction", INTRODUCTION, SECRETARIAT, "", 16),
]
