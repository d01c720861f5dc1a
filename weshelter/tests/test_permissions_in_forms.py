"""What a page requires once its form has named the project or the person is required then, too."""

from django.urls import reverse

from access.roles import Permission
from citizens.tests.test_pages import registration
from foodclubs.tests.tables import create_club
from foodclubs.tests.test_planning import planned
from matching.tests.test_round_page import make_round, waiting_and_free
from volunteers.tests import way
from volunteers.tests.test_by_hand import said
from weshelter.tests.test_permissions import NAMED_IN_THE_FORM, take_away


def test_whoever_names_a_project_or_a_person_in_a_form_is_refused_too(client, cast, monkeypatch):
    waiting_and_free(cast)
    page = make_round(client, cast)
    (row,) = (row for row in page.context["page"].rows if row.citizen.called_name == "Bo")
    chosen = {str(row.citizen.pk): row.suggestion.candidate.id}
    forms = {
        "courses:gathering": ([cast.course.pk], {"volunteer": way.in_training(cast).pk}),
        "matching:rounds": ([], {"projects": [cast.rg60.friends.pk]}),
        "matching:round": ([page.context["round"].pk], chosen),
        "citizens:register": ([], registration(cast.rg60.friends)),
        "foodclubs:plan": ([], planned(cast, create_club(cast.rg60))),
        "volunteers:enter": ([], said(cast)),
    }
    found = {}
    for name, (args, typed) in forms.items():
        with monkeypatch.context() as without:
            take_away(without, Permission[NAMED_IN_THE_FORM[name]])
            found[name] = client.post(reverse(name, args=args), typed).status_code

    assert found == dict.fromkeys(NAMED_IN_THE_FORM, 403)
