"""How far a volunteer has come, as pages and verbs ask it."""

from typing import Any

from django.db import models

from history.moves import NotPossible, gates, why_not


class Standing(models.Model):
    """On the way, taken in, or gone; whoever is in training is on the way and taken in."""

    ON_THE_WAY: tuple[str, ...]
    TAKEN_IN: tuple[str, ...]
    GONE: tuple[str, ...]
    state: str
    capacity: Any

    class Meta:
        abstract = True

    @property
    def is_on_the_way(self) -> bool:
        """Has applied and is neither ready nor turned away."""
        return self.state in self.ON_THE_WAY

    @property
    def is_gone(self) -> bool:
        """Was turned away, took the application back, or has left: no mail waits for an answer any more."""
        return self.state in self.GONE

    @property
    def is_taken_in(self) -> bool:
        """Is in training or has been through it, and has not left: signs agreements and takes courses."""
        return self.state in self.TAKEN_IN

    def make_room(self, capacity: int) -> None:
        """For how many friends at a time. The database leaves room for those that there are."""
        with gates():
            volunteers: Any = type(self)._default_manager
            volunteers.filter(pk=self.pk).update(capacity=capacity)
        self.capacity = capacity

    def refuse_unless(self, possible: bool) -> None:
        """What asks for another state than this one is not possible now."""
        if not possible:
            raise NotPossible(why_not(self))
