from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleit.tripfile import yaml_nodes
from geleit.tripfile.yaml_nodes import MOST_VALUES, Converter, YamlError, compose, plain_value
from geleit.tripfile.yaml_pure import PureParser

TRIPS = Path(__file__).parents[3] / "trips"


def read(text: str) -> tuple[Any, list[YamlError]]:
    node = compose(text)
    assert node is not None
    converter = Converter()
    return converter.value(node), converter.faults


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("NULL", None), ("nil", "nil"),
        ("true", True), ("TRUE", True), ("False", False), ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"),
        ("0", 0), ("-12", -12), ("+7", 7), ("007", 7), ("0o17", 15), ("0x1F", 31), ("1_000", "1_000"),
        ("08:30", "08:30"),
        ("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("-.inf", float("-inf")), (".Inf", float("inf")),
        ("2025-05-18", "2025-05-18"), ("1.2.3", "1.2.3"), ("-", "-"), ("+49 361", "+49 361"), ("0x", "0x"), (".", "."),
    ],
)  # fmt: skip # a table
def test_plain_scalars_follow_the_core_schema_of_yaml_1_2(text: str, value: object) -> None:
    found = plain_value(text)

    assert (found, type(found)) == (value, type(value))


def test_not_a_number_is_read() -> None:
    assert str(plain_value(".nan")) == "nan"


def test_quoted_scalars_are_texts() -> None:
    text = '- "1"\n- \'true\'\n- "null"\n- 1\n- !!str 5\n- |\n  x\n'

    assert read(text) == (["1", "true", "null", 1, "5", "x\n"], [])


def test_a_second_key_of_one_name_is_told_with_both_lines() -> None:
    value, faults = read("a: 1\nb: 2\na: 3\n")

    assert value == {"a": 1, "b": 2}
    assert [(fault.line, fault.message) for fault in faults] == [
        (3, "'a' stands here a second time, first in line 1")
    ]


def test_keys_are_texts_whatever_they_look_like() -> None:
    assert read("{1: a, true: b, 'x': c, null: d}") == ({"1": "a", "true": "b", "x": "c", "null": "d"}, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {[1, 2]: x}", "a key must be a word, not a list or mapping"),
        ("a: &x {b: 1}\nc: {<<: *x}", "YAML 1.2 has no merge key '<<'"),
        ("a: !!python/object x", "the tag '!!python/object' means nothing in a trip file"),
        ("a: !mine [1]", "the tag '!mine' means nothing in a trip file"),
        ("a: !mine {b: 1}", "the tag '!mine' means nothing in a trip file"),
        ("a: " + "9" * 5000, "a number with 5000 digits is no quantity"),
    ],
)
def test_what_yaml_allows_and_a_trip_file_does_not(text: str, message: str) -> None:
    assert [fault.message for fault in read(text)[1]] == [message]


def test_aliases_stand_for_what_they_name() -> None:
    assert read("a: &x [1, 2]\nb: *x\n") == ({"a": [1, 2], "b": [1, 2]}, [])


def test_an_alias_inside_what_it_names_is_refused() -> None:
    with pytest.raises(YamlError, match="inside what it names"):
        read("a: &x [*x]\n")


def test_a_bomb_of_aliases_is_refused_before_it_unfolds() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]

    with pytest.raises(YamlError, match=f"unfold to more than {MOST_VALUES} values"):
        read("\n".join(lines))


@pytest.mark.parametrize("depth", [43, 500, 20_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    with pytest.raises(YamlError, match=r"nested more than 40 levels deep|not closed|a value is missing"):
        read("[" * depth + "]" * depth)


def test_nothing_comes_of_an_empty_text() -> None:
    assert compose("# only a comment\n") is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(YamlError):
        node = compose(text)
        if node is not None:
            Converter().value(node)


class _PureLoader(PureParser):
    resolve = yaml_nodes._Loader.resolve
    descend_resolver = yaml_nodes._Loader.descend_resolver
    ascend_resolver = yaml_nodes._Loader.ascend_resolver


def _shape(node: yaml.Node) -> Any:
    mark = (node.start_mark.line, node.start_mark.column)
    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.value, mark
    if isinstance(node, yaml.MappingNode):
        return [(_shape(key), _shape(value)) for key, value in node.value]
    return [_shape(each) for each in node.value]


@pytest.mark.parametrize("file", sorted(TRIPS.glob("*/trip.yaml")), ids=lambda file: file.parent.name)
def test_the_parser_in_python_gives_the_same_nodes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    by_libyaml = compose(text)
    loader = _PureLoader(text)

    in_python = loader.get_single_node()
    assert by_libyaml is not None
    assert in_python is not None
    assert _shape(in_python) == _shape(by_libyaml)
    loader.dispose()
