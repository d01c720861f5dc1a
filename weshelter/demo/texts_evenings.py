"""The demo's food clubs: names, menus of two courses, and the nicknames of those who come to eat. All made up."""

# Of each house: the club's name, its day of the week (1 is Tuesday, 3 is Thursday), and how many can sit down.
CLUBS = {
    "rg60": [("Tirsdagsmadklubben på RG60", 1, 14), ("Torsdagssuppen på RG60", 3, 10)],
    "kollegiet": [("Torsdagsmadklubben på Kollegiet", 3, 12)],
    "nabo": [("Tirsdagsmadklubben på N.A.B.O.", 1, 16)],
}

MENUS = [
    "Gulerodssuppe med ingefær og pandekager",
    "Frikadeller med kartoffelsalat og æblekage",
    "Chili med hjemmebagt brød og rødgrød",
    "Stegt flæsk med persillesovs og citronfromage",
    "Linsesuppe med grønt og brunsviger",
    "Kylling i karry med ris og bagte æbler",
    "Fiskefrikadeller med remoulade og koldskål",
    "Lasagne med salat og is med lune bær",
    "Gule ærter med det hele og pandekager",
    "Boller i karry og hindbærsnitter",
    "Surdejssuppe med æg og æblekage med fløde",
    "Brændende kærlighed og risengrød med kanel",
    "Falafel med bulgur og baklava",
    "Hakkebøf med bløde løg og drømmekage",
    "Kartoffelporresuppe og kanelsnegle",
    "Suaasat med ris og kage fra i går",
    "Biksemad med spejlæg og chokoladebudding",
]

# Those who come most weeks, then those who came once, one after the other: new faces.
GUESTS = {
    "rg60": (
        ["Kaptajnen", "Lille Per", "Rosa", "Jens med hatten", "Fatma", "Smeden", "Ninna", "Bager-Bent", "Slikmutter", "Grønne Ole"],
        ["Katja", "Ham med guitaren", "Vips", "Sara K", "Uffe", "Den høje", "Mehdi", "Tut", "Anette fra 4.", "Bamse", "Polle", "Dina", "Rockeren", "Else-Marie", "Sømanden", "Buller"],
    ),
    "kollegiet": (
        ["Gartneren", "Lis", "Tulle", "Brian B", "Mester", "Sus", "Farmor", "Kjeld nr. 6"],
        ["Vagner", "Rie", "Postbudet", "Søster", "Anton", "Myggen", "Bodil", "Kaffe-Karl"],
    ),
    "nabo": (
        ["Amager-Arne", "Viola", "Hugo", "Skipper", "Mille", "Kurt K", "Tante T", "Zarah", "Dynamit-Harry", "Snehvide"],
        ["Pjevs", "Britta", "Ole Opfinder", "Leyla", "Tromme-Tom", "Fyrmesteren", "Mia M", "Bjørnen"],
    ),
}  # fmt: skip
