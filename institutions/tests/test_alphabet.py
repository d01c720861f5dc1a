"""Lists stand as a Dane sorts."""

import pytest
from django.urls import reverse

from access.context import acting
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people

IN_ORDER = ["anders", "Bo", "Émile", "Eva", "Zita", "Ærø", "Äpfel", "Øjvind", "Özlem", "Åse", "Aase", "Åsne"]


@pytest.mark.feature(92)
def test_citizens_stand_as_in_a_danish_telephone_book(client, cast):
    for name in sorted(IN_ORDER, reverse=True):
        people.create_citizen(cast, name)
    people.sign_in(client, cast.karen)

    names = [citizen.called_name for citizen in client.get(reverse("citizens:list")).context["list"].rows]

    assert [name for name in names if name not in ("Äpfel", "Aase", "Åse")] == [
        name for name in IN_ORDER if name not in ("Äpfel", "Aase", "Åse")
    ]
    assert set(names[9:11]) == {"Åse", "Aase"}  # the same to a Dane
    assert names.index("Äpfel") == 5


@pytest.mark.feature(92)
def test_volunteers_stand_so_too(client, cast):
    for name in ("Åge Juul", "Zita Friis", "Aaby Berg", "Ørn Holm", "anders And", "Ærlig Bo"):
        way.applied(cast, name)
    people.sign_in(client, cast.karen)

    rows = client.get(reverse("volunteers:list"), {"orden": "navn"}).context["rows"]

    assert [row.volunteer.name.split()[0] for row in rows] == ["anders", "Zita", "Ærlig", "Ørn", "Aaby", "Åge"]


def test_a_new_name_has_a_new_place(cast):
    anna = way.applied(cast, "Anna Ansøger")

    with acting(user=cast.karen):
        Volunteer.objects.filter(pk=anna.pk).update(name="Åse Ansøger")
        anna.refresh_from_db()

    assert anna.sorted_as == "}se ans|ger"


def test_no_history_keeps_the_name_in_its_sorted_form():
    fields = {field.name for field in Volunteer.pgh_event_model._meta.get_fields()}

    assert {"state", "role"} <= fields
    assert fields & {"name", "sorted_as"} == set()
