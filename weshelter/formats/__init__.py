"""How days and hours are written, in each language; templates ask for them by name.

What people type is read day first in both languages, whatever stands between the numbers, once `pages/dates.py` has
tidied it.
"""

_BETWEEN = [("-", "-"), (".", "."), ("/", "/"), ("/", "-"), ("/", " "), (".", " "), (" ", " ")]
DAYS = [f"%d{first}%m{second}{year}" for year in ("%Y", "%y") for first, second in _BETWEEN]
HOURS = [f"{before}{hour}" for hour in ("%H.%M", "%H:%M") for before in ("", "kl. ")] + ["kl. %H"]
# A number alone is an hour where nothing but an hour is asked for.
ALONE = ["%H"]
