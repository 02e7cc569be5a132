"""The addresses of a trip's setup; the names of the views begin with ``setup``, for the navigation."""

from django.urls import path

from geleit.web.organiser.setup import route, views

urlpatterns = [
    path("<slug:trip>/setup/", views.setup, name="setup"),
    path("<slug:trip>/setup/frame/", views.frame, name="setup_frame"),
    path("<slug:trip>/setup/leg/<str:part>/", views.leg, name="setup_leg"),
    path("<slug:trip>/setup/station/<str:part>/", views.station, name="setup_station"),
    path("<slug:trip>/setup/station/<str:part>/remove/", route.remove_station, name="setup_station_remove"),
    path("<slug:trip>/setup/stations/add/", route.add_station, name="setup_station_add"),
    path("<slug:trip>/setup/groups/add/", views.group, {"part": ""}, name="setup_group_add"),
    path("<slug:trip>/setup/group/<str:part>/", views.group, name="setup_group"),
    path("<slug:trip>/setup/group/<str:part>/remove/", views.remove_group, name="setup_group_remove"),
]
