"""tirsdag 24. november kl. 18.00"""

from weshelter.formats import ALONE, DAYS, HOURS

DATE_FORMAT = "j. F Y"
DATETIME_FORMAT = r"j. F Y \k\l. H.i"
MONTH_DAY_FORMAT = "j. F"
TIME_FORMAT = r"\k\l. H.i"
SHORT_DATE_FORMAT = "j.n.Y"
SHORT_DATETIME_FORMAT = "j.n.Y H.i"

# The first of each is how the admin writes it: 24-11-2026, 18.00.
DATE_INPUT_FORMATS = DAYS
TIME_INPUT_FORMATS = [*HOURS, *ALONE]
DATETIME_INPUT_FORMATS = [f"{day} {hour}" for day in DAYS for hour in HOURS]
