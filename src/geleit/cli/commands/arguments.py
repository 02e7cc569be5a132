"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Any, override

import click


class _FullPath(click.Path):
    """A path that is not empty: an empty one is an unset variable of somebody's script."""

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("an empty path names no file or folder", param, ctx)
        return super().convert(value, param, ctx)


PATH = _FullPath(path_type=Path)
LANGUAGES = click.Choice(["de", "en", "zh"])

trip_argument = click.argument("trip", type=PATH)
programme_argument = click.argument("programme", type=PATH)
lang_option = click.option(
    "--lang", type=LANGUAGES, default="en", show_default=True, help="Language of the words."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Show no progress and no summary.")
