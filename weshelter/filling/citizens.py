"""Citizens with the houses they live at and come to, their wishes, consents and what a friend may know."""

from citizens.models import Attachment, Citizen, Consent, Disclosure, Home, KnownAs, Spoken, Wishes
from citizens.models.wishes import HEARS_WITHIN
from institutions.vocabulary import AgeGroup, Limit, Need
from weshelter.filling.bulk import Fill, literal
from weshelter.filling.volunteers import interests
from weshelter.filling.words import CALLED, LANGUAGES, REACH, SLOTS, TOLD, WISHES


def decide_citizens(fill: Fill) -> None:
    """When each was registered, by whom, and what he wishes; a few have taken the consent to a friend back.

    Most have been spoken with since; what they said then is said of those who wish a friend and of those who wish none.
    """
    today, n = fill.day, "n"
    wishing = fill.one_of("talk of one who waits", n, ["still"] * 18 + ["rather_not", "not_reached"])
    resting = fill.one_of("talk of one who rests", n, ["no_longer", "no_longer", "not_now"])
    fill.decide(
        "fill_citizen",
        f"""
        WITH registered AS (
            SELECT n, {fill.id("citizen", n)} AS id, h.*, {fill.coordinator("h.house", n)} AS by_id,
                {fill.context(fill.coordinator("h.house", n))} AS by_context,
                h.opened_on + {fill.number("registered", n, f"{today} - h.opened_on")} AS registered_on,
                {fill.number("wants", n, 100)} < 80 AS wants, {fill.number("friend", n, 100)} < 95 AS has_said_yes,
                {fill.number("withdrawn", n, 100)} < 4 AS has_withdrawn,
                {fill.number("guidance", n, 100)} < 60 AS is_guided
            FROM generate_series(1, {fill.citizens}) AS n JOIN fill_house h ON h.house = 1 + n % {fill.houses}
        ), asked AS (
            SELECT *, greatest(registered_on, {today} - {fill.number("asked again", n, 110)}) AS talk_on FROM registered
        ), talked AS (
            SELECT *, CASE WHEN talk_on > registered_on THEN CASE WHEN wants THEN {wishing} ELSE {resting} END END
                AS outcome
            FROM asked
        )
        SELECT *, CASE WHEN outcome IN ('still', 'not_now', 'no_longer') THEN talk_on ELSE registered_on END AS said_on
        FROM talked
        """,
    )


def make_citizens(fill: Fill) -> None:
    """Each with a number, what he is called, and how to reach him."""
    fill.insert(
        Citizen,
        "fill_citizen",
        id="id",
        project_id="friends_id",
        number=f"{fill.first_number} + n",
        registered_at=fill.moment("registered_on"),
    )
    fill.insert(
        KnownAs,
        "fill_citizen",
        citizen_id="id",
        project_id="friends_id",
        called_name=fill.one_of("called", "n", CALLED),
        reach=fill.one_of("reach", "n", REACH),
    )
    for model in (Citizen, KnownAs):
        fill.remember(model, "fill_citizen", at=fill.moment("p.registered_on"), by="p.by_context")


