"""The made-up people of the demo who log in: everybody who works at each house, and one password for all."""

PASSWORD = "rundt-om-bordet"

# Role, name, e-mail, the house's slug, and which projects a coordinator holds: printed by `make demo`, built by
# `manage.py cast`.
PEOPLE = [
    ("Sekretariat", "Sille Sommer", "sille@example.org", "", ""),
    ("Sekretariat", "Ruth Rask", "ruth@example.org", "", ""),
    ("Koordinator, RG60", "Karen Kjær", "karen@example.org", "rg60", "friends food_club"),
    ("Koordinator, RG60, madklubben", "Ib Iversen", "ib@example.org", "rg60", "food_club"),
    ("Frivilligansvarlig, RG60", "Lars Lund", "lars@example.org", "rg60", ""),
    ("Koordinator, Kollegiet", "Mette Mark", "mette@example.org", "kollegiet", "friends food_club other"),
    ("Koordinator, Kollegiet", "Agnieszka Adamska", "agnieszka@example.org", "kollegiet", "friends food_club"),
    ("Frivilligansvarlig, Kollegiet", "Omar Olsen", "omar@example.org", "kollegiet", ""),
    ("Koordinator, N.A.B.O.", "Nanna Nørgaard", "nanna@example.org", "nabo", "friends food_club"),
    ("Koordinator, N.A.B.O., madklubben", "Bilal Bashir", "bilal@example.org", "nabo", "food_club"),
    ("Frivilligansvarlig, N.A.B.O.", "Leif Lind", "leif@example.org", "nabo", ""),
]
CAST = [(role, email) for role, _name, email, _house, _kinds in PEOPLE]
