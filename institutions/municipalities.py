"""The municipalities of the capital and around it, by their official four digits: where an own home may be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Municipality(models.TextChoices):
    """Names are not translated."""

    COPENHAGEN = "0101", "København"
    FREDERIKSBERG = "0147", "Frederiksberg"
    ALBERTSLUND = "0165", "Albertslund"
    ALLEROED = "0201", "Allerød"
    BALLERUP = "0151", "Ballerup"
    BROENDBY = "0153", "Brøndby"
    DRAGOER = "0155", "Dragør"
    EGEDAL = "0240", "Egedal"
    FREDENSBORG = "0210", "Fredensborg"
    FREDERIKSSUND = "0250", "Frederikssund"
    FURESOE = "0190", "Furesø"
    GENTOFTE = "0157", "Gentofte"
    GLADSAXE = "0159", "Gladsaxe"
    GLOSTRUP = "0161", "Glostrup"
    GREVE = "0253", "Greve"
    GRIBSKOV = "0270", "Gribskov"
    HALSNAES = "0260", "Halsnæs"
    HELSINGOER = "0217", "Helsingør"
    HERLEV = "0163", "Herlev"
    HILLEROED = "0219", "Hillerød"
    HVIDOVRE = "0167", "Hvidovre"
    HOEJE_TAASTRUP = "0169", "Høje-Taastrup"
    HOERSHOLM = "0223", "Hørsholm"
    ISHOEJ = "0183", "Ishøj"
    KOEGE = "0259", "Køge"
    LYNGBY_TAARBAEK = "0173", "Lyngby-Taarbæk"
    ROSKILDE = "0265", "Roskilde"
    RUDERSDAL = "0230", "Rudersdal"
    ROEDOVRE = "0175", "Rødovre"
    SOLROED = "0269", "Solrød"
    TAARNBY = "0185", "Tårnby"
    VALLENSBAEK = "0187", "Vallensbæk"
    ELSEWHERE = "0000", _("another municipality")
