"""Addresses about matches."""

from django.urls import path

from matching.views import choosing, first_meetings, nothing, pairs, proposals, rounds

app_name = "matching"
urlpatterns = [
    path("venskaber/", pairs.match_list, name="list"),
    path("borgere/<uuid:citizen_id>/forslag/", proposals.propose, name="propose"),
    path("borgere/<uuid:citizen_id>/forslag/to/", proposals.two_beside, name="two_beside"),
    path("venskaber/<uuid:match_id>/svar/", pairs.citizen_answers, name="citizen_answers"),
    path("venskaber/<uuid:match_id>/blev-ikke-til-noget/", nothing.comes_to_nothing, name="comes_to_nothing"),
    path("venskaber/<uuid:match_id>/fortalt/", nothing.citizen_is_told, name="citizen_is_told"),
    path("min-side/<str:token>/ikke-alligevel/<uuid:match_id>/", nothing.take_back, name="take_back"),
    path("venskaber/<uuid:match_id>/start/", pairs.start, name="start"),
    path("matchrunder/", rounds.rounds, name="rounds"),
    path("matchrunder/<uuid:round_id>/", rounds.match_round, name="round"),
    path("borgere/<uuid:citizen_id>/moedt/", choosing.spontaneous, name="spontaneous"),
    path("borgere/<uuid:citizen_id>/allerede-venner/", choosing.already_friends, name="already_friends"),
    path("borgere/<uuid:citizen_id>/ikke-denne/", choosing.not_these, name="not_these"),
    path("borgere/<uuid:citizen_id>/ikke-denne/<uuid:volunteer_id>/", choosing.not_this_one, name="not_this_one"),
    path("venskaber/<uuid:match_id>/igen/", choosing.propose_again, name="propose_again"),
    path("venskaber/<uuid:match_id>/foerste-moede/", first_meetings.first_meeting, name="first_meeting"),
    path(
        "venskaber/<uuid:match_id>/foerste-moede/aflys/",
        first_meetings.call_off_first_meeting,
        name="call_off_first_meeting",
    ),
    path("venskaber/<uuid:match_id>/foerste-moede.ics", first_meetings.calendar, name="calendar"),
    path("min-side/<str:token>/foerste-moede/<uuid:match_id>.ics", first_meetings.own_calendar, name="own_calendar"),
    path("forslag/<str:token>/", pairs.answer, name="answer"),
]
