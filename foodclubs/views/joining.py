"""Where a guest signs up by a nickname, without an account."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.attempts import Limit, count_attempt, sender_of
from access.declaration import PUBLIC, access
from access.roles import Permission, may
from courses.places import take_place
from foodclubs.forms.guests import GuestForm
from foodclubs.models import Evening
from foodclubs.places import wait_for_the_house
from history.moves import NotPossible

PER_SENDER = Limit("guests from a network", 20, timedelta(hours=1))
AT_ONCE = 3  # from one browser to one evening; of those after, the house decides
COOKIE = "guests"


@access(PUBLIC)
@sensitive_post_parameters("nickname")
@sensitive_variables("form")
def join(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """When, where, what there is to eat, how many places are left, and one field to sign up by."""
    evening = get_object_or_404(Evening.objects.visible_to(request.user).with_house(), pk=evening_id)
    form = GuestForm(request.POST or None)
    waits = signed_up(request, evening) >= AT_ONCE
    if request.method == "POST" and form.is_trapped:
        return redirect("foodclubs:joined", evening.pk)
    if request.method == "POST" and form.is_valid():
        try:
            refuse_too_many(request)
            sign_up(evening, form.cleaned_data["nickname"], waits=waits)
        except NotPossible as error:
            form.add_error(None, str(error))
            evening.refresh_from_db(fields=["state", "taken"])
        else:
            return one_more(request, evening, redirect("foodclubs:joined", evening.pk))
    return render(request, "foodclubs/join.html", {"evening": evening, "form": form, "waits": waits})


@access(PUBLIC, methods="GET HEAD")
def joined(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Thank you, and when and where once more; or that the house looks at it first. It names nobody."""
    evening = get_object_or_404(Evening.objects.visible_to(request.user).with_house(), pk=evening_id)
    waits = signed_up(request, evening) > AT_ONCE
    return render(request, "foodclubs/joined.html", {"evening": evening, "waits": waits})


def sign_up(evening: Evening, nickname: str, *, waits: bool) -> None:
    """A place at the table, or to be kept until the house says yes."""
    if waits:
        wait_for_the_house(evening, nickname)
    else:
        take_place("evening", evening, nickname)


def signed_up(request: HttpRequest, evening: Evening) -> int:
    """How many this browser has signed up for the evening. Whoever signs up guests at the house is not counted."""
    if signs_up_guests(request, evening):
        return 0
    return int(request.get_signed_cookie(COOKIE, default=None, salt=str(evening.pk)) or 0)


def signs_up_guests(request: HttpRequest, evening: Evening) -> bool:
    """Somebody of the house, who may sign up as many as there are places."""
    return request.user.is_authenticated and may(request.user, Permission.SIGN_UP_GUEST, evening.project)


def one_more(request: HttpRequest, evening: Evening, response: HttpResponse) -> HttpResponse:
    """Count one more in the browser itself, for this evening's page alone and until it begins; it names nobody."""
    if not signs_up_guests(request, evening):
        response.set_signed_cookie(
            COOKIE,
            str(signed_up(request, evening) + 1),
            salt=str(evening.pk),
            path=reverse("foodclubs:join", args=[evening.pk]),
            expires=evening.starts_at,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def refuse_too_many(request: HttpRequest) -> None:
    """A network sends no more than a house's guests would; they may sign up at the house."""
    if not count_attempt(PER_SENDER, sender_of(request)):
        raise NotPossible(_("Many have signed up from here just now. Ask at the house: they can put you on the list."))
