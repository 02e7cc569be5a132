"""Django's settings for tests: those of the application, with quick passwords and unhashed static files."""

from geleit.config.settings import *  # noqa: F403 # a settings module is the names in it

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
if "sqlite3" in DATABASES["default"]["ENGINE"]:  # noqa: F405 # from there
    # A file, as in earnest: in memory, threads would wait for one another differently.
    DATABASES["default"]["TEST"] = {"NAME": str(GELEIT.data / "tests.sqlite3")}  # noqa: F405 # from there
