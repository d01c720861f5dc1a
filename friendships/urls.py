"""Addresses about a friendship that has begun."""

from django.urls import path

from friendships.views import agreements, asking, consents, contacts, endings, own_contacts, rests, stand_ins, trials

app_name = "friendships"
urlpatterns = [
    path("venskaber/<uuid:match_id>/proevetid/", trials.look_back, name="look_back"),
    path("venskaber/<uuid:match_id>/spurgt/", asking.asked, name="asked"),
    path("venskaber/<uuid:match_id>/ikke-spurgt/", asking.not_asked, name="not_asked"),
    path("venskaber/<uuid:match_id>/pause/", rests.rest, name="rest"),
    path("venskaber/<uuid:match_id>/igen-efter-pause/", rests.come_back, name="come_back"),
    path("venskaber/<uuid:match_id>/afloeser/", stand_ins.propose_stand_in, name="propose_stand_in"),
    path("venskaber/<uuid:match_id>/afloeser/svar/", stand_ins.stand_in_answered, name="stand_in_answered"),
    path("venskaber/<uuid:match_id>/afloeser/slut/", stand_ins.stand_in_ended, name="stand_in_ended"),
    path("samtykke/<uuid:consent_id>/traek-tilbage/", consents.withdraw_consent, name="withdraw_consent"),
    path("venskaber/<uuid:match_id>/pause/fortalt/", consents.volunteer_is_told, name="volunteer_is_told"),
    path("venskaber/<uuid:match_id>/afslut/", endings.begin, name="begin_to_end"),
    path("venskaber/<uuid:match_id>/afsked/", endings.farewell, name="farewell"),
    path("venskaber/<uuid:match_id>/afsked/slut/", endings.end, name="end"),
    path("venskaber/<uuid:match_id>/fortsaet/", endings.go_on, name="go_on"),
    path("venskaber/<uuid:match_id>/aftale/", agreements.agreement, name="agreement"),
    path("venskaber/<uuid:match_id>/aftale/papir/", agreements.agreement_on_paper, name="agreement_on_paper"),
    path("venskaber/<uuid:match_id>/kontakt/", contacts.contacts, name="contacts"),
    path("venskaber/<uuid:match_id>/kontakt/<uuid:contact_id>/", contacts.contact, name="contact"),
    path(
        "venskaber/<uuid:match_id>/kontakt/<uuid:contact_id>/fjern/",
        contacts.take_contact_back,
        name="take_contact_back",
    ),
    path("min-side/<str:token>/kontakt/<uuid:match_id>/", own_contacts.tick, name="tick"),
    path(
        "min-side/<str:token>/kontakt/<uuid:match_id>/<uuid:contact_id>/", own_contacts.own_contact, name="own_contact"
    ),
    path(
        "min-side/<str:token>/kontakt/<uuid:match_id>/<uuid:contact_id>/fjern/",
        own_contacts.take_own_contact_back,
        name="take_own_contact_back",
    ),
]
