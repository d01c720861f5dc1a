"""Food clubs once a week since the house began, with guests, tasks and helpers; eight weeks are planned ahead."""

from foodclubs.models import Duty, Evening, FoodClub, Guest, Signup, Task
from weshelter.filling.bulk import Fill, array
from weshelter.filling.words import MENUS, NICKNAMES

PLACES = 20
GUESTS = 120
# Seat -> task, so that a task is taken as often as it has seats.
SEATS = ["shopping", "cooking", "cooking", "table", "talking", "washing_up", "washing_up"]
TASKS = sorted(set(SEATS))


def decide_evenings(fill: Fill) -> None:
    """Held, a few called off; the last one of some houses is not closed yet; four weeks are open for sign-up."""
    today = fill.day
    fill.decide(
        "fill_club",
        f"""SELECT *, {fill.id("food club", "house")} AS id, {fill.coordinator("house", "1")} AS by_id,
            {fill.context(fill.coordinator("house", "1"))} AS by_context,
            date_trunc('week', opened_on + 7)::date + weekday AS first_on FROM fill_house""",
    )
    fill.decide(
        "fill_night",
        f"""
        SELECT c.house, c.food_id, c.id AS food_club_id, c.by_context, w AS week, first_on + 7 * w AS day,
            house * 10000::bigint + w AS n, {fill.id("evening", "house * 10000::bigint + w")} AS id,
            1 + least({GUESTS} - 1, w * 2 + 20) AS known_guests,
            CASE WHEN first_on + 7 * w > {today} + 28 THEN 'planned' WHEN first_on + 7 * w >= {today} THEN 'open'
                WHEN first_on + 7 * w > {today} - 5 AND house % 3 = 0 THEN 'open'
                WHEN {fill.number("called off", "house * 10000::bigint + w", 25)} = 0 THEN 'cancelled'
                    ELSE 'held' END AS state
        FROM fill_club c, LATERAL generate_series(0, ({today} + 56 - first_on) / 7) AS w
        """,
    )


def decide_signups(fill: Fill) -> None:
    """Some of the guests whom the food club knew by then; new ones come with the weeks."""
    seat = "n * 32::bigint + seat"
    fill.decide(
        "fill_signup",
        f"""
        WITH chosen AS (
            SELECT DISTINCT n, id AS evening_id, house, food_id, by_context, day, week, state AS evening_state,
                {fill.number("guest", seat, "known_guests")} AS guest
            FROM fill_night, generate_series(1, 8 + week % 9) AS seat WHERE state <> 'planned'
        ), said AS (SELECT *, {fill.number("came", "n * 128::bigint + guest", 25)} AS dice FROM chosen)
        SELECT *, {fill.id("signup", "n * 128::bigint + guest")} AS id,
            {fill.id("guest", "house * 1000 + guest")} AS guest_id,
            CASE WHEN dice = 0 THEN 'cancelled' WHEN evening_state <> 'held' THEN 'coming' WHEN dice < 3 THEN 'missed'
                ELSE 'came' END AS state,
            CASE WHEN evening_state = 'held' AND dice > 4 THEN 15 WHEN evening_state = 'held'
                AND dice = 4 THEN 0 END AS paid
        FROM said
        """,
    )


def decide_duties(fill: Fill) -> None:
    """Most seats are taken by somebody who was ready then and assigned to the food club; open ones by who is so now."""
    seat = "e.n * 16::bigint + seat"
    fill.decide(
        "fill_helper",
        """SELECT *, row_number() OVER (PARTITION BY house ORDER BY ready_on, n) AS place FROM fill_volunteer
        WHERE state IN ('ready', 'resting', 'left') AND (also OR project_kind = 'food_club')""",
        found_by=["house, ready_on", "house, place"],
    )
    fill.decide(
        "fill_duty",
        f"""
        WITH counted AS (
            SELECT e.*, (SELECT count(*) FROM fill_helper h WHERE h.house = e.house AND h.ready_on <= e.day) AS helpers
            FROM fill_night e WHERE e.state <> 'planned'
        ), chosen AS (
            SELECT DISTINCT ON (e.n, h.id) e.n, e.id AS evening_id, e.food_id, e.by_context, e.day,
                e.state AS evening_state,
                h.id AS volunteer_id, ({array(SEATS)})[seat] AS kind, {fill.number("duty", seat, 20)} AS dice
            FROM counted e CROSS JOIN generate_series(1, {len(SEATS)}) AS seat
            JOIN fill_helper h ON h.house = e.house
                AND h.place = 1 + {fill.number("helper", seat, "greatest(helpers, 1)")}
            WHERE helpers > 0 AND (h.state = 'ready' OR e.day < {fill.day} AND e.day < coalesce(gone_on, resting_on))
                AND {fill.number("empty seat", seat, 5)} > 0
            ORDER BY e.n, h.id, seat
        )
        SELECT *, {fill.id("duty", "n || ' ' || volunteer_id")} AS id, {fill.id("task", "n || ' ' || kind")} AS task_id,
            CASE WHEN dice = 0 THEN 'cancelled' WHEN evening_state <> 'held' THEN 'taken' WHEN dice = 1 THEN 'missed'
                ELSE 'came' END AS state
        FROM chosen
        """,
    )


