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


class ChangeForm(forms.Form):
    """Whose access is to be changed; each kind says what it needs to know."""

    user = forms.ModelChoiceField(queryset=User.objects.none(), label=_("Whose?"), empty_label=_("Choose"))

    def __init__(self, *args, by, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = self.choices_of(by)  # type: ignore[attr-defined]

    def choices_of(self, by):
        return User.objects.colleagues_of(by)


class AddressForm(ChangeForm):
    """Another address, where the person cannot change it herself: the old mailbox is gone."""

    address = forms.EmailField(
        label=_("The new e-mail address"),
        max_length=254,
        help_text=_("Can the person still log in? Then they change it themselves, under “My access”."),
    )


class SecretariatForm(ChangeForm):
    """One who logs in already and is to be of the secretariat."""

    def choices_of(self, by):
        return super().choices_of(by).filter(is_secretariat=False)


class WayBackForm(ChangeForm):
    """Whose factors are lost."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].label = _("Who has lost phone, passkeys and codes?")
        self.fields["user"].help_text = _("Talk with the person first, so that you hear who it is.")
