"""The addresses of the lists; the names of the views begin with what they show, for the navigation."""

from django.urls import path

from geleit.tripfile.lists import KEYS
from geleit.web.organiser.lists import views

urlpatterns = []
for key in KEYS:
    one, at = key.removesuffix("s"), f"<slug:trip>/{key}/"
    urlpatterns += [
        path(at, views.listed, {"key": key}, name=key),
        path(f"{at}add/", views.add, {"key": key}, name=f"{one}_add"),
        path(f"{at}paste/", views.paste, {"key": key}, name=f"{one}_paste"),
        path(f"{at}export.xlsx", views.export, {"key": key}, name=f"{one}_export"),
        path(f"{at}of/<str:row>/", views.edit, {"key": key}, name=f"{one}_edit"),
        path(f"{at}of/<str:row>/remove/", views.remove, {"key": key}, name=f"{one}_remove"),
    ]
