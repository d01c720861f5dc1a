"""Addresses where one applies, and where volunteers are listed."""

from django.urls import path

from volunteers.views import applications, by_hand, interest, people, withdrawing

app_name = "volunteers"
urlpatterns = [
    path("bliv-frivillig/", applications.apply, name="apply"),
    path("bliv-frivillig/tak/", applications.applied, name="applied"),
    path("bliv-frivillig/skriv-mig-op/", applications.show_interest, name="show_interest"),
    path("bliv-frivillig/skriv-mig-op/tak/", applications.interest_shown, name="interest_shown"),
    path("nyt-link/", applications.new_link, name="new_link"),
    path("nyt-link/tak/", applications.new_link_sent, name="new_link_sent"),
    path("frivillige/", people.volunteer_list, name="list"),
    path("frivillige/ny/", by_hand.enter, name="enter"),
    path("frivillige/venter-paa-en-rolle/", interest.awaited_roles, name="awaited_roles"),
    path("frivillige/venter-paa-en-rolle/<uuid:role_id>/skriv/", interest.tell, name="tell_interested"),
    path("frivillige/venter-paa-en-rolle/<uuid:interested_id>/slet/", interest.forget, name="forget_interested"),
    path("min-side/farvel/", withdrawing.withdrawn, name="withdrawn"),
    path("min-side/<str:token>/traek-tilbage/", withdrawing.withdraw, name="withdraw"),
]
