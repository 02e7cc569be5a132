"""What the board's first visitor would wait for is made when a process starts: templates, styles, moves, cards.

It happens beside the first requests, in pieces, and changes nothing that anybody sees; what cannot be made is left to
the request that needs it.
"""

import gc
import logging
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from django.db import connection

from geleit.domain.text import Language
from geleit.services.board_kept import kept_kit
from geleit.services.board_read import boards_in_use, read_board
from geleit.store.models import TripRow
from geleit.web.organiser.board.page import shown_view
from geleit.web.shared.assets import find_asset
from geleit.web.shared.pages import jinja_engine

LOG: Final = logging.getLogger("geleit.ready")
MOST_BOARDS: Final = 4
LANGUAGES: Final[tuple[Language, ...]] = ("de", "en")
PAUSE_S: Final = 0.005
"""Between two pieces, so that requests come to their turn."""
ASSETS: Final = ("site.css", "icons.svg", "board.css", "organiser.css", "organiser/board.js")
TEMPLATES: Final = ("organiser/", "shared/")


def pieces() -> Iterator[Callable[[], object]]:
    """Yield what there is to make, the dearest for everybody first."""
    for name in ASSETS:
        yield partial(find_asset, name)
    env = jinja_engine().env
    found = env.list_templates(filter_func=lambda name: name.startswith(TEMPLATES))
    for name in sorted(found, key=lambda one: (not one.startswith("organiser/board/"), one)):
        yield partial(env.get_template, name)
    for row in boards_in_use(most=MOST_BOARDS):
        yield partial(_board, row)


def _board(row: TripRow) -> None:
    board = read_board(row=row)
    kept_kit(board.now, board.programme)
    for lang in LANGUAGES:
        shown_view(board, lang)
        time.sleep(PAUSE_S)


def make_ready() -> int:
    """Make everything and return how many pieces could be made."""
    made = 0
    try:
        for make in pieces():
            try:
                make()
                made += 1
            except Exception:  # the request that needs it says what is wrong
                LOG.info("A piece of the board could not be made ready", exc_info=True)
            time.sleep(PAUSE_S)
    except Exception:  # a store that is not there yet
        LOG.info("The boards could not be made ready", exc_info=True)
    finally:
        connection.close()
    gc.collect()
    gc.freeze()  # what was made stays for as long as the process; looking through it again and again takes its time
    return made


def begin_ready() -> threading.Thread:
    """Begin to make ready in a thread of its own; the process serves meanwhile."""
    thread = threading.Thread(target=make_ready, name="board-ready", daemon=True)
    thread.start()
    return thread
