"""Houses that opened one after another, each with two projects, two coordinators and a lead."""

from django.contrib.auth.hashers import make_password
from django.db import connection

from accounts.models import User
from institutions.models import Absence, Alignment, HouseCard, Institution, Membership, Project
from screening.models import Agreement
from volunteers.models import RoleProfile, RoleQuestion
from weshelter.demo.texts_houses import AGREEMENT_DA, AGREEMENT_EN, ALIGNMENT, ROLES
from weshelter.filling.bulk import Fill, literal
from weshelter.filling.words import FIRST, HOUSES, LAST, PLACES, STREETS


def decide_houses(fill: Fill) -> None:
    """When each house began: the last after half of the years. A few friends' projects are paused now."""
    days, house = fill.years * 365, "h.house"
    fill.decide(
        "fill_house",
        f"""
        SELECT house, {fill.first_number} + house AS institution_id,
            {fill.first_number} + 2 * house AS friends_id, {fill.first_number} + 2 * house + 1 AS food_id,
            'hus-{fill.seed}-' || house AS slug, {fill.number("place", house, len(PLACES))} AS city_at,
            (ARRAY['shelter', 'shelter', 'drop_in_centre', 'supported_housing'])[1 + house % 4] AS kind,
            {fill.day} - {days} + {days} * (house - 1) / (2 * {fill.houses}) AS opened_on,
            house % 15 = 7 AS is_paused, house % 12 = 5 AS is_overdue, house % 5 AS weekday,
            {fill.lead(house)} AS lead_id, {fill.context(fill.lead(house))} AS lead_context,
            {fill.id("user", "0")} AS secretariat_id, {fill.context(fill.id("user", "0"))} AS secretariat_context
        FROM generate_series(1, {fill.houses}) AS h (house)
        """,
    )
    fill.decide(
        "fill_project",
        f"""
        SELECT h.*, k.project_id, k.project_id AS id, k.kind AS project_kind, k.name AS project_name,
            {fill.id("role", "k.project_id")} AS role_id, is_paused AND k.kind = 'friends' AS paused,
            (k.kind = 'friends' AND house % 2 = 0)::int AS references_asked,
            CASE WHEN k.kind = 'friends' AND house % 4 <> 3 THEN 'criminal_record' ELSE '' END AS record_asked,
            k.kind = 'friends' AND house % 3 = 2 AS asks_two, house % 3 = 1 AS asks_shadowing
        FROM fill_house h, LATERAL (VALUES (friends_id, 'friends', 'Netværksvenner'), (food_id, 'food_club', 'Madklub'))
            AS k (project_id, kind, name)
        """,
    )


def make_users(fill: Fill) -> None:
    """Two coordinators and a lead for each house, and one of the secretariat."""
    fill.decide(
        "fill_user",
        f"""
        SELECT n, {fill.id("user", "n")} AS id, house, who, opened_on - 30 AS since FROM (
            SELECT house * 10 + k AS n, house, opened_on, CASE WHEN k = 5 THEN 'ansvarlig' ELSE 'koordinator' END AS who
            FROM fill_house, unnest(ARRAY[0, 1, 5]) AS k
            UNION ALL SELECT 0, 0, min(opened_on), 'sekretariat' FROM fill_house
        ) AS people
        """,
    )
    fill.run(
        f"""INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
        SELECT {fill.context("u.id")}, jsonb_build_object('user', u.id), {fill.moment("since")}, {fill.moment("since")}
        FROM fill_user u UNION ALL
        SELECT {fill.context("who")}, metadata::jsonb, {fill.moment(fill.day)}, {fill.moment(fill.day)}
        FROM (VALUES ('form', '{{"view": "volunteers:apply"}}'), ('job', '{{"job": "how it goes"}}'),
            ('link', '{{"link": "00000000-0000-0000-0000-000000000000", "purpose": "proposal"}}')) AS c (who,
                metadata)"""
    )
    fill.insert(
        User,
        "fill_user u",
        id="u.id",
        password=literal("!"),
        name=fill.name("u.n", FIRST, LAST),
        email=f"u.who || '-{fill.seed}' || CASE WHEN n = 0 THEN '' WHEN who = 'ansvarlig' THEN '-' || house"
        " ELSE '-' || house || '-' || 1 + n % 10 END || '@example.org'",
        is_secretariat="u.n = 0",
        last_login=f"{fill.moment(fill.day)} - make_interval(days => 1 + u.n::int % 33)",
    )
    fill.run(
        'INSERT INTO account_emailaddress (user_id, email, verified, "primary")'
        " SELECT id, lower(email), true, true FROM accounts_user JOIN fill_user USING (id)"
    )
    let_in(fill)
    secretariat = fill.context(fill.id("user", "0"))
    fill.remember(User, "fill_user", at=fill.moment("p.since"), by=secretariat)


