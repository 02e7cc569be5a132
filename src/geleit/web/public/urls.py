"""The addresses of the public site; the language stands first, so that a page is one address."""

from django.urls import path, register_converter

from geleit.web.public.addresses import ChineseConverter, LanguageConverter
from geleit.web.public.apply import lost, own, start
from geleit.web.public.views import demo, files, site, site_page, trip
from geleit.web.shared.site_pages import site_pages

register_converter(LanguageConverter, "language")
register_converter(ChineseConverter, "chinese")

site_pages()  # a page that cannot be read stops the start, not a visitor

app_name = "public"
urlpatterns = [
    path("", site.home, name="home"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("demo/", demo.demo, name="demo"),
    path("trips/<slug:key>/", site.any_language, name="any_language"),
    path("<chinese:lang>/fonts.css", files.site_fonts, name="site_fonts"),
    path("<chinese:lang>/fonts/<slug:weight>.woff2", files.site_font, name="site_font"),
    path("<chinese:lang>/trips/<slug:key>/fonts.css", files.trip_fonts, name="trip_fonts"),
    path("<chinese:lang>/trips/<slug:key>/fonts/<slug:weight>.woff2", files.trip_font, name="trip_font"),
    path("<language:lang>/", site.trips, name="trips"),
    path("<language:lang>/trips/<slug:key>/", trip.trip, name="trip"),
    path("<language:lang>/trips/<slug:key>/programme.ics", files.calendar, name="calendar"),
    path("<language:lang>/trips/<slug:key>/feed.xml", files.feed, name="feed"),
    path("<language:lang>/trips/<slug:key>/picture.png", files.picture, name="picture"),
    path("<language:lang>/trips/<slug:key>/items/<slug:item>/", trip.item, name="item"),
    path("<language:lang>/trips/<slug:key>/apply/", start.apply, name="apply"),
    path("<language:lang>/imprint/", site_page.site_page, {"kind": "imprint"}, name="imprint"),
    path("<language:lang>/privacy/", site_page.site_page, {"kind": "privacy"}, name="privacy"),
    path("<language:lang>/application/", lost.lost_link, name="lost_link"),
    path("<language:lang>/application/<str:token>/", own.application, name="application"),
    path("<language:lang>/application/<str:token>/withdraw/", own.withdraw, name="withdraw"),
    path("<language:lang>/application/<str:token>/link/", own.new_link, name="new_link"),
    path("<language:lang>/application/<str:token>/papers/<slug:paper>/", own.paper, name="paper"),
]
