"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.installation import interval
from access.security import HOUSE_PROJECTS, OWN_HOUSES, OWN_PROJECTS, SECRETARIAT, kept_history, secured
from citizens.database.policies import KNOWN, WORKED_WITH, at_house
from friendships.models import Closure, PairAgreement
from friendships.models.contact import CORRECTED_WITHIN

OWN = f"project_id = {OWN_PROJECTS}"
BEGUN = "how, citizens_reason, citizens_other, volunteers_reason, volunteers_other, told_by, tell_on"
# Of a friendship of the volunteer whose own page it is.
HERS = (
    "EXISTS (SELECT FROM matching_match m WHERE m.id = match_id "
    "AND m.volunteer_id = (SELECT app.link_volunteer('own_page')))"
)
TICKED_BY_HER = f"by_volunteer AND ticked_at > now() - {interval(CORRECTED_WITHIN)} AND {HERS}"
# The lead asks the citizen of his house, and reads what the citizen says.
OF_HIS_HOUSE = f"EXISTS (SELECT FROM matching_match m WHERE m.id = match_id AND {at_house('m.citizen_id')})"
# The lead of the house whose journal it is, while it knows the citizen.
OF_HIS_JOURNAL = f"institution_id = {OWN_HOUSES} AND {OF_HIS_HOUSE}"
SAID_AT_HIS_HOUSE = (
    "side = 'citizen' AND EXISTS (SELECT FROM friendships_checkin c JOIN matching_match m ON m.id = c.match_id "
    f"WHERE c.id = check_in_id AND {at_house('m.citizen_id')})"
)
SAID_BY_HER = (
    "side = 'volunteer' AND EXISTS (SELECT FROM friendships_checkin c JOIN matching_match m ON m.id = c.match_id "
    "WHERE c.id = check_in_id AND m.volunteer_id = (SELECT app.link_volunteer('own_page')))"
)
HEARD = "heard_by_id = (SELECT app.uid())"
TICKED = f"{SAID_BY_HER} AND heard_by_id IS NULL"

# What is offered to all, or at a house where one works, or comes to by one's own page.
OFFERED_HERE = "institution_id IS NULL OR institution_id = ANY(ARRAY(SELECT app.houses_at_work()))"
OFFERED_TO_HER = (
    "(SELECT app.link_volunteer('own_page')) IS NOT NULL "
    "AND (institution_id IS NULL OR institution_id = ANY(ARRAY(SELECT app.houses_by_link())))"
)
OF_A_HOUSE = "institution_id = ANY(ARRAY(SELECT app.houses_at_work()))"

