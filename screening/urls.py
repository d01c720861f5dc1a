"""Addresses of one volunteer and her way to ready."""

from django.urls import path

from screening.views import agreements, card, conversations, correcting, declining, records, references, support

app_name = "screening"
urlpatterns = [
    path("aftale/tak/", agreements.signed, name="signed"),
    path("aftale/<str:token>/", agreements.sign, name="sign"),
    path("samtale/<str:token>/", conversations.choose, name="choose"),
    path("samtale/<str:token>/samtale.ics", conversations.choose_calendar, name="choose_calendar"),
    path("reference/tak/", references.answered, name="reference_answered"),
    path("reference/<str:token>/", references.answer, name="answer_reference"),
    path("referencer/<str:token>/", references.name_referee, name="name_referee"),
    path("frivillige/uden-aftale/", agreements.lacking, name="lacking_agreement"),
    path("frivillige/<uuid:volunteer_id>/", card.detail, name="detail"),
    path("frivillige/<uuid:volunteer_id>/fortalt/", card.tell, name="tell"),
    path("frivillige/<uuid:volunteer_id>/tider/", conversations.offer, name="offer"),
    path("frivillige/<uuid:volunteer_id>/samtale/", conversations.conversation, name="conversation"),
    path("frivillige/<uuid:volunteer_id>/samtale/flyt/", conversations.move_conversation, name="move_conversation"),
    path(
        "frivillige/<uuid:volunteer_id>/samtale/aflys/",
        conversations.call_off_conversation,
        name="call_off_conversation",
    ),
    path("frivillige/<uuid:volunteer_id>/samtale.ics", conversations.calendar, name="calendar"),
    path(
        "frivillige/<uuid:volunteer_id>/samtale/<uuid:interview_id>/ret/",
        correcting.interview,
        name="correct_interview",
    ),
    path(
        "frivillige/<uuid:volunteer_id>/foel/<uuid:shadowing_id>/ret/",
        correcting.shadowing,
        name="correct_shadowing",
    ),
    path(
        "frivillige/<uuid:volunteer_id>/papir/<uuid:signature_id>/ret/",
        correcting.signature,
        name="correct_signature",
    ),
    path("frivillige/<uuid:volunteer_id>/ja/", conversations.second_yes, name="second_yes"),
    path("frivillige/<uuid:volunteer_id>/reference/", references.ask, name="ask_reference"),
    path("frivillige/<uuid:volunteer_id>/referencer/", references.ask_volunteer, name="ask_for_referees"),
    path(
        "frivillige/<uuid:volunteer_id>/reference/<uuid:reference_id>/",
        references.take_back,
        name="take_reference_back",
    ),
    path("frivillige/<uuid:volunteer_id>/attest/", records.ask_check, name="ask_check"),
    path("frivillige/<uuid:volunteer_id>/attest/<uuid:check_id>/", records.see_check, name="see_check"),
    path("frivillige/<uuid:volunteer_id>/med-en-erfaren/", records.shadowing, name="shadowing"),
    path("frivillige/<uuid:volunteer_id>/talt-sammen/", support.write, name="support"),
    path(
        "frivillige/<uuid:volunteer_id>/talt-sammen/<uuid:support_id>/fjern/",
        support.take_back,
        name="take_support_back",
    ),
    path("frivillige/<uuid:volunteer_id>/fritag/<uuid:requirement_id>/", records.exempt, name="exempt"),
    path(
        "frivillige/<uuid:volunteer_id>/fritagelse/<uuid:exemption_id>/",
        records.end_exemption,
        name="end_exemption",
    ),
    path("frivillige/<uuid:volunteer_id>/oplaering/", card.training, name="training"),
    path("frivillige/<uuid:volunteer_id>/aftale/", agreements.send, name="agreement"),
    path("frivillige/<uuid:volunteer_id>/papir/", agreements.paper, name="paper"),
    path("frivillige/<uuid:volunteer_id>/kursus/", card.book, name="book"),
    path("frivillige/<uuid:volunteer_id>/kursusvalg/", card.choice, name="choice"),
    path("frivillige/<uuid:volunteer_id>/kalender/stop/", card.stop_feed, name="stop_feed"),
    path("frivillige/<uuid:volunteer_id>/projekt/", card.assign, name="assign"),
    path("frivillige/<uuid:volunteer_id>/rolle/", card.change_role, name="change_role"),
    path("frivillige/<uuid:volunteer_id>/afslag/", declining.decline, name="decline"),
]
