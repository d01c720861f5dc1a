"""Addresses of volunteers."""

from django.urls import path

from volunteers.views import agreements, applications, choosing, courses, people

app_name = "volunteers"
urlpatterns = [
    path("bliv-frivillig/", applications.apply, name="apply"),
    path("bliv-frivillig/tak/", applications.applied, name="applied"),
    path("aftale/tak/", agreements.signed, name="signed"),
    path("aftale/<str:token>/", agreements.sign, name="sign"),
    path("frivillige/", people.volunteer_list, name="list"),
    path("frivillige/<uuid:volunteer_id>/", people.detail, name="detail"),
    path("frivillige/<uuid:volunteer_id>/samtale/", people.conversation, name="conversation"),
    path("frivillige/<uuid:volunteer_id>/oplaering/", people.training, name="training"),
    path("frivillige/<uuid:volunteer_id>/aftale/", people.agreement, name="agreement"),
    path("frivillige/<uuid:volunteer_id>/kursus/", people.book, name="book"),
    path("frivillige/<uuid:volunteer_id>/kursusvalg/", people.choice, name="choice"),
    path("frivillige/<uuid:volunteer_id>/projekt/", people.assign, name="assign"),
    path("frivillige/<uuid:volunteer_id>/afslag/", people.decline, name="decline"),
    path("kurser/", courses.gatherings, name="gatherings"),
    path("kurser/<uuid:gathering_id>/", courses.gathering, name="gathering"),
    path("kurser/<uuid:gathering_id>/indbyd/", courses.invite, name="invite"),
    path("kurser/<uuid:gathering_id>/resten-kom/", courses.tick_the_rest, name="tick_the_rest"),
    path("kurser/<uuid:gathering_id>/<uuid:attendance_id>/", courses.tick, name="tick"),
    path("kurser/<uuid:gathering_id>/<uuid:attendance_id>/kommer-ikke/", courses.cannot_come, name="cannot_come"),
    path("mine-kurser/<str:token>/", choosing.courses, name="courses"),
]
