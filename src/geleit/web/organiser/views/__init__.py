"""The views: check access, translate the request, one service call, translate the answer."""
