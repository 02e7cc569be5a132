"""How Django knows the store."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The application ``store``."""

    name = "geleit.store"
    label = "store"
    verbose_name = "Geleit"
