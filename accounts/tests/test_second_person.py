"""Who may be the second person: each wrong one is refused by the verb and by the database, asked as the app."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from access.context import acting
from accounts.models import AccessChange, User
from accounts.tests.changing import ask, confirm, let_pass, newcomer, state_of, take_effect
from history.moves import SENTENCES, NotPossible
from weshelter.tests import databases, people
from weshelter.tests.at_once import at_once

NOT_TWO = "a_change_is_confirmed_by_a_second_person"


@pytest.fixture
def office(cast):
    """Sille, Ruth and Tove were made on the server, and Maja by Sille and Ruth more than a month ago."""
    cast.ruth = people.create_user("Ruth Rask", is_secretariat=True)
    cast.tove = people.create_user("Tove Toft", is_secretariat=True)
    cast.maja = newcomer("Maja Munk", asked_by=cast.sille, confirmed_by=cast.ruth)
    return cast


def second_to(asker: User) -> set[str]:
    return {user.name.split()[0].lower() for user in User.objects.second_to(asker)}


@pytest.mark.feature(88)
@pytest.mark.parametrize(
    ("asker", "second"),
    [
        ("sille", {"ruth", "tove"}),  # not Maja, whom she has asked for
        ("ruth", {"sille", "tove", "maja"}),
        ("maja", {"ruth", "tove"}),  # nor the other way round
        ("karen", set()),
    ],
)
def test_neither_of_the_two_has_made_the_other(office, asker, second):
    assert second_to(getattr(office, asker)) == second


@pytest.mark.parametrize(("days", "may"), [(29, False), (30, True)])
def test_the_second_has_been_there_for_thirty_days(office, days, may):
    databases.as_owner(
        "UPDATE accounts_user SET secretariat_since = now() - %s WHERE id = %s", timedelta(days=days), office.maja.pk
    )

    assert ("maja" in second_to(office.ruth)) is may


def test_who_was_invited_by_the_asker_is_no_second_to_him_whoever_gave_the_mark(office):
    eva = people.create_user("Eva Eng", by=office.tove)
    change = ask("secretariat", about=eva, by=office.sille)
    confirm(change, by=office.ruth)
    take_effect(change, by=office.sille)
    databases.as_owner("UPDATE accounts_user SET secretariat_since = now() - interval '31 days' WHERE id = %s", eva.pk)
    databases.as_owner("UPDATE accounts_accesschange SET settled_at = now() - interval '31 days'")

    assert second_to(eva) == {"ruth", "maja"}


@pytest.mark.parametrize(("days", "may"), [(0, False), (31, True)])
@pytest.mark.parametrize("kind", ["address", "way_back"])
def test_a_login_that_the_asker_had_opened_lately_is_no_second_person(office, kind, days, may):
    change = ask(kind, about=office.tove, by=office.sille)
    confirm(change, by=office.ruth)
    take_effect(change, by=office.sille)
    databases.as_owner(
        "UPDATE accounts_accesschange SET settled_at = now() - %s WHERE id = %s", timedelta(days=days), change.pk
    )

    assert ("tove" in second_to(office.sille)) is may
    assert ("sille" in second_to(office.tove)) is may


@pytest.mark.feature(88)
@pytest.mark.parametrize("kind", ["address", "secretariat", "way_back"])
@pytest.mark.parametrize("who", ["sille", "maja", "karen", "lars", "nanna"])
def test_a_wrong_second_person_confirms_nothing(office, kind, who):
    user = getattr(office, who)
    change = ask(kind, about=office.leif, by=office.sille)

    refused = NotPossible if user.is_secretariat else AccessChange.DoesNotExist  # who does not see it, finds none
    with acting(user=user), pytest.raises(refused):
        change.confirm(by=user)

    assert state_of(change) == "asked"


@pytest.mark.parametrize("kind", ["address", "way_back"])
def test_nobody_confirms_what_is_about_himself(office, kind):
    change = ask(kind, about=office.ruth, by=office.sille)

    with acting(user=office.ruth), pytest.raises(NotPossible, match=str(SENTENCES[NOT_TWO])):
        change.confirm(by=office.ruth)

    assert state_of(change) == "asked"


@pytest.mark.parametrize("who", ["sille", "maja"])
def test_the_database_refuses_a_wrong_second_person_too(office, who):
    user = getattr(office, who)
    ask(about=office.karen, by=office.sille)

    for confirmed_by in (user, office.ruth):
        with acting(user=user), pytest.raises(DatabaseError, match="not two"), transaction.atomic():
            as_the_app(
                "UPDATE accounts_accesschange SET state = 'confirmed', confirmed_by_id = %s WHERE state = 'asked'",
                confirmed_by.pk,
            )


def test_the_second_person_is_whoever_acts_whatever_is_written(office):
    change = ask(about=office.karen, by=office.sille)

    with acting(user=office.ruth):
        as_the_app(
            "UPDATE accounts_accesschange SET state = 'confirmed', confirmed_by_id = %s,"
            " confirmed_at = now() - interval '2 days' WHERE id = %s",
            *(office.tove.pk, change.pk),
        )
        kept = AccessChange.objects.get(pk=change.pk)

    assert kept.confirmed_by == office.ruth
    with acting(user=office.ruth), pytest.raises(DatabaseError, match="too early"), transaction.atomic():
        as_the_app("UPDATE accounts_accesschange SET state = 'done', settled_at = now() WHERE id = %s", change.pk)


FORGED = [
    "UPDATE accounts_user SET is_secretariat = true WHERE name LIKE 'Karen%'",
    "UPDATE accounts_user SET email = 'min@example.org' WHERE name LIKE 'Karen%'",
    "UPDATE accounts_user SET secretariat_since = now() - interval '99 days'",
    "UPDATE accounts_user SET made_by_id = NULL, secretariat_by_id = NULL WHERE name LIKE 'Maja%'",
    "INSERT INTO accounts_user (id, name, email, password, is_secretariat, is_active)"
    " VALUES (gen_random_uuid(), 'Ny', 'ny@example.org', '!', true, true)",
    "UPDATE accounts_accesschange SET asked_by_id = NULL",
    "UPDATE accounts_accesschange SET user_id = asked_by_id",
    "UPDATE accounts_accesschange SET state = 'done', settled_at = now() WHERE state = 'asked'",
    "UPDATE accounts_accesschange SET state = 'lapsed', settled_at = now() WHERE state = 'asked'",
    "UPDATE accounts_accesschange SET state = 'asked', settled_at = NULL WHERE state = 'done'",
    "DELETE FROM accounts_accesschange",
    "TRUNCATE accounts_accesschange",
    "INSERT INTO accounts_accesschange (id, kind, state, user_id, address, asked_by_id, asked_at, settled_at)"
    " SELECT gen_random_uuid(), 'way_back', 'done', id, '', app.uid(), now(), now() FROM accounts_user"
    " WHERE name LIKE 'Karen%'",
    "SELECT app.issue_stop_link(id, 'min', now()) FROM accounts_accesschange",
]


@pytest.mark.parametrize("sql", FORGED)
def test_one_of_the_secretariat_alone_gets_nowhere_in_the_database(office, sql):
    ask(about=office.lars, by=office.ruth)

    refused = "it takes two|takes two|permission denied|stays as it was|row-level security|not over|not asked for"
    refused += "|no such move|somebody has left"
    with acting(user=office.sille), pytest.raises(DatabaseError, match=refused), transaction.atomic():
        as_the_app(sql)


def as_the_app(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


@pytest.mark.parametrize("who", ["karen", "lars", "nanna"])
def test_who_is_not_of_the_secretariat_sees_and_asks_nothing(office, who):
    user = getattr(office, who)
    ask(about=office.leif, by=office.sille)

    with acting(user=user):
        assert not AccessChange.objects.exists()
    with acting(user=user), pytest.raises(DatabaseError), transaction.atomic():
        AccessChange(kind="way_back", user=office.leif, asked_by=user).save(force_insert=True)


def test_nobody_asks_for_himself_or_in_anothers_name(office):
    for about, asked_by in ((office.sille, office.sille), (office.karen, office.ruth)):
        with acting(user=office.sille), pytest.raises(DatabaseError), transaction.atomic():
            AccessChange(kind="way_back", user=about, asked_by=asked_by).save(force_insert=True)


def test_with_nobody_who_could_confirm_it_is_not_asked_for(cast):
    with pytest.raises(NotPossible, match=str(SENTENCES["a_change_needs_somebody_to_confirm"])[:40]):
        ask(about=cast.karen, by=cast.sille)


@pytest.mark.parametrize("who", ["ruth", "maja", "tove"])
def test_any_other_of_the_secretariat_says_no(office, who):
    user = getattr(office, who)
    change = ask(about=office.karen, by=office.sille)

    with acting(user=user):
        change.refuse(by=user)

    assert state_of(change) == "refused"


def test_the_asker_calls_it_off_and_does_not_refuse_it(office):
    change = ask(about=office.karen, by=office.sille)

    with acting(user=office.sille), pytest.raises(NotPossible):
        change.refuse(by=office.sille)
    with acting(user=office.sille):
        change.stop(by=office.sille)

    assert state_of(change) == "stopped"


@pytest.mark.parametrize("over", ["stop", "bring_about"])
def test_what_is_over_stays_over(office, over):
    change = ask(about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)
    let_pass(change, hours=24)
    with acting(user=office.tove):
        getattr(change, over)(by=office.tove)

    for verb in ("confirm", "refuse", "stop", "lapse"):
        with acting(user=office.tove), pytest.raises(NotPossible):
            getattr(change, verb)(by=office.tove)


def test_of_one_who_stops_and_the_worker_at_once_only_the_first_counts(committed_cast):
    cast = committed_cast
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    change = ask("address", about=cast.karen, by=cast.sille)
    confirm(change, by=ruth)
    let_pass(change, hours=24)

    def take() -> None:
        with acting(user=ruth):
            AccessChange.objects.for_letters().get(pk=change.pk).bring_about(by="changes of access")

    with acting(user=cast.sille):
        thread, met = at_once(lambda: change.stop(by=cast.sille), take)
    thread.join()

    cast.karen.refresh_from_db()
    assert (state_of(change), cast.karen.email, len(met)) == ("stopped", "karen@example.org", 1)


def test_of_two_who_confirm_at_once_one_has_done_it(committed_cast):
    cast = committed_cast
    ruth, tove = (people.create_user(name, is_secretariat=True) for name in ("Ruth Rask", "Tove Toft"))
    change = ask(about=cast.karen, by=cast.sille)

    def confirm_too() -> None:
        with acting(user=tove):
            AccessChange.objects.get(pk=change.pk).confirm(by=tove)

    with acting(user=ruth):
        thread, met = at_once(lambda: change.confirm(by=ruth), confirm_too)
    thread.join()

    with acting(user=cast.sille):
        assert AccessChange.objects.get().confirmed_by == ruth
    assert len(met) == 1
