"""What the operator sets: ``GELEIT_*`` variables, read once into one value, and refused with a sentence each."""

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import SplitResult, unquote, urlsplit

from geleit.services.faults import FaultError, file_faults

SECRET_FILE: Final = "secret-key"  # noqa: S105 # the name of a file, not its content
SQLITE_FILE: Final = "geleit.sqlite3"
LOG_LEVELS: Final = ("debug", "info", "warning", "error")
_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
FOREIGN: Final = frozenset({"GELEIT_CHROMIUM", "GELEIT_TRACEBACK"})
"""Variables that others read: the tests, and the command line's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Where the store is.

    Parameters
    ----------
    path
        File of SQLite; None where PostgreSQL is used.
    name, host, port, user, password
        Of PostgreSQL; empty for its own defaults. A host that begins with a slash is a folder with a socket.
    """

    path: Path | None = None
    name: str = ""
    host: str = ""
    port: str = ""
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail goes.

    Parameters
    ----------
    folder
        Where mail is written as files instead of being sent; None where a server sends it.
    security
        ``starttls``, ``tls`` or empty.
    """

    folder: Path | None = None
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    security: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything an operator can set; docs/reference/settings.md says it in words.

    Parameters
    ----------
    data
        Folder for the database, the secret key, collected static files, documents and unsent mail.
    secret_key
        Signs cookies; made once and kept in the data folder where none is given.
    url
        Under which people reach the application, without a slash at its end.
    hosts
        Names the application answers to.
    demo
        Whether demo accounts may sign in without a password and the clock may be moved.
    demo_start
        The present when a demonstration begins (aware).
    proxy
        Whether a proxy in front says by ``X-Forwarded-Proto`` that it was reached by https.
    debug
        For those who work on Geleit itself.
    """

    data: Path
    database: Database
    secret_key: str = field(repr=False)
    url: str
    hosts: tuple[str, ...]
    mail: MailServer
    mail_from: str
    demo: bool
    demo_start: datetime
    proxy: bool
    debug: bool
    log_level: str

    @property
    def is_https(self) -> bool:
        """Whether browsers come by https."""
        return self.url.startswith("https:")


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that the environment gives.

    Raises
    ------
    FaultError
        Naming every setting that is wrong, its value and the likely fix.
    """
    reader = _Reader(environment)
    data = Path(reader.text("GELEIT_DATA") or "geleit-data").expanduser().absolute()
    url = reader.parsed("GELEIT_URL", "http://127.0.0.1:8000", _url)
    values: dict[str, Any] = {
        "data": data,
        "database": reader.parsed("GELEIT_DATABASE", "", lambda value: _database(value, data)),
        "url": url,
        "hosts": reader.parsed("GELEIT_HOSTS", "", lambda value: _hosts(value, url or "")),
        "mail": reader.parsed("GELEIT_MAIL", "", lambda value: _mail(value, data)),
        "mail_from": reader.parsed("GELEIT_MAIL_FROM", "geleit@localhost", _address),
        "demo": reader.parsed("GELEIT_DEMO", "no", _yes_or_no),
        "demo_start": reader.parsed("GELEIT_DEMO_START", "2025-03-03T09:00+01:00", _instant),
        "proxy": reader.parsed("GELEIT_PROXY", "no", _yes_or_no),
        "debug": reader.parsed("GELEIT_DEBUG", "no", _yes_or_no),
        "log_level": reader.parsed("GELEIT_LOG", "warning", _log_level),
        "secret_key": reader.parsed("GELEIT_SECRET_KEY", "", _secret),
    }
    reader.finish()
    values["secret_key"] = values["secret_key"] or _kept_secret(data)
    return Settings(**values)


class _Reader:
    """Reads variables and collects what is wrong with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.known: set[str] = set(FOREIGN)
        self.faults: list[str] = []

    def text(self, name: str) -> str:
        self.known.add(name)
        return self.environment.get(name, "").strip()

    def parsed[T](self, name: str, default: str, parse: Callable[[str], T]) -> T | None:
        value = self.text(name) or default
        try:
            return parse(value)
        except ValueError as error:
            self.faults.append(f"{name} is {value!r}: {error}")
            return None

    def finish(self) -> None:
        unknown = sorted(
            name for name in self.environment if name.startswith("GELEIT_") and name not in self.known
        )
        self.faults += [_unknown(name, self.known) for name in unknown]
        if self.faults:
            raise FaultError(
                "; ".join(self.faults), advice="docs/reference/settings.md explains every setting"
            )


