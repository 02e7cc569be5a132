"""The error of a value that its field does not take."""

from pydantic_core import PydanticCustomError

from geleit.tripfile.problems import shown


class FieldError(PydanticCustomError):
    """A value that its field does not take: what is wrong, and the likely fix."""

    def __new__(cls, message: str, fix: str = "", at: str = "") -> "FieldError":
        """Return the error; ``at`` names the key inside the value that is meant."""
        return super().__new__(cls, "field", "{message}", {"message": message, "fix": fix, "at": at})


def as_word(value: object, what: str = "a text") -> str:
    """Return a text; anything else is told how to become one."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        raise FieldError(f"{shown(value)} is not {what}", f'put it in quotes: "{shown(value)}"')
    if value is None:
        raise FieldError("has no value", "give one, or delete the line")
    raise FieldError(f"{shown(value)} stands where {what} belongs")
