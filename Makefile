# make demo   the site with made-up people on http://localhost:8000 (make demo PORT=8001 for another port)
# make demo MFA=1  the same, and it asks for second factors as a real site does (passkeys work on localhost)
# make run    the same while one works on it: what is changed is reloaded, with Django's debug toolbar
# make test   all tests (make test ARGS="matching -x" for some)
# make check  style, types, templates, migrations, translations
# make messages  brings new texts into the Danish catalogue, to be translated there
# make docs  writes docs/features.md, states.md and access.md anew from the code
# make pictures  the main page of each role into docs/pictures/ (make pictures ARGS="--only-readme")
# make clean  removes all that was made here, the demo's database too

PYTHON ?= python3
PORT ?= 8000
MFA ?=
ARGS ?=
# All tests on the cores there are: a file's tests together, for they may share a site; conftest.py orders the files.
SIDE_BY_SIDE := --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder
BIN := .venv/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
# The types' checker loads the settings; these values lead nowhere and protect nothing.
NOWHERE := DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing SECRET_KEY=x MASTER_KEYS=b25seSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmcuLi4= SITE_URL=https://x EMAIL_URL=consolemail:// LOG_ANCHOR_ADDRESSES=a@x,b@x
MESSAGES := $(BIN)/django-makemessages-rs --locale da --no-location --no-fuzzy-matching --keep-header --no-obsolete --ignore tests
FETCHED := The first start fetches what the site is made of, and needs a network for it this once. Look at it, and try again.
# One network round trip less, and nothing said about newer versions: the pins decide.
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo run test check messages docs pictures clean
.DELETE_ON_ERROR:

demo: .venv/site $(CATALOGUES)
	@MFA="$(MFA)" exec $(BIN)/python manage.py demo --port "$(PORT)"

run: .venv/development $(CATALOGUES)
	@MFA="$(MFA)" exec $(BIN)/python manage.py demo --develop --port "$(PORT)"

test: .venv/development $(CATALOGUES)
	@exec $(BIN)/python -m pytest --durations=20 $(or $(ARGS),$(SIDE_BY_SIDE))

check: .venv/development $(CATALOGUES)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m djlint --quiet --lint --profile=django templates
	$(NOWHERE) $(BIN)/python -m mypy .
	$(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(MESSAGES) --check --no-untranslated
	@! grep -n "^#,.*fuzzy" locale/*/LC_MESSAGES/django.po || { echo "Fuzzy translations: look at each and remove the mark."; exit 1; }

messages: .venv/development
	$(MESSAGES)

docs: .venv/development
	$(BIN)/python manage.py write_docs

pictures: .venv/development $(CATALOGUES)
	$(BIN)/python -m weshelter.pictures $(ARGS)

clean:
	@if [ -d .pgdata ]; then $(PYTHON) -m weshelter.postgres remove site tests; fi
	rm -rf .venv .pgdata .static .mail .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* coverage.json htmlcov locale/*/LC_MESSAGES/*.mo

# A stamp is newer than its list of requirements: then nothing is installed and no network is asked.
.venv/site: requirements.txt .venv/made
	@$(BIN)/python -m pip install --quiet -r requirements.txt || { echo "$(FETCHED)"; exit 1; }
	@touch .venv/site

.venv/development: requirements-dev.txt requirements.txt .venv/made
	@$(BIN)/python -m pip install --quiet -r requirements-dev.txt || { echo "$(FETCHED)"; exit 1; }
	@touch .venv/site .venv/development

.venv/made:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or newer is needed: install it and say which, as in: make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "Python's venv module is missing (Debian and Ubuntu: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch .venv/made

%.mo: %.po | .venv/made
	@$(BIN)/python -m babel.messages.frontend compile --input-file "$<" --output-file "$@"
