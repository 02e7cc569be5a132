"""The addresses of the board."""

from django.urls import path

from geleit.web.organiser.board import views, views_change, views_plan, views_why

urlpatterns = [
    path("<slug:trip>/board/", views.board, name="board"),
    path("<slug:trip>/board/status/", views.board_status, name="board_status"),
    path("<slug:trip>/board/check/", views_change.board_check, name="board_check"),
    path("<slug:trip>/board/session/<str:session>/", views_change.board_session, name="board_session"),
    path("<slug:trip>/board/item/<str:item>/", views_change.board_item, name="board_item"),
    path("<slug:trip>/board/why/<str:item>/", views_why.board_why, name="board_why"),
    path("<slug:trip>/board/move/", views_change.board_move, name="board_move"),
    path("<slug:trip>/board/undo/", views_change.board_undo, name="board_undo"),
    path("<slug:trip>/board/adopt/", views_change.board_adopt, name="board_adopt"),
    path("<slug:trip>/board/plan/", views_plan.board_plan, name="board_plan"),
    path("<slug:trip>/board/cancel/", views_plan.board_cancel, name="board_cancel"),
    path("<slug:trip>/board/repair/", views_plan.board_repair, name="board_repair"),
    path("<slug:trip>/board/take/", views_plan.board_take, name="board_take"),
    path("<slug:trip>/board/compare/", views.board_compare, name="board_compare"),
    path("<slug:trip>/board/publish/", views_plan.board_publish, name="board_publish"),
]
