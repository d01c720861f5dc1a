"""What the demo's houses and people say, written for this place. Everybody is made up; the houses' names are real."""

HOUSES = {
    "rg60": {
        "name": "RG60", "kind": "shelter", "address": "Rådmandsgade 60", "postcode": "2200", "city": "København N",
        "about": "Et herberg på Nørrebro med værelser, café og gårdhave. Her bor man, mens livet får fodfæste igen.",
        "presence": "Karen sidder i caféen tirsdag kl. 14–16 og torsdag kl. 17–19. Kom forbi og få en kop kaffe.",
    },
    "kollegiet": {
        "name": "Kollegiet Gl. Køge Landevej", "kind": "supported_housing", "address": "Gl. Køge Landevej 137",
        "postcode": "2500", "city": "Valby",
        "about": "Et botilbud i Valby med små lejligheder, fælles køkken og en have, som alle må grave i.",
        "presence": "Mette er i fælleskøkkenet onsdag kl. 15–17.",
    },
    "nabo": {
        "name": "N.A.B.O. Center Amager", "kind": "drop_in_centre", "address": "Holmbladsgade 120",
        "postcode": "2300", "city": "København S",
        "about": "Et værested på Amager. Døren er åben, kaffen er varm, og man behøver ikke forklare sig.",
        "presence": "Nanna er på værestedet mandag og tirsdag kl. 12–15.",
    },
}  # fmt: skip

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
}
ROLES = {
    "friends": {
        "title": "Netværksven",
        "what": "Du mødes fast med én person og er der bare: en snak, en gåtur, en kop kaffe. I bestemmer sammen.",
        "why_volunteers": "Du kommer af egen fri vilje og har ingen skjult dagsorden. Det mærkes.",
        "not_what": "Du er ikke behandler eller sagsbehandler, og der skrives ikke rapporter om det, I taler om.",
    },
    "food_club": {
        "title": "Frivillig i madklubben",
        "what": "Du laver mad, dækker bord, vasker op eller sidder og sludrer, sammen med gæsterne.",
        "why_volunteers": "Et måltid lavet sammen er for alle om bordet. Her er hverken personale eller klienter.",
        "not_what": "Det er ikke et køkkenjob: Maden er vigtig, men ikke så vigtig som selskabet.",
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


def person(
    postcode: str, interests: str, slots: str = "weekday_evening weekend_day", motivation: str = "", **more
) -> dict:
    """The answers of one application."""
    return {
        "postcode": postcode, "interests": interests.split(), "slots": slots.split(),
        **{"languages": ["da"], "heard_from": "poster", **more},
    }  # fmt: skip


APPLICANTS = {
    "rg60": [
        ("Vera Vestergaard", "friends", "ready", person("2200", "walks coffee music", motivation="Jeg har tid og kan godt lide mennesker.")),
        ("Bjarne Bech", "friends", "ready", person("2100", "football fishing games")),
        ("Sofie Skov", "friends", "ready", person("2400", "cinema books coffee", "weekday_evening", languages=["da", "en"])),
        ("Henrik Holm", "friends", "ready", person("2200", "chess repairs quiet", "weekday_day")),
        ("Amina Aden", "friends", "ready", person("2200", "cooking languages walks", languages=["da", "so", "en"])),
        ("Ingeborg Iversen", "food_club", "ready", person("2000", "cooking crafts garden", "weekday_day weekday_evening")),
        ("Jonas Juhl", "friends", "in_training", person("2200", "swimming music", motivation="Jeg er ny i byen.")),
        ("Rikke Ravn", "friends", "interviewed", person("2100", "animals walks")),
        ("Peter Pilegaard", "food_club", "applied", person("2400", "cooking games", motivation="Jeg er kok og savner at lave mad til nogen, der bliver siddende.")),
        ("Anna Abildgaard", "friends", "applied", person("2200", "coffee museums", heard_from="friend", motivation="Min bror har boet på herberg.")),
    ],
    "kollegiet": [
        ("Else Engberg", "friends", "ready", person("2500", "garden crafts coffee", "weekday_day")),
        ("Mikkel Munk", "friends", "ready", person("2450", "football computers", "weekend_day")),
        ("Birthe Bruun", "friends", "ready", person("2500", "church books walks", "weekday_day weekday_evening")),
        ("Tomasz Turek", "food_club", "ready", person("2500", "cooking music", languages=["da", "pl", "en"])),
        ("Camilla Carlsen", "friends", "in_training", person("2450", "cinema coffee")),
        ("Oskar Overgaard", "friends", "applied", person("2600", "repairs fishing")),
    ],
    "nabo": [
        ("Gitte Gram", "friends", "ready", person("2300", "walks animals quiet", "weekday_day weekend_day")),
        ("Rasmus Riis", "friends", "ready", person("2300", "music games coffee", "weekday_evening")),
        ("Karoline Krog", "food_club", "ready", person("2300", "cooking books")),
        ("Søren Steen", "friends", "interviewed", person("2770", "chess church")),
        ("Yasmin Yilmaz", "friends", "applied", person("2300", "languages cooking swimming", languages=["da", "ar"])),
    ],
}  # fmt: skip


def wish(own_words: str, interests: str, slots: str = "weekday_evening", **more) -> dict:
    """What one citizen said."""
    return {
        "own_words": own_words,
        "interests": interests.split(),
        "slots": slots.split(),
        **{"languages": ["da"], **more},
    }


CITIZENS = {
    "rg60": [
        ("Bo", "i caféen før middag", wish("En at gå en tur med, som ikke er fra systemet.", "walks coffee"), {"bad_day": "På en dårlig dag vil jeg helst bare gå ved siden af."}),
        ("Preben", "værelse 12, bank på", wish("Jeg vil gerne ud at fiske igen.", "fishing football", "weekend_day"), {"past": "Jeg har sejlet i mange år. Spørg bare."}),
        ("Lene", "sms, hun ringer tilbage", wish("Biografen! Og nogen at grine med.", "cinema coffee books"), {}),
        ("Kaj", "i gården ved rygeskuret", wish("Skak. Jeg spiller bedre, end jeg ser ud til.", "chess quiet", "weekday_day"), {}),
        ("Abdi", "i caféen om aftenen", wish("Øve dansk, mens vi laver mad.", "cooking languages", languages=["so", "da"]), {}),
        ("Jytte", "værelse 4", wish("Bare én, der kommer igen.", "quiet crafts"), {}),
    ],
    "kollegiet": [
        ("Niels", "i haven", wish("Have og kaffe, i den rækkefølge.", "garden coffee", "weekday_day"), {"health": "Jeg går langsomt. Det er fint, hvis vi tager os tid."}),
        ("Sanne", "sms", wish("Hjælp til telefonen og en snak.", "computers football", "weekend_day"), {}),
        ("Ole", "nr. 7, ring på", wish("Gåture og en, der kan lide bøger.", "books walks"), {}),
        ("Dorthe", "i fælleskøkkenet", wish("Sy gardiner til den nye lejlighed.", "crafts", "weekday_day"), {}),
    ],
    "nabo": [
        ("Frank", "på værestedet de fleste dage", wish("Jeg savner en hund. Måske kunne vi gå tur med en.", "animals walks", "weekday_day"), {"housing": "Jeg bor hos en ven for tiden."}),
        ("Maja", "mandag og onsdag", wish("Spille kort og høre musik.", "games music"), {}),
        ("Steen", "ved bordet ved vinduet", wish("En kop kaffe, og ingen plan.", "coffee quiet", "weekday_day"), {}),
    ],
}  # fmt: skip

CONFIDENCES = {
    "rg60": "Han fortæller historier, der ikke passer, og bliver væk, hvis nogen retter ham. Lad dem bare være store.",
    "kollegiet": "Han bliver hurtigt træt og siger det ikke. Foreslå selv en pause.",
    "nabo": "Hunde er en stor sorg for tiden. Lad ham selv tage det op.",
}
GUIDANCE = {
    "rg60": "Ret ham ikke, når historierne bliver store.",
    "kollegiet": "Foreslå selv en pause efter den første halve time.",
    "nabo": "Lad ham selv begynde at tale om hunde.",
}
EVENINGS = [
    "Gulerodssuppe og pandekager",
    "Frikadeller med kartoffelsalat og æblekage",
    "Chili med hjemmebagt brød og rødgrød",
    "",
]
GUESTS = {
    "rg60": ["Kaptajnen", "Lille Per", "Rosa", "Jens med hatten", "Fatma", "Smeden", "Ninna", "Bager-Bent"],
    "kollegiet": ["Gartneren", "Lis", "Tulle", "Brian B", "Mester", "Sus"],
    "nabo": ["Amager-Arne", "Viola", "Hugo", "Skipper", "Mille", "Kurt K", "Tante T"],
}
