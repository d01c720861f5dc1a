"""Asking for a round, and choosing among its pairs."""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from institutions.models import Project
from matching.rounds.page import PairRow
from pages.choices import offer


class RoundForm(forms.Form):
    """The projects that take part: those with network friends that the user holds."""

    projects = forms.ModelMultipleChoiceField(
        Project.objects.none(),
        label=_("Projects in the round"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one project.")},
    )

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        mine = Project.objects.coordinated_by(user).friends().open().select_related("institution")
        offer(self, "projects", mine)
        self.fields["projects"].initial = mine


class PairsForm(forms.Form):
    """For each citizen of the round the volunteer to be asked: the round's, another who fits, or nobody now."""

    def __init__(self, *args, rows: list[PairRow], room: dict[str, int], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.room = rows, room
        for row in rows:
            one = row.suggestion.candidate
            self.fields[str(row.citizen.pk)] = forms.ChoiceField(
                label=gettext("Ask for %(name)s") % {"name": row.citizen.called_name},
                choices=[
                    (one.id, gettext("%(name)s, as in the round") % {"name": one.first_name}),
                    *row.others,
                    ("", gettext("Nobody now")),
                ],
                initial=one.id,
                required=False,
            )

    def lines(self) -> Iterator[tuple[PairRow, forms.BoundField]]:
        """Each pair with its choice."""
        return ((row, self[str(row.citizen.pk)]) for row in self.rows)

    def clean(self) -> dict:
        """Nobody is chosen for more citizens than she has room for."""
        chosen = self.chosen()
        for volunteer, times in Counter(chosen.values()).items():
            for citizen in [pk for pk, one in chosen.items() if one == volunteer][self.room[str(volunteer)] :]:
                self.add_error(str(citizen), _("Chosen %(times)s times: choose somebody else here.") % {"times": times})
        return self.cleaned_data

    def chosen(self) -> dict[UUID, UUID]:
        """Who is to be asked for which citizen."""
        return {UUID(citizen): UUID(volunteer) for citizen, volunteer in self.cleaned_data.items() if volunteer}
