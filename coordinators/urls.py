"""Addresses of the pages that gather."""

from django.urls import path

from coordinators import (
    away,
    breaks,
    closing,
    correcting,
    emergency,
    ending_a_role,
    friends,
    leaving,
    log,
    own_views,
    views,
)

app_name = "coordinators"
urlpatterns = [
    path("mit-skrivebord/", views.desk, name="desk"),
    path("mit-hus/", views.my_house, name="my_house"),
    path("borgere/<uuid:citizen_id>/", views.citizen, name="citizen"),
    path("venskaber/<uuid:match_id>/", views.pair, name="pair"),
    path("borgere/<uuid:citizen_id>/hvem-har-laest/", log.who_has_read, name="who_has_read"),
    path("adgangslog/", log.access_log, name="log"),
    path("noedadgang/", emergency.emergencies, name="emergencies"),
    path("noedadgang/ny/", emergency.begin_emergency, name="begin_emergency"),
    path("noedadgang/<uuid:glass_id>/", emergency.emergency, name="emergency"),
    path(
        "noedadgang/<uuid:glass_id>/fortroligt/<uuid:confidence_id>/",
        emergency.open_in_emergency,
        name="open_in_emergency",
    ),
    path("noedadgang/<uuid:glass_id>/slut/", emergency.end_emergency, name="end_emergency"),
    path("noedadgang/<uuid:glass_id>/gennemgang/", emergency.review_emergency, name="review_emergency"),
    path("vaek/", away.away, name="away"),
    path("vaek/oversigt/", away.who_is_away, name="who_is_away"),
    path("vaek/<uuid:person_id>/", away.away_of, name="away_of"),
    path("vaek/ret/<uuid:absence_id>/", away.absence, name="absence"),
    path("vaek/ret/<uuid:absence_id>/tilbage/", away.back_again, name="back_again"),
    path("projekter/<int:project_id>/", closing.project, name="project"),
    path("projekter/<int:project_id>/luk/", closing.close_project, name="close_project"),
    path("huse/<slug:slug>/luk/", closing.close_house, name="close_house"),
    path("huskort/", views.house_cards, name="house_cards"),
    path("min-side/<str:token>/", own_views.own_page, name="own_page"),
    path("frivillige/<uuid:volunteer_id>/ret/", correcting.correct, name="correct"),
    path("min-side/<str:token>/om-mig/", correcting.own_details, name="own_details"),
    path("frivillige/<uuid:volunteer_id>/pause/", breaks.rest, name="rest"),
    path("frivillige/<uuid:volunteer_id>/tilbage/", breaks.come_back, name="come_back"),
    path("frivillige/<uuid:volunteer_id>/venner/", friends.friends, name="friends"),
    path(
        "frivillige/<uuid:volunteer_id>/tilknytning/<uuid:assignment_id>/slut/", ending_a_role.end_role, name="end_role"
    ),
    path("frivillige/<uuid:volunteer_id>/farvel/", leaving.leave, name="leave"),
    path("min-side/<str:token>/pause/", breaks.own_rest, name="own_rest"),
    path("min-side/<str:token>/tilbage/", breaks.own_come_back, name="own_come_back"),
    path("min-side/<str:token>/kalender/", own_views.calendar, name="calendar"),
    path("kalender/<str:token>.ics", own_views.feed, name="feed"),
]
