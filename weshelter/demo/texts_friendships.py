"""How the demo's pairs go on, by the citizen's name."""

# How many days ago, what came of it and what they did.
MET = {
    "Marek": [(60, "met", "walk"), (31, "met", "trip"), (16, "not", ""), (10, "met", "coffee")],
    "Bo": [(118, "met", "coffee"), (30, "met", "walk"), (16, "met", "food_club"), (9, "moved", ""), (2, "met", "walk")],
    "Preben": [(70, "met", "coffee"), (64, "met", "walk")],
    "Lene": [(27, "met", "coffee"), (20, "met", "food_club"), (6, "pause", "")],
    "Niels": [(40, "met", "home"), (12, "met", "phone")],
    "Sanne": [(48, "met", "coffee"), (5, "met", "trip")],
    "Frank": [(80, "met", "walk"), (51, "met", "walk")],
    "Kalle": [(60, "met", "coffee"), (7, "not", "")],
}

# What they have agreed, how many days ago, and in how many days they look at it again.
AGREED = {
    "Bo": (
        130,
        20,
        {
            "how_often": "weekly",
            "place": "Caféen eller rundt om søerne",
            "reach": "Vera ringer dagen før",
            "limits": "Ikke i weekenden",
            "own_words": "Vi går, til vi ikke gider mere, og så får vi kaffe.",
        },
    ),
    "Marek": (140, -3, {"how_often": "fortnightly", "place": "Tivoli, museer, byen", "reach": "På sms"}),
    "Preben": (70, 30, {"how_often": "weekly", "place": "I gården", "reach": "Gennem huset"}),
    "Niels": (110, 45, {"how_often": "monthly", "place": "Hjemme hos Niels", "reach": "Else ringer"}),
    "Frank": (150, 12, {"how_often": "fortnightly", "place": "Amager Strand", "reach": "På sms"}),
}

# What the two have said to how it goes, where it is not that both are well; who is missing has not answered.
SAID = {
    "Marek": {"volunteer": "well"},
    "Frank": {"citizen": "well", "volunteer": "talk"},
    "Niels": {"citizen": "not_reached", "volunteer": "well"},
}
# How many days ago the coordinator has asked how it goes, as it was quiet about them.
ASKED = {"Frank": 3}

# Who meets somebody whose friend takes a break: who, how many days ago, and how many days later he said yes.
STANDS_IN = {"Preben": ("Pipaluk", 18, 2)}

# Who rests soon: why, in how many days, and when they are asked whether they go on.
RESTS_SOON = {"Marek": ("volunteer_away", 16, 44)}

# How many days ago the coordinator has talked with the volunteer.
TALKED = {"Bo": [95, 40], "Marek": [20], "Niels": [33], "Frank": [60, 15]}
