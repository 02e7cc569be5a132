"""What a process of the web server loads: the application, and an end when the one who started it has ended."""

import os
import threading
import time

from django.utils.module_loading import import_string

LOOK_EVERY_S = 1.0


def _end_with(starter: int) -> None:
    while os.getppid() == starter:
        time.sleep(LOOK_EVERY_S)
    os._exit(1)


threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
application = import_string("geleit.config.wsgi.application")
