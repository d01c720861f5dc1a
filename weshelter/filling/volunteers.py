"""Volunteers on every step of the way, with their conversations, signatures and projects."""

from institutions.models import Interest
from institutions.vocabulary import AgeGroup, Limit, Need
from screening.models import Decline, Interview, Signature
from volunteers.models import Answer, Assignment, Volunteer
from volunteers.models.volunteer import HeardFrom
from weshelter.filling.bulk import Fill, literal
from weshelter.filling.words import FIRST, GENDERS, LANGUAGES, LAST, MOTIVATIONS, PLACES, SLOTS

# How many of a hundred are how far; the first three steps are those of the last weeks.
STATES = {
    "applied": 4,
    "interviewed": 3,
    "in_training": 3,
    "ready": 60,
    "resting": 7,
    "left": 13,
    "declined": 5,
    "withdrawn": 5,
}
TRAINED = "state IN ('ready', 'resting', 'left')"
TAKEN_IN = "state IN ('in_training', 'ready', 'resting', 'left')"


def decide_volunteers(fill: Fill) -> None:
    """Who is how far since when: conversation 10 days after applying, training after 21, then the next course.

    Courses are every other week, the next one in five days: who is in training now has a place there.
    """
    states = literal([state for state, percent in STATES.items() for _ in range(percent)])
    today, n = fill.day, "n"
    fill.decide(
        "fill_applicant",
        f"""
        SELECT n, {fill.id("volunteer", n)} AS id, p.*, state, {fill.number("also", n, 4)} = 0 AS also,
            {fill.coordinator("p.house", n)} AS by_id, {fill.context(fill.coordinator("p.house", n))} AS by_context,
            CASE state
                WHEN 'applied' THEN {today} - 1 - {fill.number("applied", n, 21)}
                WHEN 'interviewed' THEN {today} - 11 - {fill.number("applied", n, 25)}
                WHEN 'in_training' THEN {today} - 22 - {fill.number("applied", n, 8)}
                ELSE p.opened_on + {fill.number("applied", n, f"{today} - 45 - p.opened_on")} END AS applied_on
        FROM (
            SELECT n, 1 + n % {fill.houses} AS at, ({states})[1 + {fill.number("state", n, 100)}] AS state,
                CASE WHEN {fill.number("kind", n, 10)} < 7 THEN 'friends' ELSE 'food_club' END AS of_kind
            FROM generate_series(1, {fill.volunteers}) AS n
        ) v JOIN (SELECT house, institution_id, opened_on, friends_id, food_id, project_kind, project_id, role_id,
            references_asked, record_asked, asks_two, secretariat_id FROM fill_project) p
            ON p.house = v.at AND p.project_kind = v.of_kind
        """,
    )
    fill.decide(
        "fill_volunteer",
        f"""
        SELECT *, course_on + 1 AS ready_on,
            CASE state WHEN 'left' THEN course_on + 1 + ({fill.share("left", n)} * ({today} - course_on - 2))::int
                WHEN 'declined' THEN applied_on + 14 WHEN 'withdrawn' THEN applied_on + 5 END AS gone_on,
            {today} - 1 - least(({fill.share("rest", n)} * 60)::int, {today} - course_on - 2) AS resting_on
        FROM (SELECT *, applied_on + 21 AS training_on,
            applied_on + 21 + ({today} + 5 - applied_on - 21) % 14 AS course_on FROM fill_applicant) a
        """,
    )


