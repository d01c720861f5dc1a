"""A sealed text opens only as the text of its own note and citizen."""

from uuid import uuid4

import pytest
from cryptography.fernet import Fernet
from django.db import connection

from access.context import acting
from notes.keys import Unreadable, seal, unseal
from notes.tests.telling import consenting_citizen


@pytest.fixture
def sealed(cast, as_owner_reads_key):
    """A citizen, a note's id, the envelope of "en hilsen 👋", and the wrapped key."""
    bo, note = consenting_citizen(cast), uuid4()
    with acting(user=cast.lars):
        envelope = seal("en hilsen 👋", bo, note)
    return bo, note, envelope, as_owner_reads_key(cast.lars, bo)


@pytest.fixture
def as_owner_reads_key(cast):
    """The wrapped key as `app.data_key` gives it to a lead of the house."""

    def read(lead, citizen) -> bytes:
        with acting(user=lead), connection.cursor() as cursor:
            cursor.execute("SELECT app.data_key(%s, %s)", [citizen.pk, b"a second proposal"])
            return bytes(cursor.fetchone()[0])

    return read


def test_a_sealed_text_opens_for_its_own_note_and_citizen(sealed):
    bo, note, envelope, key = sealed

    assert unseal(envelope, key, bo.pk, note) == "en hilsen 👋"


def test_the_envelope_begins_with_its_version_and_never_repeats(cast, sealed):
    bo, note, envelope, _key = sealed

    with acting(user=cast.lars):
        again = seal("en hilsen 👋", bo, note)

    assert envelope[:1] == again[:1] == b"\x01"
    assert envelope != again


def test_moved_to_another_note_it_stays_shut(sealed):
    bo, _note, envelope, key = sealed

    with pytest.raises(Unreadable):
        unseal(envelope, key, bo.pk, uuid4())


def test_moved_to_another_citizen_it_stays_shut(sealed):
    _bo, note, envelope, key = sealed

    with pytest.raises(Unreadable):
        unseal(envelope, key, uuid4(), note)


@pytest.mark.parametrize("place", [0, 1, 12, 13, -1])
def test_with_one_bit_flipped_anywhere_it_stays_shut(sealed, place):
    bo, note, envelope, key = sealed
    changed = bytearray(envelope)
    changed[place] ^= 1

    with pytest.raises(Unreadable):
        unseal(bytes(changed), key, bo.pk, note)


def test_with_another_citizens_key_it_stays_shut(cast, sealed):
    bo, note, envelope, _key = sealed
    ida = consenting_citizen(cast, "Ida")
    with acting(user=cast.lars):
        seal("noget", ida, uuid4())
    with acting(user=cast.lars), connection.cursor() as cursor:
        cursor.execute("SELECT app.data_key(%s, %s)", [ida.pk, b""])
        her_key = bytes(cursor.fetchone()[0])

    with pytest.raises(Unreadable):
        unseal(envelope, her_key, bo.pk, note)


def test_without_the_old_master_key_it_stays_shut(sealed, settings):
    bo, note, envelope, key = sealed
    settings.MASTER_KEYS = [Fernet.generate_key().decode()]

    with pytest.raises(Unreadable):
        unseal(envelope, key, bo.pk, note)


def test_a_new_master_key_in_front_still_opens_it(sealed, settings):
    bo, note, envelope, key = sealed
    settings.MASTER_KEYS = [Fernet.generate_key().decode(), *settings.MASTER_KEYS]

    assert unseal(envelope, key, bo.pk, note) == "en hilsen 👋"


def test_the_first_key_stands_whatever_is_proposed_later(cast, sealed, as_owner_reads_key):
    bo, _note, _envelope, key = sealed

    assert as_owner_reads_key(cast.lars, bo) == key
