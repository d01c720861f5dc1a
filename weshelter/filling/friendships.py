"""What has become of the pairs: days on which they met, rests, and farewells that are open or done."""

from access.installation import listed
from friendships.models import (
    Asked,
    CheckIn,
    CheckInAnswer,
    Closure,
    Contact,
    Milestone,
    PairAgreement,
    Pause,
    PlannedRest,
    StandIn,
)
from friendships.models.closure import Reason
from friendships.rhythm import HowOften
from matching.models import Match
from weshelter.filling.bulk import Fill

ENDS = "p.state IN ('ending', 'ended')"


def make_pauses(fill: Fill) -> None:
    """Of each pair that rests; one in four should have been asked by now."""
    fill.insert(
        Pause,
        "fill_match p WHERE p.state = 'paused'",
        id=fill.id("pause", "p.n"),
        match_id="p.id",
        project_id="p.friends_id",
        why=fill.one_of("why they rest", "p.n", [one.value for one in Pause.Why if one != Pause.Why.NO_CONSENT]),
        began_on="p.changed_on",
        back_on=f"greatest(p.changed_on, {fill.day} - 5 + {fill.number('back', 'p.n', 20)})",
        by_id="p.by_id",
    )
    source = f"(SELECT p.*, {fill.id('pause', 'p.n')} AS pause_id FROM fill_match p WHERE p.state = 'paused')"
    fill.decide("fill_pause", f"SELECT pause_id AS id, by_context, changed_on FROM {source} s")
    fill.remember(Pause, "fill_pause", at=fill.moment("p.changed_on", 13), by="p.by_context")


def make_planned_rests(fill: Fill) -> None:
    """Some who meet know already from when they will not."""
    source = "(SELECT * FROM fill_match WHERE state = 'active' AND n % 9 = 4) p"
    ahead = fill.number("rests in", "p.n", 60)
    fill.insert(
        PlannedRest,
        source,
        match_id="p.id",
        project_id="p.friends_id",
        why="'volunteer_away'",
        from_on=f"{fill.day} + 1 + {ahead}",
        back_on=f"{fill.day} + 30 + {ahead}",
    )
    fill.remember(PlannedRest, source.removesuffix(" p"), at=fill.moment(fill.day), by="p.by_context")


def make_stand_ins(fill: Fill) -> None:
    """For some who rest another volunteer was thought of: one in two said no, the others met for a day."""
    place = "row_number() OVER (PARTITION BY house ORDER BY n) AS place"
    ready = f"state = 'ready' AND project_kind = 'friends' AND ready_on < {fill.day} - 40"
    fill.decide(
        "fill_stand_in",
        f"""
        SELECT p.*, v.id AS stands_in_id, {fill.id("pause", "p.n")} AS pause_id, {fill.id("stand-in", "p.n")} AS own_id,
            CASE WHEN {fill.number("stand-in", "p.n", 2)} = 0 THEN 'declined' ELSE 'ended' END AS became
        FROM (SELECT *, {place} FROM fill_match WHERE state = 'paused') p
        JOIN (SELECT *, {place} FROM fill_volunteer WHERE {ready}) v USING (house, place) WHERE v.id <> p.volunteer_id
        """,
    )
    answered = {"asked_on": "p.changed_on", "asked_by": "'lead'"}
    ended_on = "CASE WHEN p.became = 'ended' THEN p.changed_on END"
    fill.insert(
        StandIn,
        "fill_stand_in p",
        id="p.own_id",
        pause_id="p.pause_id",
        project_id="p.friends_id",
        volunteer_id="p.stands_in_id",
        state="p.became",
        proposed_at=fill.moment("p.changed_on", 14),
        by_id="p.by_id",
        ended_on=ended_on,
        **answered,
    )
    nothing = {"asked_on": "NULL::date", "asked_by": "''", "ended_on": "NULL::date"}
    steps: list[tuple[int, str, dict[str, str]]] = [
        (14, "", {"state": "'proposed'", **nothing}),
        (16, "p.became = 'ended'", {"state": "'agreed'", "ended_on": "NULL::date"}),
        (19, "true", {}),
    ]
    for hour, where, then in steps:
        at = fill.moment("p.changed_on", hour)
        fill.remember(StandIn, "fill_stand_in", at=at, by="p.by_context", on="own_id", where=where, **then)


