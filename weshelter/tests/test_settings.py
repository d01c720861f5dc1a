"""Settings come from the environment; each that is missing or wrong gets a sentence, and no secret has a default."""

import os
import subprocess
import sys

import pytest

WHOLE = {
    "DATABASE_URL": "postgres://ws_app:x@db.example.org/weshelter",
    "DATABASE_OWNER_URL": "postgres://ws_owner:x@db.example.org/weshelter",
    "DATABASE_JOBS_URL": "postgres://ws_jobs:x@db.example.org/weshelter",
    "SECRET_KEY": "a long random text",
    "MASTER_KEYS": "b25seSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmcuLi4=",
    "SITE_URL": "https://frivillig.example.org",
    "EMAIL_URL": "smtp+tls://name:password@mail.example.org:587",
    "LOG_ANCHOR_ADDRESSES": "one@example.org, two@example.org",
}


def load(without: str = "", **values: str) -> tuple[int, str]:
    """Load the settings as production does, in a process of its own: exit code and what it said."""
    environment = {"PATH": os.environ["PATH"], **WHOLE, **values}
    environment.pop(without, None)
    command = [sys.executable, "-c", "import django.conf; django.conf.settings.DATABASES"]
    environment["DJANGO_SETTINGS_MODULE"] = "weshelter.settings"
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.strip().rsplit("\n", 1)[-1]


def test_with_all_of_them_the_site_loads():
    assert load() == (0, "")


@pytest.mark.parametrize(
    "name", ["DATABASE_URL", "SECRET_KEY", "MASTER_KEYS", "SITE_URL", "EMAIL_URL", "LOG_ANCHOR_ADDRESSES"]
)
def test_each_that_is_missing_is_named_with_what_it_is_for(name):
    code, said = load(without=name)

    assert code == 1
    assert f"Set {name}: " in said
    assert "See .env.example." in said


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"DATABASE_LOGIN": "root"}, "must be app, owner or jobs"),
        ({"DATABASE_URL": "sqlite:///x.db"}, "the site runs on PostgreSQL only"),
        ({"MASTER_KEYS": "short"}, "key 1 is no Fernet key"),
        ({"SITE_URL": "http://frivillig.example.org"}, "must begin with https://"),
        ({"LOG_ANCHOR_ADDRESSES": "one@example.org, one@example.org"}, "names one address; it takes two"),
        ({"LOG_WITNESS": "10.0.0.7"}, "it must be udp://"),
        ({"DEMO": "1"}, "run only on the embedded PostgreSQL"),
        ({"TESTS": "1"}, "run only on the embedded PostgreSQL"),
    ],
)
def test_each_that_is_wrong_gets_a_sentence(values, sentence):
    code, said = load(**values)

    assert code == 1
    assert sentence in said


def test_every_setting_stands_in_the_example():
    with open(".env.example", encoding="utf8") as example:
        text = example.read()

    assert [name for name in WHOLE if f"{name}=" not in text] == []
