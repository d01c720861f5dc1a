"""A row in each table that `rows.py` leaves empty, so that no policy is asked about nothing."""

from access.context import acting
from access.links import Purpose
from accounts.addresses import NewAddress
from citizens.models import Citizen
from foodclubs.tests import tables
from history.models import AccessTrail
from history.trail import write
from notes.models import Confidence, acknowledge
from notes.tests import telling
from screening.models import SecondYes
from weshelter.tests import databases, people
from weshelter.tests.rows import Rows, create_rows

# What only jobs write, a pair of a round; and of pairs that run a rest with a stand-in, and an ending: none has both.
BY_JOBS = """
INSERT INTO history_anchor (seq, hash, at) VALUES (1, '', now());
INSERT INTO weshelter_jobrun (id, job, started_at, finished_at, done, error)
    VALUES (gen_random_uuid(), 'count_figures', now(), now(), 0, '');
INSERT INTO weshelter_workersign (id, started_at, seen_at) VALUES ('a worker', now(), now());
INSERT INTO reports_figure (id, month, institution_id, indicator, version, value, counted_on)
    SELECT gen_random_uuid(), date_trunc('month', now()), i.id, 'guests', 1, 1, current_date
    FROM institutions_institution i;
INSERT INTO matching_roundpair (id, number, round_id, citizen_id, score, kept, price)
    SELECT gen_random_uuid(), c.number, r.id, c.id, 1, 1, 0 FROM matching_matchround r CROSS JOIN citizens_citizen c;
INSERT INTO friendships_pause (id, match_id, project_id, why, began_on, back_on, by_id)
    SELECT gen_random_uuid(), m.id, m.project_id, 'other', current_date, current_date, m.proposed_by_id
    FROM matching_match m WHERE m.started_on IS NOT NULL;
INSERT INTO friendships_standin (id, pause_id, project_id, volunteer_id, state, proposed_at, by_id, asked_on, asked_by)
    SELECT gen_random_uuid(), p.id, p.project_id, m.volunteer_id, 'declined', now(), m.proposed_by_id, current_date,
        'lead'
    FROM friendships_pause p JOIN matching_match m ON m.id = p.match_id;
INSERT INTO friendships_closure (match_id, project_id, how, citizens_reason, volunteers_reason, citizens_other,
        volunteers_other, begun_on, begun_by_id,
        told_by, tell_on, farewell, contact, citizen_said, volunteer_said, cannot, citizen_next, volunteer_next)
    SELECT m.id, m.project_id, 'planned', 'moved', 'time', '', '', current_date, m.proposed_by_id,
        'house', current_date, '', '', '{}', '{}', '{}', '', ''
    FROM matching_match m WHERE m.started_on IS NOT NULL;
"""


def create_every_row() -> Rows:
    """Two houses, and of every table at least one row."""
    rows = create_rows()
    cast, house, named = rows.cast, rows.cast.rg60, rows.named["rg60"]
    declined = people.apply("Nej Nielsen", house.friend_role)
    tables.create_evening(house, hours=24, opened=False)
    with acting(user=cast.karen):
        citizen = Citizen.objects.get(pk=named["citizen_id"])
        citizen.disclose("past", "yes", "Jeg har sejlet")
        told = Confidence.objects.get(pk=named["confidence_id"])
        SecondYes.say(rows.about["rg60", Purpose.PROPOSAL][0], by=cast.karen)
        declined.decline(reason="other", by=cast.karen)
    telling.guide(citizen, house, origin=told)
    with acting(link=rows.tokens["rg60", Purpose.OWN_PAGE]):
        acknowledge(named["guidance_id"])
    with acting(user=cast.lars):
        NewAddress.ask(cast.lars, "lars.leder@example.org")
        write(AccessTrail.Action.SHOWN, "coordinators:house")
    databases.as_owner(BY_JOBS)
    return rows
