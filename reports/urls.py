"""Addresses of the figures."""

from django.urls import path

from reports import views

app_name = "reports"
urlpatterns = [
    path("tal/", views.figures, name="figures"),
    path("tal.csv", views.figures_csv, name="figures_csv"),
]
