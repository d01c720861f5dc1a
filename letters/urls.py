"""Addresses of the demo's mailbox."""

from django.urls import path

from letters import views

app_name = "letters"
urlpatterns = [path("postkasse/", views.postbox, name="postbox")]
