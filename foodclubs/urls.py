"""Addresses of foodclubs."""

from django.urls import URLPattern

app_name = "foodclubs"
urlpatterns: list[URLPattern] = []
