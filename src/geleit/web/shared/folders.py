"""Where the templates lie; settings read it before Django is ready, so nothing else is imported here."""

from pathlib import Path
from typing import Final

WEB: Final = Path(__file__).parents[1]
TEMPLATE_DIRS: Final = [*sorted(WEB.glob("*/templates")), WEB.parent / "documents" / "html" / "templates"]
"""Of every surface, and of the documents, whose templates can be included by their own names."""
