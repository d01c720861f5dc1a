"""Guidance: a draft, words looked at, approved; where it came from is known to the coordinators alone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from history.moves import NotPossible
from notes.models import Guidance, Origin, guidance_i_prompted
from notes.tests.telling import SENTENCE, TOLD, consenting_citizen, guide, tell, withdraw_consent
from weshelter.tests import people

WORRYING = "Han er psykisk syg, så ret ham ikke"


def days(number: int) -> str:
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def post_draft(client, cast, citizen, **fields):
    people.sign_in(client, cast.karen)
    return client.post(reverse("notes:guide", args=[citizen.pk]), {"text": SENTENCE, "review_on": days(30), **fields})


def test_a_coordinator_writes_a_draft_and_approves_it(client, cast):
    bo = consenting_citizen(cast)

    page = post_draft(client, cast, bo).url
    with acting(user=cast.karen):
        assert Guidance.objects.get().state == "draft"
    client.post(page)

    with acting(user=cast.karen):
        guidance = Guidance.objects.get()
        assert (guidance.text, guidance.state, guidance.approved_by) == (SENTENCE, "approved", cast.karen)


def test_the_page_is_never_filled_in_from_what_was_told(client, cast):
    bo = consenting_citizen(cast)
    told = tell(bo, cast.rg60)
    people.sign_in(client, cast.karen)
    client.post(reverse("notes:open", args=[told.pk]), {"purpose": "prepare_guidance"})

    page = client.get(reverse("notes:guide", args=[bo.pk]), {"fra": told.pk})

    assert not page.context["form"]["text"].value()
    assert TOLD not in page.content.decode()


def test_where_it_came_from_is_one_row_of_its_own(client, cast):
    bo = consenting_citizen(cast)
    told = tell(bo, cast.rg60)

    post_draft(client, cast, bo, origin=told.pk)

    with acting(user=cast.karen):
        origin = Origin.objects.get()
        assert (origin.confidence, origin.guidance) == (told, Guidance.objects.get())
    fields = {field.name for field in Guidance._meta.get_fields()}
    assert not fields & {"confidence", "origin"}


def test_another_houses_confidence_is_no_origin(client, cast):
    bo = consenting_citizen(cast)
    theirs = tell(consenting_citizen(cast, "Ib", house=cast.nabo), cast.nabo)
    of_ida = tell(consenting_citizen(cast, "Ida"), cast.rg60)

    for elsewhere in (theirs.pk, of_ida.pk, "nonsense"):
        response = post_draft(client, cast, bo, origin=elsewhere)
        assert list(response.context["form"].errors) == ["origin"]

    with acting(user=cast.karen):
        assert not Guidance.objects.exists()


def test_the_database_refuses_an_origin_about_another_citizen(cast):
    of_bo = guide(consenting_citizen(cast), cast.rg60)
    about_ida = tell(consenting_citizen(cast, "Ida"), cast.rg60)

    with acting(user=cast.karen), pytest.raises(ProgrammingError), transaction.atomic():
        Origin.objects.create(guidance=of_bo, confidence=about_ida, project_id=of_bo.project_id)


def test_the_consent_must_be_the_citizens_own(cast):
    bo, ida = consenting_citizen(cast), consenting_citizen(cast, "Ida")
    with acting(user=cast.karen):
        hers = ida.consents.live().get(purpose="guidance")

        with pytest.raises(IntegrityError), transaction.atomic():
            Guidance.objects.create(
                citizen=bo,
                project=bo.project,
                consent=hers,
                text=SENTENCE,
                review_on=days(30),
                written_by=cast.karen,
            )


@pytest.mark.feature(69)
def test_without_consent_there_is_no_guidance(client, cast):
    bo = people.create_citizen(cast)

    response = post_draft(client, cast, bo)

    assert response.context["form"].non_field_errors()
    assert SENTENCE in response.content.decode()


@pytest.mark.feature(69)
def test_a_draft_whose_consent_was_taken_back_cannot_be_approved(cast):
    bo = consenting_citizen(cast)
    draft = guide(bo, cast.rg60, approved=False)
    withdraw_consent(bo, cast.rg60)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        draft.approve(by=cast.karen)


@pytest.mark.feature(69)
def test_approving_it_all_the_same_answers_a_sentence(client, cast):
    draft = guide(consenting_citizen(cast), cast.rg60, approved=False)
    withdraw_consent(draft.citizen, cast.rg60)
    people.sign_in(client, cast.karen)
    page = reverse("notes:guidance", args=[draft.pk])

    assert len(client.post(page).context["form"].non_field_errors()) == 1
    assert client.get(page).context["guidance"].state == "draft"


def test_approving_twice_answers_a_sentence(client, cast):
    draft = guide(consenting_citizen(cast), cast.rg60, approved=False)
    people.sign_in(client, cast.karen)
    page = reverse("notes:guidance", args=[draft.pk])

    first, second = client.post(page), client.post(page)

    assert first.status_code == 302
    assert len(second.context["form"].non_field_errors()) == 1


def test_words_that_tell_too_much_need_a_tick_and_a_reason(client, cast):
    draft = guide(consenting_citizen(cast), cast.rg60, WORRYING, approved=False)
    people.sign_in(client, cast.karen)
    page = reverse("notes:guidance", args=[draft.pk])
    assert client.get(page).context["words"] == ["psykisk", "syg"]

    for answer in ({}, {"seen": "on"}, {"reason": "Han siger det selv"}, {"seen": "on", "reason": "  "}):
        assert client.post(page, answer).context["form"].errors
    client.post(page, {"seen": "on", "reason": "Han siger det selv"})

    with acting(user=cast.karen):
        draft.refresh_from_db()
        assert (draft.state, draft.reason_for_words) == ("approved", "Han siger det selv")


def test_the_verb_asks_the_reason_too(cast):
    draft = guide(consenting_citizen(cast), cast.rg60, WORRYING, approved=False)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        draft.approve(by=cast.karen)


def test_a_draft_can_be_reworded_and_what_is_approved_cannot(client, cast):
    draft = guide(consenting_citizen(cast), cast.rg60, WORRYING, approved=False)
    people.sign_in(client, cast.karen)
    page = reverse("notes:reword", args=[draft.pk])

    client.post(page, {"text": SENTENCE, "review_on": days(20)})
    client.post(reverse("notes:guidance", args=[draft.pk]))
    again = client.post(page, {"text": "Noget andet", "review_on": days(20)})

    assert again.context["form"].non_field_errors()
    with acting(user=cast.karen):
        assert Guidance.objects.get().text == SENTENCE


def test_what_is_approved_cannot_be_changed_in_sql_either(cast):
    guidance = guide(consenting_citizen(cast), cast.rg60)

    for change in ({"text": "Noget andet"}, {"state": "draft"}, {"approved_at": timezone.now()}):
        with acting(user=cast.karen), pytest.raises(IntegrityError), transaction.atomic():
            Guidance.objects.filter(pk=guidance.pk).update(**change)


def test_withdrawn_it_stays_withdrawn(client, cast):
    guidance = guide(consenting_citizen(cast), cast.rg60)
    people.sign_in(client, cast.karen)

    client.post(reverse("notes:withdraw_guidance", args=[guidance.pk]))
    again = client.post(reverse("notes:withdraw_guidance", args=[guidance.pk]))

    assert again.status_code == 409
    assert client.get(reverse("notes:guidance", args=[guidance.pk])).context["guidance"].state == "withdrawn"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", ""),
        ("text", "x" * 301),
        ("text", "Hans nummer er 010180-1234"),
        ("review_on", ""),
        ("review_on", days(0)),
        ("review_on", days(-1)),
        ("review_on", "i morgen"),
    ],
)
def test_what_is_refused(client, cast, field, value):
    response = post_draft(client, cast, consenting_citizen(cast), **{field: value})

    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize("text", ["🙂 Hils fra os", "<script>alert(1)</script>", "x" * 300])
def test_what_is_kept_as_it_was_written_and_shown_as_text(client, cast, text):
    page = post_draft(client, cast, consenting_citizen(cast), text=text).url

    shown = client.get(page)

    assert shown.context["guidance"].text == text
    assert "<script>alert" not in shown.content.decode()


def test_a_lead_reads_the_approved_sentence_that_he_prompted_and_no_other(cast):
    bo = consenting_citizen(cast)
    guide(bo, cast.rg60, "Lad ham tale ud", origin=tell(bo, cast.rg60))
    guide(bo, cast.rg60, "Kladden", origin=tell(bo, cast.rg60), approved=False)
    guide(bo, cast.rg60, "Koordinatorens egen")

    with acting(user=cast.lars):
        assert guidance_i_prompted(bo) == ["Lad ham tale ud"]
        assert not Guidance.objects.exists()
    for elsewhere in (cast.leif, cast.nanna, cast.sille):
        with acting(user=elsewhere):
            assert guidance_i_prompted(bo) == []


def test_what_a_lead_prompted_is_hidden_once_the_consent_is_taken_back(cast):
    bo = consenting_citizen(cast)
    guide(bo, cast.rg60, origin=tell(bo, cast.rg60))
    withdraw_consent(bo, cast.rg60)

    with acting(user=cast.lars):
        assert guidance_i_prompted(bo) == []


def test_the_day_to_look_again_comes(cast):
    guidance = guide(consenting_citizen(cast), cast.rg60)
    assert not guidance.is_due

    guidance.review_on = timezone.localdate()

    assert guidance.is_due


def test_a_sentence_that_another_has_changed_is_read_again_before_it_is_approved(client, cast):
    bo = consenting_citizen(cast)
    page = post_draft(client, cast, bo).url
    shown = client.get(page).context["opened"]
    with acting(user=cast.karen):
        guidance = Guidance.objects.get()
        guidance.reword("Noget helt andet", review_on=guidance.review_on, by=cast.karen)

    refused = client.post(page, {"opened": shown})
    with acting(user=cast.karen):
        assert (len(refused.context["form"].non_field_errors()), Guidance.objects.get().state) == (1, "draft")

    client.post(page, {"opened": client.get(page).context["opened"]})
    with acting(user=cast.karen):
        assert Guidance.objects.get().state == "approved"
