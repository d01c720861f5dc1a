"""What a citizen is called is seen by whoever works with him, and by Frivilligindsatsen in an emergency alone."""

from access.context import acting
from citizens.models import Citizen
from citizens.tests.emergencies import use
from weshelter.tests import people


def test_frivilligindsatsen_cannot_read_a_name_letter_by_letter(cast):
    people.create_citizen(cast, "Bo")

    with acting(user=cast.sille):
        assert Citizen.objects.count() == 1
        assert not Citizen.objects.filter(known_as__called_name__startswith="B").exists()
        assert not Citizen.objects.filter(known_as__reach__contains="cafe").exists()
        assert Citizen.objects.get().called_name == f"Borger {Citizen.objects.get().number}"


def test_frivilligindsatsen_sees_the_name_in_an_emergency_alone(cast):
    cast.bo = people.create_citizen(cast, "Bo")
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)

    use(cast)

    with acting(user=cast.sille):
        assert Citizen.objects.get(pk=cast.bo.pk).called_name == "Bo"
