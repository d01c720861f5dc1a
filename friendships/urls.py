"""Addresses about a friendship that has begun."""

from django.urls import path

from friendships.views import (
    activities,
    agreements,
    asking,
    check_ins,
    consents,
    contacts,
    endings,
    journal,
    own_check_ins,
    own_contacts,
    relocations,
    rests,
    stand_ins,
    trials,
)

app_name = "friendships"
urlpatterns = [
    path("venskaber/<uuid:match_id>/proevetid/", trials.look_back, name="look_back"),
    path("hvordan-gaar-det/", check_ins.check_ins, name="check_ins"),
    path("venskaber/<uuid:match_id>/hvordan-gaar-det/", check_ins.check_in, name="check_in"),
    path("venskaber/<uuid:match_id>/hvordan-gaar-det/borger/", check_ins.citizen_says, name="citizen_says"),
    path("venskaber/<uuid:match_id>/hvordan-gaar-det/frivillig/", check_ins.volunteer_says, name="volunteer_says"),
    path("venskaber/<uuid:match_id>/hvordan-gaar-det/nu/", check_ins.ask_now, name="ask_now"),
    path(
        "venskaber/<uuid:match_id>/hvordan-gaar-det/<uuid:answer_id>/talt/", check_ins.talked_about, name="talked_about"
    ),
    path(
        "venskaber/<uuid:match_id>/maerkedage/<uuid:milestone_id>/sagt/",
        check_ins.milestone_is_said,
        name="milestone_is_said",
    ),
    path("venskaber/<uuid:match_id>/spurgt/", asking.asked, name="asked"),
    path("venskaber/<uuid:match_id>/ikke-spurgt/", asking.not_asked, name="not_asked"),
    path("venskaber/<uuid:match_id>/pause/", rests.rest, name="rest"),
    path("venskaber/<uuid:match_id>/pause/aflys/", rests.call_rest_off, name="call_rest_off"),
    path("venskaber/<uuid:match_id>/igen-efter-pause/", rests.come_back, name="come_back"),
    path("venskaber/<uuid:match_id>/afloeser/", stand_ins.propose_stand_in, name="propose_stand_in"),
    path("venskaber/<uuid:match_id>/afloeser/svar/", stand_ins.stand_in_answered, name="stand_in_answered"),
    path("venskaber/<uuid:match_id>/afloeser/slut/", stand_ins.stand_in_ended, name="stand_in_ended"),
    path("samtykke/<uuid:consent_id>/traek-tilbage/", consents.withdraw_consent, name="withdraw_consent"),
    path("venskaber/<uuid:match_id>/pause/fortalt/", consents.volunteer_is_told, name="volunteer_is_told"),
    path("venskaber/<uuid:match_id>/afslut/", endings.begin, name="begin_to_end"),
    path("venskaber/<uuid:match_id>/afsked/", endings.farewell, name="farewell"),
    path("venskaber/<uuid:match_id>/afsked/slut/", endings.end, name="end"),
    path("venskaber/<uuid:match_id>/fortsaet/", endings.go_on, name="go_on"),
    path("venskaber/<uuid:match_id>/journal/", journal.journal, name="journal"),
    path("journalnotat/<uuid:notice_id>/skrevet-ind/", journal.journal_written, name="journal_written"),
    path("journalnotat/<uuid:notice_id>/ikke-skrevet-ind/", journal.journal_not_written, name="journal_not_written"),
    path("journalnotat/<uuid:notice_id>/huset-ved-det/", journal.journal_struck, name="journal_struck"),
    path("journalnotat/<uuid:notice_id>/slut/", journal.journal_ends, name="journal_ends"),
    path("borgere/<uuid:citizen_id>/flytning/", relocations.relocate, name="relocate"),
    path("flytninger/<uuid:relocation_id>/", relocations.relocation, name="relocation"),
    path("flytninger/<uuid:relocation_id>/aflys/", relocations.call_relocation_off, name="call_relocation_off"),
    path("venskaber/<uuid:match_id>/aftale/", agreements.agreement, name="agreement"),
    path("venskaber/<uuid:match_id>/aftale/papir/", agreements.agreement_on_paper, name="agreement_on_paper"),
    path("venskaber/<uuid:match_id>/kontakt/", contacts.contacts, name="contacts"),
    path("venskaber/<uuid:match_id>/kontakt/<uuid:contact_id>/", contacts.contact, name="contact"),
    path(
        "venskaber/<uuid:match_id>/kontakt/<uuid:contact_id>/fjern/",
        contacts.take_contact_back,
        name="take_contact_back",
    ),
    path("aktiviteter/", activities.activities, name="activities"),
    path("aktiviteter/<uuid:activity_id>/", activities.activity, name="activity"),
    path("venskaber/<uuid:match_id>/aktiviteter/", activities.outings, name="outings"),
    path("venskaber/<uuid:match_id>/aktiviteter/<uuid:outing_id>/", activities.outing, name="outing"),
    path(
        "venskaber/<uuid:match_id>/aktiviteter/<uuid:outing_id>/fjern/",
        activities.take_outing_back,
        name="take_outing_back",
    ),
    path("min-side/<str:token>/hvordan-gaar-det/<uuid:match_id>/", own_check_ins.own_answer, name="own_answer"),
    path("min-side/<str:token>/kontakt/<uuid:match_id>/", own_contacts.tick, name="tick"),
    path(
        "min-side/<str:token>/kontakt/<uuid:match_id>/<uuid:contact_id>/", own_contacts.own_contact, name="own_contact"
    ),
    path(
        "min-side/<str:token>/kontakt/<uuid:match_id>/<uuid:contact_id>/fjern/",
        own_contacts.take_own_contact_back,
        name="take_own_contact_back",
    ),
]
