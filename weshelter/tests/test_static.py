"""Static files as production serves them: hashed names, compressed, and nothing that the manifest does not know."""

import gzip
import json
import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

FIRST_VISIT = 100_000


@pytest.fixture
def collected(settings, tmp_path):
    """The folder of static files as production has it."""
    settings.STATIC_ROOT = tmp_path
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    settings.STORAGES = storages

    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_every_file_that_a_style_sheet_names_is_collected(collected):
    paths = json.loads((collected / "staticfiles.json").read_text())["paths"]
    assert {"weshelter.css", "weshelter.js", "favicon.svg", "admin.css", "bootstrap/css/bootstrap.min.css"} <= set(
        paths
    )
    assert staticfiles_storage.url("weshelter.css") != "/static/weshelter.css"


@pytest.mark.feature(92)
@pytest.mark.parametrize("address", ["/", "/konto/login/"])
def test_a_first_visit_weighs_under_100_kb(db, client, collected, address):
    page = client.get(address).content
    files = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode()))

    sent = [smallest(collected / name) for name in files]

    assert len(files) >= 4  # two style sheets, the script and the icon
    assert len(gzip.compress(page)) + sum(sent) < FIRST_VISIT


def smallest(file) -> int:
    """What WhiteNoise sends of a file: its compressed copy where there is one."""
    copies = [file, file.with_name(f"{file.name}.gz"), file.with_name(f"{file.name}.br")]
    return min(copy.stat().st_size for copy in copies if copy.exists())
