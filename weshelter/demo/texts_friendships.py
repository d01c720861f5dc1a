"""What the demo's pairs have ticked: by the citizen's name, how many days ago, what came of it and what they did."""

MET = {
    "Marek": [(60, "met", "walk"), (31, "met", "trip"), (16, "not", ""), (10, "met", "coffee")],
    "Bo": [(118, "met", "coffee"), (30, "met", "walk"), (16, "met", "food_club"), (9, "moved", ""), (2, "met", "walk")],
    "Preben": [(70, "met", "coffee"), (64, "met", "walk")],
    "Lene": [(27, "met", "coffee"), (20, "met", "food_club"), (6, "pause", "")],
    "Niels": [(40, "met", "home"), (12, "met", "phone")],
    "Sanne": [(48, "met", "coffee"), (5, "met", "trip")],
    "Frank": [(80, "met", "walk"), (18, "met", "walk")],
    "Kalle": [(60, "met", "coffee"), (7, "met", "other")],
}
