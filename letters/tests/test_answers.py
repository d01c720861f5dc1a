"""What is answered to a mail goes where Frivilligindsatsen has said, never to somebody's own address."""

import pytest
from django.core.management import call_command

from access.context import acting
from letters.models import Message, MessageBody
from letters.sending import as_one
from matching.emails import send_proposal
from weshelter.tests import people


@pytest.mark.feature(94)
@pytest.mark.parametrize(
    ("project", "house", "goes_to"),
    [
        ("venner@example.org", "huset@example.org", ["venner@example.org"]),
        ("", "huset@example.org", ["huset@example.org"]),
        ("", "", []),
    ],
)
def test_to_the_projects_address_else_to_the_houses(committed_cast, as_login, mailoutbox, project, house, goes_to):
    cast = committed_cast
    match = people.create_match(cast, started=False)
    with acting(user=cast.sille):
        type(cast.rg60.friends).objects.filter(pk=cast.rg60.friends.pk).update(reply_to=project)
        type(cast.rg60.institution).objects.filter(pk=cast.rg60.institution.pk).update(reply_to=house)
    with acting(user=cast.karen):
        send_proposal(match)

    as_login("jobs")
    call_command("work", once=True)

    [mail] = [one for one in mailoutbox if "/forslag/" in one.body]
    assert mail.reply_to == goes_to
    assert mail.body.endswith("Skriv ikke navne på borgere i den.\n")


RG60, NABO = "rg60@example.org", "nabo@example.org"


@pytest.mark.feature(94)
@pytest.mark.parametrize(
    ("answers", "goes_to"),
    [([RG60, RG60], [RG60]), (["", RG60], [RG60]), ([RG60, NABO], []), (["", ""], [])],
)
def test_of_several_in_one_mail_no_house_reads_what_is_meant_for_another(answers, goes_to):
    bodies = [MessageBody(message=Message(address="anna@example.org"), reply_to=one) for one in answers]

    assert as_one([body.message for body in bodies], None).reply_to == goes_to
