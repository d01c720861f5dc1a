"""An evening: planned, and changed while it is ahead."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foodclubs.models import Evening, Task
from foodclubs.staffing import change
from pages.dates import MomentField
from pages.stale_forms import OnlyChanges, fingerprint

FURTHEST = timedelta(days=2 * 365)


class EveningFields(forms.ModelForm):
    """When, what there is to eat, how many can eat, and how many volunteers each task needs."""

    class Meta:
        model = Evening
        fields = ["starts_at", "menu", "place", "places"]
        labels = {"starts_at": _("When?"), "menu": _("What is there to eat?"), "places": _("Places for guests")}
        help_texts = {
            "starts_at": _("When guests may come."),
            "menu": _("Two courses. You may leave it empty until you know."),
            "place": _("Only if it is not at the house."),
        }
        field_classes = {"starts_at": MomentField}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["places"].widget.attrs["min"] = 1

    def ask_tasks(self, needed: dict[str, int]) -> None:
        """How many volunteers each task needs; shown as so many."""
        for kind in Task.Kind:
            self.fields[f"task_{kind}"] = forms.IntegerField(
                label=kind.label.capitalize(),
                initial=needed.get(kind, 0),
                min_value=0,
                max_value=20,
                required=False,
            )

    def clean_starts_at(self) -> datetime:
        """Ahead; a time that is left as it was may have passed."""
        starts_at, stands = self.cleaned_data["starts_at"], self.instance.starts_at
        if stands and fingerprint(starts_at) == fingerprint(stands):
            return stands
        if starts_at <= timezone.now():
            raise forms.ValidationError(_("This moment has passed: choose one that is still to come."))
        if starts_at > timezone.now() + FURTHEST:
            raise forms.ValidationError(_("This is more than two years ahead: look at the year."))
        return starts_at

    def clean_places(self) -> int:
        places, taken = self.cleaned_data["places"], self.instance.taken
        if not 1 <= places <= 200:
            raise forms.ValidationError(_("Write a number between 1 and 200."))
        if places < taken:
            raise forms.ValidationError(_("%(taken)s places are taken already.") % {"taken": taken})
        return places

    @property
    def main_fields(self) -> list:
        return [self[name] for name in self.fields if not name.startswith("task_")]

    @property
    def task_fields(self) -> list:
        return [self[name] for name in self.fields if name.startswith("task_")]

    @property
    def tasks(self) -> dict[str, int]:
        """How many volunteers each task that was asked about needs."""
        asked = {kind.value: f"task_{kind}" for kind in Task.Kind}
        return {kind: self.cleaned_data[name] or 0 for kind, name in asked.items() if name in self.fields}

    @property
    def said(self) -> dict:
        """What was said of the evening itself."""
        return {name: self.cleaned_data[name] for name in self.fields if not name.startswith("task_")}


class EveningForm(EveningFields):
    """A new evening of one of the coordinator's food clubs; it begins with the usual number of volunteers."""

    class Meta(EveningFields.Meta):
        fields = ["food_club", *EveningFields.Meta.fields]

    def __init__(self, *args, food_clubs, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        several = None if len(food_clubs) == 1 else _("Choose a food club")
        label = self.fields["food_club"].label
        self.fields["food_club"] = forms.ModelChoiceField(food_clubs, label=label, empty_label=several)
        self.fields["places"].initial = 12
        self.ask_tasks({kind.value: usual for kind, usual in Task.USUAL.items()})

    def plan(self, *, by) -> Evening:
        """The new evening; a task with nobody needed is not made."""
        return Evening.plan(tasks=self.tasks, by=by, **self.said)


class ChangeForm(OnlyChanges, EveningFields):
    """An evening that is ahead: all of it while it is planned; once it is open the tasks stay, for people have them."""

    row: Evening

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.row.state == Evening.State.PLANNED:
            self.ask_tasks(dict(self.row.tasks.values_list("kind", "needed")))
            self.look_at([field.name for field in self.task_fields])

    def what_stands(self, name: str):
        """A task is a row of its own."""
        return self.fields[name].initial if name.startswith("task_") else super().what_stands(name)

    def change(self, *, by) -> int:
        """Change it, and give how many volunteers were told."""
        return change(self.row, tasks=self.tasks, by=by, **self.said)
