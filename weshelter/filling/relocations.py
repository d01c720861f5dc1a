"""Who has moved, and what the journals of the houses say."""

from access.installation import listed
from friendships.models import JournalNotice, Relocation
from weshelter.filling.bulk import Fill


def make_relocations(fill: Fill) -> None:
    """Of whoever left for another house; with a friendship that runs, most have been asked whether it goes on."""
    goes_on = fill.one_of("goes on", "c.n", ["yes", "yes", "not_asked"])
    travel = fill.one_of("travel", "c.n", ["fine", "arranged", "fine"])
    fill.decide(
        "fill_relocation",
        f"""
        SELECT {fill.id("relocation", "c.n")} AS id, c.id AS citizen_id, c.friends_id, c.by_context, c.by_id,
            h.id AS home_id, old.id AS old_id, new.id AS new_id, new.from_on, m.id AS match_id,
            CASE WHEN m.id IS NULL THEN '' ELSE {goes_on} END AS goes_on,
            CASE WHEN m.id IS NULL THEN '' ELSE {travel} END AS travel
        FROM fill_citizen c
        JOIN fill_attachment old ON old.citizen_id = c.id AND old.until_on IS NOT NULL
        JOIN fill_attachment new ON new.citizen_id = c.id AND new.from_on = old.until_on + 1
        JOIN fill_home h ON h.citizen_id = c.id
        LEFT JOIN fill_match m ON m.citizen_id = c.id AND m.state IN {listed(Relocation.FOLLOWED)}
        """,
    )
    fill.insert(
        Relocation,
        "fill_relocation p",
        id="p.id",
        citizen_id="p.citizen_id",
        project_id="p.friends_id",
        match_id="p.match_id",
        home_id="p.home_id",
        from_on="p.from_on",
        goes_on="p.goes_on",
        travel="p.travel",
        ends="ARRAY[p.old_id]",
        ended_before="ARRAY[NULL::date]",
        begins_id="p.new_id",
        by_id="p.by_id",
    )
    fill.remember(Relocation, "fill_relocation", at=fill.moment("p.from_on", 14), by="p.by_context")


def make_journal_notices(fill: Fill) -> None:
    """Of two in three friendships that run the journal of the house says so; of some it is still to be written in."""
    fill.decide(
        "fill_journal_notice",
        f"""
        SELECT p.*, {fill.id("journal", "p.n")} AS notice_id, h.institution_id, {fill.lead("p.house")} AS lead_id,
            {fill.number("written in", "p.n", 5)} > 0 AS is_written
        FROM fill_match p JOIN fill_house h ON h.house = p.house
        WHERE p.state IN {listed(Relocation.FOLLOWED)} AND {fill.number("journal", "p.n", 3)} > 0
            AND EXISTS (SELECT FROM fill_attachment a WHERE a.citizen_id = p.citizen_id
                AND a.institution_id = h.institution_id AND a.until_on IS NULL)
        """,
    )
    fill.insert(
        JournalNotice,
        "fill_journal_notice p",
        id="p.notice_id",
        match_id="p.id",
        project_id="p.friends_id",
        institution_id="p.institution_id",
        given="'spoken'",
        said_on="p.started_on",
        heard_by_id="p.by_id",
        written_on="CASE WHEN p.is_written THEN p.started_on END",
        written_by_id="CASE WHEN p.is_written THEN p.lead_id END",
    )
    nothing = {"written_on": "NULL::date", "written_by_id": "NULL"}
    at = fill.moment("p.started_on", 15)
    fill.remember(JournalNotice, "fill_journal_notice", at=at, by="p.by_context", on="notice_id", **nothing)
