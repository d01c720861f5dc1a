"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval
from citizens.breakglass import LASTS, SHORTEST_REASON
from citizens.models.wishes import HEARS_WITHIN, STILL_FRESH
from citizens.usual_wait import FEWEST_WAITS

VALUES = {
    "SHORTEST_REASON": str(SHORTEST_REASON),
    "EMERGENCY_LASTS": interval(LASTS),
    "WISH_LIVES": str(STILL_FRESH.days),
    "HEARS_WITHIN": str(HEARS_WITHIN.days),
    "FEWEST_WAITS": str(FEWEST_WAITS),
}
ANSWERS = {
    "is_a_task": "is_a_task_of_citizens",
    "keeps_a_project": "has_wishes",
    "works_with_a_house": "has_citizens_at",
    "keeps_a_house": "knows_citizens",
    "lets_go_of_a_house": "house_lets_go",
}