def make_volunteers(fill: Fill) -> None:
    """The volunteers, with the `project_ids` that the triggers would have kept."""
    next_house = f"""ARRAY(SELECT o.role_id FROM fill_project o WHERE o.project_kind = fill_volunteer.project_kind
        AND o.house <> fill_volunteer.house AND o.house = 1 + fill_volunteer.house % {fill.houses})"""
    both = "also AND project_kind = 'friends' AND state IN ('in_training', 'ready', 'resting')"
    fill.insert(
        Volunteer,
        "fill_volunteer",
        id="id",
        state="state",
        role_id="role_id",
        name=fill.name("n", FIRST, LAST),
        email=f"'frivillig-{fill.seed}-' || n || '@example.net'",
        postcode=fill.one_of("postcode", "n", [postcode for postcode, _city in PLACES]),
        languages=f"{fill.one_of('languages', 'n', LANGUAGES)}::text[]",
        interests=interests(fill, "volunteer", "n"),
        slots=f"{fill.one_of('slots', 'n', SLOTS)}::text[]",
        limits=fill.some_of("cannot", "n", Limit.values, -4, 2),
        gender=f"CASE WHEN {fill.number('says gender', 'n', 5)} > 0 THEN {fill.one_of('first name', 'n', GENDERS)}"
        " ELSE '' END",
        age_group=fill.one_of("age", "n", [*AgeGroup.values, ""]),
        experience=fill.some_of("experience", "n", Need.values, 0, 3),
        around=fill.some_of("around", "n", Limit.values, -4, 2),
        motivation=fill.one_of("motivation", "n", MOTIVATIONS),
        heard_from=fill.one_of("heard from", "n", HeardFrom.values),
        also_role_ids=f"CASE WHEN {fill.number('elsewhere', 'n', 4)} = 0 THEN {next_house} ELSE '{{}}' END",
        capacity=f"({literal([1] * 17 + [2, 2, 3])})[1 + {fill.number('capacity', 'n', 20)}]",
        applied_at=fill.moment("applied_on"),
        back_on="CASE WHEN state = 'resting' THEN resting_on + 56 END",
        forget_on="CASE WHEN state IN ('declined', 'withdrawn') THEN gone_on + 183 END",
        project_ids=f"CASE WHEN {both} THEN ARRAY[friends_id, food_id] ELSE ARRAY[project_id] END",
    )
    remember_the_way(fill)


def interests(fill: Fill, what: str, n: str) -> str:
    """Up to four of the interests that are offered."""
    codes = list(Interest.objects.filter(is_offered=True).order_by("code").values_list("code", flat=True))
    return fill.some_of(f"{what} interest", n, codes, 1, 4)


def remember_the_way(fill: Fill) -> None:
    """Each step of a volunteer, by who took it."""
    form, by = fill.context("'form'"), "p.by_context"
    steps = [
        ("interviewed", "applied_on + 10", "p.state NOT IN ('applied', 'withdrawn')", by),
        ("in_training", "training_on", f"p.{TAKEN_IN}", by),
        ("ready", "ready_on", f"p.{TRAINED}", by),
        ("resting", "resting_on", "p.state = 'resting'", by),
        ("left", "gone_on", "p.state = 'left'", by),
        ("declined", "gone_on", "p.state = 'declined'", by),
        ("withdrawn", "gone_on", "p.state = 'withdrawn'", form),
    ]
    fill.remember(
        Volunteer, "fill_volunteer", at=fill.moment("p.applied_on"), by=form, state="'applied'", back_on="NULL"
    )
    for hour, (state, day, where, who) in enumerate(steps, start=13):
        at = fill.moment(f"p.{day}", hour)
        fill.remember(
            Volunteer,
            "fill_volunteer",
            at=at,
            by=who,
            where=where,
            state=f"'{state}'",
            back_on="t.back_on" if state == "resting" else "NULL",
        )


def make_answers(fill: Fill) -> None:
    """To the questions of the role, with the application."""
    fill.decide(
        "fill_answer",
        f"""SELECT {fill.id("answer", "n")} AS id, v.n, v.id AS volunteer_id, v.applied_on, q.text
        FROM fill_volunteer v JOIN fill_question q USING (role_id)""",
    )
    said = fill.one_of("said", "n", ["Ja, til tyve.", "Det vil jeg gerne lære.", "Helst sammen med en anden."])
    fill.insert(Answer, "fill_answer", id="id", volunteer_id="volunteer_id", place="1", question="text", text=said)
    fill.remember(Answer, "fill_answer", at=fill.moment("p.applied_on"), by=fill.context(literal("form")))


