"""Addresses about citizens; ids only, never a name."""

from django.urls import path

from citizens import called, views

app_name = "citizens"
urlpatterns = [
    path("borgere/", views.citizen_list, name="list"),
    path("borgere/ny/", views.register_citizen, name="register"),
    path("borgere/<uuid:citizen_id>/navn/", called.called, name="called"),
    path("borgere/<uuid:citizen_id>/oensker/", views.wishes, name="wishes"),
    path("borgere/skema/", views.paper, name="paper"),
    path("borgere/<uuid:citizen_id>/skema/", views.paper_of, name="paper_of"),
    path("borgere/<uuid:citizen_id>/stadig/", views.still_wished, name="still_wished"),
    path("borgere/<uuid:citizen_id>/bolig/", views.home, name="home"),
    path("borgere/<uuid:citizen_id>/maa-vide/", views.disclose, name="disclose"),
    path("borgere/<uuid:citizen_id>/samtykke/", views.consent, name="consent"),
]
