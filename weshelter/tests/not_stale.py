"""Pages on which two can overwrite nothing of each other, each with the reason."""

OF_ONES_OWN_ACCESS = [f"accounts:{name}" for name in ("address", "call_off_address", "confirm_address", "new_phone")]
VERBS_OF_MAILS, VERBS_OF_TASKS = ["send_mail_again", "put_mail_aside"], ["try_task_again", "put_task_away"]
# Nothing stands there that a second person could overwrite, or only one person comes there.
NOTHING_TO_OVERWRITE = {
    **dict.fromkeys(OF_ONES_OWN_ACCESS, "one's own"),
    **dict.fromkeys(VERBS_OF_MAILS, "the second is told; letters/tests and test_operation_mails"),
    **dict.fromkeys(VERBS_OF_TASKS, "a task that somebody else has seen to is there no more"),
    "citizens:register": "a new citizen each time",
    "citizens:put_spoken_right": "only who wrote it down can, so nobody else comes between",
    "citizens:take_spoken_back": "only who wrote it down can, so nobody else comes between",
    "screening:correct_interview": "only who held the conversation can, so nobody else comes between",
    "volunteers:enter": "a new applicant each time; the very same twice is one",
    "coordinators:begin_emergency": "one's own, with a reason of one's own",
    "coordinators:end_emergency": "one's own",
    "coordinators:review_emergency": "once, by somebody else than whoever used it; the database takes no second",
    "coordinators:close_project": "nothing of it happens while something is open, and it happens once",
    "coordinators:close_house": "nothing of it happens while something is open, and it happens once",
    "coordinators:open_in_emergency": "opens, and changes nothing",
    "friendships:activities": "a new activity each time",
    "foodclubs:join": "a new guest each time",
    "foodclubs:plan": "a new evening each time",
    "matching:rounds": "a new round each time, which only whoever asked for it sees",
    "matching:round": "only whoever asked for a round sees it; each pair goes through the gate of a proposal",
    "notes:guide": "a new draft each time",
    "notes:open": "opens, and changes nothing",
    "notes:withdraw": "its author's alone",
    "notes:write": "a new message each time",
    "volunteers:apply": "a new application each time",
    "volunteers:applied": "one's own, of a moment ago; once somebody has begun with it, the database takes it no more",
    "matching:two_beside": "the same form and the same act as matching:propose",
    "screening:stop_feed": "stopped twice is stopped once, and she is told once",
    "screening:ask_for_referees": "a letter; the link in the former one ends",
    "volunteers:forget_interested": "the later finds nobody: the name is erased, and nothing is left to tell of",
    "screening:second_yes": "a yes of one's own beside the other's",
    "screening:shadowing": "each time along is a row of its own",
    "screening:support": "each talk is a row of its own",
    "screening:take_support_back": "only whoever wrote it down can",
    "volunteers:new_link": "a letter to oneself",
    "volunteers:show_interest": "a new name each time",
    "reports:figures_csv": "reads, and changes nothing",
    "settle_failure": "says how often it had happened when it was seen; what came after counts anew",
    "set_language": "one's own",
}
# The second is told, and not who was first: two guests may bear one name, and the sentence asks for another.
NAMES_NOBODY = {"foodclubs:sign_up"}
# A list is searched by POST, so that no name stands in an address; nothing is changed.
ONLY_SEARCHES = {"citizens:list", "foodclubs:list", "friendships:check_ins", "matching:list", "volunteers:list"}
# Two persons and their own rules: accounts/tests/.
TWO_PERSONS = {f"accounts:{name}" for name in ("ask_address", "ask_secretariat", "ask_way_back", "stop_by_colleague")}
TWO_PERSONS |= {"accounts:confirm_change", "accounts:refuse_change"}