def who_logs_in(seed: int) -> list[str]:
    """One of each role; a password is kneaded with its user's id, so that each takes a slow hash of its own."""
    return [f"{who}@example.org" for who in (f"koordinator-{seed}-1-1", f"ansvarlig-{seed}-1", f"sekretariat-{seed}")]


def let_in(fill: Fill) -> None:
    """The same password for each, hashed the same for one seed."""
    for user in User.objects.filter(email__in=who_logs_in(fill.seed)) if fill.password else ():
        password = make_password(user.kneaded(fill.password), salt="the salt of a fill")
        User.objects.filter(pk=user.pk).update(password=password)


def make_institutions(fill: Fill) -> None:
    """The houses themselves."""
    postcodes, cities = zip(*PLACES, strict=True)
    name = f"({literal(HOUSES)})[1 + (house - 1) % {len(HOUSES)}]"
    fill.insert(
        Institution,
        "fill_house h",
        id="institution_id",
        slug="slug",
        kind="kind",
        name=f"{name} || CASE WHEN house > {len(HOUSES)} THEN ' ' || 1 + (house - 1) / {len(HOUSES)} ELSE '' END",
        address=f"{fill.one_of('street', 'house', STREETS)} || ' ' || 1 + {fill.number('door', 'house', 80)}",
        postcode=f"({literal(list(postcodes))})[1 + city_at]",
        city=f"({literal(list(cities))})[1 + city_at]",
        about="'Et hus med kaffe på kanden og en dør, der er åben.'",
        presence="'Koordinatoren sidder i caféen tirsdag kl. 14–16.'",
    )


def make_house_cards(fill: Fill) -> None:
    """What one must know to come there; no numbers, since somebody might call them."""
    fill.decide(
        "fill_house_card",
        f"SELECT {fill.id('house card', 'house')} AS id, institution_id, opened_on, secretariat_context"
        " FROM fill_house",
    )
    fill.insert(
        HouseCard,
        "fill_house_card",
        id="id",
        institution_id="institution_id",
        daily_life="'Der spises kl. 12 og kl. 18. Efter kl. 21 er der ro.'",
        rules="'Ingen besøg på værelserne. Spørg personalet, hvis du er i tvivl.'",
    )
    fill.remember(HouseCard, "fill_house_card", at=fill.moment("p.opened_on"), by="p.secretariat_context")


def make_projects(fill: Fill) -> None:
    """Network friends and a food club at each house: planned, then open; some paused lately."""
    fill.insert(
        Project,
        "fill_project p JOIN institutions_institution i ON i.id = p.institution_id",
        id="p.project_id",
        institution_id="p.institution_id",
        kind="project_kind",
        name="project_name || ', ' || i.name",
        slug="p.slug || '-' || replace(project_kind, '_', '-')",
        state="CASE WHEN paused THEN 'paused' ELSE 'open' END",
    )
    by = "p.secretariat_context"
    fill.remember(Project, "fill_project", at=fill.moment("p.opened_on - 20"), by=by, state="'planned'")
    fill.remember(Project, "fill_project", at=fill.moment("p.opened_on"), by=by, where="true", state="'open'")
    fill.remember(Project, "fill_project", at=fill.moment(f"{fill.day} - 6"), by=by, where="paused")


def make_memberships(fill: Fill) -> None:
    """Both coordinators hold both projects, the lead the house, since it began."""
    fill.decide(
        "fill_membership",
        f"""
        SELECT {fill.id("membership", "p.project_id * 10 + k")} AS id, {fill.coordinator("p.house", "k")} AS user_id,
            'coordinator' AS role, p.project_id, NULL::bigint AS institution_id, opened_on, secretariat_context
        FROM fill_project p, generate_series(0, 1) AS k
        UNION ALL SELECT {fill.id("lead", "house")}, lead_id, 'lead', NULL, institution_id, opened_on,
            secretariat_context FROM fill_house
        """,
    )
    fill.insert(
        Membership,
        "fill_membership",
        id="id",
        user_id="user_id",
        role="role",
        project_id="project_id",
        institution_id="institution_id",
        from_on="opened_on - 30",
    )
    fill.remember(Membership, "fill_membership", at=fill.moment("p.opened_on - 30"), by="p.secretariat_context")


