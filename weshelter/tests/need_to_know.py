"""Who may be shown what: the need-to-know table as data, column by column; what is not here is shown to nobody.

A coordinator, a lead and a link are shown only what belongs to their own house, a link only what is about its own
volunteer and his friend; the secretariat sees both houses. Tried on every page by `test_canary.py`.
"""

SECRETARIAT, COORDINATOR, LEAD = "secretariat", "coordinator", "lead"
OWN_PAGE, AGREEMENT, PROPOSAL, DUTY, COURSES = "own_page", "agreement", "proposal", "duty", "courses"
CONVERSATION, REFEREES, REFERENCE, FEED = "conversation", "referees", "reference", "feed"
STOP_CHANGE = "stop_change"
ANYBODY, LETTER = "anybody", "letter"  # nobody signed in; somebody's letter, and so the demo's Postkasse
ONESELF = "oneself"  # whoever is signed in, of the own row
LINKS = {OWN_PAGE, AGREEMENT, PROPOSAL, DUTY, COURSES, CONVERSATION, REFEREES, REFERENCE, FEED}
PUBLIC = {ANYBODY}

NEED_TO_KNOW: dict[str, tuple[set[str], str]] = {
    # staff
    "accounts_user.name": (
        {SECRETARIAT, COORDINATOR, LEAD, OWN_PAGE, PROPOSAL, CONVERSATION, STOP_CHANGE, LETTER},
        "who acted, whom to call",
    ),
    "accounts_user.email": ({SECRETARIAT, ONESELF, LETTER}, "the secretariat invites; the address of a letter"),
    "accounts_accesschange.address": ({SECRETARIAT, STOP_CHANGE, LETTER}, "what two agree on; by link to the person"),
    "accounts_newaddress.address": ({ONESELF, LETTER}, "what one asked for oneself; the address of a letter"),
    # citizens: never the secretariat, never a letter
    "citizens_knownas.called_name": ({COORDINATOR, LEAD, OWN_PAGE}, "first name of the own friend, once they met"),
    "citizens_knownas.reach": ({COORDINATOR, LEAD}, "to make an appointment"),
    "citizens_wishes.own_words": ({COORDINATOR, LEAD}, "to find the right match"),
    "citizens_wishes.area": ({COORDINATOR, LEAD}, "to find the right match"),
    "citizens_disclosure.words": ({COORDINATOR, LEAD, OWN_PAGE}, "what he said yes to, for his friend"),
    "citizens_disclosure.words (kept)": ({COORDINATOR, LEAD}, "no or not yet: never for the friend"),
    "citizens_breakglass.reason": ({SECRETARIAT}, "a colleague looks at why somebody used emergency access"),
    "matching_choicenote.text": ({COORDINATOR}, "why the coordinator chose this one"),
    "matching_firstmeeting.place": ({COORDINATOR, LEAD, OWN_PAGE, LETTER, FEED}, "where the pair meets the first time"),
    **dict.fromkeys(
        [f"friendships_pairagreement.{said}" for said in ("limits", "own_words", "place", "reach")],
        ({COORDINATOR, OWN_PAGE}, "what the two have agreed, for both of them"),
    ),
    **dict.fromkeys(
        ["friendships_closure.citizens_other", "friendships_closure.volunteers_other"],
        ({COORDINATOR}, "why a side ends it, and never for the other"),
    ),
    "friendships_relocation.bridges": ({COORDINATOR}, "good places for the two, where he lives now"),
    # notes: the text of a confidence is in no column, and on no page but the answer to note_open
    "notes_guidance.text": ({COORDINATOR, OWN_PAGE}, "approved, for the own friend"),
    "notes_guidance.text (kept)": ({COORDINATOR}, "a draft, or taken back"),
    "notes_guidance.reason_for_words": ({COORDINATOR}, "why the words stand although they may tell too much"),
    # volunteers
    "volunteers_volunteer.name": (
        {SECRETARIAT, COORDINATOR, LEAD, *LINKS, LETTER},
        "limited for the lead: name and phone",
    ),
    "volunteers_volunteer.phone": (
        {SECRETARIAT, COORDINATOR, LEAD, OWN_PAGE},
        "limited for the lead: name and phone; her own to correct",
    ),
    "volunteers_volunteer.email": (
        {SECRETARIAT, COORDINATOR, OWN_PAGE, LETTER},
        "full, and the address of her letters; her own to see",
    ),
    "volunteers_volunteer.postcode": ({SECRETARIAT, COORDINATOR, OWN_PAGE}, "full; her own to correct"),
    "volunteers_volunteer.motivation": ({SECRETARIAT, COORDINATOR}, "what the conversation begins with"),
    "screening_agreement.text_da": ({SECRETARIAT, COORDINATOR, AGREEMENT}, "what one signs, by link or on paper"),
    "screening_agreement.text_en": ({SECRETARIAT, COORDINATOR, AGREEMENT}, "what one signs, by link or on paper"),
    # the screening: those who screen, never a link but the one that asks
    "screening_appointment.place": (
        {SECRETARIAT, COORDINATOR, CONVERSATION, OWN_PAGE, FEED, LETTER},
        "where one meets",
    ),
    "screening_reference.name": ({SECRETARIAT, COORDINATOR}, "whom we ask; no letter greets by it"),
    "screening_reference.email": ({LETTER}, "the address of the letter"),
    "screening_reference.phone": ({SECRETARIAT, COORDINATOR}, "to ask further, if welcome"),
    "screening_reference.text": ({SECRETARIAT, COORDINATOR}, "what a referee says, for those who decide"),
    "volunteers_exemption.why": ({SECRETARIAT, COORDINATOR}, "full, for those who screen"),
    "volunteers_answer.question": ({SECRETARIAT, COORDINATOR}, "what was asked when it was answered"),
    "volunteers_answer.text": ({SECRETARIAT, COORDINATOR}, "what the conversation begins with"),
    "volunteers_interested.name": ({SECRETARIAT, COORDINATOR, LETTER}, "to write that the role is open"),
    "volunteers_interested.email": ({SECRETARIAT, COORDINATOR, LETTER}, "to write that the role is open"),
    **dict.fromkeys(
        ["courses_gathering.title", "courses_gathering.place"],
        ({SECRETARIAT, COORDINATOR, OWN_PAGE, COURSES, FEED, LETTER}, "courses of all projects"),
    ),
    # food clubs: of a guest the nickname, at the own house
    "foodclubs_guest.nickname": ({COORDINATOR, LEAD}, "the list of the evening"),
    # houses and what stands on the front page
    "institutions_institution.reply_to": ({SECRETARIAT}, "where answers to mails go"),
    "institutions_project.reply_to": ({SECRETARIAT}, "where answers to mails go"),
    "institutions_alignment.tasks": ({SECRETARIAT, COORDINATOR, LEAD}, "what volunteers do at the house"),
    "institutions_alignment.why_volunteers": ({SECRETARIAT, COORDINATOR, LEAD}, "what volunteers do at the house"),
    "institutions_alignment.interplay": ({SECRETARIAT, COORDINATOR, LEAD}, "what volunteers do at the house"),
    **dict.fromkeys(
        [
            "institutions_housecard.coordinator_phone",
            "institutions_housecard.daily_life",
            "institutions_housecard.lead_phone",
            "institutions_housecard.out_of_hours_phone",
            "institutions_housecard.rules",
            "institutions_housecard.secretariat_phone",
        ],
        ({SECRETARIAT, COORDINATOR, LEAD, OWN_PAGE}, "for those who work or help at the house"),
    ),
    **dict.fromkeys(
        ["friendships_activity.name", "friendships_activity.how"],
        ({SECRETARIAT, COORDINATOR, LEAD, OWN_PAGE}, "what two friends can do together, and how they get it"),
    ),
    "letters_message.address": ({SECRETARIAT, COORDINATOR, LETTER}, "that a message was sent, never its text"),
    **dict.fromkeys(
        [
            "foodclubs_evening.menu",
            "foodclubs_evening.place",
            "foodclubs_foodclub.name",
            "institutions_institution.about",
            "institutions_institution.address",
            "institutions_institution.city",
            "institutions_institution.name",
            "institutions_institution.postcode",
            "institutions_institution.presence",
            "institutions_project.name",
            "volunteers_rolequestion.text_da",
            "volunteers_rolequestion.text_en",
            "volunteers_roleprofile.asks",
            "volunteers_roleprofile.not_what",
            "volunteers_roleprofile.title",
            "volunteers_roleprofile.what",
            "volunteers_roleprofile.why_volunteers",
        ],
        (PUBLIC, "open to everybody"),
    ),
}

# A text that stands in a second column, from where it comes, and why.
COPIES = {
    ("citizens_knownas.sorted_as", "citizens_knownas.called_name"): "the same name, as lists are sorted by it",
    ("volunteers_volunteer.sorted_as", "volunteers_volunteer.name"): "the same name, as lists are sorted by it",
    ("account_emailaddress.email", "accounts_user.email"): "allauth's, which the login asks",
    ("letters_message.address", "volunteers_volunteer.email"): "to whom a letter went",
    ("letters_message.address", "screening_reference.email"): "to whom a letter went",
    ("letters_message.address", "accounts_user.email"): "to whom a letter went",
    ("letters_message.address", "accounts_accesschange.address"): "to whom a letter went",
    ("letters_message.address", "volunteers_interested.email"): "to whom a letter went",
}
