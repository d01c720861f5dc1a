"""Addresses about citizens; ids only, never a name."""

from django.urls import path

from citizens import called, places, speaking, views

app_name = "citizens"
urlpatterns = [
    path("borgere/", views.citizen_list, name="list"),
    path("borgere/ny/", views.register_citizen, name="register"),
    path("borgere/<uuid:citizen_id>/navn/", called.called, name="called"),
    path("borgere/<uuid:citizen_id>/oensker/", views.wishes, name="wishes"),
    path("borgere/skema/", views.paper, name="paper"),
    path("borgere/<uuid:citizen_id>/skema/", views.paper_of, name="paper_of"),
    path("borgere/<uuid:citizen_id>/stadig/", speaking.still_wished, name="still_wished"),
    path("borgere/<uuid:citizen_id>/stadig/<uuid:spoken_id>/ret/", speaking.put_spoken_right, name="put_spoken_right"),
    path(
        "borgere/<uuid:citizen_id>/stadig/<uuid:spoken_id>/tag-tilbage/",
        speaking.take_spoken_back,
        name="take_spoken_back",
    ),
    path("borgere/<uuid:citizen_id>/huse/", places.places, name="places"),
    path("borgere/<uuid:citizen_id>/huse/nyt/", places.attach, name="attach"),
    path("borgere/<uuid:citizen_id>/huse/<uuid:attachment_id>/", places.attachment, name="attachment"),
    path(
        "borgere/<uuid:citizen_id>/huse/<uuid:attachment_id>/tag-tilbage/",
        places.call_attachment_off,
        name="call_attachment_off",
    ),
    path("borgere/<uuid:citizen_id>/bolig/", places.home, name="home"),
    path("borgere/<uuid:citizen_id>/maa-vide/", views.disclose, name="disclose"),
    path("borgere/<uuid:citizen_id>/samtykke/", views.consent, name="consent"),
]
