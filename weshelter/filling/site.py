"""The whole fill in one transaction: triggers rest, foreign keys and checks do not, and the gates are asked last."""

from django.db import connection, transaction

from institutions.models import Institution
from weshelter.filling import (
    activities,
    citizens,
    courses,
    evenings,
    friendships,
    gates,
    houses,
    matches,
    relocations,
    screening,
    volunteers,
)
from weshelter.filling.bulk import CannotFill, Fill

STEPS = [
    houses.decide_houses,
    houses.make_users,
    houses.make_institutions,
    houses.make_house_cards,
    houses.make_projects,
    houses.make_memberships,
    houses.make_absences,
    houses.make_alignments,
    houses.make_roles,
    houses.make_role_questions,
    houses.make_agreement,
    volunteers.decide_volunteers,
    volunteers.make_volunteers,
    volunteers.make_answers,
    volunteers.make_declines,
    volunteers.make_interviews,
    volunteers.make_signatures,
    volunteers.make_assignments,
    screening.make_appointments,
    screening.make_second_yeses,
    screening.make_references,
    screening.make_requirements,
    screening.make_exemptions,
    screening.make_record_checks,
    screening.make_shadowings,
    screening.make_supports,
    courses.decide_gatherings,
    courses.make_gatherings,
    courses.make_attendances,
    citizens.decide_citizens,
    citizens.make_citizens,
    citizens.make_attachments,
    citizens.make_homes,
    citizens.make_wishes,
    citizens.make_talks,
    citizens.make_consents,
    citizens.make_disclosures,
    matches.decide_open_matches,
    matches.decide_past_matches,
    matches.decide_matches,
    matches.make_matches,
    matches.wait_anew,
    matches.make_first_meetings,
    friendships.make_agreements,
    friendships.make_contacts,
    activities.make_activities,
    activities.make_outings,
    friendships.make_check_ins,
    friendships.make_milestones,
    friendships.make_questions,
    friendships.make_pauses,
    friendships.make_planned_rests,
    friendships.make_stand_ins,
    friendships.make_closures,
    relocations.make_relocations,
    relocations.make_journal_notices,
    matches.make_guidance,
    matches.make_acknowledgements,
    evenings.decide_evenings,
    evenings.decide_signups,
    evenings.decide_duties,
    evenings.make_food_clubs,
    evenings.make_evenings,
    evenings.make_guests,
    evenings.make_signups,
    evenings.make_tasks,
    evenings.make_duties,
]


def run(fill: Fill) -> None:
    """Everything or nothing. What was filled from this seed before is not filled again."""
    with transaction.atomic():
        if Institution.objects.filter(slug=f"hus-{fill.seed}-1").exists():
            raise CannotFill(f"This database has been filled from seed {fill.seed} already: take another --seed.")
        before = gates.broken_history(fill)
        triggers("DISABLE")
        # Foreign keys are asked after each statement, so that none is left to ask when the triggers come on again.
        fill.run("SET CONSTRAINTS ALL IMMEDIATE")
        for step in STEPS:
            step(fill)
            fill.tell(step.__name__.replace("_", " "))
        triggers("ENABLE")
        fill.run("ANALYZE")  # the gates' queries need to know how much there is, and so do the site's
        held = gates.check(fill, before)
        fill.tell(f"{held} gates held")


def triggers(verb: str) -> None:
    """Switch our own triggers of every table that has one; those of foreign keys stay."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY 1"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} {verb} TRIGGER USER")
