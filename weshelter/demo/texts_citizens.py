"""The demo's citizens: what they are called, what they wish in their own words, what a friend may know. All made up."""

DAY, EVENING, WEEKEND = "weekday_day", "weekday_evening", "weekend_day"


def says(called_name, ago, reach, words, likes, slots=EVENING, languages="da", lines=None, **marks):
    """One citizen, registered `ago` days ago, and what he or she said; `lines` are what a friend may know.

    Of what he or she likes, the first is what to do together.
    """
    wishes = {
        "own_words": words,
        "together": likes.split()[:1],
        "interests": likes.split()[1:],
        "slots": slots.split(),
        "languages": languages.split(),
        "wants_friend": not marks.pop("content", False),
    }
    return {"called_name": called_name, "ago": ago, "reach": reach, "wishes": wishes, "lines": lines or {}, **marks}


# Marks: content (no friend just now); shy (no consent to a friend yet); regrets (consent taken back, days ago);
# by_lead (registered by the house); also (comes to another house, too).
CITIZENS = {
    "rg60": [
        says("Bo", 610, "i caféen før middag", "En at gå en tur med, som ikke er fra systemet.", "walks coffee", lines={"bad_day": "På en dårlig dag vil jeg helst bare gå ved siden af.", "past": "Jeg har været tømrer. Det må man gerne spørge til."}),
        says("Preben", 480, "værelse 12, bank på", "Jeg vil gerne ud at fiske igen.", "fishing football", WEEKEND, lines={"past": "Jeg har sejlet i mange år. Spørg bare."}, by_lead=True),
        says("Lene", 300, "sms, hun ringer tilbage", "Biografen! Og nogen at grine med.", "cinema coffee books", lines={"family": "Jeg har en datter i Vejle. Vi skrives ved."}),
        says("Kaj", 210, "i gården ved rygeskuret", "Skak. Jeg spiller bedre, end jeg ser ud til.", "chess quiet", DAY, lines={"bad_day": "Hvis jeg ikke siger noget, er det ikke på grund af dig."}),
        says("Abdi", 160, "i caféen om aftenen", "Øve dansk, mens vi laver mad.", "cooking languages", EVENING, "so da"),
        says("Jytte", 44, "værelse 4", "Bare én, der kommer igen.", "quiet crafts", f"{DAY} {WEEKEND}", by_lead=True),
        says("Aqqaluk", 39, "spørg Lars, han ved, hvor jeg er", "En, der kan tale om sne og ikke griner af det.", "walks animals", WEEKEND, "kl da", lines={"housing": "Jeg sover bedst med vinduet åbent."}),
        says("Finn", 95, "i caféen, han sidder ved radiatoren", "Musik. Jeg har stadig min mundharmonika.", "music coffee", lines={"health": "Jeg hører dårligt på venstre øre. Sæt dig til højre."}),
        says("Marek", 180, "telefon, efter kl. 16", "En, der kan vise mig byen uden at skynde sig.", "walks football repairs", WEEKEND, "pl da"),
        says("Ulla", 250, "værelse 9", "Jeg vil i Tivoli, inden jeg bliver for gammel til rutsjebanen.", "cinema museums coffee", EVENING),
        says("Benny", 120, "i køkkenet, han vasker altid op", "Fodbold i fjernsynet er ikke det samme alene.", "football coffee", WEEKEND, also="nabo"),
        says("Karsten", 102, "værelse 21, ikke før kl. 11", "Nogen at lappe cykel med. Jeg har værktøjet.", "repairs", WEEKEND, lines={"past": "Jeg havde værksted i Glostrup."}),
        says("Dorit", 88, "sms", "Én at strikke sammen med. Jeg kan tale imens.", "crafts quiet", DAY, by_lead=True),
        says("Radu", 71, "i gården, om formiddagen", "Jeg savner at tale mit eget sprog og spise suppe.", "languages cooking", EVENING, "ro en"),
        says("Svend", 58, "værelse 2, bank hårdt", "En kop kaffe. Resten må vi se på.", "coffee", DAY),
        says("Mona", 33, "i caféen tirsdag", "Jeg vil gerne se billeder. Ægte malerier.", "museums books", EVENING),
        says("Yusuf", 27, "ved indgangen, han hilser på alle", "En at lære dansk med, og jeg kan lære dig at lave te.", "languages coffee", EVENING, "ar da"),
        says("Gert", 19, "værelse 15", "En, der kan holde til at tabe i kort.", "games", EVENING, by_lead=True),
        says("Annemette", 11, "sms, kun om dagen", "Nogen, der kan svømme. Jeg kunne engang.", "swimming walks", DAY),
        says("Lille Ib", 3, "spørg i receptionen", "Det ved jeg ikke endnu. Men gerne én, der er glad for hunde.", "animals", DAY),
        says("Palle", 330, "værelse 7", "Jeg har det godt med mig selv lige nu. Spørg igen til foråret.", "fishing", WEEKEND, content=True),
        says("Tove", 140, "i vaskerummet om søndagen", "Jeg har madklubben. Det er nok for mig.", "cooking", EVENING, content=True, also="nabo"),
        says("Nick", 16, "ringer selv", "Jeg vil gerne høre mere om det, før jeg siger ja.", "music computers", EVENING, shy=True),
        says("Vagn", 200, "værelse 18", "En at gå i kirke med. Eller bare hen forbi.", "church walks", DAY, regrets=22),
    ],
    "kollegiet": [
        says("Niels", 520, "i haven", "Have og kaffe, i den rækkefølge.", "garden coffee", DAY, lines={"health": "Jeg går langsomt. Det er fint, hvis vi tager os tid."}),
        says("Sanne", 290, "sms", "Hjælp til telefonen og en snak.", "computers football", WEEKEND, lines={"family": "Mine børn er voksne. Jeg taler gerne om dem, men ikke om dengang."}),
        says("Ole", 170, "nr. 7, ring på", "Gåture og en, der kan lide bøger.", "books walks", f"{DAY} {EVENING}"),
        says("Dorthe", 52, "i fælleskøkkenet", "Sy gardiner til den nye lejlighed.", "crafts", DAY, by_lead=True),
        says("Ali", 41, "nr. 14, om aftenen", "Skak og stærk kaffe. Og én, der tør slå mig.", "chess coffee", EVENING, "ar da", lines={"past": "Jeg har boet i tre lande. Kortet hænger på væggen."}),
        says("Hanne", 400, "nr. 3", "En, jeg kan ringe til og sige: Nu blomstrer den.", "garden quiet", DAY, lines={"bad_day": "Ring ikke, men skriv. Så svarer jeg i morgen."}),
        says("Carsten", 230, "i værkstedet lørdag", "Biografen, en film med biler.", "cinema repairs", WEEKEND),
        says("Wieslawa", 150, "nr. 11, ring på to gange", "Jeg vil gerne høre polsk om søndagen.", "church cooking", WEEKEND, "pl"),
        says("Børge", 133, "i gangen, han går meget", "Nogen, der kan lide gamle biler og ny kage.", "coffee repairs", DAY, by_lead=True),
        says("Susse", 99, "sms", "Svømmehallen i Valby. Jeg har en badedragt.", "swimming", f"{DAY} {WEEKEND}", lines={"health": "Jeg har brug for trapper med gelænder."}),
        says("Michael", 84, "nr. 9", "Bare sidde i haven og høre radio.", "quiet music garden", DAY, also="nabo"),
        says("Tegn-Tina", 66, "blink med lampen", "En, der kan tegnsprog, eller som tør prøve.", "games crafts", WEEKEND, "sgn"),
        says("Leo", 45, "nr. 17, efter frokost", "En at se kampen med. Jeg laver popcorn.", "football", EVENING),
        says("Vibeke", 29, "i fælleskøkkenet om morgenen", "Jeg læser højt. Jeg mangler bare ører.", "books", EVENING),
        says("Jimmy", 14, "nr. 5", "Jeg skal lære at gå i byen uden at gå i byen.", "walks coffee", EVENING, by_lead=True),
        says("Kurt", 5, "nr. 20", "Én, der er god til duer.", "animals", DAY),
        says("Inger", 310, "nr. 1", "Jeg har min søster igen nu. Tak, jeg har det godt.", "church", DAY, content=True),
        says("Flemming", 60, "nr. 12", "Måske. Jeg tænker over det.", "fishing", WEEKEND, shy=True),
        says("Gudrun", 350, "nr. 8", "Kortspil. Men ikke lige nu.", "games", DAY, regrets=65),
    ],
    "nabo": [
        says("Frank", 440, "på værestedet de fleste dage", "Jeg savner en hund. Måske kunne vi gå tur med en.", "animals walks", DAY, lines={"housing": "Jeg bor hos en ven for tiden."}),
        says("Maja", 260, "mandag og onsdag", "Spille kort og høre musik.", "games music", lines={"family": "Jeg har en lillebror. Ham taler jeg om."}),
        says("Steen", 190, "ved bordet ved vinduet", "En kop kaffe, og ingen plan.", "coffee quiet", DAY, lines={"bad_day": "Lad mig få min jakke på, så går det nok."}),
        says("Kalle", 150, "på bænken ved Amager Strandpark", "Ud på vandet. Jeg har selv stang.", "fishing repairs", WEEKEND),
        says("Mihai", 60, "værestedet, når det regner", "En, der kan rumænsk eller engelsk, og som kender en tandlæge.", "languages coffee", EVENING, "ro en"),
        says("Gunvor", 42, "tirsdag til madklub", "Jeg vil gerne lære at lave mad til én.", "cooking walks", EVENING, by_lead=True),
        says("Ronni", 205, "på værestedet, spørg efter Ronni med kasketten", "En, der ved noget om fodbold og ikke holder med Brøndby.", "football", WEEKEND, lines={"past": "Jeg har spillet i B 1903. Det er sandt."}),
        says("Edith", 112, "mandag kl. 12, altid", "Nogen at gå på museum med. Jeg betaler selv kaffen.", "museums books", DAY),
        says("Hamid", 87, "på værestedet om fredagen", "Kirke eller moské, det er mig lige fedt, bare der er ro.", "church quiet", DAY, "ar en", also="rg60"),
        says("Sussi", 69, "sms, hun har taletid til den 20.", "Én at tage i svømmehallen med.", "swimming", DAY, by_lead=True),
        says("Peer", 54, "cyklen holder udenfor, når jeg er her", "Reparere cykler, ikke snakke så meget.", "repairs quiet", WEEKEND),
        says("Nivi", 38, "på værestedet om lørdagen", "Nogen at være stille på grønlandsk med.", "quiet animals", WEEKEND, "kl"),
        says("Asger", 24, "på biblioteket på Amager", "En, der også er vokset op med Anders And.", "books cinema", EVENING),
        says("Jannie", 12, "tirsdag og torsdag", "Nogen, der gider høre på mig uden at kigge på klokken.", "coffee", EVENING),
        says("Gamle Knud", 2, "på værestedet, ved døren", "Jeg er for gammel til nye venner. Men kom bare.", "coffee chess", DAY),
        says("Lotte", 280, "tirsdag til madklub", "Jeg har alle dem, jeg skal bruge, om tirsdagen.", "cooking", EVENING, content=True),
        says("Emil", 31, "på værestedet, når han er her", "Jeg kender ikke nogen her endnu. Det går nok.", "games computers", EVENING, shy=True),
    ],
}  # fmt: skip

