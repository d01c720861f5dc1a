"""Addresses of notes. What a volunteer is sent to carries a guidance's id and never a confidence's."""

from django.urls import path

from notes import views

app_name = "notes"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/fortroligt/", views.write, name="write"),
    path("borgere/<uuid:citizen_id>/det-ser-vennen/", views.friend_sees, name="friend_sees"),
    path("fortroligt/<uuid:confidence_id>/", views.confidence, name="confidence"),
    path("fortroligt/<uuid:confidence_id>/aabn/", views.open_message, name="open"),
    path("fortroligt/<uuid:confidence_id>/tag-tilbage/", views.withdraw, name="withdraw"),
    path("borgere/<uuid:citizen_id>/vejledning/", views.guide, name="guide"),
    path("vejledning/<uuid:guidance_id>/", views.guidance, name="guidance"),
    path("vejledning/<uuid:guidance_id>/ret/", views.reword, name="reword"),
    path("vejledning/<uuid:guidance_id>/traek-tilbage/", views.withdraw_guidance, name="withdraw_guidance"),
    path("min-side/<str:token>/vejledning/<uuid:guidance_id>/", views.acknowledge_guidance, name="acknowledge"),
]
