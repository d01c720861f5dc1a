"""What two friends can do together: offered, used within budget and tickets, put right, and no name in the accounts."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from friendships.accounts import accounts
from friendships.models import Activity, Budget, Outing
from friendships.tests.pairs import in_state
from history.moves import NotPossible
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today

PAGE = reverse("friendships:activities")


@pytest.fixture
def match(cast):
    """Gunnar and his friend."""
    return in_state(cast, "active", citizen=people.create_citizen(cast, "Gunnar"))


@pytest.fixture
def budget(cast) -> Budget:
    """500 kr. for the network friends of RG60 this year."""
    with acting(user=cast.sille):
        return Budget.objects.create(project=cast.rg60.friends, year=today().year, kroner=500)


def offers(cast, by=None, **said) -> Activity:
    """Coffee, offered by RG60 unless told."""
    made = {"institution": cast.rg60.institution, "kind": "cafe", "name": "Kaffe på Paludan", "price": 120}
    with acting(user=by or cast.lars):
        return Activity.objects.create(**made | said)


def used(cast, match, activity, *, kroner: int = 100, tickets: int = 0, used_on=None) -> Outing:
    with acting(user=cast.karen):
        how = {"kroner": kroner, "tickets": tickets, "used_on": used_on or today()}
        return Outing.note(match, activity=activity, by=cast.karen, **how)


def typed(offered, **other) -> dict:
    return {"activity": offered.pk, "used_on": today(), "kroner": 100, "tickets": 0} | other


@pytest.mark.feature(59)
@pytest.mark.parametrize("who", ["lars", "karen", "sille"])
def test_a_house_and_the_secretariat_offer_something(client, cast, who):
    people.sign_in(client, getattr(cast, who))
    said = {"kind": "cinema", "name": "Grand", "price": 0, "tickets": 10, "from_on": today()}

    answer = client.post(PAGE, said | {"institution": cast.rg60.institution.pk})

    assert answer.status_code == 302
    assert "Grand" in client.get(PAGE).content.decode()


@pytest.mark.feature(59)
def test_what_is_offered_to_all_is_read_everywhere_and_a_houses_own_at_the_house(cast):
    offers(cast)
    offers(cast, by=cast.sille, institution=None, name="Tivoli")

    seen = {}
    for who in ("karen", "lars", "nanna", "leif"):
        with acting(user=getattr(cast, who)):
            seen[who] = {one.name for one in Activity.objects.all()}
    assert seen["karen"] == seen["lars"] == {"Kaffe på Paludan", "Tivoli"}
    assert seen["nanna"] == seen["leif"] == {"Tivoli"}


@pytest.mark.feature(59)
def test_the_volunteer_reads_it_on_the_own_page(client, cast, match):
    offers(cast, tickets=4)
    offers(cast, by=cast.leif, institution=cast.nabo.institution, name="Kun for Amager")
    offers(cast, name="Var engang", from_on=today() - timedelta(days=9), until_on=today() - timedelta(days=1))
    with acting(user=cast.karen):
        link = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")

    page = client.get(reverse("coordinators:own_page", args=[way.token_of(link)])).content.decode()

    assert "Kaffe på Paludan" in page
    assert "4 billetter tilbage" in page
    assert "Kun for Amager" not in page
    assert "Var engang" not in page


@pytest.mark.feature(59)
def test_what_is_used_is_noted_against_the_pair_and_counted_without_a_name(client, cast, match, budget):
    activity = offers(cast, tickets=4)
    people.sign_in(client, cast.karen)

    client.post(reverse("friendships:outings", args=[match.pk]), typed(activity, kroner=120, tickets=2))

    with acting(user=cast.karen):
        assert [(one.kroner, one.tickets) for one in Outing.objects.all()] == [(120, 2)]
    for who in ("sille", "lars", "karen"):
        with acting(user=getattr(cast, who)):
            [account] = accounts(getattr(cast, who), today().year)
        assert (account.used, account.left) == (120, 380)
        people.sign_in(client, getattr(cast, who))
        page = client.get(PAGE).content.decode()
        assert "120 kr. af 500 kr. er brugt" in page
        assert match.citizen.called_name not in page
        assert match.volunteer.name not in page
    assert "2 billetter tilbage" in page


def test_nobody_but_the_coordinator_reads_who_used_it(cast, match, budget):
    used(cast, match, offers(cast))

    for who in ("sille", "lars", "nanna"):
        with acting(user=getattr(cast, who)):
            assert not Outing.objects.exists()


def test_another_house_reads_no_accounts(cast, match, budget):
    used(cast, match, offers(cast))

    for who in ("nanna", "leif"):
        with acting(user=getattr(cast, who)):
            assert accounts(getattr(cast, who), today().year) == []


@pytest.mark.parametrize(("kroner", "done"), [(499, True), (500, True), (501, False)])
def test_the_budget_has_a_last_krone(client, cast, match, budget, kroner, done):
    people.sign_in(client, cast.karen)

    page = client.post(reverse("friendships:outings", args=[match.pk]), typed(offers(cast), kroner=kroner))

    assert (page.status_code == 302) is done
    assert done or "mere, end der er tilbage på budgettet: 500 kr." in page.content.decode()


@pytest.mark.parametrize(("tickets", "done"), [(1, True), (2, True), (3, False)])
def test_the_tickets_have_a_last_one_whichever_project_uses_it(cast, match, budget, tickets, done):
    activity = offers(cast, by=cast.sille, institution=None, tickets=4)
    with acting(user=cast.sille):
        Budget.objects.create(project=cast.nabo.friends, year=today().year, kroner=500)
    other = people.create_match(cast, house=cast.nabo)
    with acting(user=cast.nanna):
        use = {"used_on": today(), "kroner": 0, "tickets": 2}
        Outing.note(other, activity=activity, by=cast.nanna, **use)

    if done:
        used(cast, match, activity, kroner=0, tickets=tickets)
    else:
        with pytest.raises(NotPossible, match="Der er 2"):
            used(cast, match, activity, kroner=0, tickets=tickets)


def test_without_a_budget_for_the_year_nothing_is_noted(cast, match):
    with pytest.raises(NotPossible, match="ikke noget aktivitetsbudget"):
        used(cast, match, offers(cast))


def test_two_who_are_no_friends_use_nothing(cast, budget):
    proposed = people.create_match(cast, started=False)

    with pytest.raises(NotPossible, match="er netværksvenner"):
        used(cast, proposed, offers(cast))


@pytest.mark.feature(59)
def test_it_is_put_right_and_taken_back_and_the_budget_follows(client, cast, match, budget):
    activity, dear = offers(cast), offers(cast, name="Tivoli", kind="outing")
    row = used(cast, match, activity, kroner=500)
    people.sign_in(client, cast.karen)
    page = reverse("friendships:outing", args=[match.pk, row.pk])

    client.post(page, typed(dear, kroner=480))

    with acting(user=cast.karen):
        [account] = accounts(cast.karen, today().year)
        row.refresh_from_db()
        assert (account.left, row.activity) == (20, dear)
    client.post(reverse("friendships:take_outing_back", args=[match.pk, row.pk]))
    with acting(user=cast.karen):
        [account] = accounts(cast.karen, today().year)
        assert (account.left, account.entries) == (500, [])


@pytest.mark.feature(59)
def test_an_activity_is_put_right_and_offered_no_more(client, cast, match, budget):
    activity = offers(cast, from_on=today() - timedelta(days=30))
    used(cast, match, activity)
    people.sign_in(client, cast.lars)
    said = {"kind": "cafe", "name": "Kaffe hos Ib", "price": 100, "from_on": activity.from_on}

    client.post(reverse("friendships:activity", args=[activity.pk]), said | {"until_on": today() - timedelta(days=1)})

    with acting(user=cast.karen):
        assert not Activity.objects.offered().exists()
        assert accounts(cast.karen, today().year)[0].used == 100


@pytest.mark.parametrize(("who", "status"), [("lars", 403), ("karen", 403), ("sille", 200), ("nanna", 403)])
def test_what_is_offered_to_all_is_the_secretariats_to_change(client, cast, who, status):
    activity = offers(cast, by=cast.sille, institution=None, name="Tivoli")
    people.sign_in(client, getattr(cast, who))

    assert client.get(reverse("friendships:activity", args=[activity.pk])).status_code == status


def test_nobody_offers_something_for_another_house(client, cast):
    people.sign_in(client, cast.lars)
    said = {"kind": "cafe", "name": "Kaffe", "price": 0, "from_on": today(), "institution": cast.nabo.institution.pk}

    assert client.post(PAGE, said).status_code == 200
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic(), acting(user=cast.lars):
        Activity.objects.create(institution=None, kind="cafe", name="Kaffe", price=0)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"kroner": 0}, "Skriv et beløb"),
        ({"kroner": -1}, "0"),
        ({"kroner": 99_999}, "5000"),
        ({"tickets": 21}, "20"),
        ({"tickets": 1}, "Der er ikke billetter"),
        ({"used_on": today() + timedelta(days=1)}, "ligger i fremtiden"),
        ({"used_on": today() - timedelta(days=900)}, "før de mødtes"),
        ({"activity": ""}, "Vælg en aktivitet"),
        ({"kroner": "<script>"}, "tal"),
    ],
)
def test_bad_input_is_said_beside_the_field(client, cast, match, budget, other, sentence):
    people.sign_in(client, cast.karen)

    page = client.post(reverse("friendships:outings", args=[match.pk]), typed(offers(cast), **other))

    assert page.status_code == 200
    assert sentence in page.content.decode()


def test_the_secretariat_sets_a_budget_once_a_year(client, cast, budget):
    people.sign_in(client, cast.sille)
    said = {"project": cast.rg60.friends.pk, "year": today().year, "kroner": 900}

    page = client.post(reverse("admin:friendships_budget_add"), said)
    client.post(reverse("admin:friendships_budget_change", args=[budget.pk]), {"kroner": 700, "year": today().year})

    assert "Projektet har et budget for det år" in page.content.decode()
    with acting(user=cast.sille), connection.cursor() as cursor:
        cursor.execute("SELECT kroner FROM friendships_budget")
        assert cursor.fetchall() == [(700,)]


def test_less_is_noted_after_the_budget_was_lowered(client, cast, match, budget):
    row = used(cast, match, activity := offers(cast), kroner=300)
    with acting(user=cast.sille):
        Budget.objects.update(kroner=200)
    people.sign_in(client, cast.karen)

    answer = client.post(reverse("friendships:outing", args=[match.pk, row.pk]), typed(activity, kroner=250))

    assert answer.status_code == 302


def test_an_activity_of_long_ago_is_ended(client, cast):
    activity = offers(cast, from_on=today() - timedelta(days=800))
    people.sign_in(client, cast.lars)
    said = {"kind": "cafe", "name": activity.name, "price": 0, "from_on": activity.from_on, "until_on": today()}

    answer = client.post(reverse("friendships:activity", args=[activity.pk]), said)

    assert answer.status_code == 302, answer.context["form"].errors