def make_attachments(fill: Fill) -> None:
    """The house of the project; a quarter have left it, half of these for another house; some come to a second one."""
    other = f"{fill.first_number} + 1 + {fill.number('other house', 'n', fill.houses)}"
    from_on = f"registered_on - {fill.number('lived', 'n', 200)}"
    until_on = f"registered_on + ({fill.share('until', 'n')} * ({fill.day} - 1 - registered_on))::int"
    fill.decide(
        "fill_attachment",
        f"""
        WITH moved AS (SELECT n, {fill.number("moved", "n", 100)} AS dice, {from_on} AS from_on, {until_on} AS until_on,
            {other} AS other_id, registered_on, institution_id, kind, by_context, id FROM fill_citizen)
        SELECT {fill.id("attachment", "n * 3::bigint")} AS id, id AS citizen_id, institution_id, from_on,
            CASE kind WHEN 'drop_in_centre' THEN 'comes_here' ELSE 'lives_here' END AS kind,
            CASE WHEN dice < 25 THEN until_on END AS until_on, registered_on AS told_on, by_context FROM moved
        UNION ALL SELECT {fill.id("attachment", "n * 3::bigint + 1")}, id, other_id, until_on + 1, 'lives_here', NULL,
            until_on + 1, by_context FROM moved WHERE dice < 12 AND other_id <> institution_id
        UNION ALL SELECT {fill.id("attachment", "n * 3::bigint + 2")}, id, other_id, registered_on, 'comes_here', NULL,
            registered_on, by_context FROM moved WHERE dice >= 90 AND other_id <> institution_id
        """,
    )
    fill.insert(
        Attachment,
        "fill_attachment",
        id="id",
        citizen_id="citizen_id",
        institution_id="institution_id",
        kind="kind",
        from_on="from_on",
        until_on="until_on",
    )
    by, ended = "p.by_context", "p.until_on IS NOT NULL"
    fill.remember(Attachment, "fill_attachment", at=fill.moment("p.told_on"), by=by, until_on="NULL")
    fill.remember(Attachment, "fill_attachment", at=fill.moment("p.until_on", 15), by=by, where=ended)


def make_homes(fill: Fill) -> None:
    """The house where he lives today, else an own home in Copenhagen."""
    fill.decide(
        "fill_home",
        f"""
        WITH lives AS (SELECT DISTINCT ON (citizen_id) citizen_id, institution_id, from_on, told_on FROM fill_attachment
            WHERE kind = 'lives_here' AND until_on IS NULL ORDER BY citizen_id, from_on)
        SELECT {fill.id("home", "c.n")} AS id, c.id AS citizen_id, c.friends_id, l.institution_id, c.by_context,
            coalesce(l.from_on, c.registered_on) AS from_on, coalesce(l.told_on, c.registered_on) AS told_on
        FROM fill_citizen c LEFT JOIN lives l ON l.citizen_id = c.id
        """,
    )
    fill.insert(
        Home,
        "fill_home",
        id="id",
        citizen_id="citizen_id",
        project_id="friends_id",
        institution_id="institution_id",
        municipality="CASE WHEN institution_id IS NULL THEN '0101' ELSE '' END",
        from_on="from_on",
    )
    fill.remember(Home, "fill_home", at=fill.moment("p.told_on"), by="p.by_context")


def make_wishes(fill: Fill) -> None:
    """What he said when he was registered; most have been asked since whether it still holds."""
    age = fill.one_of("citizen's age", "n", [*AgeGroup.values, "", ""])
    friend_age = fill.one_of("friend's age", "n", [*Wishes.FriendAge.values, "", "", ""])
    fill.insert(
        Wishes,
        "fill_citizen",
        citizen_id="id",
        project_id="friends_id",
        wants_friend="wants",
        own_words=fill.one_of("wish", "n", WISHES),
        together=interests(fill, "together", "n"),
        interests=interests(fill, "citizen", "n"),
        languages=f"{fill.one_of('speaks', 'n', LANGUAGES)}::text[]",
        slots=f"{fill.one_of('has time', 'n', SLOTS)}::text[]",
        needs=fill.some_of("need", "n", Need.values, 0, 2),
        friend_gender=fill.one_of("friend's gender", "n", ["woman", "man", *[""] * 6]),
        age_group=age,
        friend_age=f"CASE WHEN {age} = '' THEN '' ELSE {friend_age} END",
        limits=fill.some_of("citizen cannot", "n", Limit.values, -3, 1),
        around=fill.some_of("citizen around", "n", Limit.values, -4, 2),
        said_on="said_on",
        waits_since=f"CASE WHEN wants THEN {fill.moment('registered_on', 13)} END",
        speak_on=f"""CASE WHEN outcome IN ('still', 'not_now') OR wants AND outcome IS NULL
            THEN said_on + {HEARS_WITHIN.days}
            WHEN outcome = 'not_reached' THEN greatest(registered_on + {HEARS_WITHIN.days}, talk_on + 7) END""",
    )
    by, again = "p.by_context", "p.said_on > p.registered_on"
    fill.remember(Wishes, "fill_citizen", at=fill.moment("p.registered_on", 13), by=by, said_on="p.registered_on")
    fill.remember(Wishes, "fill_citizen", at=fill.moment("p.said_on", 14), by=by, where=again)


