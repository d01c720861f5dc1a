"""Food clubs: evenings where guests and volunteers cook and eat together, two courses for 15 kroner.

A guest is a nickname, never a citizen. Places at the table and tasks are taken through `courses.places.take_place`
and given back through `foodclubs.places.give_back`: the database counts, so the last one goes to exactly one person.
"""

from foodclubs.models.evenings import Evening, FoodClub
from foodclubs.models.guests import Guest, Signup
from foodclubs.models.helping import Duty, Task

__all__ = ["Duty", "Evening", "FoodClub", "Guest", "Signup", "Task"]
