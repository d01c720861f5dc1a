"""Made-up Danish names and sentences that the fill mixes by its dice."""


def names(words: str) -> list[str]:
    return words.split()


WOMEN = names(
    "Agnes Alberte Alma Anja Asta Astrid Bente Birgit Bodil Carla Dagny Ditte Elin Ella Esther Eva Freja "
    "Gerda Gudrun Hanne Helga Helle Henny Inga Inger Johanne Kamilla Kirsten Laila Lis Lone Malene "
    "Margrethe Nicoline Oda Pernille Pia Ragnhild Rigmor Signe Solveig Thea Tove Trine Ulla Vibeke Winnie "
    "Åse"
)
MEN = names(
    "Aksel Anders Arne August Benny Bjarke Christian Ebbe Ejnar Emil Erling Finn Frode Gorm Harald Holger Ivan "
    "Jens Karl Kjeld Knud Lasse Magnus Martin Mogens Niels Oluf Otto Palle Poul Rune Sigurd Svend Tage "
    "Troels Uffe Vagn Viggo Vilhelm Villy Øjvind Åge"
)
FIRST = [*WOMEN, *MEN]
GENDERS = ["woman"] * len(WOMEN) + ["man"] * len(MEN)  # of the first names, in their order
LAST = names(
    "Agerskov Ahlmann Balle Birk Bjerre Bonde Borup Brandt Bæk Dahl Damgaard Egeskov Elkjær Enevold Fabricius "
    "Fisker Fjord Friis Frost Gade Gammelgaard Hald Hauge Hede Hjort Holst Højgaard Ibsen Jessen Kamp Karlsen "
    "Kirk Klit Kofoed Krage Kruse Lauge Laursen Lerche Lyng Lykke Mikkelsen Mose Møller Nygaard Nyholm "
    "Ottosen Overby Palsgaard Poulsen Rahbek Ravnborg Rosen Ryberg Sand Schou Skytte Stage Strand Svane "
    "Søgaard Tang Thorup Toft Ulrik Vang Vedel Vinther Voss Winkel Wulff Ørsted Østergaard Åkjær"
)
CALLED = names(
    "Kaj Bo Preben Lene Jytte Frank Steen Maja Sanne Ole Dorthe Abdi Gert Benny Lissi Conny Tom Flemming Mona "
    "Ruth John Brian Susse Kurt Leif Tina Jimmy Bibi Kim Rosa Henning Per Vivi Ib Nuka Aputsiaq Jan Heidi "
    "Allan Mohammed Piotr Ion Lotte Gitte René Dennis Michael Anni Hassan Erna"
)
NICKNAMES = names(
    "Kaptajnen Rosa Smeden Ninna Gartneren Tulle Mester Sus Viola Hugo Skipper Mille Bageren Lærken Bassen "
    "Dronningen Spillemanden Fyrmesteren Molly Pletten Basse Doktoren Lis Fatma Stjernen Postbuddet Tante "
    "Professoren Uglen Sømanden Lillebror Frøken Jarlen Kokken Pippi Solen"
)
HOUSES = names(
    "Birkehuset Lindehuset Havnehuset Gården Kløverhuset Fyrtårnet Søhuset Mølleporten Broen Ankeret "
    "Ahornhuset Kastanjen Porten Lanternen Rønnebo Skovhuset Strandhuset Stationen Smedjen Vinkelhuset"
)
PLACES = [
    ("2200", "København N"),
    ("2500", "Valby"),
    ("2300", "København S"),
    ("2400", "København NV"),
    ("2450", "København SV"),
    ("2100", "København Ø"),
    ("2720", "Vanløse"),
    ("2700", "Brønshøj"),
    ("2000", "Frederiksberg"),
    ("2750", "Ballerup"),
    ("2770", "Kastrup"),
    ("2650", "Hvidovre"),
]
STREETS = ["Bøgevej", "Havnegade", "Skolegade", "Lærkevej", "Møllevej", "Engvej", "Kirkestræde", "Parkvej"]
REACH = [
    "",
    "i caféen før middag",
    "bank på, værelset er på første sal",
    "ved bordet ved vinduet",
    "sms, ringer tilbage",
    "i gården om eftermiddagen",
    "spørg i køkkenet",
    "mandag og onsdag",
]
WISHES = [
    "En at gå en tur med.",
    "En kop kaffe og en snak.",
    "Nogen at se fodbold med.",
    "Komme ud at fiske igen.",
    "Skak, og gerne i ro.",
    "Hjælp til telefonen og en snak bagefter.",
    "Bare én, der kommer igen.",
    "Biografen en gang imellem.",
    "Øve dansk, mens vi laver mad.",
    "Have, jord og frisk luft.",
]
MOTIVATIONS = [
    "",
    "Jeg har tid og kan godt lide mennesker.",
    "Jeg er ny i byen.",
    "Jeg har selv haft brug for en ven.",
    "Min bror har boet på herberg.",
    "Jeg er gået på pension og vil gerne bruge tiden godt.",
]
TOLD = [
    "Spørg bare.",
    "Det taler jeg gerne om, når vi kender hinanden.",
    "Kun hvis jeg selv begynder.",
    "På en dårlig dag går vi bare ved siden af hinanden.",
    "Jeg går langsomt. Det er fint.",
]
REFEREES = [
    "",
    "Hun holder, hvad hun lover.",
    "Rolig, også når andre ikke er det.",
    "Han kan lytte uden at ville lave om på nogen.",
    "Vi har arbejdet sammen i flere år, og jeg har aldrig ventet forgæves.",
]
GUIDANCE = [
    "Foreslå selv en pause efter den første halve time.",
    "Lad ham selv begynde på de svære emner.",
    "Skriv dagen før, at aftalen gælder.",
    "Mød hellere op uden for huset end i caféen.",
    "Hold fast i den samme dag hver uge.",
]
MENUS = [
    "Gulerodssuppe og pandekager",
    "Frikadeller med kartoffelsalat og æblekage",
    "Chili med brød og rødgrød",
    "Kylling i karry og frugtsalat",
    "Brændende kærlighed og kærnemælkskoldskål",
    "Fiskefilet og citronfromage",
    "Linsesuppe og risalamande",
    "Grøntsagslasagne og bagte æbler",
]
LANGUAGES = ["{da}", "{da}", "{da}", "{da,en}", "{da,en}", "{da,kl}", "{da,pl}", "{da,ar,en}", "{da,so}", "{en,ro}"]
SLOTS = [
    "{weekday_day}",
    "{weekday_evening}",
    "{weekend_day}",
    "{weekday_evening,weekend_day}",
    "{weekday_day,weekday_evening}",
    "{weekend_day,weekend_evening}",
]
