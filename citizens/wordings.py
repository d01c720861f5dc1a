"""What is read aloud before a yes, word for word, in Danish and English. A version that was read is never changed.

A better wording is a new version; each consent keeps the number of the one that was heard.
"""

from django.utils.translation import get_language

CURRENT = 2
WORDINGS: dict[int, dict[str, dict[str, str]]] = {
    1: {
        "registration": {"da": "at blive registreret, med ønsker", "en": "being registered, with wishes"},
        "friend": {
            "da": "en ven, som kender det, jeg har sagt ja til",
            "en": "a friend who knows what I said yes to",
        },
        "guidance": {
            "da": "at personale og koordinator hjælper vennen med et par ord",
            "en": "that staff and coordinator help the friend with a few words",
        },
    },
    2: {
        "registration": {
            "da": "Du må skrive ned, hvad jeg kaldes, hvordan I når mig, og hvad jeg ønsker mig. Koordinatoren og "
            "den frivilligansvarlige i mit hus kan læse det. Jeg kan altid sige nej igen og bede om at få det slettet.",
            "en": "You may write down what I am called, how to reach me, and what I wish for. The coordinator and the "
            "volunteer lead of my house can read it. I can always take it back and ask to have it erased.",
        },
        "friend": {
            "da": "Jeg vil gerne have en netværksven. Vennen får at vide, hvad jeg kaldes, og det, jeg selv har sagt "
            "ja til, linje for linje – ikke andet. Jeg kan altid sige nej igen; så er det skjult med det samme.",
            "en": "I would like a network friend. The friend hears what I am called and what I myself have said yes "
            "to, line by line – nothing else. I can always take it back; then it is hidden at once.",
        },
        "guidance": {
            "da": "Personalet må fortælle koordinatoren, hvad der er godt at vide, når man er sammen med mig. "
            "Vennen får kun et godt råd, aldrig grunden. Jeg kan altid sige nej igen; så er det skjult med det samme.",
            "en": "Staff may tell the coordinator what is good to know when one is with me. The friend only gets a "
            "piece of advice, never the reason. I can always take it back; then it is hidden at once.",
        },
    },
}


def wording(purpose: str, version: int = CURRENT) -> str:
    """The words of one version, in the language of the page."""
    texts = WORDINGS[version][purpose]
    return texts["en" if get_language() == "en" else "da"]


def read_aloud() -> list[tuple[str, str]]:
    """Every purpose with its current words, as the choices of a form."""
    return [(purpose, wording(purpose)) for purpose in WORDINGS[CURRENT]]