def make_declines(fill: Fill) -> None:
    """Why we said no."""
    fill.decide(
        "fill_decline",
        f"""SELECT {fill.id("decline", "n")} AS id, n, id AS volunteer_id, by_id, by_context, gone_on
        FROM fill_volunteer WHERE state = 'declined'""",
    )
    at = fill.moment("p.gone_on", 18)
    fill.insert(
        Decline,
        "fill_decline p",
        id="id",
        volunteer_id="volunteer_id",
        reason=fill.one_of("reason", "n", Decline.Reason.values),
        at=at,
        by_id="by_id",
    )
    fill.remember(Decline, "fill_decline", at=at, by="p.by_context")


def make_interviews(fill: Fill) -> None:
    """One introducing conversation; after a talk that was not good, the applicant was declined."""
    fill.decide(
        "fill_interview",
        f"""SELECT {fill.id("interview", "n")} AS id, id AS volunteer_id, by_id, by_context, applied_on + 10 AS held_on,
            CASE state WHEN 'declined' THEN 'talk_more' ELSE 'good' END AS outcome
        FROM fill_volunteer WHERE state NOT IN ('applied', 'withdrawn')""",
    )
    fill.insert(
        Interview,
        "fill_interview",
        id="id",
        volunteer_id="volunteer_id",
        by_id="by_id",
        held_on="held_on",
        outcome="outcome",
    )
    fill.remember(Interview, "fill_interview", at=fill.moment("p.held_on"), by="p.by_context")


def make_signatures(fill: Fill) -> None:
    """The agreement, signed at the course: on paper, or by link."""
    fill.decide(
        "fill_signature",
        f"""SELECT {fill.id("signature", "n")} AS id, id AS volunteer_id, by_id, by_context, course_on,
            {fill.number("paper", "n", 10)} < 6 AS on_paper FROM fill_volunteer WHERE {TRAINED}""",
    )
    fill.insert(
        Signature,
        "fill_signature, fill_agreement a",
        id="fill_signature.id",
        volunteer_id="volunteer_id",
        agreement_id="a.id",
        signed_at=fill.moment("course_on"),
        how="CASE WHEN on_paper THEN 'paper' ELSE 'link' END",
        registered_by_id="CASE WHEN on_paper THEN by_id END",
    )
    who = f"CASE WHEN on_paper THEN p.by_context ELSE {fill.context(literal('link'))} END"
    fill.remember(Signature, "fill_signature", at=fill.moment("p.course_on"), by=who)


def make_assignments(fill: Fill) -> None:
    """The role's project from the training on, for some friends the food club as well; ended for who has left."""
    fill.decide(
        "fill_assignment",
        f"""SELECT {fill.id("assignment", "n * 2::bigint + k")} AS id, id AS volunteer_id, by_id, by_context,
            training_on,
            CASE k WHEN 0 THEN project_id ELSE food_id END AS project_id, CASE state
                WHEN 'left' THEN gone_on END AS until_on
        FROM fill_volunteer, generate_series(0, 1) AS k
        WHERE {TAKEN_IN} AND (k = 0 OR also AND project_kind = 'friends')""",
    )
    fill.insert(
        Assignment,
        "fill_assignment",
        id="id",
        volunteer_id="volunteer_id",
        project_id="project_id",
        role_id="(SELECT p.role_id FROM fill_project p WHERE p.project_id = fill_assignment.project_id)",
        from_on="training_on",
        until_on="until_on",
        made_by_id="by_id",
    )
    by, ended = "p.by_context", "p.until_on IS NOT NULL"
    fill.remember(Assignment, "fill_assignment", at=fill.moment("p.training_on", 14), by=by, until_on="NULL")
    fill.remember(Assignment, "fill_assignment", at=fill.moment("p.until_on", 17), by=by, where=ended)
