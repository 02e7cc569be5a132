"""A trip file or folder as plain values that remember file and line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from geleit.tripfile.problems import Problem, TripFileError
from geleit.tripfile.reading import read_text
from geleit.tripfile.yaml_nodes import Converter, YamlError, compose, entries, line_of

_SUFFIXES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands."""

    file: str
    line: int | None


@dataclass(slots=True)
class Source:
    """The merged content of a trip's files.

    Parameters
    ----------
    name
        The path the user gave.
    data
        Plain values by top-level key.
    files
        The YAML files read, in order.
    """

    name: str
    data: dict[str, object] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    nodes: dict[str, tuple[str, yaml.Node, yaml.Node]] = field(default_factory=dict)

    def spot(self, path: Iterable[str | int]) -> Spot:
        """Return file and line of the value a path leads to, or of the nearest thing around it.

        Parameters
        ----------
        path
            Keys, list positions, or ids of list members.
        """
        steps = list(path)
        if not steps or str(steps[0]) not in self.nodes:
            return Spot(self.name, None)
        file, key_node, node = self.nodes[str(steps[0])]
        line = line_of(key_node)
        for step in steps[1:]:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return Spot(file, line)


def _child(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode):
        member = _member(node, step)
        return None if member is None else (line_of(member), member)
    for key, key_node, value_node in entries(node):
        if key == str(step):
            return line_of(key_node), value_node
    return None


def _member(node: yaml.SequenceNode, step: str | int) -> yaml.Node | None:
    members: list[yaml.Node] = node.value
    if isinstance(step, int):
        return members[step] if 0 <= step < len(members) else None
    for member in members:
        for key, _, value_node in entries(member):
            if key == "id" and value_node.value == step:
                return member
    return None


def find_files(path: Path) -> list[Path]:
    """Return the YAML files of a trip: the file itself, or those of the folder in alphabetical order.

    Raises
    ------
    TripFileError
        When there are none.
    """
    if path.is_dir():
        found = sorted(each for each in path.iterdir() if each.suffix in _SUFFIXES and each.is_file())
        if not found:
            fix = "a trip's folder holds trip.yaml and others; 'geleit new' makes one"
            raise TripFileError(
                [Problem(file=str(path), message="the folder holds no .yaml file", fix=fix, code="no_yaml")]
            )
        return found
    if not path.exists():
        raise TripFileError(
            [
                Problem(
                    file=str(path),
                    message="there is no such file or folder",
                    fix=_nearby(path),
                    code="missing_file",
                )
            ]
        )
    return [path]


def _nearby(path: Path) -> str:
    from geleit.tripfile.problems import did_you_mean

    try:
        return did_you_mean(path.name, [each.name for each in path.parent.iterdir()])
    except OSError:
        return ""


def read_source(path: Path) -> tuple[Source, list[Problem]]:
    """Return the merged content of a trip's files and what is wrong with them as YAML.

    Raises
    ------
    TripFileError
        When nothing could be read.
    """
    source = Source(str(path))
    problems: list[Problem] = []
    for file in find_files(path):
        source.files.append(file)
        try:
            problems.extend(read_into(source, str(file), read_text(file, str(file))))
        except TripFileError as error:
            problems.extend(error.problems)
    if not source.data:
        raise TripFileError(problems or [empty_file(source.name)])
    return source, problems


def empty_file(name: str) -> Problem:
    """Return the problem of a file or folder that holds nothing."""
    return Problem(
        file=name, message="the file is empty", fix="'geleit new' makes one to begin with", code="empty"
    )


def read_into(source: Source, shown: str, text: str) -> list[Problem]:
    """Add the content of one file to the source and return what is wrong with it as YAML.

    Parameters
    ----------
    shown
        The file's path as error messages give it.
    """
    converter = Converter()
    try:
        root = compose(text)
        if root is None:
            return []
        value = converter.value(root)
    except YamlError as fault:
        return [_problem(shown, fault)]
    problems = [_problem(shown, fault) for fault in converter.faults]
    if not isinstance(value, dict):
        message = "the file does not hold keys such as 'id:' and 'stations:' at its top"
        return [
            *problems,
            Problem(
                file=shown, line=line_of(root), message=message, fix="is it a trip file?", code="not_a_trip"
            ),
        ]
    return problems + _merge(source, shown, root, value)


def _merge(source: Source, shown: str, root: yaml.Node, value: Mapping[str, object]) -> list[Problem]:
    problems = []
    for key, key_node, value_node in entries(root):
        if key not in value:
            continue
        line = line_of(key_node)
        other = source.nodes.get(key)
        if other is None:
            source.nodes[key] = (shown, key_node, value_node)
            source.data[key] = value[key]
        elif other[0] != shown:
            message = f"{key!r} stands in {other[0]}, line {line_of(other[1])}, too"
            problems.append(
                Problem(
                    file=shown,
                    line=line,
                    path=(key,),
                    value=key,
                    message=message,
                    fix="keep each key in one file",
                    code="duplicate_key",
                )
            )
    return problems


def _problem(shown: str, fault: YamlError) -> Problem:
    return Problem(
        file=shown, line=fault.line, value=fault.value, message=fault.message, fix=fault.fix, code=fault.code
    )
