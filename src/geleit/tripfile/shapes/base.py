"""What all objects of a trip file have in common."""

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic.fields import FieldInfo

from geleit.tripfile.fields import Assumed, FieldError
from geleit.tripfile.problems import did_you_mean, listed


class Shape(BaseModel):
    """An object of the file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def in_order(cls) -> dict[str, FieldInfo]:
        """Return the fields as they stand in a file: the mark of assumptions last."""
        return dict(sorted(cls.model_fields.items(), key=lambda field: field[0] == "assumed"))


class MarkedShape(Shape):
    """An object that says which of its fields are assumptions."""

    assumed: Assumed = ()
    """Names of this object's fields that the announcement did not give, or `all`. Every page marks them."""

    @field_validator("assumed", mode="after")
    @classmethod
    def _names_its_own_fields(cls, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
        known = cls.assumable()
        for name in names or ():
            if name not in known:
                fix = did_you_mean(name, known) or f"fields are {listed(known, 40)}"
                raise FieldError(f"names {name!r}, which is no field here", fix)
        return names

    @classmethod
    def assumable(cls) -> tuple[str, ...]:
        """Return the names of the fields that can be assumptions: all but the id and the mark itself."""
        return tuple(name for name in cls.model_fields if name not in ("id", "assumed"))
