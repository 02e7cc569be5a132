"""A trip file to be changed by a program: every line that is not touched stays as a person wrote it."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from geleit.domain.trip import Trip
from geleit.tripfile.changes import (
    Change,
    Step,
    change_values,
    cut_section,
    descend,
    is_within,
    leaf_edit,
    members_of,
    place_in,
    unshared,
)
from geleit.tripfile.load import LoadedTrip, trip_of_source
from geleit.tripfile.problems import Problem, TripFileError
from geleit.tripfile.source import Source, read_into, read_source
from geleit.tripfile.text_edits import Edit, Surgeon, apply

_HOMES: Final[Mapping[str, str]] = {
    "delegates": "delegates.yaml",
    "organisations": "delegates.yaml",
    "hosts": "hosts.yaml",
    "items": "items.yaml",
    "rules": "items.yaml",
    "pins": "items.yaml",
    "places": "places.yaml",
    "travel_min": "places.yaml",
}
"""The file of a folder where a key goes that no file has yet."""


class TripDocument:
    """The text of a trip's files, and the values in it.

    A change is made in the text itself and then read again: when the values are not those wanted, the top-level key is
    written anew, so that the text may lose a comment but never a value.
    """

    def __init__(self, path: Path, texts: Mapping[str, str], marks: Mapping[str, bytes]) -> None:
        self.path = path
        self._texts = dict(texts)
        self._saved = dict(texts)
        self._marks = dict(marks)
        self._source = self._read()

    @classmethod
    def open(cls, path: Path | str) -> "TripDocument":
        """Return the document of a trip file or folder.

        Raises
        ------
        TripFileError
            When a file cannot be read or is not YAML. What its values mean is not looked at.
        """
        source, problems = read_source(Path(path))
        if problems:
            raise TripFileError(problems)
        raw = {str(file): file.read_bytes() for file in source.files}
        marks = {name: b"\xef\xbb\xbf" for name, each in raw.items() if each.startswith(b"\xef\xbb\xbf")}
        return cls(Path(path), {name: each.decode("utf-8-sig") for name, each in raw.items()}, marks)

    def copy(self) -> "TripDocument":
        """Return a document with the same texts, to try changes in."""
        return TripDocument(self.path, self._texts, self._marks)

    def _read(self) -> Source:
        source = Source(str(self.path), files=[Path(name) for name in self._texts])
        problems = [
            problem for name, text in self._texts.items() for problem in read_into(source, name, text)
        ]
        if problems:
            raise TripFileError(problems)
        return source

    @property
    def values(self) -> Mapping[str, object]:
        """The plain values by top-level key."""
        return self._source.data

    @property
    def texts(self) -> Mapping[str, str]:
        """The files' texts by path, changes included."""
        return dict(self._texts)

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self._texts != self._saved

    def load(self) -> LoadedTrip:
        """Return the trip that the document holds now.

        Raises
        ------
        TripFileError
            With everything that is wrong.
        """
        return trip_of_source(self._source, [])

    def trip(self) -> Trip:
        """Return the trip alone; raises as `load` does."""
        return self.load().trip

    def get(self, *path: Step) -> object:
        """Return the plain value that a path leads to.

        Raises
        ------
        KeyError
            When it leads nowhere.
        """
        value: object = self._source.data
        for step in path:
            position = place_in(value, step)
            if position is None:
                raise KeyError(path)
            value = value[position]  # type: ignore[index] # place_in returns a key of what it was given
        return value

    def put(self, *path: Step, value: object) -> None:
        """Put a plain value in the place that a path leads to, in place of what is there or as a new key."""
        self.apply([Change(path, value)])

    def add(self, key: str, value: Mapping[str, object]) -> None:
        """Add an object to the end of a list, such as a delegate to ``delegates``."""
        self.apply([Change((key, len(members_of(self._source.data.get(key)))), value)])

    def remove(self, *path: Step) -> None:
        """Take out what a path leads to.

        Raises
        ------
        KeyError
            When it leads nowhere.
        """
        self.get(*path)
        self.apply([Change(path, None)])

    def apply(self, changes: Sequence[Change]) -> None:
        """Make changes, each seeing those before it."""
        waiting = list(changes)
        while waiting:
            batch = self._independent(waiting)
            self._apply_batch(batch)
            waiting = waiting[len(batch) :]

    def _independent(self, changes: Sequence[Change]) -> list[Change]:
        """Return the leading changes that can be made in one go: none of them touches what another does."""
        found: list[Change] = []
        for change in changes:
            whole = self._with_owners(change)
            near = any(is_within(whole.path, each.path) or is_within(each.path, whole.path) for each in found)
            if found and (near or not self._is_small(whole)):
                break
            found.append(whole)
            if not self._is_small(whole):
                break
        return found

    def _with_owners(self, change: Change) -> Change:
        """Return a change of something whose owner is missing as the change that adds the owner."""
        value: object = self._source.data
        for number, step in enumerate(change.path[:-1]):
            position = place_in(value, step)
            if position is None and change.value is not None and number and isinstance(value, dict):
                nested = change.value
                for inner in reversed(change.path[number + 1 :]):
                    nested = {str(inner): nested}
                return Change(change.path[: number + 1], nested)
            if position is None:
                break
            value = value[position]  # type: ignore[index] # place_in returns a key of what it was given
        return change

    def _is_small(self, change: Change) -> bool:
        """Whether a change leaves the places of all other values as they are, relative to their neighbours."""
        if change.value is None:
            return False
        return len(change.path) > 2 or (
            len(change.path) == 2 and bool(self._source.data.get(str(change.path[0])))
        )

    def _apply_batch(self, batch: Sequence[Change]) -> None:
        wanted = {key: unshared(value) for key, value in self._source.data.items()}
        for change in batch:
            change_values(wanted, change)
        edits: dict[str, list[Edit]] = {}
        for change in batch:
            file, edit = self._edit(change, wanted)
            if edit is not None:
                edits.setdefault(file, []).append(edit)
        before = dict(self._texts)
        for file, made in edits.items():
            self._texts[file] = apply(self._texts.get(file, ""), made)
        if not self._reads_as(wanted):
            self._texts = before
            self._rewrite({str(change.path[0]) for change in batch}, wanted)

    def _reads_as(self, wanted: Mapping[str, object]) -> bool:
        try:
            source = self._read()
        except TripFileError:
            return False
        if source.data != wanted:
            return False
        self._source = source
        return True

    def _rewrite(self, keys: set[str], wanted: dict[str, object]) -> None:
        """Write top-level keys anew, where no small edit gave the values wanted (aliases, unusual layouts)."""
        before = dict(self._texts)
        for chosen in (keys, set(wanted) | set(self._source.data)):
            edits: dict[str, list[Edit]] = {}
            for key in sorted(chosen):
                file, edit = self._whole(key, wanted)
                edits.setdefault(file, []).append(edit)
            for file, made in edits.items():
                self._texts[file] = apply(self._texts.get(file, ""), made)
            if self._reads_as(wanted):
                return
            self._texts = dict(before)
        message = f"the values of {', '.join(sorted(keys))} cannot be written"
        raise TripFileError([Problem(file=str(self.path), message=message, code="unwritable")])

    def _whole(self, key: str, wanted: Mapping[str, object]) -> tuple[str, Edit]:
        if key not in self._source.nodes:
            file = self._home(key)
            return file, Surgeon(self._texts.get(file, "")).add_section(key, wanted[key])
        file, key_node, node = self._source.nodes[key]
        surgeon = Surgeon(self._texts[file])
        if key not in wanted:
            return file, cut_section(surgeon, key_node, node)
        return file, surgeon.rewrite_section(key_node, node, wanted[key])

    def _home(self, key: str) -> str:
        """Return the file into which a new top-level key goes."""
        if not self.path.is_dir():
            return str(self.path)
        name = str(self.path / _HOMES.get(key, "trip.yaml"))
        return name if name in self._texts or key in _HOMES else next(iter(self._texts))

    def _edit(self, change: Change, wanted: Mapping[str, object]) -> tuple[str, Edit | None]:
        key = str(change.path[0])
        if key not in self._source.nodes or len(change.path) == 1:
            return self._section_edit(key, change, wanted)
        file, key_node, node = self._source.nodes[key]
        for step in change.path[1:-1]:
            key_node, node = descend(key_node, node, step)
        edit = leaf_edit(Surgeon(self._texts[file]), key_node, node, change)
        return file, edit

    def _section_edit(
        self, key: str, change: Change, wanted: Mapping[str, object]
    ) -> tuple[str, Edit | None]:
        if key in self._source.nodes and change.value is not None:
            file, key_node, node = self._source.nodes[key]
            return file, Surgeon(self._texts[file]).replace(node, change.value, key_node)
        return self._whole(key, wanted)

    def save(self) -> tuple[Path, ...]:
        """Write the files that changed and return them; each is replaced in one step."""
        written = []
        for name, text in self._texts.items():
            if self._saved.get(name) == text:
                continue
            path = Path(name).resolve()
            aside = path.with_name(f".{path.name}.new")
            aside.write_bytes(self._marks.get(name, b"") + text.encode())
            if path.exists():
                shutil.copymode(path, aside)
            aside.replace(path)
            written.append(Path(name))
        self._saved = dict(self._texts)
        return tuple(written)
