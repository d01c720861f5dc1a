"""A citizen moves: his friendship and his coordinator go along, and nobody else knows whom he did not name."""

from datetime import timedelta

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Attachment, Citizen, Home
from coordinators.attention import for_coordinator, for_lead
from friendships.models import Relocation
from friendships.relocating import call_off, relocate
from friendships.tests.pairs import in_state
from history.moves import NotPossible
from weshelter.tests import databases, people
from weshelter.tests.days import today

DAY = timedelta(days=1)
pytestmark = pytest.mark.feature(40)


@pytest.fixture
def match(cast):
    """Friends whose citizen has lived at RG60 for a long time."""
    match = in_state(cast, "active")
    long_ago = today() - 300 * DAY
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", long_ago)
    databases.as_owner("UPDATE citizens_home SET from_on = %s", long_ago)
    return match


def sees(user) -> bool:
    """By the database and by the page's own rule."""
    with acting(user=user):
        found = {Citizen.objects.exists(), Citizen.objects.known_to(user).exists()}
    assert len(found) == 1
    return found.pop()


def here(cast, citizen) -> list:
    with acting(user=cast.karen):
        return [one.pk for one in citizen.attachments.filter(institution=cast.rg60.institution)]


def typed(cast, citizen, **changes) -> dict:
    said = {
        "municipality": "0147",
        "from_on": f"{today()}",
        "ends": here(cast, citizen),
        "knows": "no",
        "reach": "sms",
        "goes_on": "yes",
        "travel": "fine",
        "bridges": "Biblioteket i Solbjerg",
    }
    return {**said, **changes}


def move(client, cast, citizen, who=None, **changes):
    people.sign_in(client, who or cast.karen)
    return client.post(reverse("friendships:relocate", args=[citizen.pk]), typed(cast, citizen, **changes))


def to_nabo(cast, **changes) -> dict:
    return {"municipality": "", "institution": cast.nabo.institution.pk, "knows": "yes", **changes}


def desk(user) -> list[str]:
    with acting(user=user):
        return [line.what for line in for_coordinator(user).mine if line.page == "friendships:relocation"]


def test_to_an_own_home_the_friendship_goes_along_and_no_house_does(client, cast, match):
    assert sees(cast.lars)

    response = move(client, cast, match.citizen)

    assert response["Location"] == reverse("coordinators:citizen", args=[match.citizen_id])
    assert [sees(user) for user in (cast.lars, cast.leif, cast.karen)] == [False, False, True]
    with acting(user=cast.karen):
        match.refresh_from_db()
        bo = Citizen.objects.get()
        assert (match.state, match.project_id, bo.reach) == ("active", cast.rg60.friends.pk, "sms")
        assert str(Home.objects.current().get()) == "egen bolig, Frederiksberg"
        assert Relocation.objects.get().match == match
        former = Home.objects.exclude(until_on=None).get()
        assert former.until_on == Attachment.objects.get().until_on == today() - DAY


@pytest.mark.parametrize(("knows", "seen"), [("yes", True), ("no", False)])
def test_the_new_house_knows_him_only_on_his_yes(client, cast, match, knows, seen):
    move(client, cast, match.citizen, **to_nabo(cast, knows=knows))

    assert [sees(user) for user in (cast.lars, cast.leif, cast.karen)] == [False, seen, True]


def test_a_move_next_week_changes_nothing_until_the_day(client, cast, match):
    move(client, cast, match.citizen, **to_nabo(cast, from_on=f"{today() + 7 * DAY}"))

    assert [sees(user) for user in (cast.lars, cast.leif, cast.karen)] == [True, False, True]
    for table, began in (("citizens_attachment", "until_on"), ("citizens_home", "until_on")):
        databases.as_owner(f"UPDATE {table} SET {began} = {began} - 7 WHERE {began} IS NOT NULL")
    databases.as_owner("UPDATE citizens_attachment SET from_on = from_on - 7 WHERE until_on IS NULL")
    assert [sees(user) for user in (cast.lars, cast.leif, cast.karen)] == [False, True, True]


