"""`manage.py fill`: the same rows from the same seed, the gates asked afterwards, and nothing among real people."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models

from access.context import acting
from accounts.models import User
from citizens.models import Citizen, Consent, Wishes
from institutions.models import Institution
from institutions.vocabulary import AgeGroup
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.cast import PASSWORD
from weshelter.filling import gates, site
from weshelter.filling.bulk import CannotFill, default_of
from weshelter.tests.code import our_models

pytestmark = pytest.mark.feature(92)

SIZES = {"volunteers": 30, "citizens": 40, "houses": 2, "years": 1, "seed": 7}
# Their numbers are given by the database as the rows come.
NUMBERED_BY_THE_DATABASE = {"pgh_id"}
# The first version comes with the migration, and is gone after the first test with real commits.
FROM_THE_MIGRATION = {"matching.WeightSet"}


@pytest.fixture
def filled(committed, as_login):
    """A small site, looked at as the owner."""
    as_login("owner")
    fill()


def fill(**sizes):
    """What the command says."""
    said = StringIO()
    call_command("fill", stdout=said, **{**SIZES, **sizes})
    return said.getvalue()


def tables():
    return [model for model in our_models() if model._meta.label not in FROM_THE_MIGRATION]


def rows():
    """Every row of our models and their histories, by table."""
    tracked = [model.pgh_event_model for model in gates.tracked_models()]
    found = {}
    for model in [*tables(), *tracked]:
        names = [f.attname for f in model._meta.local_concrete_fields if f.name not in NUMBERED_BY_THE_DATABASE]
        found[model._meta.label] = sorted(map(repr, model._base_manager.values_list(*names)))
    return found


def empty():
    kept = {"django_migrations", "django_content_type", "auth_permission", "institutions_interest"}
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if name not in kept]
        cursor.execute(f"TRUNCATE {', '.join(names)}")


def test_two_fills_from_one_seed_are_equal(filled):
    first = rows()
    empty()

    fill()

    assert rows() == first


def test_another_seed_makes_others_beside_them(filled):
    fill(seed=8)

    assert (Institution.objects.count(), Volunteer.objects.count(), Citizen.objects.count()) == (4, 60, 80)


def test_the_same_seed_again_is_said_plainly_and_changes_nothing(filled):
    before = rows()

    with pytest.raises(
        CommandError, match=r"^This database has been filled from seed 7 already: take another --seed\.$"
    ):
        fill()

    assert rows() == before


# What a site of this size has no rows of: made by requests and jobs, by somebody who tries out a round of matches, by
# those who are interested in a closed role, or written in confidence with a real key.
NOT_FILLED = {
    "access.Attempt",
    "access.Link",
    "accounts.AccessChange",
    "accounts.NewAddress",
    "citizens.BreakGlass",
    "history.AccessLog",
    "history.AccessTrail",
    "history.Anchor",
    "history.Failure",
    "letters.Message",
    "letters.MessageBody",
    "matching.ChoiceNote",
    "matching.MatchRound",
    "matching.NotThisOne",
    "matching.RoundPair",
    "notes.Addressee",
    "notes.Confidence",
    "notes.ConfidenceBody",
    "notes.DataKey",
    "notes.Origin",
    "reports.Figure",
    "volunteers.Interested",
    "weshelter.JobRun",
    "weshelter.WorkerSign",
}


def test_every_table_that_a_grown_site_has_is_filled(committed, as_login):
    as_login("owner")

    fill(volunteers=150, citizens=200)

    assert {model._meta.label for model in tables() if not model._base_manager.exists()} == NOT_FILLED


def test_pairs_and_volunteers_are_in_every_state(committed, as_login):
    as_login("owner")

    fill(volunteers=400, citizens=600)

    assert set(Volunteer.objects.values_list("state", flat=True)) == set(Volunteer.State.values)
    assert set(Match.objects.values_list("state", flat=True)) == set(Match.State.values)


def test_volunteers_tell_of_themselves_and_citizens_wish_for_it_or_not(committed, as_login):
    as_login("owner")

    fill(volunteers=150, citizens=200)

    assert set(Volunteer.objects.values_list("gender", flat=True)) == {"woman", "man", ""}
    assert set(Wishes.objects.values_list("friend_gender", flat=True)) == {"woman", "man", ""}
    assert set(Volunteer.objects.values_list("age_group", flat=True)) == {*AgeGroup.values, ""}
    assert not Wishes.objects.filter(age_group="").exclude(friend_age="").exists()


@pytest.mark.parametrize(
    ("email", "expected"),
    [("koordinator-7-1-1", 20), ("koordinator-7-2-2", 20), ("sekretariat-7", 40)],
)
def test_whom_one_sees_is_whom_one_may_see(filled, as_login, email, expected):
    user = User.objects.get(email=f"{email}@example.org")
    theirs = set(Citizen.objects.visible_to(user).values_list("pk", flat=True))
    as_login("app")

    with acting(user=user):
        seen = set(Citizen.objects.values_list("pk", flat=True))

    assert seen == theirs
    assert len(seen) == expected


def test_one_can_log_in_as_a_coordinator_of_a_filled_house(filled, as_login, client):
    as_login("app")

    assert client.login(username="koordinator-7-1-1@example.org", password=PASSWORD)


def test_the_cast_stays_as_it_was(committed_cast, as_login):
    as_login("owner")
    before = set(User.objects.values_list("pk", "name"))

    fill()

    assert before < set(User.objects.values_list("pk", "name"))
    assert Volunteer.objects.count() == SIZES["volunteers"]


def test_a_broken_gate_takes_everything_back(committed, as_login, monkeypatch):
    as_login("owner")

    def forget_the_consents(fill):
        fill.run("UPDATE citizens_consent SET withdrawn_at = now() WHERE purpose = 'friend'")

    monkeypatch.setattr(site, "STEPS", [*site.STEPS, forget_the_consents])
    with pytest.raises(CommandError, match=r"^Not so, \d+ times: an open match rests on a live consent. Nothing was"):
        fill()

    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    ("forgotten", "said"),
    [
        ("UPDATE volunteers_requirement SET number = 2", "a running assignment has what its role asks"),
        ("UPDATE screening_reference SET trusts = 'no'", "nobody in an open match or ahead of a task lacks what"),
        (
            "DELETE FROM screening_secondyes s WHERE NOT EXISTS"
            " (SELECT FROM matching_match m WHERE m.volunteer_id = s.volunteer_id)",
            "where two decide, nobody in training or beyond has one yes",
        ),
    ],
)
def test_who_lacks_what_the_role_asks_is_found(committed, as_login, monkeypatch, forgotten, said):
    as_login("owner")

    def forget(fill):
        fill.run(forgotten)

    monkeypatch.setattr(site, "STEPS", [*site.STEPS, forget])

    with pytest.raises(CommandError, match=f"times: {said}"):
        fill()


def test_a_history_that_is_missing_is_found(committed, as_login, monkeypatch):
    as_login("owner")
    steps = [*site.STEPS, lambda fill: fill.run("DELETE FROM matching_matchevent WHERE pgh_label = 'insert'")]
    steps[-1].__name__ = "forget"

    monkeypatch.setattr(site, "STEPS", steps)

    with pytest.raises(CommandError, match=r"times: every row of matching_match begins once in the history"):
        fill()


def test_the_triggers_are_on_again(filled):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O'")

        assert cursor.fetchone() == (0,)


def test_a_foreign_key_is_still_asked(committed, as_login, monkeypatch):
    as_login("owner")
    lost = "UPDATE fill_citizen SET friends_id = 12345 WHERE n = 1"
    at = [step.__name__ for step in site.STEPS].index("make_citizens")
    steps = [*site.STEPS[:at], lambda fill: fill.run(lost), *site.STEPS[at:]]

    monkeypatch.setattr(site, "STEPS", steps)

    with pytest.raises(Exception, match="foreign key"):
        fill()


@pytest.mark.parametrize("named", ["", "weshelter"])
def test_nothing_is_filled_elsewhere(db, settings, named):
    settings.LOCAL = False
    name = connection.settings_dict["NAME"]

    with pytest.raises(CommandError, match=f"^This is not the demo's database.*--test-database {name}$"):
        fill(test_database=named)


def test_a_test_database_is_filled_when_it_is_named_and_nobody_can_log_in(committed, as_login, settings):
    as_login("owner")
    settings.LOCAL = False

    said = fill(test_database=connection.settings_dict["NAME"])

    assert "Log in" not in said
    assert set(User.objects.values_list("password", flat=True)) == {"!"}


@pytest.mark.parametrize(("size", "value"), [("volunteers", 0), ("houses", 1001), ("years", 51), ("seed", -1)])
def test_a_size_that_makes_no_sense_is_named(db, size, value):
    with pytest.raises(CommandError, match=f"^--{size} must be from "):
        fill(**{size: value})


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (models.CharField(default="new"), "'new'::varchar(9)"),
        (models.CharField(blank=True), "''"),
        (models.BooleanField(default=False), "false::boolean"),
        (models.DateField(null=True), None),
        (models.DateField(db_default="2026-01-01"), None),
    ],
)
def test_a_new_column_is_filled_as_django_would(db, field, expected):
    field.max_length = 9
    field.model = Volunteer

    assert default_of(field) == expected


def test_a_new_column_that_needs_a_value_is_named():
    field = models.DateField(name="attest_on")
    field.model = Volunteer

    with pytest.raises(CannotFill, match=r"^Nothing fills volunteers\.Volunteer\.attest_on: give it a value in"):
        default_of(field)
