"""Addresses about matches."""

from django.urls import path

from matching import round_views, views

app_name = "matching"
urlpatterns = [
    path("venskaber/", views.match_list, name="list"),
    path("borgere/<uuid:citizen_id>/forslag/", views.propose, name="propose"),
    path("venskaber/<uuid:match_id>/svar/", views.citizen_answers, name="citizen_answers"),
    path("venskaber/<uuid:match_id>/start/", views.start, name="start"),
    path("matchrunder/", round_views.rounds, name="rounds"),
    path("matchrunder/<uuid:round_id>/", round_views.match_round, name="round"),
    path("forslag/<str:token>/", views.answer, name="answer"),
]
