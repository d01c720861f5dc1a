"""The demo's mailbox: what the worker wrote with Django's file backend, newest first. Nothing is sent anywhere."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path


@dataclass(frozen=True)
class Letter:
    """One message as its receiver would read it."""

    to: str
    subject: str
    at: datetime
    text: str


def letters_in(folder: Path, *, to: str = "", site: str = "") -> list[Letter]:
    """The letters in the folder of the file backend, newest first; `to` keeps those to one address.

    Their links lead to `site`: the demo may have been on another port when they were written.
    """
    letters = [_read(raw, site) for file in folder.glob("*.log") for raw in _messages(file)]
    return sorted((one for one in letters if to in ("", one.to)), key=lambda one: one.at, reverse=True)


def _messages(file: Path) -> list[bytes]:
    """The file backend writes each message and then a line of 79 dashes."""
    return [part.strip() for part in file.read_bytes().split(b"-" * 79 + b"\n") if part.strip()]


def _read(raw: bytes, site: str) -> Letter:
    message = message_from_bytes(raw, policy=policy.default)
    text = message.get_content()
    return Letter(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        at=_moment(str(message["Date"])),
        text=re.sub(r"http://localhost:\d+", site, text) if site else text,
    )


def _moment(date: str) -> datetime:
    """Django writes the moment in UTC with the zone "-0000", which Python reads as no zone at all."""
    moment = parsedate_to_datetime(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