POLICIES = [
    secured(
        "friendships_activity",
        select=f"{SECRETARIAT} OR (SELECT app.uid()) IS NOT NULL AND ({OFFERED_HERE})",
        insert=f"{SECRETARIAT} OR {OF_A_HOUSE}",
        update=f"{SECRETARIAT} OR {OF_A_HOUSE}",
        also=(("by_link", "SELECT", OFFERED_TO_HER),),
        update_columns="how, kind, name, price, tickets, from_on, until_on",
    ),
    kept_history("friendships_activity"),
    secured(
        "friendships_budget",
        select=f"{SECRETARIAT} OR {OWN} OR project_id = {HOUSE_PROJECTS}",
        insert=SECRETARIAT,
        update=SECRETARIAT,
    ),
    kept_history("friendships_budget"),
    secured(
        "friendships_outing",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid())",
        update=OWN,
        delete=OWN,
        update_columns="activity_id, kroner, tickets, used_on",
    ),
    kept_history("friendships_outing"),
    secured(
        "friendships_asked",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND asked_on = app.today()",
        delete=f"{OWN} AND asked_on = app.today()",
    ),
    kept_history("friendships_asked"),
    secured(
        "friendships_checkin",
        select=f"{OWN} OR {OF_HIS_HOUSE}",
        insert=f"{OWN} AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        also=(("by_link", "SELECT", HERS),),
        update_columns="ended_on",
    ),
    kept_history("friendships_checkin"),
    secured(
        "friendships_checkinanswer",
        select=f"{OWN} OR {SAID_AT_HIS_HOUSE}",
        insert=f"({OWN} OR {SAID_AT_HIS_HOUSE}) AND {HEARD}",
        update=(f"{OWN} OR {SAID_AT_HIS_HOUSE}", f"{OWN} OR {SAID_AT_HIS_HOUSE} AND {HEARD}"),
        delete=f"{OWN} OR {SAID_AT_HIS_HOUSE}",
        also=(
            ("by_link", "SELECT", SAID_BY_HER),
            ("by_link", "INSERT", TICKED),
            ("by_link", "UPDATE", (SAID_BY_HER, TICKED)),
            ("by_link", "DELETE", SAID_BY_HER),
        ),
        update_columns="answer, answered_at, heard_by_id, talked_on",
    ),
    kept_history("friendships_checkinanswer"),
    secured(
        "friendships_closure",
        select=OWN,
        insert=f"{OWN} AND begun_by_id = (SELECT app.uid()) AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        update_columns=f"{BEGUN}, ended_on, {', '.join(Closure.STEPS)}",
    ),
    kept_history("friendships_closure", key="match_id"),
    secured(
        "friendships_contact",
        select=OWN,
        insert=f"{OWN} AND NOT by_volunteer",
        update=OWN,
        delete=OWN,
        also=(
            ("by_link", "SELECT", HERS),
            ("by_link", "INSERT", TICKED_BY_HER),
            ("by_link", "UPDATE", TICKED_BY_HER),
            ("by_link", "DELETE", TICKED_BY_HER),
        ),
        update_columns="activity, happened_on, kind",
    ),
    kept_history("friendships_contact"),
    secured(
        "friendships_journalnotice",
        select=f"{OWN} OR {OF_HIS_JOURNAL}",
        insert=f"({OWN} OR {OF_HIS_HOUSE}) AND {HEARD} AND written_on IS NULL AND ended_on IS NULL",
        update=f"{OWN} OR {OF_HIS_JOURNAL}",
        update_columns="ended_on, struck_on, written_by_id, written_on",
    ),
    kept_history("friendships_journalnotice"),
    secured(
        "friendships_milestone",
        select=OWN,
        update=(f"{OWN} AND said_on IS NULL", OWN),
        update_columns="said_on",
    ),
    kept_history("friendships_milestone"),
    secured(
        "friendships_pairagreement",
        select=OWN,
        insert=OWN,
        update=OWN,
        also=(("by_link", "SELECT", HERS),),
        update_columns=", ".join(PairAgreement.SAID),
    ),
    kept_history("friendships_pairagreement", key="match_id"),
    secured(
        "friendships_pause",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        update_columns="back_on, volunteer_told_on, why",
    ),
    kept_history("friendships_pause"),
    secured(
        "friendships_plannedrest",
        select=OWN,
        insert=OWN,
        update=OWN,
        delete=OWN,
        update_columns="why, from_on, back_on",
    ),
    kept_history("friendships_plannedrest", key="match_id"),
    secured(
        "friendships_relocation",
        select=KNOWN,
        insert=f"({WORKED_WITH}) AND by_id = (SELECT app.uid()) AND called_off_on IS NULL",
        update=(f"({WORKED_WITH}) AND called_off_on IS NULL", WORKED_WITH),
        update_columns="begins_id, bridges, called_off_on, from_on, goes_on, home_id, journal, notice_id, travel",
    ),
    kept_history("friendships_relocation"),
    secured(
        "friendships_standin",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND state = 'proposed' AND asked_on IS NULL",
        update=OWN,
        also=(("by_link", "SELECT", "state = 'agreed' AND volunteer_id = (SELECT app.link_volunteer('own_page'))"),),
        update_columns="asked_by, asked_on, ended_on, state",
    ),
    kept_history("friendships_standin"),
]
