"""The addresses of the delegates' pages; each person's stand below the token of a personal link."""

from django.urls import path

from geleit.web.delegate.views import actions, demo, files, pages

app_name = "delegate"
urlpatterns = [
    path("sample/", demo.sample, name="sample"),
    path("icons/<slug:name>.png", files.icon, name="icon"),
    path("calendar/<str:token>/programme.<slug:lang>.ics", files.subscription, name="subscription"),
    path("<str:token>/", pages.today, name="today"),
    path("<str:token>/copy/", pages.copy, name="copy"),
    path("<str:token>/trip/", pages.trip, name="trip"),
    path("<str:token>/people/", pages.people, name="people"),
    path("<str:token>/wishes/", pages.wishes, name="wishes"),
    path("<str:token>/help/", pages.help_page, name="help"),
    path("<str:token>/acknowledge/", actions.acknowledge, name="acknowledge"),
    path("<str:token>/listed/", actions.listed, name="listed"),
    path("<str:token>/subscribe/", actions.subscribe, name="subscribe"),
    path("<str:token>/unsubscribe/", actions.unsubscribe, name="unsubscribe"),
    path("<str:token>/application/", actions.application, name="application"),
    path("<str:token>/programme.ics", files.calendar, name="calendar"),
    path("<str:token>/programme.pdf", files.booklet, name="booklet"),
    path("<str:token>/manifest.webmanifest", files.manifest, name="manifest"),
    path("<str:token>/worker.js", files.worker, name="worker"),
]
