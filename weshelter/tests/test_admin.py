"""The secretariat's admin begins with what waits, names every page outside it, and changes states by verbs alone."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from access.context import acting
from access.roles import Role
from accounts.models import AccessChange
from institutions.models import Alignment, Membership, Project
from weshelter.navigation import secretariats_pages
from weshelter.tests import people
from weshelter.tests.days import today
from weshelter.tests.matrix import pages
from weshelter.waiting import Waiting, waiting_for

PROJECTS = "admin:institutions_project_changelist"


@pytest.fixture
def secretariat(client, cast):
    """The browser of the secretariat."""
    people.sign_in(client, cast.sille)
    return client


def plan(cast) -> Project:
    """A project at RG60 that nobody holds and that is not aligned."""
    with acting(user=cast.sille):
        return Project.objects.create(institution=cast.rg60.institution, kind="other", name="Spil", slug="spil")


def let_the_review_pass(cast, project: Project) -> None:
    yesterday = today() - timedelta(days=1)
    with acting(user=cast.sille):
        project.alignments.update(made_on=yesterday - timedelta(days=200), review_on=yesterday)


def lines_of(cast) -> list[str]:
    with acting(user=cast.sille), override("da"):
        return [line.what for line in waiting_for(cast.sille)]


def act(client, action: str, *rows, **typed):
    """One of the actions of the list of projects."""
    return client.post(
        reverse(PROJECTS), {"action": action, "_selected_action": [row.pk for row in rows], **typed}, follow=True
    )


def state_of(cast, project: Project) -> str:
    with acting(user=cast.sille):
        return Project.objects.get(pk=project.pk).state


@pytest.mark.feature(93)
def test_nothing_waits_where_all_is_done(cast):
    assert lines_of(cast) == []


@pytest.mark.feature(93)
def test_what_asks_for_a_second_person_comes_first_and_then_what_waits_longest(cast):
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    with acting(user=ruth):
        AccessChange.ask("way_back", cast.karen, by=ruth)
    let_the_review_pass(cast, cast.rg60.friends)
    people.apply("Vera Ven", cast.rg60.friend_role)
    plan(cast)

    assert lines_of(cast) == [
        "1 ændring af adgang, som du kan bekræfte",
        "1 forventningsafstemning skulle have været revideret",
        "1 ansøgning, som ingen er begyndt på",
        "1 projekt mangler en koordinator",
        "1 projekt er ikke åbnet endnu",
    ]


def test_nobody_confirms_what_he_has_asked_for_himself(cast):
    people.create_user("Ruth Rask", is_secretariat=True)
    with acting(user=cast.sille):
        AccessChange.ask("way_back", cast.karen, by=cast.sille)

    assert lines_of(cast) == []


@pytest.mark.feature(77)
@pytest.mark.parametrize(("days", "is_past"), [(0, False), (-1, True)])
def test_what_waits_for_a_day_is_late_from_the_day_after(days, is_past):
    assert Waiting("a review", timezone.localdate() + timedelta(days=days), "").is_past is is_past


def test_a_new_alignment_ends_the_waiting_for_a_review(cast):
    let_the_review_pass(cast, cast.rg60.friends)
    with acting(user=cast.sille):
        Alignment.objects.create(
            project=cast.rg60.friends, lead=cast.lars, tasks="Være sammen", why_volunteers="Lyst",
            interplay="Lars", review_on=timezone.localdate() + timedelta(days=31),
        )  # fmt: skip

    assert lines_of(cast) == []


@pytest.mark.parametrize(("days", "waits"), [(0, True), (30, True), (31, False)])
def test_a_role_that_ends_within_a_month_waits(cast, days, waits):
    with acting(user=cast.sille):
        held = cast.karen.memberships.filter(project=cast.rg60.friends)
        held.update(until_on=timezone.localdate() + timedelta(days=days))

    assert lines_of(cast) == (["1 rolle slutter inden for en måned"] if waits else [])


@pytest.mark.feature(11)
def test_a_full_course_waits_twice_since_nobody_can_be_sent_to_one(cast):
    with acting(user=cast.sille):
        cast.course.places = 0
        cast.course.save(update_fields=["places"])

    assert lines_of(cast) == [
        "1 introduktionskursus med få eller ingen pladser tilbage",
        "Intet introduktionskursus med ledige pladser: Planlæg et",
    ]


@pytest.mark.feature(9)
def test_a_new_version_of_the_agreement_is_to_be_signed_again(cast):
    people.ready_volunteer(cast)
    with acting(user=cast.sille):
        type(cast.agreement).objects.create(version=2, text_da="Ny tekst")

    assert lines_of(cast) == ["1 frivillig har ikke skrevet under på aftalen"]


def test_the_line_leads_to_just_what_it_counts(secretariat, cast):
    planned = plan(cast)
    with acting(user=cast.sille):
        [line, _not_open] = waiting_for(cast.sille)

    assert list(secretariat.get(line.url).context_data["cl"].result_list) == [planned]


def test_more_of_what_waits_asks_no_more_of_the_database(secretariat, cast):
    counts = []
    for names in (["Vera Ven"], ["Anna And", "Bent Bo"]):
        for name in names:
            people.apply(name, cast.rg60.friend_role)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            secretariat.get(reverse("admin:index"))
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.feature(92)
def test_every_page_outside_the_admin_where_the_secretariat_begins_stands_in_its_one_list():
    begins = {
        page.name
        for page in pages()
        if page.access and Role.SECRETARIAT in page.access.roles and "GET" in page.access.methods
        if not page.names and not page.is_admins
    }

    assert {place.name for place in secretariats_pages()} == begins
    assert all(place.what_for for place in secretariats_pages())


@pytest.mark.feature(92)
@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_every_page_of_the_admin_says_in_danish_what_it_is_for(model):
    about = admin.site._registry[model].about
    with override("da"):
        danish = [str(about), str(model._meta.verbose_name_plural)]
    with override("en"):
        english = [str(about), str(model._meta.verbose_name_plural)]

    assert not set(danish) & set(english)


@pytest.mark.feature(77)
def test_a_project_says_what_stands_in_the_way_of_opening(secretariat, cast):
    planned = plan(cast)

    response = act(secretariat, "open_projects", planned)

    assert [str(message) for message in response.context["messages"]] == [
        "Spil: Der mangler en forventningsafstemning, der skal revideres på en kommende dag."
    ]
    assert state_of(cast, planned) == "planned"


def test_a_project_is_paused_and_opened_again_at_once(secretariat, cast):
    act(secretariat, "pause_projects", cast.rg60.friends)
    paused = state_of(cast, cast.rg60.friends)
    act(secretariat, "open_projects", cast.rg60.friends)

    assert (paused, state_of(cast, cast.rg60.friends)) == ("paused", "open")


def test_a_project_is_closed_only_after_a_page_that_says_it_is_for_good(secretariat, cast):
    asked = act(secretariat, "close_projects", cast.rg60.friends)
    before = state_of(cast, cast.rg60.friends)
    secretariat.post(reverse("coordinators:close_project", args=[cast.rg60.friends.pk]))

    assert "Det kan ikke åbnes igen" in asked.content.decode()
    assert (before, state_of(cast, cast.rg60.friends)) == ("open", "closed")


def test_a_project_planned_in_vain_is_closed_and_waits_for_nobody(secretariat, cast):
    planned = plan(cast)
    before = lines_of(cast)

    secretariat.post(reverse("coordinators:close_project", args=[planned.pk]))

    assert before == ["1 projekt mangler en koordinator", "1 projekt er ikke åbnet endnu"]
    assert (state_of(cast, planned), lines_of(cast)) == ("closed", [])


def test_a_state_is_not_changed_by_the_form(secretariat, cast):
    project = cast.rg60.friends
    typed = {"institution": cast.nabo.institution.pk, "kind": "friends", "name": "Nyt navn", "slug": "nyt"}

    secretariat.post(reverse("admin:institutions_project_change", args=[project.pk]), typed | {"state": "closed"})

    with acting(user=cast.sille):
        project.refresh_from_db()
    assert (project.name, project.state) == ("Nyt navn", "open")


def test_a_project_shows_who_holds_it_and_the_verbs_of_its_state(secretariat, cast):
    page = secretariat.get(reverse("admin:institutions_project_change", args=[cast.rg60.friends.pk])).context_data

    assert [text for text, _address in page["beside"][0].rows] == ["Karen Koordinator"]
    assert [action for action, _label in page["verbs"]] == ["pause_projects", "close_projects"]


@pytest.mark.parametrize("name", ["accounts_user", "institutions_membership"])
def test_roles_end_at_once(secretariat, cast, name):
    rows, action = {
        "accounts_user": ([cast.karen], "end_roles"),
        "institutions_membership": (cast.karen.memberships.all(), "end_now"),
    }[name]
    with acting(user=cast.sille):
        chosen = [row.pk for row in rows]

    secretariat.post(reverse(f"admin:{name}_changelist"), {"action": action, "_selected_action": chosen})

    with acting(user=cast.sille):
        roles = Membership.objects.filter(user=cast.karen)
        assert (len(roles), list(roles.in_force())) == (len(chosen) if name != "accounts_user" else 2, [])


def test_what_is_looked_after_about_volunteers_stands_under_one_heading(client, cast):
    """Three apps of the code are one thing to whoever sets up roles, courses and the agreement."""
    people.sign_in(client, cast.sille)

    apps = client.get(reverse("admin:index")).context["app_list"]

    (volunteers,) = (app for app in apps if str(app["name"]) == "Frivillige")
    assert [model["object_name"] for model in volunteers["models"]] == [
        "RoleProfile",
        "RoleQuestion",
        "Gathering",
        "Agreement",
        "Volunteer",
    ]
