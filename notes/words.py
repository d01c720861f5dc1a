"""Words that may tell the friend too much: illness, substances, medicine, crime, abuse. A help to the eye, no judge."""

import re

from access.text import CPR_NUMBER

# Parts of Danish words. Short ones stand for whole words or beginnings, so that "dom" does not mean "domino".
ILLNESS = r"""
    psyk\w* | \w*diagnos\w* | skizo\w* | \w*paranoi\w* | bipolar\w* | mani(?:sk\w*|er|en)? | maniodepr\w* | depress\w* |
    borderline\w* | \w*personlighedsforst\w* | angst\w* | \w*sygdom\w* | \w*syg(?:e|t)? | autis\w* | asperger\w* |
    adhd | add | ocd | ptsd | \w*traum\w* | demen[st]\w* | hallucin\w* | stemmehør\w* | vrangforestil\w* |
    hiv\w* | aids | hepatit\w* | epilep\w* | kol | kræft\w* | diabet\w* | hjerneskad\w* | \w*handicap\w* |
    impulsstyr\w* | spiseforst\w* | anore\w* | selvmord\w* | selvskad\w* | indlagt\w* | indlæg\w*
"""
SUBSTANCES = r"""
    \w*misbrug\w* | \w*afhængig\w* | alkohol\w* | drukker\w* | drikfæld\w* | fuld(?:e)? | beruse\w* | rus | påvirket |
    \w*stoffer(?:ne)? | stof | narko\w* | hash\w* | cannabis\w* | joint\w* | heroin\w* | \w*kokain\w* | crack |
    amfetamin\w* | speed | ecstasy | ketamin\w* | opio?id\w* | fixe\w* | fikser\w* | afrus\w* | abstinen\w* | sprøjte\w*
"""
MEDICINE = r"""
    medicin\w* | antabus\w* | metadon\w* | methadon\w* | subutex | suboxone | buprenorfin\w* | morfin\w* |
    tramadol\w* | benzo\w* | stesolid\w* | valium | diazepam | oxazepam | alopam | rivotril | ritalin\w* |
    methylphenidat | antipsykot\w* | quetiapin | seroquel | zyprexa | olanzapin | risperd\w* | abilify |
    aripiprazol | leponex |
    clozapin | cisordinol | truxal | lithium | litium | sertralin | citalopram | cipramil | lykkepille\w* |
    pregabalin | lyrica
"""
CRIME = r"""
    kriminel\w* | forbryd\w* | dom(?:me|men)? | dømt\w* | straf\w* | fængs\w* | afson\w* | varetægt\w* | sigtet\w* |
    tiltal(?:t|e)\w* | tyv\w* | stjæl\w* | stjål\w* | røver\w* | vold(?:en|s)? | voldelig\w* | voldtæg\w* |
    voldsdøm\w* | politi(?:et|sag\w*|anmeld\w*)? | bande(?:r|medlem\w*)? | drab\w* | myrd\w* | pædofil\w*
"""
ABUSE = r"""
    \w*overgreb\w* | incest\w* | \w*krænk\w* | mishandl\w* | \w*seksuel\w* | prostitu\w* | blottet | omsorgssvigt\w*
"""
WATCHED = re.compile(rf"\b(?:{'|'.join((ILLNESS, SUBSTANCES, MEDICINE, CRIME, ABUSE))})\b", re.IGNORECASE | re.VERBOSE)


def words_to_look_at(text: str) -> list[str]:
    """The words of a text that may tell too much, as they stand in it, each once."""
    found = [*WATCHED.findall(text), *CPR_NUMBER.findall(text)]
    return list(dict.fromkeys(word.lower() for word in found))