def make_agreements(fill: Fill) -> None:
    """Two of three pairs that have met have one; some are to be looked at again."""
    said = f"p.state IN {listed(Match.BEGUN)} AND {fill.number('agreed', 'p.n', 3)} > 0"
    fill.decide("fill_pair_agreement", f"SELECT * FROM fill_match p WHERE {said}")
    fill.insert(
        PairAgreement,
        "fill_pair_agreement p",
        match_id="p.id",
        project_id="p.friends_id",
        how_often=fill.one_of("how often", "p.n", [one.value for one in HowOften]),
        place=fill.one_of("place", "p.n", ["I caféen", "Ved søerne", "Hjemme"]),
        reach="'På sms'",
        review_on=f"{fill.day} - 5 + {fill.number('agreement review', 'p.n', 90)}",
    )
    fill.remember(PairAgreement, "fill_pair_agreement", at=fill.moment("p.started_on", 16), by="p.by_context")


def make_contacts(fill: Fill) -> None:
    """Of each friendship that runs the last weeks: mostly they met, ticked by the volunteer."""
    met = f"{fill.number('met', 'p.n * 4 + i', 5)} > 0"
    fill.decide(
        "fill_contact",
        f"""
        SELECT p.*, {fill.id("contact", "p.n * 4 + i")} AS contact_id,
            {fill.day} - (i * 14 + {fill.number("day", "p.n * 4 + i", 14)}) AS happened_on, {met} AS have_met,
            {fill.number("who ticks", "p.n * 4 + i", 4)} > 0 AS by_volunteer, p.n * 4 + i AS k
        FROM fill_match p, generate_series(0, 3) i WHERE p.state IN {listed(Match.BEGUN)}
        """,
    )
    source = "(SELECT * FROM fill_contact p WHERE happened_on >= started_on) p"
    at = fill.moment("p.happened_on", 20)
    activities = [one.value for one in Contact.Activity]
    fill.insert(
        Contact,
        source,
        id="p.contact_id",
        match_id="p.id",
        project_id="p.friends_id",
        happened_on="p.happened_on",
        kind=f"CASE WHEN p.have_met THEN 'met' ELSE {fill.one_of('kind', 'p.k', ['not', 'moved'])} END",
        activity=f"CASE WHEN p.have_met THEN {fill.one_of('activity', 'p.k', activities)} ELSE '' END",
        by_volunteer="p.by_volunteer",
        ticked_at=at,
    )
    link = fill.context("'link'")
    by = f"CASE WHEN p.by_volunteer THEN {link} ELSE p.by_context END"
    fill.remember(Contact, source.removesuffix(" p"), at=at, by=by, on="contact_id")


def make_check_ins(fill: Fill) -> None:
    """Of each two who are friends one that is open and two of before; of the open ones many lack an answer."""
    fill.decide(
        "fill_check_in",
        f"""
        SELECT p.*, {fill.id("check in", "p.n * 3 + i")} AS check_in_id, i, p.n * 3 + i AS k,
            {fill.day} - (i * 30 + {fill.number("asked", "p.n", 25)}) AS due_on
        FROM fill_match p, generate_series(0, 2) i WHERE p.state IN ('trial', 'active')
        """,
    )
    source = "(SELECT * FROM fill_check_in p WHERE due_on > started_on) p"
    fill.insert(
        CheckIn,
        source,
        id="p.check_in_id",
        match_id="p.id",
        project_id="p.friends_id",
        due_on="p.due_on",
        ended_on="CASE WHEN p.i > 0 THEN p.due_on + 30 END",
    )
    at = fill.moment("p.due_on", 7)
    fill.remember(CheckIn, source.removesuffix(" p"), at=at, by=fill.context("'job'"), on="check_in_id")
    answers = f"""
        (SELECT p.*, side, {fill.id("answer", "p.k * 2 + (side = 'citizen')::int")} AS answer_id,
            p.k * 2 + (side = 'citizen')::int AS a
        FROM fill_check_in p, unnest(ARRAY['citizen', 'volunteer']) side
        WHERE due_on > started_on AND (i > 0 OR {fill.number("answers", "p.k * 2 + (side = 'citizen')::int", 2)} = 0))
    """
    at = fill.moment("p.due_on", 18)
    said = ["well"] * 9 + ["talk"]
    fill.insert(
        CheckInAnswer,
        f"{answers} p",
        id="p.answer_id",
        check_in_id="p.check_in_id",
        project_id="p.friends_id",
        side="p.side",
        answer=fill.one_of("how it goes", "p.a", said),
        answered_at=at,
        heard_by_id="CASE WHEN p.side = 'citizen' THEN p.by_id END",
        talked_on="CASE WHEN p.i > 0 THEN p.due_on + 1 END",
    )
    link = fill.context("'link'")
    by = f"CASE WHEN p.side = 'citizen' THEN p.by_context ELSE {link} END"
    fill.remember(CheckInAnswer, answers, at=at, by=by, on="answer_id")


