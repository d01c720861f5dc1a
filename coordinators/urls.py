"""Addresses of the pages that gather."""

from django.urls import path

from coordinators import views

app_name = "coordinators"
urlpatterns = [
    path("mit-skrivebord/", views.desk, name="desk"),
    path("mit-hus/", views.my_house, name="my_house"),
    path("borgere/<uuid:citizen_id>/", views.citizen, name="citizen"),
    path("venskaber/<uuid:match_id>/", views.pair, name="pair"),
    path("min-side/<str:token>/", views.own_page, name="own_page"),
]
