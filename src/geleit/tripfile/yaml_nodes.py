"""YAML text to nodes that know their lines: libyaml's parser, the YAML 1.2 core schema, our own limits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML was built without libyaml: the same nodes, ten times slower
    from geleit.tripfile.yaml_pure import PureParser as _Parser  # type: ignore[assignment] # stands in for it

MOST_DEPTH: Final = 40
"""Levels of nesting; a trip needs eight."""

MOST_VALUES: Final = 1_000_000
"""Values after aliases are resolved; 5000 delegates with ten wishes need 150 000."""

_STR_TAG: Final = "tag:yaml.org,2002:str"
_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_NUMBER_START: Final = frozenset("+-.0123456789")
_INT: Final = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


class YamlError(Exception):
    """Something in a YAML text that the reader does not accept.

    Parameters
    ----------
    line
        From 1.
    """

    def __init__(self, line: int, message: str, fix: str = "", value: str = "", code: str = "yaml") -> None:
        self.line = line
        self.message = message
        self.fix = fix
        self.value = value
        self.code = code
        super().__init__(message)


class _Loader(_Parser):
    """A parser whose nodes carry, in place of a resolved type, whether the scalar was plain or quoted."""

    def __init__(self, text: str) -> None:
        _Parser.__init__(self, text)

    def resolve(self, _kind: type[yaml.Node], _value: str, implicit: tuple[bool, bool] | bool) -> str:  # noqa: FBT001 # the parser calls it so
        return "quoted" if isinstance(implicit, tuple) and not implicit[0] else "plain"

    def descend_resolver(self, _current: object, _index: object) -> None:
        return

    def ascend_resolver(self) -> None:
        return


def compose(text: str) -> yaml.Node | None:
    """Return the root node of a YAML text, None when it holds nothing.

    Raises
    ------
    YamlError
        When the text is not one YAML document.
    """
    from geleit.tripfile.yaml_faults import fault_of

    loader = None
    try:
        loader = _Loader(text)
        node: yaml.Node | None = loader.get_single_node()
    except yaml.YAMLError as error:
        raise fault_of(error, text) from None
    except RecursionError:
        raise YamlError(1, f"values are nested more than {MOST_DEPTH} levels deep", code="too_deep") from None
    finally:
        if loader is not None:
            loader.dispose()
    return node


@dataclass(frozen=True, slots=True)
class _Seen:
    value: object
    size: int


class Converter:
    """Turns nodes into plain values (dict, list, str, int, float, bool, None) and collects faults."""

    def __init__(self) -> None:
        self.faults: list[YamlError] = []
        self._seen: dict[int, _Seen] = {}
        self._open: set[int] = set()

    def value(self, node: yaml.Node, depth: int = 0) -> object:
        """Return the plain value of a node.

        Raises
        ------
        YamlError
            When aliases or nesting make the value too large to handle.
        """
        return self._convert(node, depth).value

    def _convert(self, node: yaml.Node, depth: int) -> _Seen:
        if isinstance(node, yaml.ScalarNode):
            return _Seen(self._scalar(node), 1)
        known = self._seen.get(id(node))
        if known is not None:
            return known
        if id(node) in self._open:
            raise YamlError(line_of(node), "an alias (*name) stands inside what it names", code="alias_loop")
        if depth > MOST_DEPTH:
            raise YamlError(
                line_of(node), f"values are nested more than {MOST_DEPTH} levels deep", code="too_deep"
            )
        self._open.add(id(node))
        seen = self._mapping(node, depth) if isinstance(node, yaml.MappingNode) else self._list(node, depth)
        self._open.discard(id(node))
        if seen.size > MOST_VALUES:
            message = f"aliases (*name) unfold to more than {MOST_VALUES} values"
            raise YamlError(line_of(node), message, "write the values out", code="too_large")
        self._seen[id(node)] = seen
        return seen

    def _list(self, node: yaml.Node, depth: int) -> _Seen:
        if node.tag not in ("plain", "quoted"):
            self._refuse_tag(node)
        parts = [self._convert(child, depth + 1) for child in node.value]
        return _Seen([part.value for part in parts], 1 + sum(part.size for part in parts))

    def _mapping(self, node: yaml.MappingNode, depth: int) -> _Seen:
        if node.tag not in ("plain", "quoted"):
            self._refuse_tag(node)
        result: dict[str, object] = {}
        first_line: dict[str, int] = {}
        size = 1
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in first_line:
                message = f"{key!r} stands here a second time, first in line {first_line[key]}"
                fix = "keep one of the two"
                self.faults.append(YamlError(line_of(key_node), message, fix, key, "duplicate_key"))
                continue
            first_line[key] = line_of(key_node)
            part = self._convert(value_node, depth + 1)
            result[key] = part.value
            size += part.size
        return _Seen(result, size)

    def _key(self, node: yaml.Node) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            fix = "put the text in quotes if it begins with { or ["
            self.faults.append(YamlError(line_of(node), "a key must be a word, not a list or mapping", fix))
            return None
        if node.value == "<<" and node.tag == "plain":
            fix = "write the fields out"
            self.faults.append(YamlError(line_of(node), "YAML 1.2 has no merge key '<<'", fix, "<<"))
            return None
        return str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> object:
        text: str = node.value
        if node.tag == "plain":
            try:
                return plain_value(text)
            except ValueError:  # more digits than Python converts
                self.faults.append(
                    YamlError(line_of(node), f"a number with {len(text)} digits is no quantity")
                )
                return 0
        if node.tag not in ("quoted", _STR_TAG):
            self._refuse_tag(node)
        return text

    def _refuse_tag(self, node: yaml.Node) -> None:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"the tag {tag!r} means nothing in a trip file"
        fault = YamlError(line_of(node), message, "remove it, or put the text in quotes", tag, "tag")
        self.faults.append(fault)


def plain_value(text: str) -> object:
    """Return what an unquoted scalar means in the YAML 1.2 core schema."""
    if text in _NULL:
        return None
    if text[0] in _NUMBER_START:
        if _INT.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        return float(_python_float(text)) if _FLOAT.fullmatch(text) else text
    if text in _TRUE:
        return True
    return False if text in _FALSE else text


def _python_float(text: str) -> str:
    """Return a YAML float as Python writes it: ``.inf`` and ``.nan`` without their point."""
    return text.replace(".i", "i").replace(".I", "I").replace(".n", "n").replace(".N", "N")


def line_of(node: yaml.Node) -> int:
    """Return the line on which a node starts, from 1."""
    line: int = node.start_mark.line
    return line + 1


def entries(node: yaml.Node) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield key, key node and value node of a mapping node; nothing for another node."""
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if isinstance(key_node, yaml.ScalarNode):
                yield str(key_node.value), key_node, value_node
