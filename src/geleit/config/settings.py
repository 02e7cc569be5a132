"""Django's settings, made of Geleit's own (``config.env``)."""

from importlib.util import find_spec
from typing import Any

from django.utils.csp import CSP

from geleit.config.env import Database, MailServer, read_settings
from geleit.web.shared.folders import TEMPLATE_DIRS

GELEIT = read_settings()
"""What the operator set; read once."""

SECRET_KEY = GELEIT.secret_key
DEBUG = GELEIT.debug
ALLOWED_HOSTS = list(GELEIT.hosts)
ROOT_URLCONF = "geleit.config.urls"
WSGI_APPLICATION = "geleit.config.wsgi.application"
SURFACES = tuple(
    name
    for name in ("shared", "public", "organiser", "host", "delegate", "guest")
    if find_spec("geleit.web") and find_spec(f"geleit.web.{name}")
)
"""Those folders of ``web`` that there are; each is an application without models, for its templates and files."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "geleit.store",
    *(f"geleit.web.{name}" for name in SURFACES),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "geleit.config.middleware.PresentMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "geleit.web.shared.middleware.PreferencesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": TEMPLATE_DIRS,
        "OPTIONS": {
            "environment": "geleit.web.shared.templating.environment",
            "context_processors": [
                "geleit.web.shared.frame.page_context",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def _database(database: Database) -> dict[str, Any]:
    """Return how Django reaches the store."""
    if database.path is None:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": database.name,
            "HOST": database.host,
            "PORT": database.port,
            "USER": database.user,
            "PASSWORD": database.password,
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(database.path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                " PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864;"
                " PRAGMA cache_size=-20000"
            ),
        },
    }


def _mailer(server: MailServer) -> dict[str, Any]:
    """Return how Django sends mail."""
    if server.folder is not None:
        return {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(server.folder)},
        }
    options: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "username": server.user,
        "password": server.password,
        "use_tls": server.security == "starttls",
        "use_ssl": server.security == "tls",
        "timeout": 20,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}


DATABASES = {"default": _database(GELEIT.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MAILERS = {"default": _mailer(GELEIT.mail)}
DEFAULT_FROM_EMAIL = GELEIT.mail_from
TASKS = {"default": {"BACKEND": "geleit.services.jobs.backend.JobBackend", "QUEUES": []}}
# Only attempts to sign in are counted here: in the database, so that all processes and machines count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "store_cacheentry",
    }
}

AUTH_USER_MODEL = "store.Account"
AUTHENTICATION_BACKENDS = ["geleit.web.organiser.account.backend.AccountBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "organiser:trips"
LOGOUT_REDIRECT_URL = "public:home"
ACCOUNT_ADAPTER = "geleit.web.organiser.account.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; allauth reads from it how one signs in
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever has an account came by a link that was sent to the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # this browser stays signed in, all others do not
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/5m/ip,5/5m/key",
    "reset_password": "10/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "10/m/user",
    "reauthenticate": "10/m/user",
}
MFA_ADAPTER = "geleit.web.organiser.account.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Geleit"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # as above: every address is proven
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = (
    not GELEIT.is_https
)  # passkeys work on http://localhost, to try Geleit out
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if GELEIT.proxy else 0
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
]

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English"), ("zh-hans", "中文")]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = GELEIT.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = GELEIT.data / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "style-src-attr": [CSP.UNSAFE_INLINE],  # places of cards and widths of bars are values, not rules
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = GELEIT.is_https
SESSION_COOKIE_NAME = "__Host-geleit-session" if GELEIT.is_https else "geleit-session"
CSRF_COOKIE_NAME = "__Host-geleit-csrf" if GELEIT.is_https else "geleit-csrf"
CSRF_COOKIE_HTTPONLY = True  # pages carry the token in their forms; a script reads it there
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 14 * 24 * 3600  # for those who ask to stay signed in; else until the browser is closed
CSRF_FAILURE_VIEW = "geleit.web.shared.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [GELEIT.url]
SECURE_HSTS_SECONDS = 31_536_000 if GELEIT.is_https else 0
if GELEIT.proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": GELEIT.log_level.upper()},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # A page that is not there is no news for the operator; an error of ours is.
        "django.request": {"handlers": [], "propagate": True, "level": "ERROR"},
        "django.server": {"handlers": [], "propagate": True, "level": "WARNING"},
    },
}
