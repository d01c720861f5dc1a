"""A task for a volunteer: chosen by link, or given."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from foodclubs.models import Task
from pages.choices import offer
from pages.stale_forms import tell_who_chose
from volunteers.models import Volunteer


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
