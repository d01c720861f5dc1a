"""Taking back what was just done: the sentence that tells of it carries the act that undoes it.

An undo is an act like any other: a POST to a page that says who may, through the same verb and the same table of moves.
It is offered until one leaves the page; no clock runs.
"""

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest


def undoable(request: HttpRequest, sentence: str, address: str, **fields) -> None:
    """Tell what was done, with “Undo”: a POST of `fields` to `address`. Never the words that somebody confided."""
    messages.success(request, sentence, extra_tags=f"{address}?{urlencode(fields)}")


def undo_of(message: Message) -> dict | None:
    """The address and the fields of the act that undoes what the message tells of, if it can be undone."""
    address, _mark, fields = (message.extra_tags or "").partition("?")
    return {"address": address, "fields": parse_qsl(fields)} if address.startswith("/") else None
