"""Addresses about courses and meetings."""

from django.urls import path

from courses.views import changing, choosing, gatherings

app_name = "courses"
urlpatterns = [
    path("kurser/", gatherings.gatherings, name="gatherings"),
    path("kurser/<uuid:gathering_id>/", gatherings.gathering, name="gathering"),
    path("kurser/<uuid:gathering_id>/ret/", changing.change, name="change"),
    path("kurser/<uuid:gathering_id>/aflys/", changing.call_off, name="call_off"),
    path("kurser/<uuid:gathering_id>/indbyd/", gatherings.invite, name="invite"),
    path("kurser/<uuid:gathering_id>/resten-kom/", gatherings.tick_the_rest, name="tick_the_rest"),
    path("kurser/<uuid:gathering_id>/<uuid:attendance_id>/", gatherings.tick, name="tick"),
    path("kurser/<uuid:gathering_id>/<uuid:attendance_id>/kommer-ikke/", gatherings.cannot_come, name="cannot_come"),
    path("mine-kurser/<str:token>/", choosing.courses, name="courses"),
    path("mine-kurser/<str:token>/<uuid:gathering_id>.ics", choosing.calendar, name="calendar"),
]
