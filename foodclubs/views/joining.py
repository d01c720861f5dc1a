"""Where a guest signs up by a nickname, without an account."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.attempts import Limit, count_attempt, sender_of
from access.declaration import PUBLIC, access
from foodclubs.forms import GuestForm
from foodclubs.models import Evening
from history.moves import NotPossible
from volunteers.places import take_place

PER_SENDER = Limit("guests from a network", 20, timedelta(hours=1))


@access(PUBLIC)
@sensitive_post_parameters("nickname")
@sensitive_variables("form")
def join(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """When, where, what there is to eat, how many places are left, and one field to sign up by."""
    evening = get_object_or_404(Evening.objects.visible_to(request.user).with_house(), pk=evening_id)
    form = GuestForm(request.POST or None)
    if request.method == "POST" and form.is_trapped:
        return redirect("foodclubs:joined", evening.pk)
    if request.method == "POST" and form.is_valid():
        try:
            refuse_too_many(request)
            take_place("evening", evening, form.cleaned_data["nickname"])
        except NotPossible as error:
            form.add_error(None, str(error))
            evening.refresh_from_db(fields=["state", "taken"])
        else:
            return redirect("foodclubs:joined", evening.pk)
    return render(request, "foodclubs/join.html", {"evening": evening, "form": form})


@access(PUBLIC, methods="GET HEAD")
def joined(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Thank you, and when and where once more. It names nobody."""
    evening = get_object_or_404(Evening.objects.visible_to(request.user).with_house(), pk=evening_id)
    return render(request, "foodclubs/joined.html", {"evening": evening})


def refuse_too_many(request: HttpRequest) -> None:
    """A network sends no more than a house's guests would; they may sign up at the house."""
    if not count_attempt(PER_SENDER, sender_of(request)):
        raise NotPossible(_("Many have signed up from here just now. Ask at the house: they can put you on the list."))
