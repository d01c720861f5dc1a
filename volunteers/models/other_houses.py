"""The other houses where somebody who applied could be: she applies once, and one house at a time screens her."""

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from history.moves import CHANGED_MEANWHILE, NotPossible
from volunteers.models.roles import RoleProfile


class OtherHouses(models.Model):
    """What she ticked beside the role that she has, by which nobody sees her."""

    is_on_the_way: bool
    is_taken_in: bool

    also_role_ids = ArrayField(models.UUIDField(), default=list, blank=True, verbose_name=_("could also be at"))

    class Meta:
        abstract = True

    @property
    def can_be_passed_on(self) -> bool:
        """Has applied, and is not taken in yet: from then on she belongs to the house."""
        return self.is_on_the_way and not self.is_taken_in

    def pass_on(self, role: RoleProfile) -> None:
        """To another house that she ticked: from now on it has the application, and this one is noted instead."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT app.pass_on(%s, %s)", [self.pk, role.pk])
            (is_passed_on,) = cursor.fetchone()
        if not is_passed_on:
            raise NotPossible(CHANGED_MEANWHILE)
        self.role = role

    def other_houses(self) -> str:
        """Their names, in one line."""
        also = RoleProfile.objects.with_houses().filter(pk__in=self.also_role_ids)
        return ", ".join(str(role.project.institution) for role in also)


def writes_first(ticked: list[RoleProfile]) -> RoleProfile | None:
    """Of the roles that somebody ticked the one whose house has fewest volunteers: it gets the application."""
    if len(ticked) < 2:
        return next(iter(ticked), None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.writes_first(%s::uuid[])", [[str(role.pk) for role in ticked]])
        (first,) = cursor.fetchone()
    return next(role for role in ticked if role.pk == first)
