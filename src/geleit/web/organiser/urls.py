"""The addresses of organisers."""

from django.urls import include, path

app_name = "organiser"
urlpatterns = [
    path("", include("geleit.web.organiser.selection.urls")),
]
