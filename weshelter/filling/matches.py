"""Pairs: those that run, those that were, and the guidance for the friends."""

from citizens.models.wishes import HEARS_WITHIN
from matching.models import FirstMeeting, Match
from notes.models import Acknowledgement, Guidance
from weshelter.filling.bulk import Fill
from weshelter.filling.words import GUIDANCE

MET = "p.state IN ('trial', 'active', 'paused', 'ending', 'ended')"
BOTH_SAID_YES = f"(p.state = 'accepted' OR {MET})"


def decide_open_matches(fill: Fill) -> None:
    """Each place of a ready volunteer goes to one citizen of the house who wants it; a quarter still wait.

    Both are taken in the order in which they came. What state a pair is in follows from its age.
    """
    today = fill.day
    later = fill.one_of("later", "n", ["active"] * 8 + ["paused", "ending"])
    fill.decide(
        "fill_open",
        f"""
        WITH waiting AS (
            SELECT *, row_number() OVER (PARTITION BY house ORDER BY registered_on, n) AS place FROM fill_citizen
            WHERE wants AND has_said_yes AND NOT has_withdrawn AND {fill.number("waits", "n", 4)} > 0
        ), free AS (
            SELECT v.house, v.id, v.ready_on, row_number() OVER (PARTITION BY house ORDER BY ready_on, n, k) AS place
            FROM fill_volunteer v JOIN volunteers_volunteer r ON r.id = v.id, LATERAL generate_series(1,
                r.capacity) AS k
            WHERE v.state = 'ready' AND v.project_kind = 'friends'
        ), pair AS (
            SELECT w.n, w.house, w.friends_id, w.id AS citizen_id, f.id AS volunteer_id, w.by_id, w.by_context,
                1 + (({today} - greatest(w.registered_on, f.ready_on) - 1)
                    * power({fill.share("age", "w.n")}, 2))::int AS age
            FROM waiting w JOIN free f USING (house, place) WHERE greatest(w.registered_on, f.ready_on) < {today}
        )
        SELECT *, {today} - age AS proposed_on,
            {today} - {fill.number("since", "n", "greatest(least(age - 75, 30), 1)")} AS changed_on,
            CASE WHEN age <= 10 THEN 'proposed' WHEN age <= 20 THEN 'accepted' WHEN age <= 75 THEN 'trial'
                ELSE {later} END AS state
        FROM pair
        """,
    )


def decide_past_matches(fill: Fill) -> None:
    """An earlier pair for those who have had the time: over before the next one began, and before anybody left."""
    today = fill.day
    fill.decide(
        "fill_past",
        f"""
        WITH next_of_volunteer AS (SELECT volunteer_id, min(proposed_on) AS proposed_on FROM fill_open GROUP BY 1),
        had AS (
            SELECT *, row_number() OVER (PARTITION BY house ORDER BY registered_on, n) AS place FROM fill_citizen
            WHERE has_said_yes AND {fill.number("had", "n", 10)} < 7
        ), were AS (
            SELECT *, row_number() OVER (PARTITION BY house ORDER BY ready_on, n) AS place FROM fill_volunteer
            WHERE state IN ('ready', 'resting', 'left') AND project_kind = 'friends'
        ), pair AS (
            SELECT h.n, h.house, h.friends_id, h.id AS citizen_id, w.id AS volunteer_id, h.by_id, h.by_context,
                greatest(h.registered_on, w.ready_on) + {fill.number("pause", "h.n", 20)} AS proposed_on,
                least({today} - 1, w.gone_on, o.proposed_on - 7, v.proposed_on - 7) AS until_on
            FROM had h JOIN were w USING (house, place)
            LEFT JOIN fill_open o ON o.citizen_id = h.id LEFT JOIN next_of_volunteer v ON v.volunteer_id = w.id
            WHERE o.volunteer_id IS DISTINCT FROM w.id
        )
        SELECT *, until_on - proposed_on AS length,
            CASE WHEN until_on - proposed_on >= 30 AND {fill.number("came of it", "n", 10)} < 7 THEN 'ended'
                ELSE (ARRAY['declined', 'declined', 'withdrawn', 'expired'])[1 + {fill.number("nothing", "n", 4)}]
            END AS state
        FROM pair WHERE until_on - proposed_on >= 14
        """,
    )


