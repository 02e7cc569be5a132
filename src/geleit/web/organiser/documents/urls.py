"""The addresses of documents, workbook and the delegates' links."""

from django.urls import path

from geleit.web.organiser.documents import links, views, workbook

urlpatterns = [
    path("<slug:trip>/documents/", views.documents, name="documents"),
    path("<slug:trip>/documents/<int:number>/", views.documents, name="documents_version"),
    path("<slug:trip>/documents/<int:number>/make/", views.make, name="documents_make"),
    path("<slug:trip>/documents/<int:number>/progress/", views.progress, name="documents_progress"),
    path("<slug:trip>/documents/<int:number>/file/<path:name>", views.document, name="document"),
    path("<slug:trip>/workbook/", workbook.workbook, name="document_workbook"),
    path("<slug:trip>/workbook/file.xlsx", workbook.give, name="document_workbook_file"),
    path("<slug:trip>/workbook/take/", workbook.take, name="document_workbook_take"),
    path("<slug:trip>/delegate-links/", links.delegate_links, name="document_links"),
    path("<slug:trip>/delegate-links/wishes/", links.wishes_end, name="document_links_wishes"),
    path(
        "<slug:trip>/delegate-links/<str:delegate>/withdraw/", links.withdraw, name="document_links_withdraw"
    ),
]
