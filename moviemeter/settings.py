"""Settings, read from the environment; docs/configuration.md lists the variables.

`SITE_MODE=development` (the default) is a machine of one's own: its own secrets and
database, mail kept in a folder, demonstration accounts. It runs with DEBUG off all the
same. `SITE_MODE=production` starts only with everything that a public site needs.
"""

from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from whitenoise.compress import Compressor

from moviemeter import env

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent

SITE_MODE = env.choice("SITE_MODE", ("development", "production"))
DEVELOPMENT = SITE_MODE == "development"
DEBUG = False

if not DEVELOPMENT:
    env.require(
        "ALLOWED_HOSTS",
        "DATABASE_URL",
        "DEFAULT_FROM_EMAIL",
        "EMAIL_HOST",
        "PUBLISHER_EMAIL",
        "PUBLISHER_NAME",
        "SECRET_KEY",
        "SITE_URL",
    )

# Everything that this installation makes and keeps: database, pictures, mail, secrets.
STATE_DIR = Path(env.text("STATE_DIR", str(BASE_DIR / "var"))).resolve()

PORT = env.number("PORT", 8000, least=1)
HOST = env.text("HOST", "localhost")
WEB_WORKERS = env.number("WEB_WORKERS", 2, least=1)

# The address of this site as the world sees it, without a slash at the end.
SITE_URL = env.text(
    "SITE_URL", f"http://localhost:{PORT}" if DEVELOPMENT else None
).rstrip("/")
if urlsplit(SITE_URL).scheme not in {"http", "https"} or not urlsplit(SITE_URL).netloc:
    raise ImproperlyConfigured(
        f"SITE_URL must be an address such as https://example.org, not {SITE_URL!r}."
    )
SITE_NAME = "MovieMeter"

# Who publishes this site, as its colophon has to tell (art. 3:15d BW).
PUBLISHER = {
    "name": env.text("PUBLISHER_NAME", SITE_NAME if DEVELOPMENT else None),
    "email": env.text("PUBLISHER_EMAIL", "redactie@localhost" if DEVELOPMENT else None),
    "address": env.text("PUBLISHER_ADDRESS", ""),
    "registration": env.text("PUBLISHER_REGISTRATION", ""),
}

SECRET_KEY = (
    env.text("SECRET_KEY", "") or env.kept_secret(STATE_DIR / "secret-key")
    if DEVELOPMENT
    else env.text("SECRET_KEY")
)
ALLOWED_HOSTS = env.names(
    "ALLOWED_HOSTS",
    ["localhost", ".localhost", "127.0.0.1", "[::1]", HOST] if DEVELOPMENT else None,
)

INSTALLED_APPS = [
    "moviemeter.apps.StaticFiles",
    "moviemeter.apps.MovieMeter",
    "catalog.apps.Catalog",
    "news.apps.News",
    "community.apps.Community",
    "simple_history",
    "django_prose_editor",
    "moviemeter.apps.Jobs",
    "moviemeter.apps.Admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
]

MIDDLEWARE = [
    "moviemeter.timing.ServerTimingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "moviemeter.readers.ReadingMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "moviemeter.caching.ReaderCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "moviemeter.urls"
WSGI_APPLICATION = "moviemeter.wsgi.application"

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
                "moviemeter.frame.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "moviemeter.templatetags.notation",
                "moviemeter.templatetags.people",
                "moviemeter.templatetags.pictures",
                "moviemeter.templatetags.structured",
            ],
        },
    }
]

# Database: the operator's own, or else the embedded one under STATE_DIR.
if env.text("DATABASE_URL", "") or not DEVELOPMENT:
    DATABASES = {
        "default": {
            **env.database("DATABASE_URL"),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "moviemeter.embedded",
            "NAME": "moviemeter",
            "USER": "moviemeter",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"cluster": "site", "state": STATE_DIR / "postgres"},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "community.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# Dutch is the language of this installation; sources are English, through gettext.
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [BASE_DIR / "moviemeter" / "locale"]
USE_I18N = True
# Figures are written by our own notation filters, so that no year gets a dot.
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
FORMAT_MODULE_PATH = ["moviemeter.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(STATE_DIR / "static"))).resolve()
STATICFILES_DIRS = [
    ("desk", BASE_DIR / "static" / "desk"),
    ("fonts", BASE_DIR / "static" / "fonts"),
    ("img", BASE_DIR / "static" / "img"),
]
# Source maps are for a developer's tools; compressing them takes longer than all else.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
STATICFILES_FINDERS = [
    "moviemeter.joining.JoinedFilesFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE_DIR / "media"
# What editors brought, as they brought it: never among what the world can fetch.
ORIGINALS_ROOT = Path(
    env.text("ORIGINALS_ROOT", str(STATE_DIR / "originals"))
).resolve()
if any(ORIGINALS_ROOT.is_relative_to(root) for root in (MEDIA_ROOT, STATIC_ROOT)):
    raise ImproperlyConfigured(
        "ORIGINALS_ROOT must not lie in a folder that is served to everybody."
    )
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": ORIGINALS_ROOT,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "moviemeter.storage.StaticStorage"},
}

# Mail: a folder and a page that lists it in development, a real server in production.
DEFAULT_FROM_EMAIL = env.text(
    "DEFAULT_FROM_EMAIL", "MovieMeter <site@localhost>" if DEVELOPMENT else None
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
if DEVELOPMENT:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = STATE_DIR / "mail"
else:
    EMAIL_HOST = env.text("EMAIL_HOST")
    EMAIL_PORT = env.number("EMAIL_PORT", 587, least=1)
    EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
    EMAIL_TIMEOUT = 10

# Security. A development site is reached over plain HTTP on one's own machine.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# The form of a long series has some hundred rows of seasons, cast and crew.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = not DEVELOPMENT
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = not DEVELOPMENT
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = not DEVELOPMENT
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 0 if DEVELOPMENT else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEVELOPMENT
SECURE_HSTS_PRELOAD = not DEVELOPMENT
if env.flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "moviemeter.pages.errors.refused_form"

# How often what was read is written; 0 writes nothing by itself.
READING_WRITTEN_SECONDS = 30

# The answer's time and its queries in a Server-Timing header, for measuring.
SERVER_TIMING = env.flag("SERVER_TIMING")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False}
    },
}