def make_absences(fill: Fill) -> None:
    """Three weeks of the first coordinator at some houses, lately or now, and the other one has it meanwhile."""
    fill.decide(
        "fill_absence",
        f"""
        SELECT {fill.id("absence", "p.project_id")} AS id, {fill.coordinator("p.house", "0")} AS user_id,
            {fill.coordinator("p.house", "1")} AS deputy_id, p.project_id, {fill.day} - house * 7 % 40 AS from_on,
            {fill.context(fill.coordinator("p.house", "0"))} AS context
        FROM fill_project p WHERE house % 3 = 1 AND opened_on < {fill.day} - 60
        """,
    )
    columns = {name: name for name in ("id", "user_id", "deputy_id", "project_id", "from_on")}
    fill.insert(Absence, "fill_absence p", **columns, until_on="from_on + 20", noted_at=fill.moment("p.from_on - 10"))
    fill.remember(Absence, "fill_absence", at=fill.moment("p.from_on - 10"), by="p.context")


def make_alignments(fill: Fill) -> None:
    """The one from the beginning, and a newer one, unless the review is overdue."""
    fill.decide(
        "fill_alignment",
        f"""
        SELECT p.*, {fill.id("alignment", "p.project_id * 10 + k")} AS alignment_id,
            CASE k WHEN 0 THEN opened_on - 14 ELSE {fill.day} - 1 - house * 37 % 200 END AS made_on
        FROM fill_project p, generate_series(0, 1) AS k WHERE k = 0 OR NOT is_overdue AND opened_on < {fill.day} - 200
        """,
    )
    words = {
        column: f"CASE project_kind WHEN 'friends' THEN {literal(ALIGNMENT['friends'][column])}"
        f" ELSE {literal(ALIGNMENT['food_club'][column])} END"
        for column in ("tasks", "why_volunteers", "interplay")
    }
    fill.insert(
        Alignment,
        "fill_alignment",
        id="alignment_id",
        project_id="project_id",
        lead_id="lead_id",
        made_on="made_on",
        review_on="made_on + 365",
        **words,
    )
    at, by = fill.moment("p.made_on"), "p.secretariat_context"
    fill.remember(Alignment, "fill_alignment", on="alignment_id", at=at, by=by)


def make_roles(fill: Fill) -> None:
    """What a volunteer does at each project; most houses ask something of a friend beyond being ready."""
    words = {
        column: f"CASE project_kind WHEN 'friends' THEN {literal(ROLES['friends'][column])}"
        f" ELSE {literal(ROLES['food_club'][column])} END"
        for column in ("title", "what", "why_volunteers", "not_what", "asks")
    }
    asked = {column: column for column in ("references_asked", "record_asked", "asks_two", "asks_shadowing")}
    fill.insert(RoleProfile, "fill_project", id="role_id", project_id="project_id", **words, **asked)


def make_role_questions(fill: Fill) -> None:
    """One question of the food clubs' own."""
    fill.decide(
        "fill_question",
        f"""SELECT {fill.id("question", "role_id")} AS id, role_id, 'Kan du lave mad til mange?' AS text
        FROM fill_project WHERE project_kind = 'food_club'""",
    )
    fill.insert(RoleQuestion, "fill_question", id="id", role_id="role_id", place="1", text_da="text")


def make_agreement(fill: Fill) -> None:
    """The agreement in force stays; where there is none, the first one."""
    current = Agreement.objects.current(fill.today)
    if current is None:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {fill.id('agreement', '1')}")
            current = Agreement.objects.create(
                id=cursor.fetchone()[0],
                version=1,
                text_da=AGREEMENT_DA,
                text_en=AGREEMENT_EN,
                in_force_from=fill.today.replace(year=fill.today.year - fill.years - 1, day=1),
            )
    fill.decide("fill_agreement", f"SELECT '{current.pk}'::uuid AS id")
