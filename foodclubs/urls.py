"""Addresses of food clubs: the guest's, the volunteer's by link, the coordinator's and lead's."""

from django.urls import path

from foodclubs.views import closing, duties, evenings, joining

app_name = "foodclubs"
urlpatterns = [
    path("madklub/<uuid:evening_id>/", joining.join, name="join"),
    path("madklub/<uuid:evening_id>/tak/", joining.joined, name="joined"),
    path("madklub-opgave/<str:token>/", duties.duty, name="duty"),
    path("madklub-opgave/<str:token>/tilbage/", duties.give_duty_back, name="give_duty_back"),
    path("madklubber/", evenings.evening_list, name="list"),
    path("madklubber/ny/", evenings.plan, name="plan"),
    path("madklubber/<uuid:evening_id>/", evenings.evening, name="evening"),
    path("madklubber/<uuid:evening_id>/aabn/", evenings.open_evening, name="open"),
    path("madklubber/<uuid:evening_id>/ret/", evenings.change, name="change"),
    path("madklubber/<uuid:evening_id>/aflys/", evenings.cancel, name="cancel"),
    path("madklubber/<uuid:evening_id>/tilbyd/", evenings.offer, name="offer"),
    path("madklubber/<uuid:evening_id>/gaest/", evenings.sign_up, name="sign_up"),
    path("madklubber/<uuid:evening_id>/opgave/", evenings.give_task, name="give_task"),
    path("madklubber/<uuid:evening_id>/luk/", closing.close, name="close"),
    path("madklubber/<uuid:evening_id>/taelling/", closing.count, name="count"),
    path("madklubber/<uuid:evening_id>/ret-opgoerelsen/", closing.correct, name="correct"),
    path("madklubber/gaest/<uuid:signup_id>/afbud/", evenings.give_guest_back, name="give_guest_back"),
    path("madklubber/gaest/<uuid:signup_id>/ja/", evenings.let_guest_in, name="let_guest_in"),
    path("madklubber/gaest/<uuid:signup_id>/nej/", evenings.turn_guest_down, name="turn_guest_down"),
    path("madklubber/gaest/<uuid:signup_id>/venter/", evenings.let_guest_wait, name="let_guest_wait"),
    path("madklubber/opgave/<uuid:duty_id>/afbud/", evenings.give_task_back, name="give_task_back"),
]
