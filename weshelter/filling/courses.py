"""Introduction courses and meetings of the houses, and who had a place there."""

from courses.models import Attendance, Gathering
from weshelter.filling.bulk import Fill
from weshelter.filling.volunteers import TAKEN_IN, TRAINED

COURSE_PLACES = 24
MEETING_PLACES = 10


def decide_gatherings(fill: Fill) -> None:
    """As many introduction courses at once as there are people for, and a meeting a month at each house."""
    today = fill.day
    fill.decide(
        "fill_place",
        f"""
        SELECT id AS volunteer_id, by_context, course_on AS day, 'introduction' AS kind, NULL::bigint AS institution_id,
            (row_number() OVER (PARTITION BY course_on ORDER BY n) - 1) / {COURSE_PLACES} AS part,
            CASE WHEN state = 'in_training' THEN 'booked' ELSE 'attended' END AS state
        FROM fill_volunteer WHERE {TAKEN_IN}
        """,
    )
    fill.decide(
        "fill_trained",
        f"""SELECT *, row_number() OVER (PARTITION BY house ORDER BY ready_on, n) AS place
        FROM fill_volunteer WHERE {TRAINED}""",
        found_by=["house, ready_on", "house, place"],
    )
    pick = fill.number("meeting", "(h.house * 10000 + month) * 20::bigint + seat", "greatest(m.eligible, 1)")
    fill.run(
        f"""
        INSERT INTO fill_place SELECT DISTINCT v.id, v.by_context, m.day,
            CASE WHEN month % 2 = 0 THEN 'network' ELSE 'after_work' END, h.institution_id, 0,
            CASE WHEN m.day > {today} THEN 'booked' WHEN {fill.number("missed", "v.n + month", 5)} = 0 THEN 'missed'
                ELSE 'attended' END
        FROM fill_house h, generate_series(-1, {fill.years * 12}) AS month,
            LATERAL (SELECT {today} - 30 * month - 10 AS day, (SELECT count(*) FROM fill_trained t
                WHERE t.house = h.house AND t.ready_on <= {today} - 30 * month - 10) AS eligible) m,
            generate_series(1, {MEETING_PLACES}) AS seat
            JOIN LATERAL (SELECT * FROM fill_trained t WHERE t.house = h.house AND t.place = 1 + {pick}) v ON true
        WHERE m.eligible > 0 AND coalesce(v.gone_on > m.day, v.state = 'ready')
        """
    )
    key = "concat_ws(' ', kind, institution_id, day, part)"
    fill.decide(
        "fill_gathering",
        f"""SELECT {fill.id("gathering", key)} AS id, kind, institution_id, day, part, count(*) AS taken
        FROM fill_place GROUP BY kind, institution_id, day, part""",
    )
    fill.decide(
        "fill_attendance",
        f"""SELECT {fill.id("attendance", f"{key} || ' ' || volunteer_id")} AS id,
            {fill.id("gathering", key)} AS gathering_id,
            volunteer_id, by_context, day, state FROM fill_place""",
    )


def make_gatherings(fill: Fill) -> None:
    """Courses at the programme's own place, meetings at the houses."""
    titles = "('introduction', 'Introduktionskursus'), ('network', 'Netværksmøde'), ('after_work', 'Fyraftensmøde')"
    fill.insert(
        Gathering,
        f"fill_gathering JOIN (VALUES {titles}) AS t (of, title) ON t.of = kind",
        id="id",
        kind="kind",
        title="title || CASE WHEN part > 0 THEN ', hold ' || 1 + part ELSE '' END",
        starts_at=fill.moment("day", 16),
        ends_at=fill.moment("day", 20),
        place="CASE kind WHEN 'introduction' THEN 'Frivilligindsatsen, Fællessekretariatet' ELSE 'I caféen' END",
        institution_id="institution_id",
        places=f"CASE kind WHEN 'introduction' THEN {COURSE_PLACES} ELSE {MEETING_PLACES} END",
        taken="taken",
    )
    planned, secretariat = fill.moment("p.day - 60", 10), fill.context(fill.id("user", "0"))
    fill.remember(Gathering, "fill_gathering", at=planned, by=secretariat)


def make_attendances(fill: Fill) -> None:
    """Booked some days before, ticked on the day."""
    booked, by = f"least(p.day - 5, {fill.day} - 1)", "p.by_context"
    fill.insert(
        Attendance,
        "fill_attendance p",
        id="id",
        gathering_id="gathering_id",
        volunteer_id="volunteer_id",
        state="state",
        since=fill.moment(booked, 15),
    )
    fill.remember(Attendance, "fill_attendance", at=fill.moment(booked, 15), by=by, state="'booked'")
    fill.remember(Attendance, "fill_attendance", at=fill.moment("p.day", 17), by=by, where="p.state <> 'booked'")
