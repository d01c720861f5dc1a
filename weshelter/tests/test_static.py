"""Static files as production serves them: hashed names, compressed, and nothing that the manifest does not know."""

import json

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command


def test_every_file_that_a_style_sheet_names_is_collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    settings.STORAGES = storages

    call_command("collectstatic", interactive=False, verbosity=0)

    paths = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    assert {"weshelter.css", "weshelter.js", "favicon.svg", "admin.css", "bootstrap/css/bootstrap.min.css"} <= set(
        paths
    )
    assert staticfiles_storage.url("weshelter.css") != "/static/weshelter.css"
