"""What a volunteer tells of herself for the match: in the application, and as whoever screens her writes it down."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from institutions.vocabulary import AgeGroup, Gender, Language, Limit, Need, Slot, interests_offered
from pages.choices import offer
from pages.stale_forms import OnlyChanges
from volunteers.models import RoleProfile, Volunteer


def ticks() -> forms.CheckboxSelectMultiple:
    """Boxes for `parts/_ticks.html`, which lays them in two columns."""
    return forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})


class AboutOneselfForm(forms.ModelForm):
    """In the codes of the citizens' wishes. What nobody must say is folded on the application, see `FOLDED`."""

    FOLDED = ("gender", "age_group", "experience", "around")
    NEED_NOT_BE_SAID = {
        "gender": [("", _("neither, or not said")), *Gender.choices],
        "age_group": [("", _("I would rather not say")), *AgeGroup.choices],
    }

    languages = forms.MultipleChoiceField(
        choices=Language.choices, widget=ticks(), label=_("Which languages do you speak?")
    )
    interests = forms.MultipleChoiceField(
        choices=interests_offered,
        required=False,
        widget=ticks(),
        label=_("What do you like to do?"),
        help_text=_("Tick as many as you like: the right match begins here."),
    )
    slots = forms.MultipleChoiceField(
        choices=Slot.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("When do you usually have time?"),
    )
    limits = forms.MultipleChoiceField(
        choices=Limit.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Is there something that you cannot or will not?"),
        help_text=_("Then nobody proposes it to you. It says nothing about you, and you need not explain it."),
    )
    experience = forms.MultipleChoiceField(
        choices=Need.choices,
        required=False,
        widget=ticks(),
        label=_("What do you have experience in giving others?"),
        help_text=_(
            "From work, from your family or among friends. It is about what you have done, not about your own health,"
            " and you name nobody."
        ),
    )
    around = forms.MultipleChoiceField(
        choices=Limit.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("What does a friend meet with you?"),
        help_text=_("Such as your dog, smoke, or many stairs. Then nobody who cannot be with it is proposed to you."),
    )

    class Meta:
        model = Volunteer
        fields = list(Volunteer.TOLD)
        labels = {"gender": _("Are you a woman or a man?"), "age_group": _("How old are you, roughly?")}
        help_texts = {"age_group": _("Only roughly: we never ask when you were born.")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in self.NEED_NOT_BE_SAID.items():
            offer(self, name, choices)


class AboutForm(OnlyChanges, AboutOneselfForm):
    """What stands already, said anew, in the words of whoever screens her; of an applicant the other houses, too."""

    also_role_ids = forms.TypedMultipleChoiceField(
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("At which other houses could it be?"),
        help_text=_("The application can be passed on there without a no. Until then nobody there sees it."),
    )

    class Meta(AboutOneselfForm.Meta):
        fields = ["also_role_ids", *Volunteer.TOLD]

    def __init__(self, *args, instance: Volunteer, **kwargs) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        elsewhere = RoleProfile.objects.elsewhere_for(instance) if instance.can_be_passed_on else []
        offer(self, "also_role_ids", [(str(role.pk), str(role)) for role in elsewhere])
        if not elsewhere:
            del self.fields["also_role_ids"]
