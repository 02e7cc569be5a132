"""Changes to the values of a trip file, and the edits of its text that make them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_origin

import yaml

from geleit.tripfile.shapes import TripShape
from geleit.tripfile.text_edits import Edit, Surgeon
from geleit.tripfile.words import keys_at
from geleit.tripfile.yaml_nodes import entries

Step = str | int


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a document: ``value`` in the place that ``path`` leads to; None takes it out.

    Parameters
    ----------
    path
        Keys, list positions and ids of list members. A path that ends in an id or position that the list does not
        have adds a member.
    """

    path: tuple[Step, ...]
    value: object | None


def cut_section(surgeon: Surgeon, key_node: yaml.Node, node: yaml.Node) -> Edit:
    """Return the edit that takes a top-level key out."""
    edit = surgeon.rewrite_section(key_node, node, None)
    return Edit(edit.start, min(len(surgeon.text), edit.end + len(surgeon.newline)), "")


def members_of(value: object) -> list[object]:
    """Return a list, empty where there is none."""
    return value if isinstance(value, list) else []


def place_in(value: object, step: Step) -> Any:  # noqa: ANN401 # a key of a dict or an index of a list
    """Return the key or index in a value that a step means; None when there is none."""
    if isinstance(value, dict):
        return step if step in value else None
    if isinstance(value, list):
        if isinstance(step, int):
            return step if 0 <= step < len(value) else None
        for index, each in enumerate(value):
            if isinstance(each, dict) and each.get("id") == step:
                return index
    return None


def descend(key_node: yaml.Node, node: yaml.Node, step: Step) -> tuple[yaml.Node, yaml.Node]:
    """Return the key and value nodes one step further; the key of a list's member is the list's."""
    if isinstance(node, yaml.SequenceNode):
        for index, each in enumerate(node.value):
            if index == step or any(name == "id" and value.value == step for name, _, value in entries(each)):
                return key_node, each
    for name, child_key, child in entries(node):
        if name == str(step):
            return child_key, child
    raise KeyError(step)


def leaf_edit(surgeon: Surgeon, key_node: yaml.Node, node: yaml.Node, change: Change) -> Edit | None:
    """Return the edit of the last step of a change in the node that owns it; None when the text cannot show it."""
    step = change.path[-1]
    if isinstance(node, yaml.SequenceNode):
        return _member_edit(surgeon, key_node, node, change)
    if not isinstance(node, yaml.MappingNode):
        return None
    known = {name: (own_key, value) for name, own_key, value in entries(node)}
    key = str(step)
    if change.value is None:
        if key in known and len(known) == 1:
            return surgeon.replace(node, {}, None if node.flow_style else key_node)
        return surgeon.remove_key(node, key) if key in known else None
    if key in known:
        return surgeon.replace(known[key][1], change.value, None if node.flow_style else known[key][0])
    order = keys_at(TripShape, change.path[:-1])
    earlier = order[: order.index(key)] if key in order else [*order, *known]
    return surgeon.add_key(node, key, change.value, earlier)


def _member_edit(
    surgeon: Surgeon, key_node: yaml.Node, node: yaml.SequenceNode, change: Change
) -> Edit | None:
    index = next(
        (
            number
            for number, each in enumerate(node.value)
            if number == change.path[-1]
            or any(name == "id" and value.value == change.path[-1] for name, _, value in entries(each))
        ),
        None,
    )
    if change.value is None:
        return None if index is None else surgeon.remove_member(node, index, key_node)
    if index is None:
        return surgeon.add_member(node, change.value, key_node)
    return surgeon.replace(node.value[index], change.value, None)


def change_values(values: dict[str, object], change: Change) -> None:
    """Make a change in plain values."""
    owner: Any = values
    for number, step in enumerate(change.path[:-1]):
        here = place_in(owner, step)
        if here is None and change.value is None:
            return
        if here is None:
            if not isinstance(owner, dict):
                raise KeyError(change.path)
            here = step
            owner[here] = [] if number == 0 and is_list_key(str(step)) else {}
        owner = owner[here]
    _put(owner, change.path[-1], change.value)


def _put(owner: Any, step: Step, value: object | None) -> None:  # noqa: ANN401 # a dict or a list
    here = place_in(owner, step)
    if value is None:
        if here is not None:
            del owner[here]
    elif here is not None:
        owner[here] = value
    elif isinstance(owner, list):
        owner.append(value)
    else:
        owner[step] = value


def unshared(value: object) -> object:
    """Return a copy of a plain value in which nothing is shared, as aliases of YAML share."""
    if isinstance(value, dict):
        return {key: unshared(each) for key, each in value.items()}
    return [unshared(each) for each in value] if isinstance(value, list) else value


def is_list_key(key: str) -> bool:
    """Whether a top-level key of a trip file holds a list."""
    field = TripShape.model_fields.get(key)
    return field is not None and get_origin(field.annotation) is tuple


def is_within(path: Sequence[Step], owner: Sequence[Step]) -> bool:
    """Whether a path leads to, or into, what another leads to."""
    return tuple(path[: len(owner)]) == tuple(owner)
