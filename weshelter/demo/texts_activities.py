"""What the demo's houses offer, and who has used it."""

KRONER = 1500
# The house, or none where it is offered to all; what it is called, and the rest.
ACTIVITIES = [
    ("", "Tivoli", {"kind": "outing", "price": 0, "tickets": 12, "how": "Billetterne ligger hos Frivilligindsatsen."}),
    ("", "Kaffe i byen", {"kind": "cafe", "price": 120, "how": "Gem bonen, og giv den til koordinatoren."}),
    (
        "rg60",
        "Biograf på Nørrebro",
        {"kind": "cinema", "price": 0, "tickets": 10, "how": "Billetterne er på kontoret."},
    ),
    ("kollegiet", "Svømmehal", {"kind": "sport", "price": 90, "how": "Spørg efter klippekortet."}),
    (
        "nabo",
        "Minigolf på Amager",
        {"kind": "sport", "price": 110, "how": "Betal selv, og få pengene af koordinatoren."},
    ),
]
# By the citizen's name: how many days ago, what, kroner and tickets.
USED = {
    "Bo": [(118, "Kaffe i byen", 96, 0), (30, "Biograf på Nørrebro", 0, 2), (9, "Kaffe i byen", 112, 0)],
    "Marek": [(31, "Tivoli", 140, 2)],
    "Sanne": [(48, "Svømmehal", 90, 0), (5, "Kaffe i byen", 104, 0)],
    "Frank": [(51, "Minigolf på Amager", 110, 0)],
}
