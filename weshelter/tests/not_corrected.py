"""What is put right on no page of its own, with the reason; what is put right by verbs, and where that is shown."""

COMPUTED, SEALED, ONCE = "computed", "hashed or sealed", "an answer given once"
ANEW = "an answer given once: it is taken back, and given anew"
WHY_NOT = {
    **dict.fromkeys(["access.Link.volunteer_id", "access.Link.was_used", "access.Link.fetched_on"], COMPUTED),
    **dict.fromkeys(
        ["accounts.AccessChange.user", "accounts.AccessChange.address", "accounts.NewAddress.address"], ANEW
    ),
    **dict.fromkeys([f"accounts.AccessChange.{by}" for by in ("asked_by", "confirmed_by", "settled_by")], COMPUTED),
    **dict.fromkeys(["accounts.NewAddress.user", "accounts.User.made_by", "accounts.User.secretariat_by"], COMPUTED),
    "citizens.BreakGlass.reason": ONCE,
    "citizens.BreakGlass.user": COMPUTED,
    "citizens.Consent.purpose": ANEW,
    "citizens.KnownAs.sorted_as": COMPUTED,
    "foodclubs.Guest.nickname": ANEW,
    "foodclubs.Signup.waits_since": COMPUTED,
    **dict.fromkeys(["history.AccessLog.actor", "history.AccessTrail.actor", "history.Failure.settled_by"], COMPUTED),
    "institutions.Absence.user": "an answer given once: it is called off",
    "institutions.Alignment.lead": "an answer given once: at a review a new one is made",
    "institutions.Membership.user": "an answer given once: it is ended at once, and given to another",
    **dict.fromkeys(["friendships.CheckIn.due_on", "friendships.Milestone.reached_on"], COMPUTED),
    **dict.fromkeys(["friendships.JournalNotice.said_on", "friendships.JournalNotice.heard_by"], ANEW),
    "letters.Message.address": "computed from whom it is to; a mail on its way is turned to nobody else",
    "letters.MessageBody.text": COMPUTED,
    "matching.ChoiceNote.text": ONCE,
    "matching.NotThisOne.volunteer": ANEW,
    "matching.RoundPair.score": COMPUTED,
    **dict.fromkeys(["notes.Acknowledgement.volunteer", "notes.Addressee.user", "notes.Confidence.author"], COMPUTED),
    **dict.fromkeys(["notes.ConfidenceBody.ciphertext", "notes.DataKey.wrapped"], SEALED),
    "notes.Guidance.reason_for_words": ONCE,
    **dict.fromkeys([f"screening.Reference.{said}" for said in ("known_for", "phone", "text", "trusts")], ONCE),
    **dict.fromkeys(["screening.Reference.name", "screening.Reference.email"], ANEW),
    "screening.Decline.reason": ONCE,
    **dict.fromkeys([f"screening.RecordCheck.{said}" for said in ("kind", "seen_on", "outcome")], ANEW),
    "screening.SecondYes.said_at": COMPUTED,
    "volunteers.Answer.text": ONCE,
    "volunteers.Assignment.why_ended": ONCE,
    **dict.fromkeys(["volunteers.Interested.name", "volunteers.Interested.email"], ANEW),
    "volunteers.Requirement.kind": "computed from what the role asks",
    **dict.fromkeys(["volunteers.Volunteer.motivation", "volunteers.Volunteer.heard_from"], ONCE),
    "volunteers.Support.given_on": ANEW,
    "volunteers.Volunteer.sorted_as": COMPUTED,
}
CLOSURE = [f"{side}s_{said}" for side in ("citizen", "volunteer") for said in ("reason", "other")]
CLOSURE += ["citizen_said", "volunteer_said"]
# What is moved by verbs, each with its own pages, or put right by several people: where it is shown.
SHOWN_IN = {
    "accounts.User.email": "accounts/tests/test_new_address.py",
    "accounts.User.name": "accounts/tests/test_users_in_the_admin.py",
    "courses.Attendance.state": "courses/tests/test_courses.py",
    "foodclubs.Duty.state": "foodclubs/tests/test_correcting.py",
    "foodclubs.Signup.paid": "foodclubs/tests/test_correcting.py",
    "foodclubs.Signup.state": "foodclubs/tests/test_correcting.py",
    **dict.fromkeys([f"friendships.Closure.{side}" for side in CLOSURE], "friendships/tests/test_endings.py"),
    **dict.fromkeys(["friendships.Contact.kind", "friendships.Contact.activity"], "friendships/tests/test_contact.py"),
    "friendships.CheckInAnswer.answer": "friendships/tests/test_check_ins.py",
    "friendships.Outing.kroner": "friendships/tests/test_activities.py",
    "friendships.JournalNotice.written_by": "friendships/tests/test_journal.py",
    "friendships.Relocation.journal": "friendships/tests/test_journal.py",
    "friendships.StandIn.state": "friendships/tests/test_stand_in.py",
    "friendships.PlannedRest.why": "friendships/tests/test_planned_rest.py",
    "friendships.Pause.why": "friendships/tests/test_endings.py",
    "institutions.Absence.deputy": "coordinators/tests/test_away.py",
    "matching.Match.state": "matching/tests/test_answers.py",
}
