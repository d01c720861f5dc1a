"""Forms about people who log in."""

from datetime import timedelta

from allauth.account.forms import ResetPasswordForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from access.attempts import Limit, count_attempt
from access.names import NameField
from accounts.emails import send_to_nobody
from accounts.models import User
from history.moves import SENTENCES
from pages.choices import offer

PASSWORD_LINKS = Limit("password_links", 5, timedelta(hours=1))


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey of one's own: a name to know it by, and whether it may stand in for the password too."""

    name = NameField(
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
        offer(self, "user", self.choices_of(by))

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


class ForgottenPasswordForm(ResetPasswordForm):
    """The answer and the work are the same whether somebody logs in with the address or not."""

    def save(self, request, **kwargs) -> str:
        """A link to whoever has the address; nobody fills another's inbox."""
        address = self.cleaned_data["email"]
        if not count_attempt(PASSWORD_LINKS, address.lower()):
            return address
        if not self.users:
            send_to_nobody(address)
        return super().save(request, **kwargs)


class NewAddressForm(forms.Form):
    """The address that one wants to log in with; one's own, where it waits to be proved."""

    email = forms.EmailField(
        label=_("New e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We mail a link there. Nothing is changed until you have used it."),
    )

    def __init__(self, *args, by, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_email(self) -> str:
        address = self.cleaned_data["email"]
        if User.objects.exclude(pk=self.by.pk).filter(email__iexact=address).exists():
            raise forms.ValidationError(SENTENCES["one_user_per_email"])
        if address.lower() == self.by.email.lower() and self.by.has_proved_address:
            raise forms.ValidationError(_("You log in with this address already."))
        return address
