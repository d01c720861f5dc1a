"""Finding a friend for one citizen."""

import pytest
from django.urls import reverse

from access.context import acting
from history.moves import SENTENCES
from letters.models import Message
from matching.models import Match
from weshelter.tests import people


@pytest.mark.feature(22)
@pytest.mark.feature(25)
def test_the_coordinator_chooses_among_ranked_volunteers_and_both_are_asked(client, cast):
    bo = people.create_citizen(cast, interests=["chess"])
    vera = people.ready_volunteer(cast, interests=["walks"])
    henrik = people.ready_volunteer(cast, "Henrik Holm", interests=["chess"])
    people.sign_in(client, cast.karen)
    url = reverse("matching:propose", args=[bo.pk])

    shown = client.get(url).context["ranking"].suggestions
    client.post(url, {"volunteer": vera.pk})

    assert [one.candidate.first_name for one in shown] == ["Henrik", "Vera"]
    with acting(user=cast.karen):
        match = Match.objects.get()
        assert (match.volunteer, match.citizen, match.state) == (vera, bo, "proposed")
        assert Message.objects.filter(kind="proposal", address=vera.email).exists()
        assert not Message.objects.filter(address=henrik.email, kind="proposal").exists()


@pytest.mark.feature(26)
def test_before_the_proposal_only_first_name_and_area_are_shown(client, cast):
    bo = people.create_citizen(cast)
    people.ready_volunteer(cast, "Vera Hemmeligsen", postcode="2450", phone="+4520123456")
    people.sign_in(client, cast.karen)

    page = client.get(reverse("matching:propose", args=[bo.pk])).content.decode()

    assert "Vera" in page
    assert "2450" in page
    assert "Hemmeligsen" not in page
    assert "20 12 34 56" not in page


def test_who_is_not_ready_or_full_is_not_suggested(client, cast):
    people.create_match(cast)
    people.apply("Anna Ansøger", cast.rg60.friend_role)
    ib = people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.karen)

    page = client.get(reverse("matching:propose", args=[ib.pk]))

    assert page.context["ranking"].suggestions == ()
    assert page.context["ranking"].left_out == {"room": 1}


@pytest.mark.feature(23)
@pytest.mark.parametrize(
    ("told", "wished", "why"),
    [
        ({"limits": ["pets"]}, {"around": ["pets"]}, "volunteer_cannot"),
        ({"around": ["pets"]}, {"limits": ["pets"]}, "citizen_cannot"),
    ],
)
def test_who_cannot_be_with_what_comes_with_the_other_is_not_suggested(client, cast, told, wished, why):
    people.ready_volunteer(cast, **told)
    ib = people.create_citizen(cast, "Ib", **wished)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("matching:propose", args=[ib.pk]))

    assert page.context["ranking"].left_out == {why: 1}


@pytest.mark.feature(23)
def test_who_wishes_for_a_woman_is_shown_women_and_told_who_has_not_said(client, cast):
    people.ready_volunteer(cast, gender="woman")
    people.ready_volunteer(cast, "Henrik Holm", gender="man")
    people.ready_volunteer(cast, "Kim Ven")
    lene = people.create_citizen(cast, "Lene", friend_gender="woman")
    people.sign_in(client, cast.karen)

    ranking = client.get(reverse("matching:propose", args=[lene.pk])).context["ranking"]

    assert [one.candidate.first_name for one in ranking.suggestions] == ["Vera"]
    assert ranking.left_out_sentences == [
        "1 frivillig har ikke oplyst sit køn.",
        "1 frivillig har ikke det køn, der er ønsket.",
    ]


@pytest.mark.feature(22)
def test_what_to_do_together_is_a_reason_of_its_own_beside_what_both_like(client, cast):
    bo = people.create_citizen(cast, together=["chess"], interests=["walks"])
    people.ready_volunteer(cast, interests=["chess", "walks"])
    people.ready_volunteer(cast, "Henrik Holm", interests=["walks"])
    people.sign_in(client, cast.karen)

    vera, henrik = client.get(reverse("matching:propose", args=[bo.pk])).context["ranking"].suggestions

    assert vera.reasons[:2] == ("Vera vil gerne være med til: skak.", "Vera kan også lide: gåture.")
    assert henrik.against[0] == "Henrik har ikke sat kryds ved noget af det, der er ønsket."


