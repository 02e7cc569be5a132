from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.tripfile.yaml_nodes import Converter, compose
from geleit.tripfile.yaml_write import WIDTH, block, flow, member, scalar, sections

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"])),
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10).filter(lambda key: key != "<<")
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def value_of(text: str) -> Any:
    node = compose(text)
    assert node is not None
    converter = Converter()
    value = converter.value(node)
    assert converter.faults == []
    return value


@given(VALUES)
def test_a_value_on_one_line_is_read_back(value: Any) -> None:
    assert value_of(f"- {flow(value)}\n") == [value]


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_an_object_over_several_lines_is_read_back(value: dict[str, Any]) -> None:
    assert value_of("\n".join(block(value)) + "\n") == value


@pytest.mark.parametrize("tall", [True, False])
@given(members=st.lists(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), min_size=1))
def test_members_of_a_list_are_read_back(members: list[dict[str, Any]], *, tall: bool) -> None:
    lines = [line for each in members for line in member(each, 2, tall=tall)]

    assert value_of("key:\n" + "\n".join(lines) + "\n") == {"key": members}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=120, max_size=400))
def test_long_texts_are_read_back(text: str) -> None:
    assert value_of("\n".join(block({"a": {"b": text}})) + "\n") == {"a": {"b": text}}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Amazon", "Amazon"),
        ("Smart Manufacturing & Robotics", "Smart Manufacturing & Robotics"),
        ("张伟", "张伟"),
        ("no", '"no"'),
        ("On", '"On"'),
        ("null", '"null"'),
        ("12", '"12"'),
        ("1e5", '"1e5"'),
        ("08:30", '"08:30"'),
        ("2025-05-18", '"2025-05-18"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a,b", '"a,b"'),
        ("ends ", '"ends "'),
        ("", '""'),
        ('say "hi"\n', '"say \\"hi\\"\\n"'),
        ("\u2028", '"\\u2028"'),
        ("\U000e0001", '"\\U000e0001"'),
        ("a\xa0b", '"a\xa0b"'),
        (True, "true"),
        (None, "null"),
        (1e22, "1.0e+22"),
        (float("inf"), ".inf"),
    ],
)
def test_scalars(value: object, written: str) -> None:
    assert scalar(value) == written


def test_short_objects_stand_on_one_line_and_long_ones_do_not() -> None:
    short, long = {"id": "a", "name": "x"}, {"id": "b", "name": "word " * 30 + "end"}

    lines = sections({"hosts": [short, long]})

    assert lines[:3] == ["hosts:", "  - {id: a, name: x}", "  - id: b"]
    assert lines[3] == "    name: >-"
    assert max(len(line) for line in lines) <= WIDTH
