"""What some of the demo's volunteers tell of themselves for the match; the others have not said."""


def tells(gender="", age="", experience="", around="", limits="") -> dict:
    """One volunteer, in the codes of the form."""
    lists = {"experience": experience, "around": around, "limits": limits}
    return {"gender": gender, "age_group": age, **{name: codes.split() for name, codes in lists.items()}}


ABOUT: dict[str, dict] = {
    "Vera": tells("woman", "45-59", "going_out patience"),
    "Bjarne": tells("man", "60+", "outside", "private_home"),
    "Henrik": tells("man", "45-59", "quiet"),
    "Sofie": tells("woman", "18-29", "listening courage", "stairs", limits="smoke"),
    "Kirsten": tells("woman", "60+", "listening courage new_home", "private_home"),
    "Amina": tells("woman", "30-44", "local_places patience"),
    "Mads": tells("man", "30-44", around="stairs"),
    "Pipaluk": tells(age="18-29", experience="quiet going_out", around="pets"),
    "Thea": tells("woman", "18-29"),
    "Viggo": tells("man", "60+", "quiet listening", "smoke"),
    "Rikke": tells("woman", "30-44", around="pets"),
    "Gorm": tells("man", "60+", around="smoke alcohol"),
    "Anna": tells("woman", "30-44", "listening patience", limits="smoke"),
    "Else": tells("woman", "60+", "patience quiet"),
    "Mikkel": tells("man", "30-44", "outside"),
    "Birthe": tells("woman", "60+", "listening"),
    "Hassan": tells("man", "45-59", "local_places"),
    "Ewa": tells("woman", "45-59", "new_home courage"),
    "Signe": tells(age="30-44", experience="going_out", limits="smoke"),
    "Nikolaj": tells("man", "18-29", around="stairs"),
    "Pernille": tells("woman", "45-59", "quiet"),
    "Gitte": tells("woman", "45-59", "going_out", "pets"),
    "Rasmus": tells("man", "45-59", "listening"),
    "Torben": tells("man", "60+", "outside", "alcohol"),
    "Ioana": tells("woman", "30-44", "local_places courage"),
    "Fadumo": tells("woman", "30-44", "patience"),
    "Line": tells("woman", "18-29", "listening outside", limits="alcohol"),
}