def make_milestones(fill: Fill) -> None:
    """Half a year of each two who have had it and have not ended; what was lately nobody has said."""
    reached = "(p.started_on + interval '6 months')::date"
    had = f"p.state IN {listed(Match.BEGUN)} AND {reached} <= {fill.day}"
    fill.decide(
        "fill_milestone",
        f"""
        SELECT p.*, {fill.id("milestone", "p.n")} AS milestone_id, {reached} AS reached_on FROM fill_match p WHERE {had}
        """,
    )
    fill.insert(
        Milestone,
        "fill_milestone p",
        id="p.milestone_id",
        match_id="p.id",
        project_id="p.friends_id",
        months="6",
        reached_on="p.reached_on",
        said_on=f"CASE WHEN p.reached_on < {fill.day} - 14 THEN p.reached_on + 2 END",
    )
    at = fill.moment("p.reached_on", 7)
    fill.remember(Milestone, "fill_milestone", at=at, by=fill.context("'job'"), on="milestone_id")


def make_questions(fill: Fill) -> None:
    """One in three of those who meet was asked lately how it goes."""
    asked = f"SELECT p.*, {fill.id('asked', 'p.n')} AS asked_id, {fill.day} - 3 AS asked_on FROM fill_match p"
    fill.decide("fill_asked", f"{asked} WHERE p.state IN ('trial', 'active') AND {fill.number('asked', 'p.n', 3)} = 0")
    columns = {"match_id": "p.id", "project_id": "p.friends_id", "by_id": "p.by_id"}
    fill.insert(Asked, "fill_asked p", id="p.asked_id", asked_on="p.asked_on", **columns)
    fill.remember(Asked, "fill_asked", at=fill.moment("p.asked_on", 13), by="p.by_context", on="asked_id")


def make_closures(fill: Fill) -> None:
    """Of each pair that ends or has ended; of those that end, some steps are still open."""
    over, day = "p.state = 'ended'", f"coalesce(p.over_on, {fill.day})"
    reasons = [one.value for one in Reason]
    fill.decide(
        "fill_closure", f"SELECT p.*, coalesce(p.changed_on, p.over_on - 5) AS begun FROM fill_match p WHERE {ENDS}"
    )
    farewell = fill.one_of("farewell", "p.n", [one.value for one in Closure.Farewell])
    following = fill.one_of("next", "p.n", [one.value for one in Closure.Next])
    done = f"CASE WHEN {over} THEN {day} END"
    fill.insert(
        Closure,
        "fill_closure p",
        match_id="p.id",
        project_id="p.friends_id",
        how=fill.one_of("how it ends", "p.n", [one.value for one in Closure.How]),
        citizens_reason=(citizens := fill.one_of("citizen ends", "p.n", reasons)),
        citizens_other=f"CASE WHEN {citizens} = 'other' THEN 'Vil hellere være alene for tiden' ELSE '' END",
        volunteers_reason=(volunteers := fill.one_of("volunteer ends", "p.n", reasons)),
        volunteers_other=f"CASE WHEN {volunteers} = 'other' THEN 'Har fået nyt arbejde om aftenen' ELSE '' END",
        begun_on="p.begun",
        begun_by_id="p.by_id",
        told_by=fill.one_of("who tells", "p.n", [one.value for one in Closure.ToldBy]),
        tell_on="p.begun + 2",
        told_on=f"CASE WHEN {over} OR {fill.number('told', 'p.n', 2)} = 0 THEN least(p.begun + 2, {day}) END",
        farewell=f"CASE WHEN {over} THEN {farewell} ELSE '' END",
        contact=f"CASE WHEN {over} THEN 'none' ELSE '' END",
        citizen_talk_on=done,
        volunteer_talk_on=done,
        citizen_next=f"CASE WHEN {over} THEN {following} ELSE '' END",
        ended_on=done,
    )
    fill.remember(Closure, "fill_closure", at=fill.moment("p.begun", 13), by="p.by_context")
