"""Addresses about matches."""

from django.urls import path

from matching import pair_views, round_views, views

app_name = "matching"
urlpatterns = [
    path("venskaber/", views.match_list, name="list"),
    path("borgere/<uuid:citizen_id>/forslag/", views.propose, name="propose"),
    path("borgere/<uuid:citizen_id>/forslag/to/", views.two_beside, name="two_beside"),
    path("venskaber/<uuid:match_id>/svar/", views.citizen_answers, name="citizen_answers"),
    path("venskaber/<uuid:match_id>/start/", views.start, name="start"),
    path("matchrunder/", round_views.rounds, name="rounds"),
    path("matchrunder/<uuid:round_id>/", round_views.match_round, name="round"),
    path("borgere/<uuid:citizen_id>/moedt/", pair_views.spontaneous, name="spontaneous"),
    path("borgere/<uuid:citizen_id>/ikke-denne/", pair_views.not_these, name="not_these"),
    path("borgere/<uuid:citizen_id>/ikke-denne/<uuid:volunteer_id>/", pair_views.not_this_one, name="not_this_one"),
    path("venskaber/<uuid:match_id>/igen/", pair_views.propose_again, name="propose_again"),
    path("venskaber/<uuid:match_id>/foerste-moede/", pair_views.first_meeting, name="first_meeting"),
    path("venskaber/<uuid:match_id>/foerste-moede.ics", pair_views.calendar, name="calendar"),
    path("min-side/<str:token>/foerste-moede/<uuid:match_id>.ics", pair_views.own_calendar, name="own_calendar"),
    path("forslag/<str:token>/", views.answer, name="answer"),
]
