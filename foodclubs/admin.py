"""What the secretariat sets up and sees of food clubs: the clubs, and of evenings the numbers, no guest."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from foodclubs.models import Evening, FoodClub


@admin.register(FoodClub)
class FoodClubAdmin(admin.ModelAdmin):
    about = _("The food club of a house: its name, its day of the week and what a meal costs.")
    list_display = ["name", "project", "weekday", "price"]
    list_filter = ["weekday", ("project__institution", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["project"]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Evening)
class EveningAdmin(admin.ModelAdmin):
    about = _("Each evening in numbers. Evenings are planned and closed by the coordinator; guests stand nowhere here.")
    list_display = ["starts_at", "food_club", "state", "places", "taken", "guests_came", "volunteers_came", "income"]
    list_select_related = ["food_club"]
    list_filter = ["state", "food_club"]
    date_hierarchy = "starts_at"
    readonly_fields = [
        "food_club",
        "state",
        "starts_at",
        "place",
        "menu",
        "price",
        "places",
        "taken",
        "guests_came",
        "new_faces",
        "volunteers_came",
        "income",
    ]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
