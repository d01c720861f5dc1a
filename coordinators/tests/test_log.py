"""The page of the access log, and the print for a citizen who asks who has read about him."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from history.models import AccessTrail
from history.tests.chains import log
from notes.reading import open_confidence
from notes.tests.telling import TOLD, consenting_citizen, tell
from weshelter.tests import people

CANARY = "Kanariefugl"
PAGE = "coordinators:log"


def shown(client, **chosen):
    return [row for row, _about, _what_for in client.get(reverse(PAGE), chosen).context["rows"]]


@pytest.mark.feature(86)
@pytest.mark.parametrize(
    ("who", "actors"), [("sille", {"karen", "nanna"}), ("karen", {"karen"}), ("nanna", {"nanna"}), ("lars", set())]
)
def test_the_secretariat_sees_all_openings_and_everybody_else_the_own(client, cast, who, actors):
    log(cast.karen, 2)
    log(cast.nanna)
    people.sign_in(client, getattr(cast, who))

    assert {row.actor for row in shown(client)} == {getattr(cast, name) for name in actors}


def test_a_stranger_is_sent_to_the_login(client, cast):
    assert client.get(reverse(PAGE)).status_code == 302


@pytest.mark.feature(86)
def test_refusals_pages_and_failed_logins_are_chosen_by_the_address(client, cast):
    client.post(reverse("account_login"), {"login": "karen@example.org", "password": "forkert"})
    people.sign_in(client, cast.nanna)
    client.get(reverse("citizens:list"))
    client.get(reverse("coordinators:my_house"))
    people.sign_in(client, cast.sille)

    assert [row.view for row in shown(client, action="shown", user=cast.nanna.pk)] == ["citizens:list"]
    assert [row.view for row in shown(client, action="not_found")] == ["coordinators:my_house"]
    assert [row.object_type for row in shown(client, action="login_failed")] == ["address"]
    assert client.get(reverse(PAGE)).context["failed_logins"] == 1


def test_a_failed_login_keeps_no_address(client, cast):
    for password in ("forkert", "også forkert"):
        client.post(reverse("account_login"), {"login": "Karen@example.org", "password": password})
    client.post(reverse("account_login"), {"login": "ukendt@example.org", "password": "forkert"})

    with acting(user=cast.sille):
        rows = list(AccessTrail.objects.filter(action="login_failed"))
    assert len(rows) == 3
    assert len({row.object_id for row in rows}) == 2
    assert "example" not in str([vars(row) for row in rows])


def test_a_coordinator_cannot_choose_somebody_else(client, cast):
    log(cast.nanna)
    people.sign_in(client, cast.karen)

    assert shown(client, user=cast.nanna.pk) == []
    assert "user" not in client.get(reverse(PAGE)).context["form"].fields


def test_a_month_is_chosen(client, cast):
    log(cast.karen)
    people.sign_in(client, cast.sille)
    now = timezone.localdate()
    before = now.replace(day=1) - timedelta(days=1)

    assert len(shown(client, month=f"{now:%Y-%m}")) == 1
    assert shown(client, month=f"{before:%Y-%m}") == []


@pytest.mark.parametrize("kind", ["", "not_found"])
def test_fifty_a_page_and_each_row_once(client, cast, kind):
    people.sign_in(client, cast.nanna)
    log(cast.nanna, 51) if not kind else [client.get(reverse("coordinators:my_house")) for _each in range(51)]
    people.sign_in(client, cast.sille)

    first = client.get(reverse(PAGE), {"action": kind})
    rest = shown(client, action=kind, before=first.context["older"])

    seen = [row.pk for row, *_more in first.context["rows"]] + [row.pk for row in rest]
    assert (len(first.context["rows"]), len(rest), len(set(seen))) == (50, 1, 51)


@pytest.mark.parametrize(
    "chosen",
    [
        {"action": "boom"},
        {"user": "1' OR '1'='1"},
        {"month": "2026-13"},
        {"before": "9" * 40},
        {"before": "x~y", "action": "shown"},
        {"before": "²"},
    ],
)
def test_what_nobody_can_choose_is_no_choice(client, cast, chosen):
    log(cast.karen)
    people.sign_in(client, cast.sille)

    assert client.get(reverse(PAGE), chosen).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_often_for_three_as_for_one(client, cast, rows, django_assert_max_num_queries):
    log(cast.karen, rows)
    people.sign_in(client, cast.sille)

    with django_assert_max_num_queries(13):
        assert len(shown(client)) == rows


@pytest.fixture
def read(client, cast):
    """A citizen whose page Karen and Lars saw, and something told about him that Karen opened."""
    cast.bo = consenting_citizen(cast, CANARY)
    told = tell(cast.bo, cast.rg60)
    with acting(user=cast.karen):
        open_confidence(told, "check_in")
    for user in (cast.karen, cast.karen, cast.lars):
        people.sign_in(client, user)
        client.get(reverse("coordinators:citizen", args=[cast.bo.pk]))
    return cast


@pytest.mark.feature(85)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_print_says_who_opened_what_for_and_who_saw_the_page(client, read, who):
    people.sign_in(client, getattr(read, who))

    page = client.get(reverse("coordinators:who_has_read", args=[read.bo.pk]))

    assert [(one.name, str(one.role)) for one in page.context["openings"]] == [("Karen Koordinator", "koordinator")]
    assert {(one.name, one.times) for one in page.context["readers"]} == {("Karen Koordinator", 2), ("Lars Leder", 1)}
    assert TOLD not in page.content.decode()


@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_nobody_else_gets_the_print(client, read, who):
    people.sign_in(client, getattr(read, who))

    assert client.get(reverse("coordinators:who_has_read", args=[read.bo.pk])).status_code == 404


def test_of_another_citizen_nothing_is_on_it(client, read):
    ib = people.create_citizen(read, "Ib")
    people.sign_in(client, read.karen)

    page = client.get(reverse("coordinators:who_has_read", args=[ib.pk]))

    assert (page.context["openings"], page.context["readers"]) == ([], [])


def test_no_log_and_no_page_of_it_holds_a_name_or_a_text(client, read):
    people.sign_in(client, read.nanna)
    client.get(reverse("coordinators:citizen", args=[read.bo.pk]), {"q": CANARY})
    people.sign_in(client, read.sille)

    pages = [client.get(reverse(PAGE), {"action": action}).content.decode() for action in ("", "shown", "not_found")]

    assert [page for page in pages if CANARY in page or TOLD in page] == []
    with acting(user=read.sille):
        assert CANARY not in str([vars(row) for row in AccessTrail.objects.all()])
