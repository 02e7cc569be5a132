"""Arguments and options that several commands share."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)
LANGUAGES = click.Choice(["de", "en", "zh"])

trip_argument = click.argument("trip", type=PATH)
programme_argument = click.argument("programme", type=PATH)
lang_option = click.option(
    "--lang", type=LANGUAGES, default="en", show_default=True, help="Language of the words."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Show no progress and no summary.")