def decide_matches(fill: Fill) -> None:
    """Both kinds in one table, with the day of each step."""
    fill.decide(
        "fill_match",
        f"""
        WITH every AS (
            SELECT n * 2::bigint AS n, house, friends_id, citizen_id, volunteer_id, by_id, by_context, proposed_on,
                state, changed_on, NULL::date AS over_on FROM fill_open
            UNION ALL SELECT n * 2::bigint + 1, house, friends_id, citizen_id, volunteer_id, by_id, by_context,
                proposed_on, state, NULL, proposed_on + CASE state WHEN 'expired' THEN 14 WHEN 'declined' THEN 3
                    WHEN 'withdrawn' THEN 5
                    ELSE 30 + ({fill.share("length", "n")} * (length - 30))::int END FROM fill_past
        )
        SELECT *, {fill.id("match", "n")} AS id, proposed_on + 7 AS started_on, proposed_on + 67 AS active_on,
            state = 'proposed' AND {fill.number("yes", "n", 2)} = 0 AND proposed_on < {fill.day} - 2
                OR state NOT IN ('proposed', 'declined', 'withdrawn', 'expired') AS has_volunteers_yes
        FROM every
        """,
    )


def make_matches(fill: Fill) -> None:
    """The pairs, and every step on their way."""
    fill.insert(
        Match,
        "fill_match p",
        id="id",
        project_id="friends_id",
        citizen_id="citizen_id",
        volunteer_id="volunteer_id",
        state="state",
        proposed_at=fill.moment("proposed_on"),
        proposed_by_id="by_id",
        volunteer_yes_at=f"CASE WHEN has_volunteers_yes THEN {fill.moment('proposed_on + 2')} END",
        citizen_yes_at=f"CASE WHEN {BOTH_SAID_YES} THEN {fill.moment('proposed_on + 4')} END",
        citizen_yes_heard_by_id=f"CASE WHEN {BOTH_SAID_YES} THEN by_id END",
        started_on=f"CASE WHEN {MET} THEN started_on END",
        look_back_on="CASE WHEN state = 'trial' THEN started_on + 42 END",
    )
    remember_the_steps(fill)


def wait_anew(fill: Fill) -> None:
    """Whoever had a friend waits since that friendship ended, and was spoken with then."""
    fill.run(
        f"""
        UPDATE citizens_wishes w SET waits_since = {fill.moment("m.over_on", 13)},
            speak_on = CASE WHEN w.speak_on < m.over_on + {HEARS_WITHIN.days} THEN m.over_on + {HEARS_WITHIN.days}
                ELSE w.speak_on END
        FROM fill_match m WHERE m.citizen_id = w.citizen_id AND m.state = 'ended' AND w.wants_friend
        """
    )


def remember_the_steps(fill: Fill) -> None:
    """Proposed, the two yeses, met, going on, and how it changed or ended."""
    link, by = fill.context("'link'"), "p.by_context"
    unmet = {"started_on": "NULL", "look_back_on": "NULL"}
    unheard = {"citizen_yes_at": "NULL", "citizen_yes_heard_by_id": "NULL", **unmet}
    ended = "p.state = 'ended'"
    lasted = f"{MET} AND coalesce(p.over_on - 5, {fill.day} - 8) >= p.active_on"
    steps = [
        ("proposed", "proposed_on + 2", "p.has_volunteers_yes", link, unheard),
        ("proposed", "proposed_on + 4", BOTH_SAID_YES, by, unmet),
        ("accepted", "proposed_on + 4", BOTH_SAID_YES, by, unmet),
        ("trial", "started_on", MET, by, {"look_back_on": "p.started_on + 42"}),
        ("active", "active_on", f"{lasted} AND p.state <> 'trial'", by, {}),
        ("paused", "changed_on", "p.state = 'paused'", by, {}),
        ("ending", "coalesce(p.changed_on, p.over_on - 5)", "p.state IN ('ending', 'ended')", by, {}),
        ("ended", "over_on", ended, by, {}),
        ("declined", "over_on", "p.state = 'declined'", by, {}),
        ("expired", "over_on", "p.state = 'expired'", by, {}),
        ("withdrawn", "over_on", "p.state = 'withdrawn'", by, {}),
    ]
    first = {"state": "'proposed'", "volunteer_yes_at": "NULL", **unheard}
    fill.remember(Match, "fill_match", at=fill.moment("p.proposed_on"), by=by, **first)
    for state, day, where, who, then in steps:
        at = fill.moment(day if "(" in day else f"p.{day}", 13)
        fill.remember(Match, "fill_match", at=at, by=who, where=where, state=f"'{state}'", **then)


