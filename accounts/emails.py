"""Letters to people who log in."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from letters.models import send


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
