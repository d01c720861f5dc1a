"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval
from access.links import AT_MOST, FORMER_GOES_ON, LIFETIME, OWN_PAGES_AT_ONCE, Purpose

VALUES = {
    "FORMER_GOES_ON": interval(FORMER_GOES_ON),
    "OWN_PAGES_AT_ONCE": str(OWN_PAGES_AT_ONCE),
    "LINKS_LIVE_AT_MOST": interval(AT_MOST),
    "FEED_DAYS": str(LIFETIME[Purpose.FEED].days),
}
