"""Letters to people who log in."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.context import acting
from letters.models import send

# What allauth reports about somebody's access -> what we write.
CHANGES = {
    "account/email/password_changed": gettext_lazy("Your password was changed."),
    "account/email/password_reset": gettext_lazy("Your password was changed by a link from a letter."),
    "mfa/email/totp_activated": gettext_lazy("An app on a phone was set up for your login."),
    "mfa/email/totp_deactivated": gettext_lazy("The app on the phone was taken away from your login."),
    "mfa/email/webauthn_added": gettext_lazy("A passkey was added to your login."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey was taken away from your login."),
    "mfa/email/recovery_codes_generated": gettext_lazy("New recovery codes were made for your login."),
}


def send_letter_of_allauth(kind: str, address: str, context: dict) -> None:
    """What allauth wants to send, in our words; whom it is about acts, for it may come after the request's end.

    It goes to the address as the user has it, not as somebody typed it.
    """
    user = context.get("user") or get_user_model().objects.get_by_natural_key(address)
    if connection.in_atomic_block and connection_has_actor():
        _write(kind, user.email, context)
    else:
        with acting(user=user):
            _write(kind, user.email, context)


def connection_has_actor() -> bool:
    """Does the database know who acts in this transaction?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.uid() IS NOT NULL")
        return cursor.fetchone()[0]


def _write(kind: str, address: str, context: dict) -> None:
    if kind == "account/email/password_reset_key":
        link = {"link": context["password_reset_url"]}
        send("password_reset_key", to=address, subject=_("Choose a new password"), context=link)
        return
    told = {"what": CHANGES[kind], "when": timezone.localtime(), "ip": context.get("ip", "")}
    send("access_changed", to=address, subject=_("Your access to WeShelter was changed"), context=told)


def send_invitation(user) -> None:
    """The link by which an invited user chooses a password, once, within three days."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    uid, token = key.split("-", 1)
    link = settings.SITE_URL + reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    send(
        "invitation",
        to=user.email,
        subject=_("Your access to WeShelter"),
        context={"user": user, "link": link},
    )


def send_address_changed(user, former: str) -> None:
    """To the address that opens nothing any more."""
    send("address_changed", to=former, subject=_("Your address in WeShelter was changed"), context={"user": user})


def send_way_back_asked(reset, others) -> None:
    """To the person, and to those of the secretariat who can confirm."""
    context = {"user": reset.user, "by": reset.asked_by, "link": settings.SITE_URL + reverse("accounts:way_back")}
    send("way_back_asked", to=reset.user.email, subject=_("A new start for your login was asked for"), context=context)
    for person in others:
        send(
            "way_back_to_confirm",
            to=person.email,
            subject=_("Somebody needs a new start for the login"),
            context={**context, "reader": person},
        )
