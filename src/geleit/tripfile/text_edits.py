"""Changes to YAML text that leave every other line as it is: where a value begins and ends, and what goes there.

Positions are those of the parser's nodes. Each function returns replacements of spans of the text; they are applied
together, so all of them speak of the text as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from geleit.tripfile.yaml_nodes import entries
from geleit.tripfile.yaml_write import entry, flow, member, quoted, scalar


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of ``text[start:end]``; an insertion where both are equal."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with all edits made; none may overlap."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def content_end(node: yaml.Node, text: str) -> int:
    """Return where a node's own content ends, without what follows it: comments, empty lines."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            return _block_scalar_end(node, text)
        return int(node.end_mark.index)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    if isinstance(node, yaml.MappingNode):
        key, value = last
        return max(content_end(value, text), int(key.end_mark.index) + 1)
    return content_end(last, text)


def _block_scalar_end(node: yaml.ScalarNode, text: str) -> int:
    """Return the end of the last line of a block scalar that belongs to it."""
    end = int(node.end_mark.index)
    return int(node.start_mark.index) + len(text[int(node.start_mark.index) : end].rstrip())


def line_end(position: int, text: str) -> int:
    """Return where the line of a position ends, a comment behind included, the line break not."""
    end = text.find("\n", position)
    if end < 0:
        return len(text)
    return end - 1 if end and text[end - 1] == "\r" else end


def line_start(position: int, text: str) -> int:
    """Return where the line of a position starts."""
    return text.rfind("\n", 0, position) + 1


def indent_of(position: int, text: str) -> int:
    """Return the column of a position."""
    return position - line_start(position, text)


