"""Forms about people who log in."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField
from accounts.models import User


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey of one's own: a name to know it by, and whether it may stand in for the password too."""

    name = ShortTextField(
        label=_("Name"),
        max_length=60,
        required=False,
        help_text=_("So that you know it again, such as “my phone”."),
    )
    passwordless = forms.BooleanField(
        label=_("Log in with it alone"),
        required=False,
        initial=True,
        help_text=_("The passkey asks for your finger, your face or a code, so it is two factors in one."),
    )


class WayBackForm(forms.Form):
    """Whose factors are lost."""

    user = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Who has lost phone, passkeys and codes?"),
        empty_label=_("Choose"),
        help_text=_("Talk with the person first, so that you hear who it is."),
    )

    def __init__(self, *args, by, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.colleagues_of(by)  # type: ignore[attr-defined]
