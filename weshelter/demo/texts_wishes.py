"""What some of the demo's citizens say of a friend."""

MATTERS: dict[str, dict] = {
    "Bo": {"needs": ["going_out", "outside"], "area": "2200", "around": ["smoke"]},
    "Preben": {"needs": ["patience"], "age_group": "60+", "friend_age": "same", "area": "2100"},
    "Lene": {"needs": ["courage"], "friend_gender": "woman", "limits": ["smoke"], "area": "2200"},
    "Kaj": {"needs": ["quiet"], "around": ["smoke", "alcohol"], "limits": ["stairs"]},
    "Abdi": {"needs": ["local_places", "patience"], "age_group": "30-44", "area": "2300"},
    "Jytte": {"needs": ["listening", "patience"], "limits": ["pets"]},
    "Finn": {"needs": ["patience"], "age_group": "60+", "area": "2200"},
    "Ulla": {"needs": ["courage", "new_home"], "area": "2750"},
    "Benny": {"needs": ["outside"], "friend_gender": "man", "area": "2200"},
    "Svend": {"needs": ["quiet"], "around": ["smoke", "stairs"]},
    "Mona": {"needs": ["courage"], "area": "2100"},
    "Yusuf": {"needs": ["local_places"], "age_group": "18-29", "friend_age": "same"},
    "Annemette": {"needs": ["courage"], "friend_gender": "woman", "limits": ["alcohol"]},
    "Lille Ib": {"needs": ["patience"], "around": ["pets"]},
    "Niels": {"needs": ["quiet", "patience"], "limits": ["stairs"], "area": "2500"},
    "Sanne": {"needs": ["courage"], "age_group": "30-44", "friend_age": "same"},
    "Dorthe": {"needs": ["new_home"], "friend_gender": "woman", "area": "2450"},
    "Susse": {"needs": ["courage"], "limits": ["stairs"], "area": "2500"},
    "Jimmy": {"needs": ["going_out", "outside"], "limits": ["alcohol"]},
    "Frank": {"needs": ["going_out"], "area": "2300", "limits": ["private_home"]},
    "Maja": {"needs": ["outside"], "limits": ["alcohol"], "area": "2300"},
    "Steen": {"needs": ["quiet", "listening"], "around": ["smoke"]},
    "Jannie": {"needs": ["listening"], "area": "2300"},
}
# By the citizen who waits, a volunteer whom the coordinator has put aside.
PUT_ASIDE = {"Benny": "Mads", "Leo": "Mikkel", "Ronni": "Torben"}
# Who waits: what was said when somebody spoke with them last, how many days ago, and in how many days to ask again.
TALKS = {
    "Radu": ("not_reached", 2, None),
    "Svend": ("rather_not", 9, None),
    "Palle": ("not_now", 38, 60),
    "Susse": ("not_reached", 3, None),
    "Michael": ("rather_not", 20, None),
    "Inger": ("not_now", 60, -2),
    "Sussi": ("not_reached", 1, None),
    "Hamid": ("rather_not", 12, None),
}
# With whom nobody has spoken since they were registered.
FORGOTTEN = {"Dorit", "Benny", "Wieslawa", "Leo", "Ronni"}
