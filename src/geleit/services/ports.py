"""Ports of this machine."""

import socket

from geleit.services.faults import FaultError

NEXT_PORTS = 50
"""How many ports above a taken one are tried for the suggestion."""


def port_to_use(*, host: str, port: int) -> int:
    """Return a port that can be listened on: the one asked for, or any free one for 0.

    Raises
    ------
    FaultError
        When the port is taken or may not be used; the next free one is named.
    """
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except PermissionError:
            raise FaultError(
                f"Port {port} may only be used by the machine's administrator",
                advice=port_advice(max(port, 8000), host),
            ) from None
        except OSError:
            raise taken_port(port, host) from None
        return int(trial.getsockname()[1])


def taken_port(port: int, host: str) -> FaultError:
    """Return the error for a port that another program uses."""
    return FaultError(
        f"Port {port} is in use by another program",
        holds="The other program is left alone",
        advice=port_advice(port + 1, host),
    )


def port_advice(first: int, host: str) -> str:
    """Return a sentence that names the next free port."""
    ports = range(first, min(first + NEXT_PORTS, 65536))
    free = next((port for port in ports if is_free(port, host)), None)
    return "Choose another port" if free is None else f"Port {free} is free: PORT={free} or --port {free}"


def is_free(port: int, host: str) -> bool:
    """Whether a port can be listened on."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True
