"""Addresses of our own about logging in; the others are allauth's."""

from django.urls import path

from accounts import views
from accounts.models import AccessChange

Kind = AccessChange.Kind
app_name = "accounts"
urlpatterns = [
    path("er-jeg-her/", views.alive, name="alive"),
    path("aendringer/", views.changes, name="changes"),
    path("aendringer/ny-adresse/", views.ask_change, {"kind": Kind.ADDRESS}, name="ask_address"),
    path("aendringer/ny-i-frivilligindsatsen/", views.ask_change, {"kind": Kind.SECRETARIAT}, name="ask_secretariat"),
    path("aendringer/nulstil-login/", views.ask_change, {"kind": Kind.WAY_BACK}, name="ask_way_back"),
    path("aendringer/<uuid:change_id>/bekraeft/", views.confirm_change, name="confirm_change"),
    path("aendringer/<uuid:change_id>/afvis/", views.refuse_change, name="refuse_change"),
    path("aendringer/<uuid:change_id>/stop/", views.stop_change, name="stop_by_colleague"),
    path("stop/<str:token>/", views.stop_by_link, name="stop_change"),
    path("adresse/", views.address, name="address"),
    path("adresse/behold/", views.call_off_address, name="call_off_address"),
    path("adresse/<str:token>/", views.confirm_address, name="confirm_address"),
    path("ny-telefon/", views.new_phone, name="new_phone"),
]
