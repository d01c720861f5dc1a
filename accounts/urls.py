"""Addresses of our own about logging in; the others are allauth's."""

from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("er-jeg-her/", views.alive, name="alive"),
    path("vej-tilbage/", views.way_back, name="way_back"),
    path("vej-tilbage/<uuid:reset_id>/bekraeft/", views.confirm_way_back, name="confirm_way_back"),
    path("vej-tilbage/<uuid:reset_id>/afvis/", views.refuse_way_back, name="refuse_way_back"),
]
