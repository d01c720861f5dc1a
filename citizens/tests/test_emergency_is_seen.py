"""Nobody opens a citizen in an emergency unseen: not through SQL, and not with the others shut out."""

from uuid import uuid4

import pytest
from django.core import mail
from django.db import DatabaseError, connection
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from access.context import acting
from accounts.models import User
from citizens.breakglass import BreakGlass, break_glass
from citizens.tests.emergencies import WHY, use, work
from history.models import AccessLog
from weshelter.tests import people


@pytest.fixture
def secretariat(cast):
    """The cast with a second person of the secretariat, and a citizen at RG60."""
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    cast.bo = people.create_citizen(cast)
    return cast


def test_coordinators_and_colleagues_are_told_at_once_and_shown_what_is_theirs_to_do(committed_cast, as_login):
    cast = committed_cast
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    glass = use(cast, people.create_citizen(cast))

    work(as_login)

    told = {letter.to[0]: letter.body for letter in mail.outbox}
    assert set(told) == {"karen@example.org", "sofie@example.org"}
    assert reverse("coordinators:who_has_read", args=[glass.citizen_id]) in told["karen@example.org"]
    assert reverse("coordinators:review_emergency", args=[glass.pk]) in told["sofie@example.org"]


@pytest.mark.feature(86)
def test_whoever_opens_it_in_the_database_itself_is_seen_all_the_same(secretariat):
    cast = secretariat
    glass = uuid4()

    with acting(user=cast.sille), connection.cursor() as cursor:
        cursor.execute("SELECT app.break_glass(%s, %s, %s)", [glass, cast.bo.pk, WHY])

    with acting(user=cast.sofie):
        assert list(BreakGlass.objects.filter(reviewed_at=None).values_list("pk", flat=True)) == [glass]
        assert AccessLog.objects.get().action == "breakglass"
        task = DBTaskResult.objects.get()
        assert task.task_path == "citizens.tasks.tell_of_emergency"
        assert task.args_kwargs["args"][0] == str(glass)
        assert set(task.args_kwargs["args"][1:]) == {str(cast.karen.pk), str(cast.sofie.pk)}


@pytest.mark.feature(86)
def test_nobody_keeps_it_quiet_by_closing_the_others_accounts_in_the_same_breath(committed_cast, as_login):
    cast = committed_cast
    sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    bo = people.create_citizen(cast)

    with acting(user=cast.sille):
        break_glass(bo, WHY, by=cast.sille)
        User.objects.filter(pk__in=[sofie.pk, cast.karen.pk]).update(is_active=False)
    work(as_login)

    assert {letter.to[0] for letter in mail.outbox} == {"karen@example.org", "sofie@example.org"}


@pytest.mark.feature(86)
@pytest.mark.parametrize("who", ["sille", "sofie", None])
def test_nobody_takes_the_telling_or_the_review_back(secretariat, who):
    use(secretariat)
    user = getattr(secretariat, who) if who else None

    for statement in (
        "DELETE FROM django_tasks_database_dbtaskresult",
        "UPDATE django_tasks_database_dbtaskresult SET status = 'SUCCESSFUL'",
        "DELETE FROM citizens_breakglass",
        "DELETE FROM history_accesslog",
    ):
        with pytest.raises(DatabaseError, match="permission denied"), acting(user=user), connection.cursor() as cursor:
            cursor.execute(statement)
