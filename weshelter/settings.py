"""The one settings file. All that differs between machines comes from the environment."""

import os
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import environ
from cryptography.fernet import Fernet
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from weshelter import postgres, witnesses

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")


def needed(name: str, why: str) -> str:
    """The value of an environment variable that has no default, or a sentence that says what it is for."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {why} See .env.example.")
    return value


def chosen_database() -> dict:
    """The database under the login that this command may use; manage.py names it, the web server is `app`."""
    login = env.str("DATABASE_LOGIN", "app")
    names = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "jobs": "DATABASE_JOBS_URL"}
    if login not in names:
        raise ImproperlyConfigured(f"DATABASE_LOGIN is {login!r}; it must be app, owner or jobs.")
    needed(names[login], f"the address of the PostgreSQL database for the login “{login}”.")
    config = env.db_url(names[login])
    if config.get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured(f"{names[login]} must start with postgres://; the site runs on PostgreSQL only.")
    config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 10)  # a server that is away may say nothing at all
    return {**config, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}


def chosen_keys() -> list[str]:
    """The keys that wrap all other keys, newest first, each as Fernet makes them."""
    keys = [key.strip() for key in needed("MASTER_KEYS", "Fernet keys, newest first, by commas.").split(",")]
    for number, key in enumerate(keys, start=1):
        try:
            Fernet(key)
        except ValueError:
            raise ImproperlyConfigured(f"MASTER_KEYS: key {number} is no Fernet key. See .env.example.") from None
    return keys


def chosen_anchors() -> list[str]:
    """Who keeps the access log's last hash outside the database: at least two, so that no one alone can lose it."""
    said = needed("LOG_ANCHOR_ADDRESSES", "e-mails of two persons, by a comma, who keep the access log's nightly hash.")
    addresses = list(dict.fromkeys(address.strip() for address in said.split(",") if address.strip()))
    if len(addresses) < 2:
        raise ImproperlyConfigured("LOG_ANCHOR_ADDRESSES names one address; it takes two. See .env.example.")
    return addresses


def chosen_witnesses() -> list[str]:
    """Where each row of the access log leaves a line: the system's log, and by choice a second target.

    The demo has a file beside its database instead, the tests what a test asks for.
    """
    second = env.str("LOG_WITNESS", "").strip()
    if second and (fault := witnesses.fault_of(second)):
        raise ImproperlyConfigured(f"LOG_WITNESS is {second!r}: {fault} See .env.example.")
    system = [] if TESTS else [postgres.WITNESS.as_uri()] if DEMO else [witnesses.system_log()]
    return [*system, second] if second else system


DEMO = env.bool("DEMO", False)
TESTS = env.bool("TESTS", False)
DEMO_ASKS_FACTOR = env.bool("MFA", False)  # `make demo MFA=1`: the demo asks for second factors, as production does
LOCAL = DEMO or TESTS
if LOCAL and not postgres.is_embedded(os.environ.get("DATABASE_URL", "")):
    raise ImproperlyConfigured("DEMO and TESTS run only on the embedded PostgreSQL: unset them, or DATABASE_URL.")

DEVELOP = DEMO and env.bool("DEVELOP", False)  # `make run`: reload, and the debug toolbar beside each page
DEBUG = DEVELOP
SECRET_KEY = needed("SECRET_KEY", "a long random text that signs sessions and links.")
MASTER_KEYS = chosen_keys()
SITE_URL = env.str("SITE_URL", "http://localhost:8000") if LOCAL else needed("SITE_URL", "https://… of the site.")
SITE_URL = SITE_URL.rstrip("/")
if not LOCAL and not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("SITE_URL must begin with https://: links and logins travel on it.")
# What is answered, with its port (weshelter.middleware.HostMiddleware); Django itself looks at the name alone.
OWN_HOSTS = [f"127.0.0.1:{urlsplit(SITE_URL).port or 80}"] if LOCAL else []
HOSTS = [urlsplit(SITE_URL).netloc, *OWN_HOSTS, *(["testserver"] if TESTS else [])]
ALLOWED_HOSTS = [host.partition(":")[0] for host in HOSTS]
CSRF_TRUSTED_ORIGINS = [] if LOCAL else [SITE_URL]
ERROR_URL = env.str("ERROR_URL", "")  # optional: see weshelter/error_target.py
DATABASES = {"default": chosen_database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "weshelter.admin.SecretariatAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "pghistory",
    "pgtrigger",
    "phonenumber_field",
    "access",
    "history",
    "pages",
    "accounts",
    "letters",
    "institutions",
    "volunteers",
    "citizens",
    "courses",
    "screening",
    "matching",
    "friendships",
    "foodclubs",
    "notes",
    "coordinators",
    "reports",
    "weshelter",
]
MIDDLEWARE = [
    "weshelter.failures.FailureMiddleware",
    "weshelter.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "weshelter.middleware.NulMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "weshelter.middleware.HostMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "weshelter.health.HealthMiddleware",
    "accounts.sessions.SecretCookieMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.devices.KnownDeviceMiddleware",
    "accounts.middleware.SessionLimitsMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "weshelter.middleware.DenialMiddleware",
    "access.middleware.ContextMiddleware",
    "weshelter.middleware.TrailMiddleware",
    "weshelter.middleware.SentenceMiddleware",
]
if TESTS:  # a query per row within a request fails the test
    INSTALLED_APPS.append("zeal")
    MIDDLEWARE.append("zeal.middleware.zeal_middleware")
