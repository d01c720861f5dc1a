"""The demo's volunteers: who they are, what they wrote when they applied, and how far they have come. All made up."""

DAY, EVENING, WEEKEND = "weekday_day", "weekday_evening", "weekend_day"
BOTH = f"{EVENING} {WEEKEND}"


def person(name, kind, how_far, ago, postcode, interests, slots=BOTH, languages="da", heard="poster", why="", **marks):
    """One application, `ago` days old, and where it has led; `marks` are what else there is to say."""
    fields = {
        "name": name,
        "postcode": postcode,
        "interests": interests.split(),
        "slots": slots.split(),
        "languages": languages.split(),
        "heard_from": heard,
        "motivation": why,
    }
    return {"kind": kind, "how_far": how_far, "ago": ago, "fields": fields, **marks}


# How far: applied, talk_more, interviewed, booked, signed, missed, came (unsigned), ready, declined, withdrawn.
# Marks: phone; helps (a friend who also cooks); capacity (friends at a time); login (a coordinator's own row);
# also (slugs of the other houses that were ticked).
VOLUNTEERS = {
    "rg60": [
        person("Vera Vestergaard", "friends", "ready", 675, "2200", "walks coffee music", BOTH, "da en", "friend", "Jeg har tid og kan godt lide mennesker.", phone=True, helps=True, capacity=2),
        person("Bjarne Bech", "friends", "ready", 668, "2100", "football fishing games", BOTH, "da", "house", "Jeg er gået på pension og savner at være ventet.", phone=True, capacity=2),
        person("Ib Iversen", "food_club", "ready", 671, "2200", "cooking music garden", f"{DAY} {EVENING}", "da en", "friend", "Jeg har lavet mad til mange. Nu vil jeg lave mad med nogen.", phone=True, login="ib@example.org"),
        person("Ingeborg Isaksen", "food_club", "ready", 545, "2000", "cooking crafts garden", f"{DAY} {EVENING}", "da", "poster", "Jeg bager, og der er kun mig til at spise det."),
        person("Henrik Holm", "friends", "ready", 430, "2200", "chess repairs quiet", DAY, "da", "web", "Jeg siger ikke så meget, men jeg kommer, når jeg har sagt det.", phone=True),
        person("Sofie Skov", "friends", "ready", 424, "2400", "cinema books coffee", EVENING, "da en", "web", "Jeg læser til sygeplejerske og vil gerne kende folk uden kittel på."),
        person("Kirsten Kragh", "friends", "ready", 318, "2100", "crafts church coffee", DAY, "da", "friend", "Efter min mand døde, lærte jeg, hvor stille en lejlighed kan være.", phone=True),
        person("Amina Aden", "friends", "ready", 312, "2200", "cooking languages walks", EVENING, "da so en", "house", "Jeg kom selv til byen uden at kende nogen.", phone=True, helps=True),
        person("Dariusz Dudek", "food_club", "ready", 308, "2400", "cooking football", EVENING, "da pl en", "poster", "Min mors surdejssuppe skal smages af flere."),
        person("Mads Mortensen", "friends", "ready", 214, "2200", "music computers coffee", BOTH, "da en", "web", "Jeg arbejder med skærme hele dagen. Jeg vil gerne tale med nogen uden.", helps=True),
        person("Pipaluk Petersen", "friends", "ready", 121, "2450", "walks animals quiet", WEEKEND, "da kl", "friend", "Jeg taler grønlandsk, og det er der nogen, der savner at høre.", phone=True),
        person("Lone Lauridsen", "food_club", "ready", 118, "2200", "cooking books", EVENING, "da", "web", "Jeg kan godt lide at vaske op. Der taler man godt."),
        person("Thea Thygesen", "friends", "missed", 31, "2200", "museums cinema", EVENING, "da en", "web", "Jeg har altid boet her på Nørrebro uden at gå ind ad døren."),
        person("Viggo Villadsen", "friends", "talk_more", 33, "2720", "chess books", DAY, "da", "poster", "Jeg har selv været alene længe."),
        person("Rikke Ravn", "friends", "signed", 30, "2100", "animals walks", WEEKEND, "da", "friend", "Min hund er god til at bryde isen.", phone=True),
        person("Gorm Gade", "friends", "applied", 36, "2200", "repairs fishing", WEEKEND, "da", "poster", "Jeg har været på søen og har historier nok."),
        person("Jonas Juhl", "friends", "booked", 25, "2200", "swimming music", BOTH, "da en", "web", "Jeg er ny i byen."),
        person("Marwa Mansour", "food_club", "interviewed", 17, "2400", "cooking languages", EVENING, "da ar en", "friend", "Hjemme spiser vi aldrig alene. Det synes jeg, ingen skal."),
        person("Peter Pilegaard", "food_club", "applied", 3, "2400", "cooking games", EVENING, "da", "poster", "Jeg er kok og savner at lave mad til nogen, der bliver siddende."),
        person("Anna Abildgaard", "friends", "applied", 0, "2200", "coffee museums", EVENING, "da", "friend", "Min bror har boet på herberg.", phone=True, also="kollegiet nabo"),
        person("Kim Krogsgaard", "friends", "declined", 150, "2300", "walks", EVENING, "da", "web", "Jeg vil gerne hjælpe folk til et bedre liv."),
        person("Laila Lassen", "food_club", "withdrawn", 95, "2200", "cooking crafts", EVENING, "da", "house", "Jeg har to små børn, men tirsdag kan jeg."),
    ],
    "kollegiet": [
        person("Else Engberg", "friends", "ready", 600, "2500", "garden crafts coffee", DAY, "da", "friend", "Jeg bor rundt om hjørnet og går forbi hver dag. Nu går jeg ind.", phone=True),
        person("Mikkel Munk", "friends", "ready", 536, "2450", "football computers", WEEKEND, "da en", "web", "Jeg vil hellere gøre noget fast end noget stort.", helps=True),
        person("Grethe Gormsen", "food_club", "ready", 440, "2500", "cooking garden church", f"{DAY} {EVENING}", "da", "poster", "Kartofler skal skrælles i selskab.", phone=True),
        person("Birthe Bruun", "friends", "ready", 421, "2500", "church books walks", f"{DAY} {EVENING}", "da de", "friend", "Jeg har været lærer i fyrre år og kan lytte nu.", phone=True),
        person("Tomasz Turek", "food_club", "ready", 309, "2500", "cooking music", EVENING, "da pl en", "house", "Musik og mad er det samme.", helps=True),
        person("Hassan Haddad", "friends", "ready", 206, "2450", "chess coffee languages", EVENING, "da ar en", "web", "Min far spillede skak med alle på torvet. Det vil jeg også."),
        person("Ewa Eliasen", "friends", "ready", 207, "2500", "crafts cinema", BOTH, "da pl", "friend", "Jeg syr gardiner for hele opgangen.", phone=True),
        person("Signe Stokholm", "friends", "ready", 66, "2600", "swimming walks animals", WEEKEND, "da sgn en", "web", "Jeg taler tegnsprog og bader hele året."),
        person("Nikolaj Nygaard", "friends", "came", 34, "2500", "music games", EVENING, "da en", "web", "Jeg spiller guitar, ikke så godt, men længe."),
        person("Camilla Carlsen", "friends", "booked", 28, "2450", "cinema coffee", EVENING, "da", "poster", "Jeg har været igennem noget selv og er kommet ud af det."),
        person("Pernille Poulsen", "friends", "interviewed", 20, "2500", "garden quiet", DAY, "da", "house", "Jeg har en kolonihave med plads til én mere."),
        person("Malene Mølgaard", "food_club", "applied", 35, "2600", "cooking", EVENING, "da", "web", "Kan man komme, hvis man kun kan lave lasagne?"),
        person("Oskar Overgaard", "friends", "applied", 2, "2600", "repairs fishing", WEEKEND, "da", "poster", "Jeg kan lave næsten alt, der har hjul."),
        person("Rene Rosendal", "friends", "declined", 260, "2500", "computers", EVENING, "da", "web", "Jeg skal have noget på mit cv."),
    ],
    "nabo": [
        person("Gitte Gram", "friends", "ready", 548, "2300", "walks animals quiet", f"{DAY} {WEEKEND}", "da", "house", "Jeg går tur to gange om dagen alligevel.", phone=True, capacity=2),
        person("Karoline Krog", "food_club", "ready", 435, "2300", "cooking books", EVENING, "da en", "poster", "Jeg elsker lyden af mange, der spiser.", phone=True),
        person("Rasmus Riis", "friends", "ready", 427, "2300", "music games coffee", EVENING, "da en", "friend", "Jeg har tid om tirsdagen og en kande kaffe.", helps=True),
        person("Ahmed Abdallah", "food_club", "ready", 315, "2300", "cooking football", EVENING, "da ar", "house", "Jeg har en grøntbutik og tager det med, der er blevet tilovers.", phone=True),
        person("Torben Toft", "friends", "ready", 209, "2770", "fishing football repairs", WEEKEND, "da", "web", "Jeg har en båd i Kastrup og en plads i den.", phone=True),
        person("Ioana Ionescu", "friends", "ready", 207, "2300", "languages coffee church", EVENING, "da ro en", "friend", "Jeg ved, hvordan det er at tælle mønter på et sprog, man ikke kan."),
        person("Fadumo Farah", "friends", "ready", 120, "2300", "cooking swimming walks", EVENING, "da so en", "web", "Jeg er god til at vente.", helps=True),
        person("Line Lykke", "friends", "ready", 63, "211 20", "books museums coffee", BOTH, "da en", "web", "Jeg vil gerne høre historier fra før, jeg blev født."),
        person("Frederik Frost", "friends", "booked", 26, "2300", "games computers", EVENING, "da en", "web", "Jeg læser jura og trænger til at tale med nogen, der ikke gør."),
        person("Søren Steen", "friends", "interviewed", 22, "2770", "chess church", DAY, "da", "poster", "Jeg har sunget i kor i tredive år. Det er det samme her: Man møder op."),
        person("Yasmin Yilmaz", "friends", "applied", 0, "2300", "languages cooking swimming", BOTH, "da ar", "friend", "Min mormor sagde: En fremmed er en, du ikke har spist med endnu."),
        person("Solveig Sand", "friends", "withdrawn", 75, "2300", "walks", WEEKEND, "da", "poster", "Jeg flytter måske til Aarhus, men måske ikke."),
    ],
}  # fmt: skip
