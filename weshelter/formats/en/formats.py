"""Tuesday 24 November 18:00"""

from weshelter.formats import ALONE, DAYS, HOURS

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y H:i"
MONTH_DAY_FORMAT = "j F"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "j/n/Y"
SHORT_DATETIME_FORMAT = "j/n/Y H:i"

# The first of each is how the admin writes it: 24/11/2026, 18:00.
DATE_INPUT_FORMATS = ["%d/%m/%Y", *DAYS]
TIME_INPUT_FORMATS = ["%H:%M", *HOURS, *ALONE]
DATETIME_INPUT_FORMATS = [f"{day} {hour}" for day in DATE_INPUT_FORMATS for hour in ["%H:%M", *HOURS]]
