"""Sealing what is told in confidence: AES-256-GCM under a key of the citizen's own, which the master keys wrap.

An envelope is 0x01, a nonce of 12 bytes and the ciphertext; it opens only as the text of its own note and citizen.
The database keeps wrapped keys and envelopes, never a key or a text; `app.note_open` alone gives them out.
"""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection
from django.views.decorators.debug import sensitive_variables

from accounts.adapters import master_keys
from citizens.models import Citizen

VERSION = b"\x01"
NONCE_BYTES = 12


class Unreadable(Exception):
    """An envelope that is not this note's, was changed, or whose key is gone."""


@sensitive_variables()
def seal(text: str, citizen: Citizen, note_id: UUID) -> bytes:
    """The envelope of a text about a citizen, bound to the note that it belongs to."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    key = AESGCM(_unwrapped(_wrapped_key_of(citizen)))
    return VERSION + nonce + key.encrypt(nonce, text.encode(), _bound_to(note_id, citizen.pk))


@sensitive_variables()
def unseal(envelope: bytes, wrapped_key: bytes, citizen_id: UUID, note_id: UUID) -> str:
    """The text in an envelope; raises Unreadable unless it was sealed for this very note and citizen."""
    if envelope[:1] != VERSION:
        raise Unreadable("an envelope of an unknown version")
    nonce, ciphertext = envelope[1 : 1 + NONCE_BYTES], envelope[1 + NONCE_BYTES :]
    try:
        return AESGCM(_unwrapped(wrapped_key)).decrypt(nonce, ciphertext, _bound_to(note_id, citizen_id)).decode()
    except InvalidTag:
        raise Unreadable("not the envelope of this note") from None


def _wrapped_key_of(citizen: Citizen) -> bytes:
    """The citizen's wrapped key, made now if there is none; of two who make the first at once, one wins."""
    proposed = master_keys().encrypt(AESGCM.generate_key(bit_length=256))
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.data_key(%s, %s)", [citizen.pk, proposed])
        return bytes(cursor.fetchone()[0])


@sensitive_variables()
def _unwrapped(wrapped_key: bytes) -> bytes:
    try:
        return master_keys().decrypt(wrapped_key)
    except InvalidToken:
        raise Unreadable("no master key opens the citizen's key") from None


def _bound_to(note_id: UUID, citizen_id: UUID) -> bytes:
    return f"{note_id}|{citizen_id}|note".encode()