def test_the_page_of_the_citizen_says_where_he_lives_and_where_he_moves(client, cast, match):
    move(client, cast, match.citizen, from_on=f"{today() + 7 * DAY}")

    page = client.get(reverse("coordinators:citizen", args=[match.citizen_id]))

    assert str(page.context["page"].home) == "RG60"
    assert "til egen bolig, Frederiksberg den" in " ".join(page.content.decode().split())


def test_called_off_everything_is_as_it_was(client, cast, match):
    move(client, cast, match.citizen, **to_nabo(cast, from_on=f"{today() + 7 * DAY}"))
    with acting(user=cast.karen):
        row = Relocation.objects.get()

    response = client.post(reverse("friendships:call_relocation_off", args=[row.pk]), follow=True)

    assert "Flytningen er aflyst." in response.content.decode()
    with acting(user=cast.karen):
        assert [(one.institution, one.until_on) for one in Home.objects.all()] == [(cast.rg60.institution, None)]
        assert [(one.institution, one.until_on) for one in Attachment.objects.all()] == [(cast.rg60.institution, None)]
        again = Relocation.objects.get()
        with pytest.raises(NotPossible, match="allerede sket eller aflyst"):
            call_off(again)


def test_what_has_happened_is_not_called_off(client, cast, match):
    move(client, cast, match.citizen)
    databases.as_owner("UPDATE friendships_relocation SET from_on = from_on - 1")
    with acting(user=cast.karen), pytest.raises(NotPossible):
        call_off(Relocation.objects.get())


@pytest.mark.parametrize("days", [3, 14, -2])
def test_on_another_day_home_and_houses_follow(client, cast, match, days):
    move(client, cast, match.citizen, **to_nabo(cast, from_on=f"{today() + 7 * DAY}"))
    with acting(user=cast.karen):
        row = Relocation.objects.get()
    day = today() + days * DAY
    said = {"from_on": f"{day}", "goes_on": "yes", "travel": "fine", "bridges": ""}

    client.post(reverse("friendships:relocation", args=[row.pk]), said)

    with acting(user=cast.karen):
        assert Home.objects.current().get().from_on == Attachment.objects.get(until_on=None).from_on == day
        ends = [Home.objects.get(until_on__isnull=False), Attachment.objects.get(until_on__isnull=False)]
        assert [one.until_on for one in ends] == [day - DAY] * 2


def test_only_one_relocation_lies_ahead(client, cast, match):
    move(client, cast, match.citizen, from_on=f"{today() + 7 * DAY}")
    with acting(user=cast.karen):
        row = Relocation.objects.get()

    again = move(client, cast, match.citizen, municipality="0101", from_on=f"{today() + 9 * DAY}")

    assert again["Location"] == reverse("friendships:relocation", args=[row.pk])
    to = {"institution": None, "municipality": "0101"}
    with acting(user=cast.karen), pytest.raises(NotPossible, match="som ikke er sket endnu"):
        relocate(match.citizen, to=to, from_on=today() + 9 * DAY, ends=[], knows=None, by=cast.karen)


@pytest.mark.parametrize(
    ("goes_on", "travel", "stands"),
    [
        ("yes", "fine", []),
        ("yes", "arranged", []),
        ("not_asked", "fine", ["Er flyttet: Spørg begge, om venskabet fortsætter, og om vejen dertil"]),
        ("yes", "not_asked", ["Er flyttet: Spørg begge, om venskabet fortsætter, og om vejen dertil"]),
        ("yes", "too_far", ["Er flyttet: Spørg begge, om venskabet fortsætter, og om vejen dertil"]),
        ("no", "fine", ["Efter flytningen siger de farvel: Begynd afskeden"]),
    ],
)
def test_what_nobody_knows_yet_stands_on_the_coordinators_desk(client, cast, match, goes_on, travel, stands):
    move(client, cast, match.citizen, goes_on=goes_on, travel=travel)

    assert desk(cast.karen) == stands


