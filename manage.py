#!/usr/bin/env python
"""Commands of the site. Without DATABASE_URL they run as the demo, on our own PostgreSQL."""

import base64
import os
import secrets
import sys
from pathlib import Path

from weshelter import postgres

# These ask no database, so they start no server. `check` sees the settings as production has them.
WITHOUT_DATABASE = {"", "help", "--help", "version", "--version", "check", "collectstatic"}
WITHOUT_DATABASE |= {"makemessages", "compilemessages"}


def read_env_file() -> None:
    """Take over .env before anybody looks for DATABASE_URL; what the environment says already, stands."""
    import environ

    if (file := Path(__file__).with_name(".env")).exists():
        environ.Env.read_env(file)


def be_the_demo() -> None:
    """On our own server the site is the demo, with the keys that were made together with its data."""
    keys = postgres.secrets("site")
    os.environ.setdefault("DEMO", "1")
    for name in ("SECRET_KEY", "MASTER_KEYS"):
        os.environ.setdefault(name, keys[name])


def be_nowhere() -> None:
    """For commands that only load the settings: values that lead nowhere and protect nothing."""
    for name in postgres.URLS:
        os.environ.setdefault(name, "postgres://nobody@127.0.0.1:1/nothing")
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    os.environ.setdefault("MASTER_KEYS", base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    os.environ.setdefault("SITE_URL", "https://weshelter.example")
    os.environ.setdefault("EMAIL_URL", "consolemail://")
    os.environ.setdefault("LOG_ANCHOR_ADDRESSES", "one@weshelter.example, two@weshelter.example")


def main() -> None:
    """Give the command its database and its login, then let Django run it."""
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        raise SystemExit("Django is not installed here: run `make demo`, then use .venv/bin/python.") from None
    read_env_file()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weshelter.settings")
    os.environ.setdefault("DATABASE_LOGIN", postgres.login_for(sys.argv))
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    url = os.environ.get("DATABASE_URL")
    if command == "demo" and url and not postgres.is_embedded(url):
        raise SystemExit("The demo runs on its own PostgreSQL only: unset DATABASE_URL (also in .env).")
    if not url and command in WITHOUT_DATABASE:
        be_nowhere()
    with postgres.running():
        if not url and postgres.is_embedded(os.environ["DATABASE_URL"]):
            be_the_demo()
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
