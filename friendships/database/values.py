"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import listed
from matching.models import Match

VALUES = {"MATCH_BEGUN": listed(Match.BEGUN)}