if DEVELOP:
    INSTALLED_APPS.append("debug_toolbar")
    MIDDLEWARE.insert(3, "debug_toolbar.middleware.DebugToolbarMiddleware")
    INTERNAL_IPS = ["127.0.0.1"]
ROOT_URLCONF = "weshelter.urls"
WSGI_APPLICATION = "weshelter.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "weshelter.navigation.navigation",
                "weshelter.navigation.emergency",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "weshelter.formats"
TIME_ZONE = "Europe/Copenhagen"
USE_THOUSAND_SEPARATOR = True
PHONENUMBER_DEFAULT_REGION = "DK"
PHONENUMBER_DEFAULT_FORMAT = "INTERNATIONAL"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / ".static"
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap", str(files("django_include_bootstrap") / "static"))]
# The live server of the tests serves plain names; one test of its own collects with the manifest.
STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
if TESTS:
    STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if TESTS:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL, ACCOUNT_LOGOUT_REDIRECT_URL = "account_login", "start", "front"
ACCOUNT_ADAPTER, MFA_ADAPTER = "accounts.adapters.InvitedOnly", "accounts.adapters.SecondFactor"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proved by the invitation that was sent to it
# Django's own: it ends with the address, the password and the next login. allauth's writes into its table of addresses.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/5m/key", "reset_password": "20/m/ip"}  # and accounts.guesses
ACCOUNT_FORMS = {"reset_password": "accounts.forms.ForgottenPasswordForm"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a letter about every change of one's access
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a stranger's address gets no letter
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a code still opens half a minute after it was shown: people type slowly
MFA_FORMS = {"add_webauthn": "accounts.forms.AddPasskeyForm"}
MFA_PASSKEY_LOGIN_ENABLED, MFA_TOTP_ISSUER = True, "WeShelter"
CACHES = {"default": {"BACKEND": "accounts.counts.Counts"}}  # of attempts to log in, which all web processes share
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

MESSAGE_STORAGE = "accounts.said.Said"  # no sentence outlives the login that it was said to
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60  # in all; accounts.middleware ends it also after 30 minutes without a page
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
# Safari refuses Secure cookies on http://localhost, so the demo and the tests do without.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not LOCAL
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("session", "csrf") if LOCAL else ("__Host-session", "__Host-csrf")
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_AGE = not LOCAL, True, 365 * 24 * 60 * 60
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.int("TRUSTED_PROXY_COUNT", 0) else None
SECURE_HSTS_SECONDS = 0 if LOCAL else 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "weshelter.views.csrf_failed"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        **{name: [SELF] for name in ("font-src", "connect-src", "form-action")},
        **{name: [NONE] for name in ("base-uri", "frame-ancestors", "object-src")},
    }
}

SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # frames are refused by the content security policy (frame-ancestors)
    "auth.W004",  # an e-mail is unique whatever its case: one_user_per_email
]
TASKS = {"default": {"BACKEND": "access.queue.AskedQueue"}}
LOG_ANCHOR_ADDRESSES = ["drift@example.org", "vagt@example.org"] if LOCAL else chosen_anchors()
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "WeShelter <frivillig@weshelter.example>")
EMAIL_FILE_PATH = BASE_DIR / ".mail"  # read by the demo's Postkasse
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
if not LOCAL:
    needed("EMAIL_URL", "the mail server, such as smtp+tls://name:password@host:587.")
    vars().update(env.email_url("EMAIL_URL"))
if EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend":
    EMAIL_BACKEND = "letters.smtp.EmailBackend"  # remembers whether a mail may have left
EMAIL_TIMEOUT = 20  # seconds for each answer of the mail server; without it one that says nothing holds all mails up

WITNESSES = chosen_witnesses()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_tokens": {"()": "weshelter.logs.WithoutTokens"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {request_id} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["no_tokens"], "formatter": "line"},
        **{address: {"()": "weshelter.witnesses.handler_for", "address": address} for address in WITNESSES},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Named so that none keeps a handler of its own: Django would mail error reports, gunicorn write addresses.
    "loggers": {
        **{name: {"level": "WARNING", "propagate": True} for name in ("django", "django.server", "gunicorn.error")},
        "history.witness": {"level": "INFO", "propagate": False, "handlers": WITNESSES},
    },
}
