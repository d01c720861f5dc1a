"""How it goes, as the volunteer ticks it on their own page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from friendships.forms.check_ins import MISTAKE
from friendships.models import CheckIn, CheckInAnswer
from friendships.models.check_in import TICKS, WISHES, Side
from pages.undo import undoable


@access(Purpose.OWN_PAGE, methods="POST")
def own_answer(request: LinkRequest, match_id: UUID) -> HttpResponse:
    """One tap; another one says otherwise, as long as it is asked."""
    asked = get_object_or_404(CheckIn.objects.visible_through(request.link).open(), match=match_id)
    said = CheckInAnswer.objects.visible_through(request.link).filter(check_in=asked).first()
    answer = request.POST.get("answer", "")
    if answer == MISTAKE and said:
        said.take_back()
        messages.success(request, _("Taken back."))
    elif answer in TICKS:
        before = said.answer if said and said.answer in TICKS else MISTAKE
        _say(asked, said, answer)
        undoable(request, _thanks(answer), request.path, answer=before)
    else:
        messages.error(request, _("Choose how it is going: nothing has been written down."))
    return redirect("coordinators:own_page", request.token)


def _say(asked: CheckIn, said: CheckInAnswer | None, answer: str) -> None:
    if said is None:
        CheckInAnswer.say(asked, side=Side.VOLUNTEER, answer=answer)
    elif said.answer != answer:
        said.put_right(answer=answer)


def _thanks(answer: str) -> str:
    if answer in WISHES:
        return _("Noted. The coordinator talks with you.")
    return _("Noted. Thank you.")
