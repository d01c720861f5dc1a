"""The made-up people of the demo who log in: one of each role at each house, and one password for all."""

PASSWORD = "rundt-om-bordet"

# Role, name, e-mail, the house's slug: printed by `make demo`, built by `manage.py cast`.
PEOPLE = [
    ("Sekretariat", "Sille Sommer", "sille@example.org", ""),
    ("Sekretariat", "Ruth Rask", "ruth@example.org", ""),
    ("Koordinator, RG60", "Karen Kjær", "karen@example.org", "rg60"),
    ("Frivilligansvarlig, RG60", "Lars Lund", "lars@example.org", "rg60"),
    ("Koordinator, Kollegiet", "Mette Mark", "mette@example.org", "kollegiet"),
    ("Frivilligansvarlig, Kollegiet", "Omar Olsen", "omar@example.org", "kollegiet"),
    ("Koordinator, N.A.B.O.", "Nanna Nørgaard", "nanna@example.org", "nabo"),
    ("Frivilligansvarlig, N.A.B.O.", "Leif Lind", "leif@example.org", "nabo"),
]
CAST = [(role, email) for role, _name, email, _house in PEOPLE]
