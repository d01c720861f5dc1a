"""The seven promises of the product: for each the tests that fail when it is broken, and what is not kept of it yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """What is promised; the tests that hold it; and in a sentence what it lacks, if it is kept in part."""

    text: str
    tests: list[str]
    lacks: str = ""


PROMISES = [
    Promise(
        "No request sees a row outside its scope, even where a view forgets to filter: the database is the second"
        " lock.",
        [
            "weshelter/tests/test_row_security.py::test_every_table_has_row_security_or_a_reason",
            "weshelter/tests/test_row_security.py::test_the_database_shows_of_every_table_what_visible_to_says",
            "weshelter/tests/test_row_security.py::test_without_anybody_acting_only_what_is_public_has_rows",
            "weshelter/tests/test_matrix.py::test_anothers_thing_looks_byte_for_byte_like_one_that_is_not_there",
        ],
        lacks="The tables of logins, which are asked before anybody acts, have no policies: names and ids of staff.",
    ),
    Promise(
        "No confidential text is read without a committed row in the access log.",
        [
            "notes/tests/test_opening.py::test_the_row_stands_in_the_log_before_the_text_is_out",
            "notes/tests/test_opening.py::test_rolled_back_reading_and_row_vanish_together",
            "weshelter/tests/test_witnesses.py::test_where_the_database_tells_nothing_the_door_stays_shut",
            "history/tests/test_chain.py::test_a_backend_killed_after_the_row_was_written_leaves_neither_row_nor_gap",
            "citizens/tests/test_emergency_is_seen.py::test_whoever_opens_it_in_the_database_itself_is_seen_all_the_same",
        ],
    ),
    Promise(
        "The log and the history cannot be changed by the site; a change by who runs the database is found the next"
        " day.",
        [
            "history/tests/test_chain.py::test_neither_login_changes_a_row_of_a_log",
            "history/tests/test_chain.py::test_a_change_of_any_column_is_found",
            "history/tests/test_chain.py::test_a_chain_written_anew_as_a_whole_does_not_fit_the_letters",
            "history/tests/test_witness.py::test_newest_rows_that_were_deleted_are_named_by_what_was_seen",
            "history/tests/test_witness.py::test_a_number_that_was_used_again_is_named_although_the_chain_is_whole",
            "history/tests/test_history_locks.py::test_the_apps_login_is_refused_even_when_it_ignores_triggers",
        ],
        lacks="Only the access log is a chain: who runs the database can change the history and the trail unseen.",
    ),
    Promise(
        "A new address, table, admin page or export column that declares no access is closed, and the suite fails.",
        [
            "weshelter/tests/test_urls.py::test_every_address_declares_who_may_open_it_or_is_known_to_be_closed",
            "weshelter/tests/test_row_security.py::test_every_table_has_row_security_or_a_reason",
            "weshelter/tests/test_matrix_admin.py::test_every_page_of_the_admin_is_the_secretariats",
            "weshelter/tests/test_matrix_closed.py::test_an_address_that_declares_nothing_is_closed",
            "weshelter/tests/test_matrix_closed.py::test_a_table_that_nobody_secured_is_closed",
            "weshelter/tests/test_matrix_closed.py::test_a_page_added_to_the_admin_is_the_secretariats",
            "weshelter/tests/test_admin_lists.py::test_no_column_can_be_asked_that_no_filter_declares",
            "weshelter/tests/test_matrix_closed.py::test_a_column_of_a_file_that_declares_no_role_is_left_out",
            "weshelter/tests/test_matrix_closed.py::test_a_link_of_a_purpose_that_no_page_declares_cannot_be_made",
        ],
    ),
    Promise(
        "Erased means gone: no backup gives a confidence back once the old master key is destroyed, and the rest is"
        " erased again before a restored site opens.",
        [
            "notes/tests/test_keys.py::test_without_the_old_master_key_it_stays_shut",
            "notes/tests/test_writing.py::test_the_text_taken_back_is_erased",
        ],
        lacks="Only a confidence taken back is erased: no person yet, nothing repeats it after a restore, and no"
        " command renews the keys that wait to be destroyed.",
    ),
    Promise(
        "Nobody enters with a password alone, the demo excepted.",
        [
            "accounts/tests/test_factors.py::test_no_page_opens_with_a_password_alone",
            "accounts/tests/test_login.py::test_a_session_that_skipped_the_second_factor_is_ended",
            "accounts/tests/test_session_keys.py::test_no_key_that_the_app_can_read_is_a_login",
            "accounts/tests/test_what_opens.py::test_a_hash_that_somebody_writes_in_anothers_name_opens_nothing",
            "accounts/tests/test_what_opens.py::test_a_passkey_that_was_not_made_on_our_pages_is_none_of_ours",
            "accounts/tests/test_second_person.py::test_a_wrong_second_person_confirms_nothing",
            "accounts/tests/test_changes.py::test_nothing_happens_before_the_day_is_over",
        ],
    ),
    Promise(
        "What a volunteer is shown never shares a row, an address, a letter or a log line with what was told.",
        [
            "notes/tests/test_canary.py::test_no_row_but_origin_knows_both",
            "notes/tests/test_canary.py::test_the_friends_pages_know_no_id_of_the_confidence",
            "notes/tests/test_canary.py::test_no_letter_log_line_or_task_holds_it",
            "notes/tests/test_friend_view.py::test_a_link_reads_no_table_about_a_citizen",
            "weshelter/tests/test_canary.py::test_everybody_is_shown_only_what_he_needs_to_know",
            "weshelter/tests/test_canary.py::test_no_letter_tells_more_than_its_receiver_knows",
            "weshelter/tests/test_canary.py::test_no_log_line_holds_a_text_or_the_token_of_a_link",
        ],
    ),
]
