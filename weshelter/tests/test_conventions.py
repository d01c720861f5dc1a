"""What holds for all our code: who imports whom, how long things are, what each model says about itself."""

import ast
import hashlib
import importlib.util
import re
from importlib.resources import files
from statistics import median

import pytest
from django.db.migrations.loader import MigrationLoader

from weshelter.tests.code import (
    LAYERS,
    OUR_APPS,
    ROOT,
    circles,
    imported,
    leans_on,
    length,
    modules,
    name_of,
    our_models,
    tree,
    views,
)

JUNK_DRAWERS = {"utils", "helpers", "common", "core", "base", "misc", "services", "managers"}
QUERY_WORDS = re.compile(
    r"\.(filter|exclude|select_related|prefetch_related|annotate|values|values_list|order_by|only|defer|aggregate"
    r"|distinct|get|in_bulk|bulk_create|update|create|delete|count|exists|first|last)\("
)
FROM_THE_REQUEST = re.compile(r"(POST|GET|headers|session|cleaned_data)\.get\(")
BOOTSTRAP = {
    "css/bootstrap.min.css": "d85327d99c7a3ee1f9b5d0500d1370acea3ad2db39c163c2f51f232baedbdede",
    "js/bootstrap.bundle.min.js": "e4fd49181388c48ec5040bd3fe66f57c29c8e67fcd8502b3354b96ec7ab47cc7",
}
# Models that have no `visible_to`, each with its reason.
WITHOUT_VISIBLE_TO = {
    "access.Attempt": "the app's login cannot read it",
    "access.Link": "the app's login cannot read it",
    "letters.MessageBody": "the app's login cannot read it",
    "notes.ConfidenceBody": "the app's login cannot read it",
    "notes.DataKey": "the app's login cannot read it",
    "accounts.User": "names of staff; found through memberships",
    "institutions.Institution": "anybody may read it",
    "institutions.Interest": "anybody may read it",
}


def below(app):
    """The apps that this one may import."""
    at = next(number for number, layer in enumerate(LAYERS) if app in layer)
    return {lower for layer in LAYERS[:at] for lower in layer}


@pytest.mark.parametrize("app", OUR_APPS)
def test_an_app_imports_only_apps_of_lower_layers(app):
    upwards = {
        f"{name_of(path)} imports {other}"
        for path in modules()
        if path.is_relative_to(ROOT / app)
        for other in imported(path) & set(OUR_APPS) - below(app) - {app}
    }

    assert upwards == set()


@pytest.mark.parametrize(
    ("app", "forbidden"),
    [
        ("citizens", {"citizens", "volunteers", "matching", "weshelter"}),
        ("matching", {"foodclubs", "notes"}),
        ("reports", {"coordinators", "weshelter"}),
        ("access", set(OUR_APPS)),
    ],
)
def test_neighbours_and_higher_layers_are_not_below(app, forbidden):
    assert below(app) & forbidden == set()


def test_an_import_is_found_wherever_it_hides(tmp_path):
    module = tmp_path / "module.py"
    module.write_text("if TYPE_CHECKING:\n    import notes.models\ndef late():\n    from matching import models\n")

    assert imported(module) == {"notes", "matching"}


def test_no_files_lean_on_each_other_in_a_circle():
    assert circles(leans_on()) == []


def test_a_circle_is_found():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}) == [{"a", "b", "c"}]


def test_every_app_has_its_layer():
    apps = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert apps == set(OUR_APPS)


def test_no_view_is_longer_than_a_screen():
    lengths = {name: length(view) for name, view in views()}

    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}
    assert median(lengths.values()) <= 20


def test_views_ask_by_named_querysets():
    """Words of queries in views, at most one in a hundred lines: what is asked has a name on its queryset."""
    lines = [line for path in modules(migrations=False) if is_of_views(path) for line in path.read_text().splitlines()]
    asked = [line for line in lines if QUERY_WORDS.search(line) and not FROM_THE_REQUEST.search(line)]

    assert len(lines) > 2000
    assert len(asked) / len(lines) <= 0.01


