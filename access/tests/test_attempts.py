"""The count behind the public forms: exact, over time, and of hashed keys."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from access.attempts import Limit, count_attempt, sender_of, take_back
from access.due import forget_attempts
from access.models import Attempt

THREE = Limit("tries", 3, timedelta(hours=1))


def test_as_many_pass_as_are_allowed(db):
    assert [count_attempt(THREE, "a") for _ in range(5)] == [True, True, True, False, False]


def test_no_more_is_taken_back_than_was_counted(db):
    count_attempt(THREE, "a")
    for _ in range(2):
        take_back(THREE, "a")

    assert [count_attempt(THREE, "a") for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("other", [(THREE, "b"), (Limit("others", 3, timedelta(hours=1)), "a")])
def test_others_and_other_kinds_count_by_themselves(db, other):
    for _ in range(4):
        count_attempt(THREE, "a")

    assert count_attempt(*other)


def test_of_many_at_once_exactly_the_allowed_number_passes(committed):
    limit = Limit("tries", 20, timedelta(hours=1))

    def attempt(_number) -> bool:
        try:
            with transaction.atomic():
                return count_attempt(limit, "a")
        finally:
            connection.close()

    with ThreadPoolExecutor(15) as pool:
        passed = list(pool.map(attempt, range(60)))

    assert (passed.count(True), passed.count(False)) == (20, 40)


def test_after_its_time_one_begins_anew(committed, as_login):
    assert [count_attempt(THREE, "a") for _ in range(4)][-1] is False
    as_login("owner")
    Attempt.objects.update(forget_at=timezone.now() - timedelta(minutes=1))
    as_login("app")

    assert count_attempt(THREE, "a")


def test_only_counts_whose_time_is_over_are_forgotten(committed, as_login):
    count_attempt(THREE, "old")
    as_login("owner")
    Attempt.objects.update(forget_at=timezone.now() - timedelta(minutes=1))
    as_login("app")
    count_attempt(THREE, "new")
    as_login("jobs")

    assert forget_attempts(timezone.localdate()) == 1
    assert forget_attempts(timezone.localdate()) == 0


def test_nothing_of_whom_it_was_is_kept(committed, as_login):
    count_attempt(THREE, "anna@example.net", "192.0.2.7")
    as_login("owner")

    row = Attempt.objects.get()

    assert len(row.key_hash) == 64
    assert "anna" not in str(row.__dict__)


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_an_ipv6_network_counts_as_one(rf, address, counted):
    assert sender_of(rf.get("/", REMOTE_ADDR=address)) == counted


def test_nobody_invents_his_address_where_no_proxy_is_ours(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert sender_of(request) == "192.0.2.7"
