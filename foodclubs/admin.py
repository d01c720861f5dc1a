"""What the secretariat sets up and sees of food clubs: the clubs, and of evenings the numbers, no guest."""

from django.contrib import admin

from foodclubs.models import Evening, FoodClub


@admin.register(FoodClub)
class FoodClubAdmin(admin.ModelAdmin):
    list_display = ["name", "project", "weekday", "price"]
    list_select_related = ["project"]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Evening)
class EveningAdmin(admin.ModelAdmin):
    list_display = ["starts_at", "food_club", "state", "places", "taken", "guests_came", "volunteers_came", "income"]
    list_select_related = ["food_club"]
    list_filter = ["state", "food_club"]
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
