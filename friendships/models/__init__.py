"""A friendship from the first meeting to the farewell: its rests and its ending."""

from friendships.models.closure import Closure
from friendships.models.pause import Pause

__all__ = ["Closure", "Pause"]
