"""What the machine's clock says: for signs of life, retries and files, never for what people are shown."""

from datetime import UTC, datetime


def machine_now() -> datetime:
    """Return the machine's time (aware, UTC); what people see goes by the present that is given as ``now``."""
    return datetime.now(UTC)
