"""How allauth behaves here: nobody signs up, letters go by our own post, seeds are encrypted, one factor stays."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from accounts.emails import send_letter_of_allauth
from accounts.guesses import count_guess, was_no_guess
from accounts.middleware import asks_second_factor
from accounts.passkeys import is_ours
from accounts.reauthentication import is_fresh

SECOND_STAGE = "allauth.mfa.stages.AuthenticateStage"


class InvitedOnly(DefaultAccountAdapter):
    """Users are invited; there is no sign-up page. Wrong passwords are counted by accounts.guesses."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _("There have been too many wrong codes. Wait five minutes, and try again."),
    }

    def pre_login(self, request, user, **kwargs):
        """A passkey stands for the password, too: one that was not made on our pages opens nothing."""
        by_passkey = [record for record in get_authentication_records(request, user) if record.get("passwordless")]
        if all(is_ours(record["id"], user) for record in by_passkey):
            return super().pre_login(request, user, **kwargs)
        request.session.flush()
        return redirect("account_login")

    def is_open_for_signup(self, request) -> bool:
        return False

    def set_password(self, user, password: str) -> None:
        """From allauth's pages: who knew the one before, or came by the link of a mail."""
        user.choose_password(password)

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """A login of the last five minutes needs no second one; see accounts.reauthentication."""
        return not is_fresh(context.request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """As every link in a letter: from the address of the site, never from what the request calls it."""
        return settings.SITE_URL + urlsplit(super().get_reset_password_from_key_url(key)).path

    def get_login_stages(self) -> list[str]:
        """The demo asks for no second factor, also of somebody who has set one up there."""
        return [stage for stage in super().get_login_stages() if asks_second_factor() or stage != SECOND_STAGE]

    def pre_authenticate(self, request, **credentials) -> None:
        """Counted before the password is looked at; what allauth would count here shuts out a house with one person."""
        self.counted = count_guess(request, credentials["email"])

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user is not None:
            was_no_guess(self.counted)
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """By our own post: the answer waits for no mail server, and the text with its link lies where no page reads."""
        send_letter_of_allauth(template_prefix, email, context)


class SecondFactor(DefaultMFAAdapter):
    """Seeds under the master keys; the last factor cannot be taken away."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "This code is not right. Wait until the app shows the next one, and write that. Is it not right either?"
            " Then see whether the clock of the phone is right."
        ),
        "unverified_email": _("Confirm your e-mail address first; then you can set up an app or a passkey."),
    }

    def encrypt(self, text: str) -> str:
        return master_keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return master_keys().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator) -> bool:
        """Recovery codes are no factor of their own; the database refuses too (last_factor_stays)."""
        others = type(authenticator).objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        return others.exclude(type=authenticator.Type.RECOVERY_CODES).exists()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "WeShelter"}


def master_keys() -> MultiFernet:
    """The keys that wrap all other keys, newest first."""
    return MultiFernet([Fernet(key) for key in settings.MASTER_KEYS])
