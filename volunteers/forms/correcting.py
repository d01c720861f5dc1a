"""What was written down wrong about a volunteer: by whoever screens her, and by herself on her own page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from institutions.postcodes import PostcodeField
from pages.stale_forms import OnlyChanges
from volunteers.forms.about import AboutOneselfForm
from volunteers.forms.applications import ApplicationForm
from volunteers.models import Volunteer


class HowToReach(forms.ModelForm):
    """Phone and postcode as the application asks them; the postcode need not be known of who was written down here."""

    postcode = PostcodeField(label=_("Postcode"), required=False)

    class Meta:
        model = Volunteer
        fields = ["phone", "postcode"]
        error_messages = ApplicationForm.Meta.error_messages


class CorrectForm(OnlyChanges, HowToReach):
    """Name, address, phone and postcode of somebody whom one screens."""

    class Meta(HowToReach.Meta):
        fields = ["name", "email", "phone", "postcode"]
        help_texts = {
            "email": _(
                "With another address the links of the former mails end, and new ones are sent to the new one. What has"
                " not left yet goes there too."
            )
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].validators.append(refuse_cpr)


class OwnDetailsForm(OnlyChanges, HowToReach, AboutOneselfForm):
    """What she says anew of herself. Name and address are put right by whoever screens her."""

    class Meta(AboutOneselfForm.Meta):
        fields = list(Volunteer.HER_OWN)
        error_messages = HowToReach.Meta.error_messages
