"""What falls due with the days: match rounds are kept for two weeks."""

from datetime import date

from matching.keeping import MatchRound


def forget_rounds(_today: date) -> int:
    """Delete the rounds that have been kept long enough, and give how many."""
    return MatchRound.objects.kept_long_enough().delete()[1].get("matching.MatchRound", 0)
