"""The organiser's board: the programme as cards that can be moved, with what breaks, repairs, versions."""