def test_it_leaves_the_desk_when_they_have_been_asked(client, cast, match):
    move(client, cast, match.citizen, goes_on="not_asked", travel="not_asked")
    with acting(user=cast.karen):
        row = Relocation.objects.get()
    said = {"from_on": f"{today()}", "goes_on": "yes", "travel": "arranged", "bridges": ""}

    client.post(reverse("friendships:relocation", args=[row.pk]), said)

    assert desk(cast.karen) == []


def test_a_no_leads_to_a_proper_farewell_and_the_desk_lets_go_when_it_has_begun(client, cast, match):
    response = move(client, cast, match.citizen, goes_on="no")

    assert response["Location"] == reverse("friendships:begin_to_end", args=[match.pk])
    assert desk(cast.karen) == ["Efter flytningen siger de farvel: Begynd afskeden"]
    said = {"how": "planned", "citizens_reason": "moved", "volunteers_reason": "not_said", "told_by": "coordinator"}
    client.post(response["Location"], said | {"tell_on": f"{today()}"})
    assert desk(cast.karen) == []


def test_what_the_lead_writes_the_coordinator_settles(client, cast, match):
    """He does not follow the friendship, so he is not asked of it; it stands on her desk."""
    page = move(client, cast, match.citizen, who=cast.lars)

    assert page["Location"] == reverse("coordinators:my_house")
    assert [sees(user) for user in (cast.lars, cast.karen)] == [False, True]
    assert desk(cast.karen) == ["Er flyttet: Spørg begge, om venskabet fortsætter, og om vejen dertil"]
    with acting(user=cast.lars):
        assert for_lead(cast.lars) == []


def test_the_lead_is_asked_nothing_of_the_friendship(client, cast, match):
    people.sign_in(client, cast.lars)

    form = client.get(reverse("friendships:relocate", args=[match.citizen_id])).context["form"]

    assert not {"goes_on", "travel", "bridges"} & set(form.fields)


def test_without_a_friend_nothing_is_asked_and_the_wish_goes_along(client, cast):
    bo = people.create_citizen(cast)

    move(client, cast, bo, municipality="0147")

    with acting(user=cast.karen):
        row = Relocation.objects.get()
        assert (row.match, row.goes_on, row.travel) == (None, "", "")
        assert Citizen.objects.waiting().get() == bo
    assert desk(cast.karen) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"municipality": ""}, "municipality"),
        ({"institution": "nabo"}, "municipality"),
        ({"knows": "yes"}, "knows"),
        ({"institution": "rg60", "municipality": ""}, "institution"),
        ({"from_on": "1999-01-01"}, "from_on"),
        ({"from_on": "2999-01-01"}, "from_on"),
        ({"from_on": "i morgen"}, "from_on"),
        ({"bridges": "x" * 201}, "bridges"),
        ({"bridges": "010190-1234"}, "bridges"),
        ({"reach": "<script>" * 30}, "reach"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_the_field_and_nothing_is_written(client, cast, match, changes, field):
    houses = {"nabo": cast.nabo.institution.pk, "rg60": cast.rg60.institution.pk}
    changes = {name: houses.get(value, value) for name, value in changes.items()}

    response = move(client, cast, match.citizen, **changes)

    assert list(response.context["form"].errors) == [field]
    with acting(user=cast.karen):
        assert not Relocation.objects.exists()
        assert Home.objects.get().institution == cast.rg60.institution


@pytest.mark.parametrize("who", ["nanna", "leif"])
def test_another_house_finds_nobody(client, cast, match, who):
    response = move(client, cast, match.citizen, who=getattr(cast, who))

    assert response.status_code == 404
    with acting(user=cast.karen):
        assert not Relocation.objects.exists()


def test_the_way_is_told_as_a_straight_line_where_it_is_known(client, cast, match):
    databases.as_owner("UPDATE volunteers_volunteer SET postcode = '2300'")
    databases.as_owner("UPDATE institutions_institution SET postcode = '2200' WHERE slug = 'nabo'")
    move(client, cast, match.citizen, **to_nabo(cast))
    with acting(user=cast.karen):
        row = Relocation.objects.get()

    page = client.get(reverse("friendships:relocation", args=[row.pk])).content.decode()

    assert "km i lige linje fra den frivilliges postnummer til husets" in page