def is_of_views(path):
    return path.name == "views.py" or path.parent.name == "views" or path.name.endswith("_views.py")


def test_no_module_is_longer_than_one_reads():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in modules(tests=True, migrations=False)}

    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_no_class_is_longer_than_150_lines():
    lengths = {
        f"{name_of(path)}:{node.name}": length(node)
        for path in modules(migrations=False)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    }

    assert {name: lines for name, lines in lengths.items() if lines > 150} == {}


def test_no_module_is_a_junk_drawer():
    names = {name_of(path) for path in modules(tests=True) if JUNK_DRAWERS & {path.stem, path.parent.name}}

    assert names == set()


def test_days_in_tests_are_days_by_the_clock_on_the_wall():
    """Before midnight a hundred times 24 hours ago was another day than a hundred days ago, across summer time."""
    in_hours = re.compile(r"timezone\.now\(\) [-+] timedelta\((days=|\d+\))")
    tests = [path for path in modules(tests=True) if "tests" in path.parts]

    assert {name_of(path) for path in tests if in_hours.search(path.read_text())} == set()


def test_migrations_say_what_they_change():
    machine_made = re.compile(r"^\d{4}_(initial|auto_.*|.*_and_more|alter_.*|remove_.*|rename_.*|delete_.*)$")
    names = {name for app, name in MigrationLoader(None).disk_migrations if app in OUR_APPS}

    assert {name for name in names if machine_made.match(name)} == set()


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_model_says_which_fields_are_personal_and_for_how_long(model):
    fields = {field.name for field in model._meta.get_fields()}

    assert set(model.__dict__["PERSONAL"]) <= fields
    assert all(purpose and how_long for purpose, how_long in model.PERSONAL.values())


def test_every_model_says_who_sees_which_rows():
    without = {model._meta.label for model in our_models() if not hasattr(model._default_manager, "visible_to")}

    assert without == set(WITHOUT_VISIBLE_TO)


def templates():
    return sorted((ROOT / "templates").rglob("*.html"))


# A data block (application/json) is no script: the browser does not run it.
FORBIDDEN_IN_TEMPLATES = {
    "a style of its own": re.compile(r"<style|\sstyle\s*=", re.I),
    "an inline script": re.compile(r"<script(?![^>]*(\ssrc=|type=\"application/json\"))|javascript:", re.I),
    "an on… attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a count after `trimmed`, which the collector of texts overlooks": re.compile(
        r"blocktranslate trimmed [^%]*count "
    ),
    "somebody else's address": re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w.-]+\.\w+", re.I),
}


@pytest.mark.parametrize(("what", "pattern"), FORBIDDEN_IN_TEMPLATES.items())
def test_no_template_has(what, pattern):
    found = {name_of(path): found[0] for path in templates() if (found := pattern.search(path.read_text()))}

    assert found == {}


def test_no_static_file_asks_somebody_else():
    own = [path for path in (ROOT / "static").rglob("*") if path.suffix in {".css", ".js", ".svg", ".html"}]
    pattern = FORBIDDEN_IN_TEMPLATES["somebody else's address"]

    assert {name_of(path): found[0] for path in own if (found := pattern.search(path.read_text()))} == {}


def test_templates_are_short():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in templates()}

    assert {name: lines for name, lines in lengths.items() if lines > 90} == {}


def test_django_cannot_switch_to_another_database_driver():
    assert importlib.util.find_spec("psycopg") is None


@pytest.mark.parametrize(("name", "sha256"), BOOTSTRAP.items())
def test_bootstrap_is_the_one_we_looked_at(name, sha256):
    content = (files("django_include_bootstrap") / "static" / name).read_bytes()

    assert hashlib.sha256(content).hexdigest() == sha256
