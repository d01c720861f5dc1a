"""The words that were read aloud before a yes stay readable as they were."""

import json
from hashlib import sha256

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Consent
from citizens.wordings import CURRENT, WORDINGS
from weshelter.tests import people

# What has been read aloud is never changed: a better wording is a new version, added here too.
READ_ALOUD = {
    1: "9e7b03555f303acd",
    2: "c8190c94a7cc5ef1",
    3: "98d74dbcfad24026",
    4: "9533f63f0824885b",
}


@pytest.mark.feature(69)
@pytest.mark.parametrize("version", WORDINGS)
def test_a_version_that_was_read_aloud_is_never_changed(version):
    words = json.dumps(WORDINGS[version], sort_keys=True, ensure_ascii=False)

    assert sha256(words.encode()).hexdigest()[:16] == READ_ALOUD[version]


@pytest.mark.parametrize("version", WORDINGS)
def test_every_purpose_has_words_in_both_languages(version):
    assert set(WORDINGS[version]) == set(Consent.Purpose.values)
    assert all(set(texts) == {"da", "en"} and all(texts.values()) for texts in WORDINGS[version].values())


def test_the_newest_is_the_one_that_is_read():
    assert max(WORDINGS) == CURRENT


@pytest.mark.feature(69)
@pytest.mark.parametrize("version", WORDINGS)
def test_a_consent_shows_the_words_of_its_own_version(client, cast, version):
    bo = people.create_citizen(cast, consents=())
    with acting(user=cast.karen):
        Consent.objects.create(
            citizen=bo, project=bo.project, purpose="friend", given="spoken", witnessed_by=cast.karen,
            wording_version=version,
        )  # fmt: skip
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:citizen", args=[bo.pk])).content.decode()

    assert WORDINGS[version]["friend"]["da"] in page
