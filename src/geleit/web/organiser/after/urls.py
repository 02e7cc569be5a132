"""The addresses of the page after a trip."""

from django.urls import path

from geleit.web.organiser.after import views

urlpatterns = [
    path("<slug:trip>/after/", views.after, name="after"),
    path("<slug:trip>/after/erase/", views.erase, name="after_erase"),
]