def make_first_meetings(fill: Fill) -> None:
    """Of those who have met, the day they did, with the coordinator; most of those who have said yes have one ahead."""
    fill.decide(
        "fill_first_meeting",
        f"""
        SELECT p.id, p.friends_id, p.by_id, p.by_context, p.proposed_on + 5 AS arranged_on,
            CASE WHEN {MET} THEN p.started_on ELSE {fill.day} + 1 + {fill.number("meets", "p.n", 7)} END AS day
        FROM fill_match p WHERE {MET} OR p.state = 'accepted' AND {fill.number("arranged", "p.n", 4)} > 0
        """,
    )
    fill.insert(
        FirstMeeting,
        "fill_first_meeting",
        match_id="id",
        project_id="friends_id",
        starts_at=fill.moment("day", 14),
        place="'I caféen'",
        accompanied_by_id="by_id",
    )
    fill.remember(FirstMeeting, "fill_first_meeting", at=fill.moment("p.arranged_on"), by="p.by_context")


def make_guidance(fill: Fill) -> None:
    """For some friends a sentence or two that rests on the citizen's consent; most are approved."""
    fill.decide(
        "fill_guidance",
        f"""
        SELECT {fill.id("guidance", "c.n")} AS id, c.n, c.id AS citizen_id, c.friends_id, c.by_id, c.by_context,
            m.id AS match_id,
            m.volunteer_id, m.started_on AS written_on, {fill.id("consent", "c.n * 3::bigint + 2")} AS consent_id,
            (ARRAY['draft', 'withdrawn', 'approved'])[1 + least({fill.number("guidance state", "c.n", 10)}, 2)] AS state
        FROM fill_citizen c JOIN fill_match m ON m.citizen_id = c.id
        WHERE c.is_guided AND m.state IN ('trial', 'active', 'paused', 'ending')
            AND {fill.number("guided", "c.n", 3)} = 0
        """,
    )
    approved = "state <> 'draft'"
    fill.insert(
        Guidance,
        "fill_guidance",
        id="id",
        citizen_id="citizen_id",
        project_id="friends_id",
        consent_id="consent_id",
        text=fill.one_of("guidance", "n", GUIDANCE),
        state="state",
        review_on=f"{fill.day} - 10 + {fill.number('review', 'n', 180)}",
        written_by_id="by_id",
        written_at=fill.moment("written_on"),
        approved_by_id=f"CASE WHEN {approved} THEN by_id END",
        approved_at=f"CASE WHEN {approved} THEN {fill.moment('written_on', 14)} END",
    )
    by, unread = "p.by_context", {"approved_at": "NULL", "approved_by_id": "NULL"}
    fill.remember(Guidance, "fill_guidance", at=fill.moment("p.written_on"), by=by, state="'draft'", **unread)
    at, where = fill.moment("p.written_on", 14), "p.state <> 'draft'"
    fill.remember(Guidance, "fill_guidance", at=at, by=by, where=where, state="'approved'")
    at, where = fill.moment("p.written_on + 1", 15), "p.state = 'withdrawn'"
    fill.remember(Guidance, "fill_guidance", at=at, by=by, where=where)


def make_acknowledgements(fill: Fill) -> None:
    """Most friends have read what they may read."""
    fill.decide(
        "fill_acknowledgement",
        f"""SELECT {fill.id("acknowledgement", "n")} AS id, id AS guidance_id, match_id, volunteer_id, friends_id,
            written_on
        FROM fill_guidance WHERE state = 'approved' AND {fill.number("read", "n", 4)} > 0""",
    )
    at = fill.moment("p.written_on", 19)
    fill.insert(
        Acknowledgement,
        "fill_acknowledgement p",
        id="id",
        guidance_id="guidance_id",
        match_id="match_id",
        volunteer_id="volunteer_id",
        project_id="friends_id",
        at=at,
    )
    fill.remember(Acknowledgement, "fill_acknowledgement", at=at, by=fill.context("'link'"))