# Citizen, volunteer, how far the pair has come, and how many days ago that was. The first stand in order of age.
PAIRS = {
    "rg60": [
        ("Palle", "Bjarne", "declined", 290),
        ("Marek", "Bjarne", "active", 148),
        ("Bo", "Vera", "active", 131),
        ("Preben", "Bjarne", "paused", 76),
        ("Lene", "Sofie", "trial", 34),
        ("Karsten", "Henrik", "withdrawn", 61),
        ("Abdi", "Amina", "trial", 5),
        ("Kaj", "Henrik", "accepted", 2),
        ("Finn", "Mads", "said_yes", 13),
        ("Jytte", "Vera", "proposed", 1),
    ],
    "kollegiet": [
        ("Hanne", "Else", "ended", 340),
        ("Niels", "Else", "active", 117),
        ("Sanne", "Mikkel", "ending", 55),
        ("Ole", "Birthe", "trial", 12),
        ("Carsten", "Ewa", "declined", 41),
        ("Ali", "Hassan", "accepted", 4),
        ("Dorthe", "Ewa", "volunteer_yes", 8),
    ],
    "nabo": [
        ("Lotte", "Rasmus", "declined", 222),
        ("Frank", "Gitte", "active", 188),
        ("Kalle", "Torben", "active", 93),
        ("Maja", "Rasmus", "trial", 47),
        ("Edith", "Line", "declined", 30),
        ("Gunvor", "Fadumo", "trial", 9),
        ("Mihai", "Ioana", "accepted", 1),
        ("Steen", "Gitte", "proposed", 12),
    ],
}
