"""A pair of one citizen and one volunteer, and what leads to it."""

from matching.models.choice_note import ChoiceNote
from matching.models.first_meeting import FirstMeeting
from matching.models.match import Match, Origin
from matching.models.match_round import MatchRound
from matching.models.not_this_one import NotThisOne
from matching.models.round_pair import RoundPair
from matching.models.weight_set import WeightSet

__all__ = ["ChoiceNote", "FirstMeeting", "Match", "MatchRound", "NotThisOne", "Origin", "RoundPair", "WeightSet"]