@pytest.mark.feature(22)
def test_the_age_and_the_experience_that_are_wished_for_are_reasons_to_say_aloud(client, cast):
    people.ready_volunteer(cast, "Sofie Skov", age_group="18-29", experience=["courage"])
    people.ready_volunteer(cast, age_group="60+", experience=["listening", "quiet"])
    jytte = people.create_citizen(cast, "Jytte", age_group="60+", friend_age="same", needs=["listening"])
    people.sign_in(client, cast.karen)

    vera, sofie = client.get(reverse("matching:propose", args=[jytte.pk])).context["ranking"].suggestions

    assert vera.reasons[-2:] == (
        "Vera har den alder, der er ønsket.",
        "Vera har erfaring med det, der er brug for: en, der lytter.",
    )
    assert sofie.against[:2] == (
        "Sofie har ikke den alder, der er ønsket, eller har ikke sagt den.",
        "Sofie har ikke fortalt om erfaring med det, der er brug for.",
    )


def test_neither_gender_nor_age_of_a_volunteer_stands_on_the_page(client, cast):
    people.ready_volunteer(cast, gender="woman", age_group="45-59")
    lene = people.create_citizen(cast, "Lene", friend_gender="woman", age_group="45-59", friend_age="same")
    people.sign_in(client, cast.karen)

    page = client.get(reverse("matching:propose", args=[lene.pk])).content.decode()

    assert "Vera har den alder, der er ønsket." in page
    assert "kvinde" not in page
    assert "45 til 59" not in page


@pytest.mark.parametrize("chosen", ["", "not-an-id", "00000000-0000-0000-0000-000000000000"])
def test_a_choice_that_is_none_gets_a_sentence(client, cast, chosen):
    bo = people.create_citizen(cast)
    people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    page = client.post(reverse("matching:propose", args=[bo.pk]), {"volunteer": chosen})

    assert page.context["form"].errors["volunteer"]


def test_a_proposal_made_twice_is_told_so_on_the_page(client, cast):
    bo = people.create_citizen(cast)
    vera, sofie = people.ready_volunteer(cast), people.ready_volunteer(cast, "Sofie Skov")
    people.sign_in(client, cast.karen)
    url = reverse("matching:propose", args=[bo.pk])
    client.post(url, {"volunteer": vera.pk})

    page = client.post(url, {"volunteer": sofie.pk})

    assert page.context["sentence"].startswith(str(SENTENCES["one_open_match_per_citizen"]))
    with acting(user=cast.karen):
        assert Match.objects.count() == 1


@pytest.mark.parametrize(("who", "status"), [("lars", 403), ("nanna", 404), ("leif", 404), ("sille", 404)])
def test_nobody_else_proposes(client, cast, who, status):
    bo = people.create_citizen(cast)
    people.sign_in(client, getattr(cast, who))

    assert client.get(reverse("matching:propose", args=[bo.pk])).status_code == status


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_often_for_three_as_for_one(client, cast, rows, django_assert_max_num_queries):
    bo = people.create_citizen(cast)
    for number in range(rows):
        people.ready_volunteer(cast, f"Nr{number} Ven")
    people.sign_in(client, cast.karen)

    with django_assert_max_num_queries(15):
        page = client.get(reverse("matching:propose", args=[bo.pk]))

    assert len(page.context["ranking"].suggestions) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(client, cast, rows, django_assert_max_num_queries):
    for number in range(rows):
        people.create_match(
            cast,
            citizen=people.create_citizen(cast, f"Bo {number}"),
            volunteer=people.ready_volunteer(cast, f"Nr{number} Ven"),
        )
    people.sign_in(client, cast.karen)

    # Six of its own, exemptions the sixth; the session, the context and the transaction ask the other six.
    with django_assert_max_num_queries(12):
        page = client.get(reverse("matching:list"))

    assert len(page.context["list"].rows) == rows