def make_talks(fill: Fill) -> None:
    """The last talk with each with whom somebody has spoken since he was registered."""
    fill.decide(
        "fill_talk",
        f"""
        SELECT {fill.id("talk", "n")} AS id, id AS citizen_id, friends_id, by_id, by_context, registered_on, talk_on,
            outcome
        FROM fill_citizen WHERE outcome IS NOT NULL
        """,
    )
    fill.insert(
        Spoken,
        "fill_talk",
        id="id",
        citizen_id="citizen_id",
        project_id="friends_id",
        spoken_on="talk_on",
        by_id="by_id",
        written_at=fill.moment("talk_on", 14),
        outcome="outcome",
        again_on=f"CASE outcome WHEN 'not_now' THEN talk_on + {HEARS_WITHIN.days} END",
        said_before="registered_on",
        waited_before=fill.moment("registered_on", 13),
        due_before=f"registered_on + {HEARS_WITHIN.days}",
    )
    fill.remember(Spoken, "fill_talk", at=fill.moment("p.talk_on", 14), by="p.by_context")


def make_consents(fill: Fill) -> None:
    """To being registered; most to a friend, and many to a few words of guidance."""
    fill.decide(
        "fill_consent",
        f"""
        SELECT {fill.id("consent", "n * 3::bigint + k")} AS id, id AS citizen_id, friends_id, by_id, by_context,
            registered_on, ({literal(["registration", "friend", "guidance"])})[1 + k] AS purpose,
            CASE WHEN {fill.number("written", "n", 4)} = 0 THEN 'written' ELSE 'spoken' END AS given,
            CASE WHEN k = 1 AND has_withdrawn THEN registered_on
                + ({fill.share("taken back", "n")} * ({fill.day} - 1 - registered_on))::int END AS withdrawn_on
        FROM fill_citizen, generate_series(0, 2) AS k WHERE k = 0 OR k = 1 AND has_said_yes OR k = 2 AND is_guided
        """,
    )
    fill.insert(
        Consent,
        "fill_consent",
        id="id",
        citizen_id="citizen_id",
        project_id="friends_id",
        purpose="purpose",
        given="given",
        given_at=fill.moment("registered_on"),
        witnessed_by_id="by_id",
        withdrawn_at=fill.moment("withdrawn_on", 16),
    )
    by, ended = "p.by_context", "p.withdrawn_on IS NOT NULL"
    fill.remember(Consent, "fill_consent", at=fill.moment("p.registered_on", 13), by=by, withdrawn_at="NULL")
    fill.remember(Consent, "fill_consent", at=fill.moment("p.withdrawn_on", 16), by=by, where=ended)


def make_disclosures(fill: Fill) -> None:
    """A line or two of what the friend may know; words only with a yes."""
    fill.decide(
        "fill_disclosure",
        f"""
        SELECT {fill.id("disclosure", "n * 5::bigint + k")} AS id, id AS citizen_id, friends_id, by_context,
            registered_on,
            ({literal(Disclosure.Line.values)})[1 + k] AS line, n * 5::bigint + k AS number,
            ({literal(["yes", "yes", "not_yet", "no"])})[1 + {fill.number("answer", "n * 5::bigint + k", 4)}] AS answer
        FROM fill_citizen, generate_series(0, 4) AS k WHERE {fill.number("tells", "n * 5::bigint + k", 10)} < 3
        """,
    )
    fill.insert(
        Disclosure,
        "fill_disclosure",
        id="id",
        citizen_id="citizen_id",
        project_id="friends_id",
        line="line",
        answer="answer",
        words=f"CASE answer WHEN 'yes' THEN {fill.one_of('told', 'number', TOLD)} ELSE '' END",
    )
    fill.remember(Disclosure, "fill_disclosure", at=fill.moment("p.registered_on", 14), by="p.by_context")
