"""How words of faults are kept."""

from collections.abc import Mapping

type Words = tuple[str, str, str]
"""What happened, what still holds, what to do; no full stops, ``{name}`` where a value stands."""

type Table = Mapping[str, tuple[Words, Words]]
"""German and English words by the code of the fault."""
