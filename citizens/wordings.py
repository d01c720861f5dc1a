"""What is read aloud before a yes, word for word, in Danish and English. A version that was read is never changed.

A better wording is a new version; each consent keeps the number of the one that was heard. Of the current one each
sentence has a key, and a test of that key does what it says and looks (`weshelter/tests/words_kept.py`).
"""

from django.utils.translation import get_language

CURRENT = 4
# The sentences of the current version, by purpose and key.
SENTENCES: dict[str, dict[str, dict[str, str]]] = {
    "registration": {
        "what_is_kept": {
            "da": "I må gemme, hvad jeg kaldes, hvordan I får fat i mig, og hvad jeg ønsker mig.",
            "en": "You may keep what I am called, how to reach me, and what I wish for.",
        },
        "who_reads_it": {
            "da": "Koordinatoren og den frivilligansvarlige i mit hus kan læse det.",
            "en": "The coordinator and the volunteer lead of my house can read it.",
        },
        "in_an_emergency": {
            "da": "I en nødsituation kan Frivilligindsatsen også læse det, og så bliver det gemt, hvem og hvorfor.",
            "en": "In an emergency the volunteer secretariat can read it, too, and then it is kept who did and why.",
        },
        "no_longer_registered": {
            "da": "Jeg kan altid sige nej: Så ser huset det ikke mere, og koordinatoren får besked om at slette det "
            "inden 14 dage.",
            "en": "I can always say no: then the house sees it no more, and the coordinator is told to erase it all "
            "within 14 days.",
        },
    },
    "friend": {
        "a_friend": {
            "da": "Jeg vil gerne have en netværksven.",
            "en": "I would like a network friend.",
        },
        "who_is_asked": {
            "da": "En frivillig, der bliver spurgt, hører kun, hvilket hus det er, hvad vi begge kan lide, og "
            "hvornår vi begge har tid.",
            "en": "A volunteer who is asked only hears which house it is, what we both like, and when we both have "
            "time.",
        },
        "the_name": {
            "da": "Når vi begge har sagt ja, får netværksvennen at vide, hvad jeg kaldes.",
            "en": "When we have both said yes, the network friend hears what I am called.",
        },
        "line_by_line": {
            "da": "Netværksvennen får også det at vide, som jeg selv har sagt ja til, linje for linje.",
            "en": "The network friend also hears what I myself have said yes to, line by line.",
        },
        "nothing_without_a_yes": {
            "da": "I fortæller ikke netværksvennen andet om mig, medmindre jeg siger ja til det.",
            "en": "You tell the network friend nothing else about me, unless I say yes to it.",
        },
        "what_the_house_hears": {
            "da": "Den frivilligansvarlige i mit hus kan se, hvem min netværksven er, hvornår vi mødes første gang, og "
            "om vi stadig mødes.",
            "en": "The volunteer lead of my house can see who my network friend is, when we meet the first time, and "
            "whether we still meet.",
        },
        "what_the_house_does_not_hear": {
            "da": "Huset kan ikke se, hvornår vi mødes bagefter, eller hvad vi laver.",
            "en": "The house cannot see when we meet after that, or what we do.",
        },
        "during_a_rest": {
            "da": "Holder vi pause, kan jeg møde en anden frivillig imens, men kun hvis jeg selv siger ja.",
            "en": "While we take a break I can meet another volunteer, but only if I say yes to it myself.",
        },
        "no_friend_any_more": {
            "da": "Jeg kan altid sige nej igen: Så kan netværksvennen med det samme ikke se noget om mig.",
            "en": "I can always say no again: then the network friend at once sees nothing about me.",
        },
    },
    "guidance": {
        "staff_tells_the_coordinator": {
            "da": "Personalet må fortælle koordinatoren, hvad der er godt at vide, når man er sammen med mig.",
            "en": "Staff may tell the coordinator what is good to know when one is with me.",
        },
        "advice_never_the_reason": {
            "da": "Netværksvennen får kun et godt råd, aldrig grunden.",
            "en": "The network friend only gets a piece of advice, never the reason.",
        },
        "no_advice_any_more": {
            "da": "Jeg kan altid sige nej igen: Så er rådet skjult med det samme.",
            "en": "I can always say no again: then the advice is hidden at once.",
        },
    },
}
# What the third said otherwise.
THIRD = {
    "no_longer_registered": {
        "da": "Jeg kan altid sige nej igen: Så kan huset ikke se det, og alt om mig skal slettes inden 14 dage.",
        "en": "I can always say no again: then the house does not see it, and all about me goes within 14 days.",
    },
    "who_is_asked": {
        "da": "En frivillig, der bliver spurgt, får kun at vide, hvilket hus det er.",
        "en": "A volunteer who is asked only hears which house it is.",
    },
}
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


def in_one(sentences: dict[str, dict[str, str]]) -> dict[str, str]:
    """What is read of one purpose, sentence after sentence."""
    return {language: " ".join(one[language] for one in sentences.values()) for language in ("da", "en")}


WORDINGS[3] = {
    purpose: in_one({key: THIRD.get(key, texts) for key, texts in said.items()}) for purpose, said in SENTENCES.items()
}
WORDINGS[CURRENT] = {purpose: in_one(said) for purpose, said in SENTENCES.items()}
# From this one on whoever is asked may hear what both have ticked; the database knows it too.
TICKS_MAY_BE_TOLD = 4


def wording(purpose: str, version: int = CURRENT) -> str:
    """The words of one version, in the language of the page."""
    texts = WORDINGS[version][purpose]
    return texts["en" if get_language() == "en" else "da"]


def read_aloud() -> list[tuple[str, str]]:
    """Every purpose with its current words, as the choices of a form."""
    return [(purpose, wording(purpose)) for purpose in WORDINGS[CURRENT]]