class Surgeon:
    """Makes edits of one text.

    Parameters
    ----------
    text
        The file's text as its nodes know it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def joined(self, lines: Sequence[str]) -> str:
        """Return lines as text of the file's own line breaks."""
        return self.newline.join(lines)

    def replace(self, node: yaml.Node, value: object, key_node: yaml.Node | None) -> Edit:
        """Return the edit that puts a value in the place of a node.

        Parameters
        ----------
        key_node
            The key before it; None for a member of a list.
        """
        start, end = int(node.start_mark.index), content_end(node, self.text)
        if key_node is not None:
            column = indent_of(int(key_node.start_mark.index), self.text)
            lines = entry(str(key_node.value), value, column)
            if self._is_block(node) or (len(lines) > 1 and not isinstance(value, str)):
                head = lines[0].lstrip().removeprefix(f"{scalar(str(key_node.value))}:")
                return Edit(int(key_node.end_mark.index) + 1, end, self.joined([head, *lines[1:]]))
        text = self._same_quotes(node, value) if isinstance(value, str) else flow(value)
        if start == end:  # nothing stands there: the node is empty
            return Edit(start, end, text if self.text[start - 1 : start].isspace() else f" {text}")
        return Edit(start, end, text)

    def _is_block(self, node: yaml.Node) -> bool:
        if isinstance(node, yaml.ScalarNode):
            return node.style in ("|", ">")
        return isinstance(node, yaml.CollectionNode) and not node.flow_style

    def _same_quotes(self, node: yaml.Node, value: str) -> str:
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        if style == "'" and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        return quoted(value) if style == '"' else scalar(value)

    def add_key(self, node: yaml.MappingNode, key: str, value: object, after: Sequence[str]) -> Edit:
        """Return the edit that adds a key to an object, behind the last of ``after`` that it has, else at its end."""
        pairs = [pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode)]
        before = [pair for pair in pairs if pair[0].value in after]
        anchor = (before or pairs or [None])[-1]
        if node.flow_style or anchor is None:
            return self._add_flow_key(node, f"{scalar(key)}: {flow(value)}", anchor)
        column = indent_of(int(pairs[0][0].start_mark.index), self.text)
        position = line_end(max(content_end(anchor[1], self.text), int(anchor[0].end_mark.index)), self.text)
        lines = entry(key, value, column)
        return Edit(position, position, self.newline + self.joined(lines))

    def _add_flow_key(
        self, node: yaml.MappingNode, text: str, anchor: tuple[yaml.Node, yaml.Node] | None
    ) -> Edit:
        if anchor is None:
            return Edit(int(node.start_mark.index), int(node.end_mark.index), f"{{{text}}}")
        position = max(content_end(anchor[1], self.text), int(anchor[0].end_mark.index))
        return Edit(position, position, f", {text}")

    def remove_key(self, node: yaml.MappingNode, key: str) -> Edit:
        """Return the edit that takes a key and its value out of an object that keeps others."""
        index = next(number for number, (name, _, _) in enumerate(entries(node)) if name == key)
        key_node, value_node = node.value[index]
        start, end = int(key_node.start_mark.index), content_end(value_node, self.text)
        end = max(end, int(key_node.end_mark.index) + 1)
        if node.flow_style:
            before = node.value[index - 1][1] if index else None
            following = node.value[index + 1][0] if index + 1 < len(node.value) else None
            return self._without_comma(start, end, before, following)
        if index == 0:  # a dash may stand before it, so what follows moves up
            return Edit(start, int(node.value[1][0].start_mark.index), "")
        return Edit(self._break_before(start), line_end(end, self.text), "")

    def _without_comma(
        self, start: int, end: int, before: yaml.Node | None, following: yaml.Node | None
    ) -> Edit:
        if following is not None:
            return Edit(start, int(following.start_mark.index), "")
        return Edit(content_end(before, self.text) if before is not None else start, end, "")

    def _break_before(self, position: int) -> int:
        """Return where the line break before a position's line begins."""
        start = line_start(position, self.text)
        if start >= 2 and self.text[start - 2 : start] == "\r\n":
            return start - 2
        return max(0, start - 1)

    def add_member(self, node: yaml.SequenceNode, value: object, key_node: yaml.Node) -> Edit:
        """Return the edit that adds a member to the end of a list, in the way of the member before it."""
        if not node.value:
            column = indent_of(int(key_node.start_mark.index), self.text)
            if not isinstance(value, Mapping):
                return Edit(int(node.start_mark.index), int(node.end_mark.index), f"[{flow(value)}]")
            lines = ["", *member(value, column + 2)]
            return Edit(int(key_node.end_mark.index) + 1, int(node.end_mark.index), self.joined(lines))
        last = node.value[-1]
        end = content_end(last, self.text)
        if node.flow_style:
            return Edit(end, end, f", {flow(value)}")
        column = indent_of(int(node.start_mark.index), self.text)
        is_tall = isinstance(last, yaml.MappingNode) and not last.flow_style
        lines = member(value, column, tall=is_tall)
        position = line_end(end, self.text)
        return Edit(position, position, self.newline + self.joined(lines))

    def remove_member(self, node: yaml.SequenceNode, index: int, key_node: yaml.Node) -> Edit:
        """Return the edit that takes a member out of a list; the last one leaves an empty list."""
        if len(node.value) == 1:
            end = content_end(node, self.text)
            return Edit(int(key_node.end_mark.index) + 1, end, " []")
        found = node.value[index]
        start, end = int(found.start_mark.index), content_end(found, self.text)
        if node.flow_style:
            before = node.value[index - 1] if index else None
            following = node.value[index + 1] if index + 1 < len(node.value) else None
            return self._without_comma(start, end, before, following)
        return Edit(self._break_before(start), line_end(end, self.text), "")

    def add_section(self, key: str, value: object) -> Edit:
        """Return the edit that adds a top-level key at the end of the file."""
        end = len(self.text.rstrip())
        lines = entry(key, value, 0)
        gap = [""] if end and len(lines) > 1 else []
        head = [""] if end else []
        rest = self.text[end:] or self.newline
        return Edit(end, len(self.text), self.joined([*head, *gap, *lines]) + rest)

    def rewrite_section(self, key_node: yaml.Node, node: yaml.Node, value: object) -> Edit:
        """Return the edit that writes a top-level key anew, comments inside it lost."""
        end = max(content_end(node, self.text), int(key_node.end_mark.index) + 1)
        lines = entry(str(key_node.value), value, 0)
        return Edit(int(key_node.start_mark.index), end, self.joined(lines))
