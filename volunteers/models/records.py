"""Who sees the records about a volunteer: those that only whoever screens may see, and those she knows herself."""

from typing import Self

from django.db import models

from history.moves import gates, in_turn
from volunteers.models.volunteer import Volunteer


class Records(models.QuerySet):
    """Written down once; what was written down wrong can be said anew, and whoever wrote it down stays."""

    def put_right(self, pk, **said) -> None:
        with gates():
            self.filter(pk=pk).update(**said)

    def write_down(self, **record) -> None:
        """Add a record; the very same once more, as by the back button or an impatient thumb, is none."""
        in_turn(self.model.__name__, *(getattr(one, "pk", one) for one in record.values()))
        if not self.filter(**record).exists():
            self.create(**record)

    def with_holders(self) -> Self:
        """Each with whoever held it, in the same query."""
        return self.select_related("by")


class RecordQuerySet(Records):
    """Records about a volunteer that only those who screen may see."""

    def visible_to(self, user) -> Self:
        """Those who screen the volunteer; nobody sees what stands about himself."""
        return self.filter(volunteer__in=Volunteer.objects.screened_by(user))


class OwnRecordQuerySet(Records):
    """Records that a volunteer knows herself and a coordinator of hers may see."""

    def visible_to(self, user) -> Self:
        """Coordinators of the volunteer's projects and the secretariat."""
        if user.is_secretariat:
            return self
        return self.filter(volunteer__in=Volunteer.objects.screened_by(user) | Volunteer.objects.filter(user=user))

    def visible_through(self, link) -> Self:
        """Through a link: one's own."""
        return self.filter(volunteer=link.volunteer_id)
