"""Addresses that every surface shares."""

from django.urls import path, re_path

from geleit.web.shared.assets import serve_asset
from geleit.web.shared.preferences import set_preferences

app_name = "shared"
urlpatterns = [
    path("preferences/", set_preferences, name="preferences"),
    re_path(
        r"^assets/(?P<name>[A-Za-z0-9_/-]+)\.(?P<digest>[0-9a-f]{10})\.(?P<ending>css|js|svg|woff2)$",
        serve_asset,
        name="asset",
    ),
]
