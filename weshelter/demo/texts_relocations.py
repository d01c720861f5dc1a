"""Who moves in the demo, by what they are called. All made up."""

# Told how many days ago; in how many days, or before how many; to which house, or in which municipality; what is said.
RELOCATIONS = {
    "Marek": (
        6,
        -6,
        "kollegiet",
        "",
        {
            "goes_on": "yes",
            "travel": "arranged",
            "bridges": "Valby bibliotek har brætspil om torsdagen.",
            "journal": "yes",
        },
    ),
    "Ulla": (47, -47, "", "0151", {}),
    "Lene": (1, 8, "", "0101", {"goes_on": "not_asked", "travel": "not_asked"}),
}
# Who has said yes to the journal of the house how many days ago, and when its lead wrote it in.
JOURNALS = {"Bo": (60, 58), "Niels": (40, 39), "Frank": (3, None)}
