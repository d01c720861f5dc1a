"""Letters to people who log in."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
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
    "accounts/email/app_moved": gettext_lazy("The app for your login was moved to another phone."),
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


def send_to_nobody(address: str) -> None:
    """What a forgotten password costs where nobody has the address: the same work, and nothing of it stays."""
    nobody = get_user_model()(email=address)
    with acting(user=nobody), transaction.atomic():
        link = settings.SITE_URL + reverse("account_reset_password_from_key", kwargs=key_to_choose(nobody))
        _write("account/email/password_reset_key", address, {"password_reset_url": link})
        transaction.set_rollback(True)


def key_to_choose(user) -> dict[str, str]:
    """What the link by which a user chooses a password is made of."""
    return {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}


def send_invitation(user) -> None:
    """The link by which an invited user chooses a password, once, within three days."""
    link = settings.SITE_URL + reverse("account_reset_password_from_key", kwargs=key_to_choose(user))
    send(
        "invitation",
        to=user.email,
        subject=_("Your access to WeShelter"),
        context={"user": user, "link": link},
    )


def send_link_to_new_address(new, token: str) -> None:
    """To the address that somebody wants to log in with: the link that proves it."""
    link = settings.SITE_URL + reverse("accounts:confirm_address", args=[token])
    send(
        "new_address",
        to=new.address,
        subject=_("Confirm your e-mail address"),
        context={"user": new.user, "link": link, "until": timezone.localtime(new.lapses_at)},
    )


def send_address_changed(user, former: str) -> None:
    """To the address that opens nothing any more."""
    send("address_changed", to=former, subject=_("Your address in WeShelter was changed"), context={"user": user})


def send_access_told(user, what: str) -> None:
    """What somebody of the secretariat has changed about the user's login, at once."""
    told = {"what": what, "when": timezone.localtime(), "ip": ""}
    send("access_changed", to=user.email, subject=_("Your access to WeShelter was changed"), context=told)


def send_change_asked(change) -> None:
    """To the person whom it is about, with the link that stops it, and to those who can confirm it."""
    _tell("change_asked", change, _("A change of your access was asked for"), but=change.asked_by)


def send_change_confirmed(change) -> None:
    """When it takes effect, and until then the link that stops it."""
    _tell("change_confirmed", change, _("Your access is about to be changed"), but=change.confirmed_by)


def send_change_done(change, before: str) -> None:
    """To the address that was, too, where the address has changed; who has no password gets the link to begin with."""
    subject = _("Your access was changed")
    _tell("change_done", change, subject, to=before)
    if change.kind == change.Kind.ADDRESS:
        send("change_done", to=change.address, subject=subject, context=_said(change, change.user))
    user = get_user_model().objects.get(pk=change.user_id)
    if change.kind != change.Kind.SECRETARIAT and not user.has_usable_password():
        send_invitation(user)


def send_change_ended(change, who) -> None:
    """It does not happen: stopped, refused or not confirmed in time."""
    _tell("change_ended", change, _("Your access stays as it is"), but=who)


def _tell(kind: str, change, subject: str, *, to: str = "", but=None) -> None:
    """One letter to the person, one to each of the secretariat but whoever has just done it."""
    link = settings.SITE_URL + reverse("accounts:stop_change", args=[change.token])
    own = {**_said(change, change.user), "link": link}
    send(kind, to=to or change.user.email, subject=subject, context=own)
    told = {change.user_id, but.pk if but else None}
    about = _("Access of %(name)s") % {"name": change.user.name}
    for reader in get_user_model().objects.secretariat().exclude(pk__in=told - {None}):
        page = settings.SITE_URL + reverse("accounts:changes")
        send(kind, to=reader.email, subject=about, context={**_said(change, reader), "link": page})


def _said(change, reader) -> dict:
    return {"change": change, "reader": reader, "own": reader.pk == change.user_id}
