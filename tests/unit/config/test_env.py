"""Settings: read once, refused with a sentence each."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from geleit.config.env import Database, MailServer, read_settings
from geleit.services.faults import FaultError


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    found = read_settings({"GELEIT_DATA": str(tmp_path)})

    assert found.database == Database(path=tmp_path / "geleit.sqlite3")
    assert (found.url, found.hosts[0], found.demo, found.mail) == (
        "http://127.0.0.1:8000", "127.0.0.1", False, MailServer(folder=tmp_path / "mail"),
    )  # fmt: skip # one line a side
    assert found.demo_start == datetime(2025, 3, 3, 8, tzinfo=UTC)


def test_the_secret_key_is_made_once_and_for_nobody_else(tmp_path: Path) -> None:
    keys = {read_settings({"GELEIT_DATA": str(tmp_path)}).secret_key for _ in range(2)}

    (key,) = keys
    mode = stat.S_IMODE((tmp_path / "secret-key").stat().st_mode)
    assert (len(key) > 50, mode) == (True, 0o600)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "postgresql://anna:p%40ss@db.example.org:5433/geleit",
            Database(name="geleit", host="db.example.org", port="5433", user="anna", password="p@ss"),  # noqa: S106 # a sample
        ),
        (
            "postgresql:///geleit?host=/var/run/postgresql",
            Database(name="geleit", host="/var/run/postgresql"),
        ),
        ("sqlite:////srv/geleit.sqlite3", Database(path=Path("/srv/geleit.sqlite3"))),
    ],
)
def test_databases(tmp_path: Path, address: str, expected: Database) -> None:
    assert read_settings({"GELEIT_DATA": str(tmp_path), "GELEIT_DATABASE": address}).database == expected


def test_the_own_address_is_always_answered_to(tmp_path: Path) -> None:
    given = {"GELEIT_URL": "https://Reisen.example.org/", "GELEIT_HOSTS": "www.example.org"}

    found = read_settings({"GELEIT_DATA": str(tmp_path), **given})

    assert (found.hosts, found.is_https) == (("reisen.example.org", "www.example.org"), True)


def test_mail_servers(tmp_path: Path) -> None:
    mail = "smtp+starttls://anna:geheim@mail.example.org"

    found = read_settings({"GELEIT_DATA": str(tmp_path), "GELEIT_MAIL": mail}).mail

    assert (found.host, found.port, found.user, found.security) == (
        "mail.example.org", 587, "anna", "starttls",
    )  # fmt: skip # one line a side
    assert found.password == "geheim"  # noqa: S105 # a sample


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("GELEIT_DEMO", "maybe", "GELEIT_DEMO is 'maybe': it must be yes or no"),
        ("GELEIT_DATABSE", "x", "GELEIT_DATABSE is no setting; did you mean GELEIT_DATABASE?"),
        ("GELEIT_DATABASE", "mysql://x/y", "it must begin with postgresql://"),
        ("GELEIT_DATABASE", "postgresql://host", "it must name a database"),
        ("GELEIT_DATABASE", "postgresql://host:99999/geleit", "its port must be a number up to 65535"),
        ("GELEIT_URL", "reisen.example.org", "it must be an address such as https://"),
        ("GELEIT_URL", "https://example.org/geleit", "answers at the top of a host"),
        ("GELEIT_HOSTS", "https://example.org", "must be a name without scheme and port"),
        ("GELEIT_MAIL", "mail.example.org", "it must be an address such as smtp"),
        ("GELEIT_MAIL_FROM", "nobody", "it must be a mail address"),
        ("GELEIT_DEMO_START", "spring", "it must be a date with time and offset"),
        ("GELEIT_DEMO_START", "2025-03-03T09:00", "it must be a date with time and offset"),
        ("GELEIT_LOG", "loud", "it must be one of debug, info, warning, error"),
        ("GELEIT_SECRET_KEY", "short", "at least 32 characters"),
    ],
)
def test_a_wrong_value_is_named_with_the_fix(tmp_path: Path, name: str, value: str, told: str) -> None:
    with pytest.raises(FaultError) as refused:
        read_settings({"GELEIT_DATA": str(tmp_path), name: value})

    assert told in str(refused.value)


def test_everything_wrong_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match=r"GELEIT_DEMO.*GELEIT_LOG"):
        read_settings({"GELEIT_DATA": str(tmp_path), "GELEIT_DEMO": "x", "GELEIT_LOG": "y"})


def test_a_data_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FaultError, match="secret-key"):
        read_settings({"GELEIT_DATA": str(tmp_path / "file")})


def test_secrets_do_not_show(tmp_path: Path) -> None:
    given = {
        "GELEIT_DATA": str(tmp_path),
        "GELEIT_DATABASE": "postgresql://u:geheim@h/d",
        "GELEIT_SECRET_KEY": "s" * 40,
    }

    assert [word for word in ("geheim", "s" * 40) if word in repr(read_settings(given))] == []
