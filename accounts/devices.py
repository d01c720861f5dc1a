"""Devices on which somebody has logged in before: their wrong passwords are counted apart from a stranger's.

A signed cookie holds a mark of the device and salted hashes of the addresses that have logged in there. It opens
nothing: it only keeps a stranger's guesses from standing in the way of whoever sits at a device of her own. After
https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies.
"""

import secrets
from datetime import timedelta

from allauth.account.signals import password_reset
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core import signing
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from access.requests import SiteRequest

SALT = "accounts.devices"
COOKIE = settings.SESSION_COOKIE_NAME.replace("session", "device")  # __Host-device where there is TLS
KEPT = timedelta(days=180)
AT_MOST = 20  # a house's computer is many people's


def device_of(request: HttpRequest, address: str) -> str:
    """The mark of this device, if somebody has logged in on it with this address; otherwise nothing."""
    device = read_cookie(request)
    return device["mark"] if tag(address) in device["of"] else ""


def remember_device(request: SiteRequest, address: str) -> None:
    """The answer to this request makes the device known for the address."""
    request.known_address = address


@receiver([user_logged_in, password_reset])
def known_from_now_on(request: SiteRequest, user, **kwargs) -> None:
    """Both factors were shown here, or the mailed link was used here."""
    remember_device(request, user.email)


def read_cookie(request: HttpRequest) -> dict:
    """What the cookie says; of one that is not ours, or too old, nothing."""
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return {"mark": secrets.token_hex(8), "of": []}


def tag(address: str) -> str:
    """An address as the cookie has it: nobody who reads the cookie learns whose it is."""
    return salted_hmac(SALT, address.lower(), algorithm="sha256").hexdigest()[:16]


class KnownDeviceMiddleware:
    """Writes the cookie once somebody has come in."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        response = self.get_response(request)
        if address := getattr(request, "known_address", ""):
            device = read_cookie(request)
            others = [one for one in device["of"] if one != tag(address)]
            value = signing.dumps({"mark": device["mark"], "of": [tag(address), *others][:AT_MOST]}, salt=SALT)
            response.set_cookie(
                COOKIE,
                value,
                max_age=KEPT,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response
