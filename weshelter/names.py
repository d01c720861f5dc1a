"""What daily jobs and tasks are called where the secretariat reads of them."""

from django.utils.translation import gettext_lazy as _

JOB_NAMES = {
    "changes of access": _("Changes of access that two have agreed on"),
    "changes of access not confirmed": _("Changes of access that nobody confirmed"),
    "new addresses not confirmed": _("New addresses whose link was not used"),
    "projects of volunteers": _("Whose volunteer is whose"),
    "places offered in vain": _("Places that were offered and not taken"),
    "reminders of first meetings": _("Reminders of first meetings"),
    "reminders of courses": _("Reminders of courses and meetings"),
    "referees reminded": _("Reminders of references"),
    "record checks due": _("Record checks that are soon due"),
    "agreements to sign anew": _("Agreements to be signed anew"),
    "breaks that are over": _("Breaks that are over"),
    "interest kept long enough": _("Erased: who waited a year for a role"),
    "proposals not answered in time": _("Proposals that nobody answered in time"),
    "reminders of proposals": _("Reminders of proposals"),
    "how it goes": _("Both of a pair asked how it goes"),
    "milestones": _("Half a year and years as friends"),
    "what waits": _("What waits, written to each once a day"),
    "figures": _("Figures counted"),
    "attempts": _("Erased: counts of attempts"),
    "logins that are over": _("Erased: logins that are over"),
    "failures of long ago": _("Erased: failures of long ago"),
    "match rounds": _("Erased: match rounds of two weeks ago"),
    "heads of the access log": _("The access log's number sent out"),
    "rows kept long enough": _("Erased: old rows of the access log"),
    "the access log is whole": _("The access log is whole"),
    "mails of a week ago": _("Put aside: mails that waited a week"),
    "mails that have not left": _("No mail has waited for a day"),
    "runs of long ago": _("Erased: old lines of this list"),
}
TASK_NAMES = {
    "accounts.tasks.bring_about": _("A change of access that two have agreed on"),
    "citizens.tasks.tell_of_emergency": _("Mails about emergency access"),
    "courses.tasks.write_offers": _("Offers of places that became free"),
    "friendships.tasks.write_to_stand_in": _("What becomes of standing in"),
    "matching.tasks.make_round": _("A match round"),
    "volunteers.tasks.write_new_links": _("New links to the own page"),
    "volunteers.tasks.write_ready": _("That a volunteer is ready"),
    "volunteers.tasks.write_to_new_address": _("Links to an address that was put right"),
}
