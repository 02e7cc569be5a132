"""The addresses of applications and selection."""

from django.urls import path

from geleit.web.organiser.selection.views import choice, lists, review, setup, substitutes, terms

app_name = "selection"
urlpatterns = [
    path("<slug:trip>/applications/", lists.applications, name="applications"),
    path("<slug:trip>/applications/export.xlsx", lists.export, name="export"),
    path("<slug:trip>/applications/waiting/", lists.waiting, name="waiting"),
    path("<slug:trip>/applications/criteria/", setup.criteria, name="criteria"),
    path("<slug:trip>/applications/mix/", setup.mix, name="mix"),
    path("<slug:trip>/applications/terms/", terms.terms, name="terms"),
    path("<slug:trip>/applications/selection/", choice.selection, name="selection"),
    path("<slug:trip>/applications/selection/compute/", choice.compute, name="compute"),
    path("<slug:trip>/applications/selection/progress/", choice.progress, name="progress"),
    path("<slug:trip>/applications/selection/decide/", choice.decide, name="decide"),
    path("<slug:trip>/applications/of/<slug:reference>/", review.application, name="application"),
    path("<slug:trip>/applications/of/<slug:reference>/score/", review.score, name="score"),
    path("<slug:trip>/applications/of/<slug:reference>/examine/", review.examine, name="examine"),
    path("<slug:trip>/applications/of/<slug:reference>/fee/", review.fee, name="fee"),
    path("<slug:trip>/applications/of/<slug:reference>/papers/<slug:paper>/", review.paper, name="paper"),
    path(
        "<slug:trip>/applications/of/<slug:reference>/substitute/", substitutes.substitute, name="substitute"
    ),
]
