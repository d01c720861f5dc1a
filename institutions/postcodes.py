"""What a postcode is, and how far it is between two Danish ones in a straight line.

Where the centre points in postcodes.csv come from, and under which licence, stands in postcodes.LICENSE.txt: those of
the areas (`csc`), and where these count the sea in and lie more than 10 km from the town, its own (`town`, `map`).
A postcode that is not there, such as one from abroad, has no known distance to anywhere.
"""

import csv
import re
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField

# Four digits are Denmark's: a country that has four as well is named before them.
IS_POSTCODE = RegexValidator(
    r"^([0-9]{4}|(?=.*[0-9])[A-Z0-9][A-Z0-9 -]{3,10}[A-Z0-9])\Z",
    _("Write a postcode, such as 2200, or from abroad as 211 20 in Malmö or N-0150 in Oslo."),
)
DENMARKS = re.compile(r"^DK[- ]?(?=[0-9]{4}\Z)")
EARTH_RADIUS_KM = 6371


class PostcodeField(ShortTextField):
    """A postcode in Denmark, without its country, or abroad; in capitals and with single spaces."""

    default_validators = [*ShortTextField.default_validators, IS_POSTCODE]

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"max_length": 12, **kwargs})

    def to_python(self, value):
        written = " ".join((super().to_python(value) or "").upper().split())
        return DENMARKS.sub("", written)


@cache
def centres() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of each postcode's centre, in radians."""
    with Path(__file__).with_name("postcodes.csv").open(newline="") as lines:
        return {
            row["postcode"]: (radians(float(row["latitude"])), radians(float(row["longitude"])))
            for row in csv.DictReader(lines)
        }


@cache
def kilometres(here: str, there: str) -> int | None:
    """Whole kilometres between the centres of two postcodes; None where one of them is not known."""
    if here not in centres() or there not in centres():
        return None
    (lat, lon), (other_lat, other_lon) = centres()[here], centres()[there]
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return round(2 * EARTH_RADIUS_KM * asin(sqrt(half)))
