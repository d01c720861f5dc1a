"""What a test's own transaction would hide: letters after the commit, migrations, and requests one after the other."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.http import Http404, HttpResponse
from django.urls import path, reverse

from access.context import acting
from access.declaration import SIGNED_IN, access
from citizens.models import Citizen, KnownAs
from letters.models import Message, MessageBody, send
from weshelter.tests import people
from weshelter.urls import urlpatterns as pages


def deliver_letters():
    """What the worker does until its queue is empty."""
    call_command("work", once=True)


def test_a_letter_is_sent_by_the_jobs_login_and_its_text_erased(committed_cast, as_login, mailoutbox):
    cast = committed_cast
    with acting(user=cast.sille):
        send(
            "invitation", to="ny@example.org", subject="Velkommen", context={"user": cast.karen, "link": "https://x/y"}
        )

    as_login("jobs")
    deliver_letters()

    assert [(letter.to, letter.subject) for letter in mailoutbox] == [(["ny@example.org"], "Velkommen")]
    assert Message.objects.get().sent_at is not None
    assert not MessageBody.objects.exists()


def send_and_fail(cast):
    with acting(user=cast.sille):
        send(
            "invitation", to="ny@example.org", subject="Velkommen", context={"user": cast.karen, "link": "https://x/y"}
        )
        raise ZeroDivisionError


def test_a_letter_of_a_request_that_failed_is_never_sent(committed_cast, as_login, mailoutbox):
    with pytest.raises(ZeroDivisionError):
        send_and_fail(committed_cast)

    as_login("jobs")
    deliver_letters()

    assert mailoutbox == []


def test_what_comes_after_the_commit_sees_nothing(committed_cast):
    seen = []
    with acting(user=committed_cast.karen):
        people.create_citizen(committed_cast)
        transaction.on_commit(lambda: seen.append(Citizen.objects.count()))

    assert seen == [0]


@pytest.mark.finding("F7")
def test_a_data_migration_sees_and_changes_every_row(committed_cast, as_login):
    people.create_citizen(committed_cast)
    people.create_citizen(committed_cast, "Ib", house=committed_cast.nabo)
    as_login("owner")

    with connection.schema_editor() as editor:
        changed = KnownAs.objects.using(editor.connection.alias).update(reach="flyttet")

    assert changed == 2


@access(SIGNED_IN)
def says_no(request, status):
    """A query of the view is refused; the view goes on to say no."""
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("SELECT token_hash FROM access_link")
    raise {404: Http404, 403: PermissionDenied}[status]


@access(SIGNED_IN)
def fails(request):
    """A query of the view is refused, and nobody catches it."""
    connection.cursor().execute("SELECT token_hash FROM access_link")


@access(SIGNED_IN)
def counts(request):
    """How many citizens the request sees."""
    return HttpResponse(str(Citizen.objects.count()))


urlpatterns = [
    path("proev/<int:status>/", says_no),
    path("proev/fejl/", fails),
    path("proev/tal/", counts),
    *pages,
]
handler404 = "weshelter.views.not_found"
handler403 = "weshelter.views.forbidden"


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("status", [404, 403])
def test_a_page_of_an_error_knows_who_is_signed_in_after_a_query_failed(client, committed_cast, status):
    people.sign_in(client, committed_cast.karen)

    response = client.get(f"/proev/{status}/")

    assert response.status_code == status
    assert reverse("reports:figures") in [page.url for page in response.context["navigation"]]
    assert "RG60" in response.context["scope_label"]


@pytest.mark.urls(__name__)
def test_after_a_request_that_broke_the_next_one_works(client, committed_cast):
    people.create_citizen(committed_cast)
    people.sign_in(client, committed_cast.karen)
    client.raise_request_exception = False

    assert client.get("/proev/fejl/").status_code == 500
    assert client.get("/proev/tal/").content == b"1"


@pytest.mark.finding("F4")
@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/proev/tal/", "/proev/404/", "/proev/fejl/", "/findes-ikke/"])
def test_nobody_acts_any_more_when_a_request_has_ended(client, committed_cast, address):
    people.sign_in(client, committed_cast.karen)
    client.raise_request_exception = False

    client.get(address)

    with connection.cursor() as cursor:
        cursor.execute("SELECT concat(app.uid(), app.link(), app.new_id())")
        assert cursor.fetchone()[0] == ""


@pytest.mark.finding("F3")
@pytest.mark.urls(__name__)
def test_the_next_visitor_is_not_the_last_one(client, committed_cast):
    people.create_citizen(committed_cast)
    seen = []
    for user in (committed_cast.karen, committed_cast.nanna, committed_cast.karen):
        people.sign_in(client, user)
        seen.append(client.get("/proev/tal/").content)

    assert seen == [b"1", b"0", b"1"]