def make_food_clubs(fill: Fill) -> None:
    """One at each house."""
    name = "'Madklubben, ' || i.name"
    source = "fill_club c JOIN institutions_institution i ON i.id = c.institution_id"
    fill.insert(FoodClub, source, id="c.id", project_id="food_id", name=name, weekday="weekday")


def make_evenings(fill: Fill) -> None:
    """The evenings, with their counters and, once held, what they came to."""
    fill.decide(
        "fill_totals",
        """
        WITH first AS (SELECT guest_id, min(n) AS n FROM fill_signup WHERE state = 'came' GROUP BY guest_id),
            helped AS (SELECT evening_id, count(*) AS came FROM fill_duty WHERE state = 'came' GROUP BY evening_id)
        SELECT e.id, count(s.id) FILTER (WHERE s.state <> 'cancelled') AS taken,
            count(s.id) FILTER (WHERE s.state = 'came') AS guests_came, coalesce(sum(s.paid), 0) AS income,
            count(s.id) FILTER (WHERE s.state = 'came' AND f.n = e.n) AS new_faces,
            coalesce(max(h.came), 0) AS volunteers_came
        FROM fill_night e LEFT JOIN fill_signup s ON s.evening_id = e.id LEFT JOIN first f ON f.guest_id = s.guest_id
            LEFT JOIN helped h ON h.evening_id = e.id
        GROUP BY e.id, e.n
        """,
    )
    totals = ("guests_came", "new_faces", "volunteers_came", "income")
    fill.insert(
        Evening,
        "fill_night e JOIN fill_totals t USING (id)",
        id="id",
        food_club_id="food_club_id",
        project_id="food_id",
        state="state",
        starts_at=fill.moment("day", 18),
        menu=fill.one_of("menu", "n", MENUS),
        price="15",
        places=str(PLACES),
        taken="taken",
        **{column: f"CASE state WHEN 'held' THEN {column} END" for column in totals},
    )
    by, planned = "p.by_context", f"least(p.day - 56, {fill.day} - 1)"
    fill.remember(Evening, "fill_night", at=fill.moment(planned), by=by, state="'planned'")
    opened, where = fill.moment(f"least(p.day - 28, {fill.day} - 1)", 13), "p.state <> 'planned'"
    fill.remember(Evening, "fill_night", at=opened, by=by, where=where, state="'open'")
    at = fill.moment("CASE p.state WHEN 'held' THEN p.day ELSE p.day - 1 END", 21)
    fill.remember(Evening, "fill_night", at=at, by=by, where="p.state IN ('held', 'cancelled')")


def make_guests(fill: Fill) -> None:
    """Those who have been on a list, each with a nickname that the food club has once."""
    number = f"guest / {len(NICKNAMES)}"
    fill.insert(
        Guest,
        "(SELECT DISTINCT house, guest, guest_id, food_id FROM fill_signup) s JOIN fill_club c USING (house)",
        id="guest_id",
        food_club_id="c.id",
        project_id="s.food_id",
        nickname=f"({array(NICKNAMES)})[1 + guest % {len(NICKNAMES)}]"
        f" || CASE WHEN {number} > 0 THEN ' ' || chr(64 + {number}) ELSE '' END",
    )


def make_signups(fill: Fill) -> None:
    """Places at the table; who came has paid, or eats for free."""
    fill.insert(
        Signup,
        "fill_signup",
        id="id",
        evening_id="evening_id",
        project_id="food_id",
        guest_id="guest_id",
        state="state",
        paid="paid",
    )
    signed_up, settled = f"least(p.day - 3, {fill.day} - 1)", fill.moment(f"least(p.day, {fill.day} - 1)", 21)
    fill.remember(Signup, "fill_signup", at=fill.moment(signed_up, 14), by="p.by_context", state="'coming'")
    fill.remember(Signup, "fill_signup", at=settled, by="p.by_context", where="p.state <> 'coming'")


def make_tasks(fill: Fill) -> None:
    """What each evening needs, and how much of it is taken."""
    kind = f"unnest({array(TASKS)}) AS k (kind)"
    needed = " ".join(f"WHEN '{task}' THEN {SEATS.count(task)}" for task in TASKS)
    counted = "(SELECT task_id, count(*) AS taken FROM fill_duty WHERE state <> 'cancelled' GROUP BY task_id)"
    task = fill.id("task", "n || ' ' || kind")
    fill.insert(
        Task,
        f"fill_night CROSS JOIN {kind} LEFT JOIN {counted} t ON t.task_id = {task}",
        id=task,
        evening_id="id",
        project_id="food_id",
        kind="kind",
        needed=f"CASE kind {needed} END",
        taken="coalesce(taken, 0)",
    )


def make_duties(fill: Fill) -> None:
    """Who has taken which task, and came."""
    fill.insert(
        Duty,
        "fill_duty",
        id="id",
        task_id="task_id",
        evening_id="evening_id",
        project_id="food_id",
        volunteer_id="volunteer_id",
        state="state",
    )
    taken, settled = f"least(p.day - 10, {fill.day} - 1)", fill.moment(f"least(p.day, {fill.day} - 1)", 21)
    fill.remember(Duty, "fill_duty", at=fill.moment(taken, 14), by="p.by_context", state="'taken'")
    fill.remember(Duty, "fill_duty", at=settled, by="p.by_context", where="p.state <> 'taken'")
