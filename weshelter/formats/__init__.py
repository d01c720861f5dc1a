"""How days and hours are written, in each language; templates ask for them by name.

What people type is read day first in both languages, whatever stands between the numbers.
"""

_BETWEEN = [("-", "-"), (".", "."), ("/", "/"), ("/", "-"), ("/", " "), (". ", ". "), (". ", " "), (" ", " ")]
DAYS = [f"%d{first}%m{second}{year}" for year in ("%Y", "%y") for first, second in _BETWEEN]
HOURS = [f"{before}{hour}" for hour in ("%H.%M", "%H:%M") for before in ("", "kl. ", "kl ")] + ["kl. %H", "kl %H"]
