"""A volunteer entered by hand: from paper, or one who has been with the house for years."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from institutions.vocabulary import Language
from pages.choices import Once, offer
from volunteers.forms.about import AboutOneselfForm
from volunteers.forms.correcting import HowToReach
from volunteers.models import RoleProfile, Volunteer


class OwnRoleChoice(forms.ModelChoiceField):
    iterator = Once

    def label_from_instance(self, role: RoleProfile) -> str:
        """The role, and the project that it is in."""
        return f"{role.title} – {role.project}"


class ByHandForm(HowToReach, AboutOneselfForm):
    """As the application, in the words of whoever enters her; an address is needed, since she acts by mailed links."""

    role = OwnRoleChoice(RoleProfile.objects.none(), label=_("Role"), empty_label=_("Choose a role"))
    knows = forms.BooleanField(
        label=_("The volunteer knows that I write this here, and how we keep it."),
        error_messages={"required": _("Tell it first, and tick here.")},
    )

    class Meta(AboutOneselfForm.Meta):
        fields = ["role", "name", "email", *Volunteer.HER_OWN]
        error_messages = HowToReach.Meta.error_messages

    def __init__(self, *args, roles, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("languages", [Language.DANISH.value])
        self.fields["email"].validators.append(refuse_cpr)
        offer(self, "role", roles)

    def save(self, commit: bool = True) -> Volunteer:
        """One more applicant, once: the very same sent twice within a minute gives the one who stands already."""
        said = {name: self.cleaned_data[name] for name in ("role", "name", "email")}
        return Volunteer.objects.just_entered(**said) or super().save(commit)
