"""What a WSGI server serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geleit.config.settings")
application = get_wsgi_application()
import_string("geleit.web.organiser.board.ready.begin_ready")()  # needs the models, which exist from here on
