"""The addresses of organisers."""

from django.urls import include, path

from geleit.web.organiser import trips_new
from geleit.web.organiser.views import invitation, members, trail, trips

app_name = "organiser"
urlpatterns = [
    path("", trips.trips, name="trips"),
    path("demo-sign-in/", trips.demo_sign_in, name="demo_sign_in"),
    path("new-trip/", trips_new.new_trip, name="trip_new"),
    path("new-trip/copy/", trips_new.copied_trip, name="trip_copy"),
    path("invitation/<slug:token>/", invitation.invitation, name="invitation"),
    path("<slug:trip>/", trips.cockpit, name="cockpit"),
    path("<slug:trip>/members/", members.members, name="members"),
    path("<slug:trip>/members/invite/", members.invite, name="invite"),
    path(
        "<slug:trip>/members/invitations/<int:invitation>/withdraw/", members.withdraw, name="invite_withdraw"
    ),
    path("<slug:trip>/members/<int:role>/", members.member, name="member"),
    path("<slug:trip>/members/<int:role>/remove/", members.remove, name="member_remove"),
    path("<slug:trip>/links/", trail.links, name="links"),
    path("<slug:trip>/links/<int:link>/revoke/", trail.link_revoke, name="link_revoke"),
    path("<slug:trip>/audit/", trail.audit, name="audit"),
    path("<slug:trip>/audit.csv", trail.audit_csv, name="audit_csv"),
    path("", include("geleit.web.organiser.after.urls")),
    path("", include("geleit.web.organiser.board.urls")),
    path("", include("geleit.web.organiser.documents.urls")),
    path("", include("geleit.web.organiser.lists.urls")),
    path("", include("geleit.web.organiser.selection.urls")),
    path("", include("geleit.web.organiser.setup.urls")),
]
