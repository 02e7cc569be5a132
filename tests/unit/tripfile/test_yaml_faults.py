import pytest

from geleit.tripfile.yaml_nodes import YamlError, compose


@pytest.mark.parametrize(
    ("text", "line", "message", "fix"),
    [
        ("a:\n\tb: 1\n", 2, "a tab stands in the indentation", "use spaces"),
        ("a:\n  - b\n\t- c\n", 3, "a tab stands in the indentation", "use spaces"),
        ("a: b: c\n", 1, "': ' cannot stand here", "put the text in quotes, or check the indentation"),
        ("a: 1\nb\nc: 2\n", 2, "a key has no ': ' after it", "add the colon, or check the indentation"),
        ("x: 1\na: 'open\nb: 2\n", 2, "a quotation mark is not closed", "close it"),
        ("a: *name\n", 1, "a text that begins with * is read as an alias", "put the text in quotes"),
        ("a: @home\n", 1, "a text cannot begin with '@' unless quoted", "put the text in quotes"),
        ("a: 1\nb: %x\n", 2, "a text cannot begin with '%' unless quoted", "put the text in quotes"),
        ("a: `x`\n", 1, "a text cannot begin with '`' unless quoted", "put the text in quotes"),
        ("%foo\na: 1\n", 1, "a line that begins with % is a YAML directive", "put the text in quotes"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here", "remove the line '---'"),
        ("x: 1\na: {b: 1\n", 2, "a { is not closed, or a comma is missing", "add the } or the comma"),
        ("a: [1, 2\nb: 3\n", 1, "a [ is not closed, or a comma is missing", "add the ] or the comma"),
        ("- a\nb: 1\n", 2, "a list item must begin with '- '", "check the indentation"),
        ('a: "x\\qy"\n', 1, "a backslash begins no known sign", "use 'single quotes'"),
        ("a: x\x07y\n", 1, "an invisible sign (U+0007) stands here", "delete it"),
        ("a:\n  - b\n - c\n", 3, "the line fits neither what is above nor what is below",
         "check the indentation; if it has quotation marks or ' #', put the text in quotes"),
    ],
)  # fmt: skip # a table
def test_what_is_not_yaml_is_told_in_plain_words(text: str, line: int, message: str, fix: str) -> None:
    with pytest.raises(YamlError) as caught:
        compose(text)

    error = caught.value
    assert (error.line, error.message, error.fix) == (line, message, fix)
