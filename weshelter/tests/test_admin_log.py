"""Django's log of the admin can be read by every login of the site, so it names nobody."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from access.context import acting
from accounts.models import User
from institutions.models import Membership
from weshelter.admin_log import NeutralLog, neutral_name
from weshelter.tests import people


def lines() -> list[tuple[str, str]]:
    return [(entry.object_repr, entry.change_message) for entry in LogEntry.objects.order_by("pk")]


def test_every_page_of_the_admin_logs_without_names():
    named = [model._meta.label for model, pages in admin.site._registry.items() if not isinstance(pages, NeutralLog)]

    assert named == []


@pytest.mark.finding("F14")
def test_inviting_and_renaming_somebody_names_nobody_in_the_log(client, cast):
    people.sign_in(client, cast.sille)
    typed = {"name": "Ny Kollega", "email": "ny@example.org", "is_active": "on"}

    client.post(reverse("admin:accounts_user_add"), typed)
    new = User.objects.get(email="ny@example.org")
    client.post(reverse("admin:accounts_user_change", args=[new.pk]), typed | {"name": "Ny Navnesen"})

    assert [name for name, _message in lines()] == [f"bruger {new.pk}"] * 2
    assert "Ny" not in str(lines())
    assert "ny@" not in str(lines())


def test_what_is_nobodys_name_is_called_what_it_is(client, cast):
    people.sign_in(client, cast.sille)

    client.post(reverse("admin:institutions_interest_add"), {"code": "kites", "name_da": "Drager", "name_en": "Kites"})

    assert [name for name, _message in lines()] == ["Drager"]


def test_a_membership_is_called_by_its_key(cast):
    with acting(user=cast.sille):
        membership = Membership.objects.filter(user=cast.karen).first()

    assert neutral_name(membership) == f"{membership._meta.verbose_name} {membership.pk}"


def test_the_admins_front_page_lists_what_was_done_without_names(client, cast):
    people.sign_in(client, cast.sille)
    client.post(
        reverse("admin:accounts_user_change", args=[cast.lars.pk]),
        {"name": "Lars Nyt-Navn", "email": "lars@example.org", "is_active": "on"},
        follow=True,
    )

    content = client.get(reverse("admin:index")).content.decode()

    assert str(cast.lars.pk) in content
    assert "Nyt-Navn" not in content