def _unknown(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), 1)
    return f"{name} is no setting" + (f"; did you mean {near[0]}?" if near else "")


def _yes_or_no(value: str) -> bool:
    if value.lower() not in (*_YES, *_NO):
        raise ValueError("it must be yes or no")
    return value.lower() in _YES


def _log_level(value: str) -> str:
    if value.lower() not in LOG_LEVELS:
        raise ValueError(f"it must be one of {', '.join(LOG_LEVELS)}")
    return value.lower()


def _instant(value: str) -> datetime:
    hint = "it must be a date with time and offset, such as 2025-03-03T09:00+01:00"
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(hint) from None
    if found.tzinfo is None:
        raise ValueError(hint)
    return found.astimezone(UTC)


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("it must be an address such as https://reisen.example.org")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("it must end after the host; Geleit answers at the top of a host")
    return value.rstrip("/")


def _hosts(value: str, url: str) -> tuple[str, ...]:
    given = [name.strip().lower() for name in value.split(",") if name.strip()]
    for name in given:
        if "/" in name or ":" in name.strip("[]"):
            raise ValueError(f"{name!r} must be a name without scheme and port, such as reisen.example.org")
    own = urlsplit(url).hostname
    return tuple(dict.fromkeys([*([own] if own else []), *(given or ("localhost", "127.0.0.1", "[::1]"))]))


def _address(value: str) -> str:
    if value.count("@") != 1 or not all(value.rsplit("@", 1)) or any(char in value for char in "\r\n"):
        raise ValueError("it must be a mail address, such as reisen@example.org")
    return value


def _secret(value: str) -> str:
    if value and len(value) < 32:
        raise ValueError("it must have at least 32 characters; leave it out and one is made")
    return value


def _database(value: str, data: Path) -> Database:
    if not value:
        return Database(path=data / SQLITE_FILE)
    parts = urlsplit(value)
    if parts.scheme == "sqlite":
        path = unquote(parts.path)[1:] if parts.path.startswith("//") else unquote(parts.path)
        if not path or path.endswith("/"):
            raise ValueError("it must name a file, such as sqlite:////srv/geleit/geleit.sqlite3")
        return Database(path=Path(path))
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError("it must begin with postgresql:// or sqlite://, or be left out for SQLite")
    name = unquote(parts.path.strip("/"))
    if not name or "/" in name:
        raise ValueError("it must name a database, such as postgresql://user@host/geleit")
    query = dict(part.partition("=")[::2] for part in parts.query.split("&") if part)
    return Database(
        name=name,
        host=unquote(query.get("host", "")) or unquote(parts.hostname or ""),
        port=query.get("port", "") or str(_port(parts) or ""),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


_MAIL_SECURITY: Final = MappingProxyType({"smtp": "", "smtp+starttls": "starttls", "smtps": "tls"})
_MAIL_PORTS: Final = MappingProxyType({"smtp": 25, "smtp+starttls": 587, "smtps": 465})


def _mail(value: str, data: Path) -> MailServer:
    if not value:
        return MailServer(folder=data / "mail")
    parts = urlsplit(value)
    if parts.scheme not in _MAIL_SECURITY or not parts.hostname:
        raise ValueError("it must be an address such as smtp+starttls://user:password@mail.example.org:587")
    return MailServer(
        host=parts.hostname,
        port=_port(parts) or _MAIL_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        security=_MAIL_SECURITY[parts.scheme],
    )


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise ValueError("its port must be a number up to 65535") from None


def _kept_secret(data: Path) -> str:
    """Return the data folder's secret key, made there once and readable for nobody else."""
    path = data / SECRET_FILE
    with file_faults(path, done="written"):
        data.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            kept = path.read_text("ascii").strip()
            if kept:
                return kept
            raise FaultError(f"{path} is empty", advice="Delete it; a new secret key is made") from None
        made = secrets.token_urlsafe(50)
        with os.fdopen(handle, "w") as file:
            file.write(made)
        return made
