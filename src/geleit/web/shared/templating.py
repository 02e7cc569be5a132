"""The template engine of the web: Jinja2, as for the documents, with what every template may use.

Templates lie in ``web/<surface>/templates/<surface>/``; those of the documents can be included by their own names
(``days.html.j2``), so that the trip page and the single-file programme cannot drift apart.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from django.urls import reverse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from geleit.documents.html.content import NAMES, TAGS
from geleit.documents.icons import mark_svg, status_names, svg
from geleit.documents.icons.drawing import icon_names
from geleit.documents.view import ASSUMED_SIGN, Shown
from geleit.documents.words.terms import term
from geleit.web.shared.assets import asset_url
from geleit.web.shared.folders import TEMPLATE_DIRS
from geleit.web.shared.form_filters import check, form_faults
from geleit.web.shared.wordbook import BASE, Wordbook

_STATUS_ICONS: Final = frozenset(f"s-{name}" for name in status_names())
_OWN_ICONS: Final = frozenset(icon_names())


def environment(**options: Any) -> Environment:  # noqa: ANN401 # Django hands over whatever the setting has
    """Return the engine, for Django's ``TEMPLATES``; a name that a template does not get is an error."""
    options.setdefault("loader", FileSystemLoader(TEMPLATE_DIRS))
    options.pop("undefined", None)
    env = Environment(**options, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 # Django turns autoescape on
    env.globals.update(GLOBALS)
    env.filters.update(form_faults=form_faults, check=check)
    return env


@pass_context
def _say(context: Context, key: str, *values: object) -> str:
    words = context.get("wordbook") or BASE
    if not isinstance(words, Wordbook):
        raise TypeError(f"wordbook is {words!r}; pass the surface's Wordbook")
    return words.say(key, context["lang"], *values)


@pass_context
def _term(context: Context, entry: Enum) -> str:
    return term(entry, context["lang"])  # type: ignore[arg-type] # a member without a word is an error at run time


@pass_context
def _only_in(context: Context, shown: Shown) -> str:
    return BASE.say("only_in", context["lang"], BASE.say(f"in_{shown.lang}", context["lang"]))


def icon(name: str, css_class: str = "gl-ico") -> Markup:
    """Return the SVG that shows an icon of the site's sprite; readers' software passes over it.

    Raises
    ------
    KeyError
        For a name that is not drawn.
    """
    if name not in _OWN_ICONS and name not in _STATUS_ICONS:
        raise KeyError(f"no icon {name!r}; documents/icons/drawings.toml has those there are")
    element = name if name in _STATUS_ICONS else f"i-{name}"
    href = f"{asset_url('icons.svg')}#{element}"
    drawing = (
        '<svg class="{}" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true"><use href="{}"/></svg>'
    )
    return Markup(drawing).format(css_class, href)  # noqa: S704 # format escapes what it puts in


def page_url(name: str, *args: object, **kwargs: object) -> str:
    """Return the address of a view."""
    return reverse(name, args=args, kwargs=kwargs)


def _dialled(number: str) -> str:
    return "".join(char for char in number if char in "+0123456789")


GLOBALS: Final[Mapping[str, Callable[..., Any] | object]] = MappingProxyType(
    {
        "_": _say,
        "term": _term,
        "icon": icon,
        "use": icon,
        "asset": asset_url,
        "url": page_url,
        "tag": TAGS,
        "names": NAMES,
        "sign": ASSUMED_SIGN,
        "only_in": _only_in,
        "star": Markup(svg("star", 15, "currentColor")),  # noqa: S704 # the project's own drawing
        "wordmark": Markup(mark_svg(22, "var(--gl-thread)", paper="var(--gl-page)")),  # noqa: S704 # the same
        "is_web": lambda address: address.startswith(("https://", "http://")),
        "bare": lambda address: address.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "dialled": _dialled,
    }
)
"""What every template may use; the names are those of the documents' templates where both have them."""
