"""What is typed about food clubs: a guest's nickname, a new evening, a task for a volunteer, and how it went."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access.names import NameField
from foodclubs.models import Duty, Evening, Signup, Task
from pages.choices import offer
from pages.dates import MomentField
from pages.stale_forms import tell_who_chose
from volunteers.models import Volunteer

FURTHEST = timedelta(days=2 * 365)


class GuestForm(forms.Form):
    """What a guest wants to be called. `website` is a trap for robots: no person sees it."""

    nickname = NameField(
        max_length=40,
        error_messages={"required": _("Write a name. A nickname is fine.")},
        label=_("What do you want to be called?"),
        help_text=_("Write what you want to be called. You need not write your real name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "maxlength": 40}),
    )

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get("website"))


class GuestAtHouseForm(GuestForm):
    """The same, filled in by coordinator or lead."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nickname"].label = _("What does the guest want to be called?")
        self.fields["nickname"].help_text = _("A nickname is fine. Write nothing else here.")
        self.fields["nickname"].widget.attrs["autocomplete"] = "off"


class TaskChoice(forms.ModelChoiceField):
    """One of the tasks with room."""

    default_error_messages = {
        "required": _("Choose a task."),
        "invalid_choice": _("Somebody else has just taken this task. Maybe there is another one?"),
    }

    def label_from_instance(self, task: Task) -> str:
        return task.get_kind_display().capitalize()


class TaskForm(forms.Form):
    """A task with room; by link it is the volunteer's own choice."""

    task = TaskChoice(
        Task.objects.none(), label=_("Which task would you like?"), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args, tasks, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "task", tasks)


class GiveTaskForm(TaskForm):
    """A task with room, given to a ready volunteer who has said yes by word of mouth."""

    task = TaskChoice(Task.objects.none(), label=_("Task"), empty_label=_("Choose a task"))
    volunteer = forms.ChoiceField(label=_("Volunteer"), error_messages={"required": _("Choose a volunteer.")})

    def __init__(self, *args, volunteers: list[Volunteer], duties, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        tell_who_chose(self, "volunteer", _("The volunteer has a task this evening already."), duties)
        choices = [(str(volunteer.pk), volunteer.name) for volunteer in volunteers]
        choices.insert(0, ("", gettext("Choose a volunteer")))
        offer(self, "volunteer", choices)


class EveningForm(forms.ModelForm):
    """A new evening: when, what there is to eat, how many can eat, and how many volunteers each task needs."""

    class Meta:
        model = Evening
        fields = ["food_club", "starts_at", "menu", "place", "places"]
        labels = {"starts_at": _("When?"), "menu": _("What is there to eat?"), "places": _("Places for guests")}
        help_texts = {
            "starts_at": _("When guests may come."),
            "menu": _("Two courses. You may leave it empty until you know."),
            "place": _("Only if it is not at the house."),
        }
        field_classes = {"starts_at": MomentField}

    def __init__(self, *args, food_clubs, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        several = None if len(food_clubs) == 1 else _("Choose a food club")
        label = self.fields["food_club"].label
        self.fields["food_club"] = forms.ModelChoiceField(food_clubs, label=label, empty_label=several)
        self.fields["places"].initial = 12
        self.fields["places"].widget.attrs["min"] = 1
        for kind, usual in Task.USUAL.items():
            self.fields[f"task_{kind}"] = forms.IntegerField(
                label=kind.label.capitalize(), initial=usual, min_value=0, max_value=20, required=False
            )

    def clean_starts_at(self) -> datetime:
        starts_at = self.cleaned_data["starts_at"]
        if starts_at <= timezone.now():
            raise forms.ValidationError(_("This moment has passed: choose one that is still to come."))
        if starts_at > timezone.now() + FURTHEST:
            raise forms.ValidationError(_("This is more than two years ahead: look at the year."))
        return starts_at

    def clean_places(self) -> int:
        places = self.cleaned_data["places"]
        if not 1 <= places <= 200:
            raise forms.ValidationError(_("Write a number between 1 and 200."))
        return places

    @property
    def main_fields(self) -> list:
        return [self[name] for name in self.Meta.fields]

    @property
    def task_fields(self) -> list:
        return [self[f"task_{kind}"] for kind in Task.USUAL]

    def plan(self, *, by) -> Evening:
        """The new evening; a task with nobody needed is not made."""
        fields = {name: self.cleaned_data[name] for name in self.Meta.fields}
        tasks = {kind.value: self.cleaned_data[f"task_{kind}"] or 0 for kind in Task.USUAL}
        return Evening.plan(tasks=tasks, by=by, **fields)


class CloseForm(forms.Form):
    """How it went: for each guest came and paid, and for each volunteer came; one choice each."""

    def __init__(self, *args, evening: Evening, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.signups: list[Signup] = list(evening.signups.on_the_list())
        self.duties: list[Duty] = list(evening.duties.on_the_list())
        price = _("Paid %(price)s kr.") % {"price": evening.price}
        guests = [("paid", price), ("free", _("Free")), ("later", _("Not paid yet")), ("missed", _("Did not come"))]
        helpers = [("came", _("Came")), ("missed", _("Did not come"))]
        self.price = evening.price
        for signup in self.signups:
            self._add(f"guest_{signup.pk}", signup.guest.nickname, guests)
        for duty in self.duties:
            self._add(f"duty_{duty.pk}", f"{duty.volunteer.name} – {duty.task}", helpers)

    def _add(self, name: str, label: str, choices: list) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label,
            choices=choices,
            widget=forms.RadioSelect(attrs={"class": "btn-check"}),
            error_messages={"required": _("Choose one.")},
        )

    @property
    def guest_fields(self) -> list:
        return [self[f"guest_{signup.pk}"] for signup in self.signups]

    @property
    def duty_fields(self) -> list:
        return [self[f"duty_{duty.pk}"] for duty in self.duties]

    def guests(self) -> list[tuple[Signup, bool, int | None]]:
        """(sign-up, came, paid) for each guest."""
        paid = {"paid": self.price, "free": 0}
        answers = [(signup, self.cleaned_data[f"guest_{signup.pk}"]) for signup in self.signups]
        return [(signup, answer != "missed", paid.get(answer)) for signup, answer in answers]

    def helpers(self) -> list[tuple[Duty, bool]]:
        """(duty, came) for each volunteer."""
        return [(duty, self.cleaned_data[f"duty_{duty.pk}"] == "came") for duty in self.duties]
