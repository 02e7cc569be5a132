from pathlib import Path

import pytest

from geleit.tripfile import TripFileError
from geleit.tripfile.reading import MOST_BYTES, read_text


def refusal(path: Path) -> str:
    with pytest.raises(TripFileError) as caught:
        read_text(path, "trip.yaml")
    return str(caught.value)


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    file = tmp_path / "trip.yaml"
    file.write_bytes("id: größe\n".encode("utf-8-sig"))

    assert read_text(file, "trip.yaml") == "id: größe\n"


NOT_UTF8 = "trip.yaml: the file is not UTF-8 but UTF-16 or no text at all; save it as UTF-8"
LATIN = (
    "trip.yaml, line 2: the file is not UTF-8; this line has 'Universität' if it is Latin-1; save it as UTF-8"
)
ARCHIVE = "trip.yaml: this is a workbook or archive, not YAML; a workbook is read with 'geleit import-xlsx'"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("id: ü\n".encode("utf-16"), NOT_UTF8),
        ("id: ü\n".encode("utf-16-le"), NOT_UTF8),
        (b"\x7fELF\x00\x01", NOT_UTF8),
        ("id: x\nname: Universität Köln\n".encode("latin-1"), LATIN),
        (b"PK\x03\x04rest", ARCHIVE),
    ],
)
def test_other_encodings_and_files_are_told(raw: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "trip.yaml"
    file.write_bytes(raw)

    assert refusal(file) == told


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "trip.yaml"
    with file.open("wb") as handle:
        handle.truncate(MOST_BYTES + 5_000_000)

    assert (
        refusal(file)
        == "trip.yaml: the file has 15 MB, more than the 10 MB a trip needs; is it the right file?"
    )


def test_a_device_without_end_is_not_read_to_its_end() -> None:
    assert refusal(Path("/dev/zero")).startswith("trip.yaml: the file has 10 MB, more than")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "trip.yaml: the file cannot be read: Is a directory"
