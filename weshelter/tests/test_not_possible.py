"""Who comes too late is told so, and has what was written: nobody writes a text twice because of a colleague."""

import re

from django.urls import reverse

from access.context import acting
from foodclubs.tests.tables import create_evening, sign_up
from weshelter.tests import people


def come_too_late(client, cast, said: dict) -> str:
    """Karen sends what Anna told of herself, after Sille has let her go."""
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)
    with acting(user=cast.sille):
        anna.withdraw(by=cast.sille)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:tell", args=[anna.pk]), said)

    assert response.status_code == 409
    return response.content.decode()


def test_what_was_written_stands_on_the_page_that_says_it_is_too_late(client, cast):
    page = come_too_late(client, cast, {"around": "En kat & en <b>cykel</b>", "opened": "around:1a2b gender:3c4d"})

    assert re.findall(r'<blockquote class="voice">(.*?)</blockquote>', page) == [
        "En kat &amp; en &lt;b&gt;cykel&lt;/b&gt;"
    ]


def test_what_was_ticked_can_be_sent_once_more(client, cast):
    page = come_too_late(client, cast, {"gender": "woman", "experience": ["calm", "sick"]})

    kept = re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', page)
    assert [field for field in kept if field[0] != "csrfmiddlewaretoken"] == [
        ("gender", "woman"),
        ("experience", "calm"),
        ("experience", "sick"),
    ]


def test_a_page_that_is_only_opened_offers_nothing_to_send(client, cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)
    with acting(user=cast.sille):
        anna.withdraw(by=cast.sille)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:tell", args=[anna.pk])).content.decode()

    assert "Prøv igen" not in page


def test_it_is_said_once_that_it_cannot_be_done(client, cast):
    page = come_too_late(client, cast, {"gender": "woman"})

    assert (page.count("Intet er ændret</h1>"), page.count("lade sig gøre")) == (1, 1)


def test_another_language_is_offered_where_nothing_typed_is_lost_by_it(client, cast):
    typed = come_too_late(client, cast, {"gender": "woman"})
    evening = create_evening(cast.rg60)
    [ane] = sign_up(evening, "Ane")
    here = reverse("foodclubs:evening", args=[evening.pk])
    giving_back = reverse("foodclubs:give_guest_back", args=[ane.pk])
    client.post(giving_back)

    untyped = client.post(giving_back, headers={"referer": f"http://testserver{here}"}).content.decode()

    assert reverse("set_language") not in typed
    assert f'<input type="hidden" name="next" value="http://testserver{here}">' in untyped
