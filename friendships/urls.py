"""Addresses about a friendship that has begun."""

from django.urls import path

from friendships.views import consents, endings, rests, trials

app_name = "friendships"
urlpatterns = [
    path("venskaber/<uuid:match_id>/proevetid/", trials.look_back, name="look_back"),
    path("venskaber/<uuid:match_id>/pause/", rests.rest, name="rest"),
    path("venskaber/<uuid:match_id>/igen-efter-pause/", rests.come_back, name="come_back"),
    path("samtykke/<uuid:consent_id>/traek-tilbage/", consents.withdraw_consent, name="withdraw_consent"),
    path("venskaber/<uuid:match_id>/pause/fortalt/", consents.volunteer_is_told, name="volunteer_is_told"),
    path("venskaber/<uuid:match_id>/afslut/", endings.begin, name="begin_to_end"),
    path("venskaber/<uuid:match_id>/afsked/", endings.farewell, name="farewell"),
    path("venskaber/<uuid:match_id>/afsked/slut/", endings.end, name="end"),
    path("venskaber/<uuid:match_id>/fortsaet/", endings.go_on, name="go_on"),
]
