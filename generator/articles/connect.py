"""A host and a deadline in, a connection to it out, or the reason there may be none.

The address is looked up once, judged, and that very address is connected to, so that a name cannot answer
with one address when it is judged and with another when it is asked. At the deadline the line is cut,
whatever the other side is sending.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from typing import Any
from urllib.parse import urlsplit

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

# An address of a server: its number and port.
Server = tuple[str, int]
# Names that by their form (RFC 6761, 6762, 8375) are of one's own machine or network.
_OWN = (".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet")
_NUMBERS_WITHIN = (
    ipaddress.ip_network("64:ff9b::/96"),  # NAT64: the last four bytes are an address of the older kind
    ipaddress.ip_network("::/96"),
)


class PrivateAddress(Exception):
    """The host has only addresses of a private network, and nobody named it."""


class Door:
    """Connections to public addresses and to ``trusted`` servers, all cut at ``deadline``."""

    def __init__(self, deadline: float, trusted: frozenset[Server]) -> None:
        self.deadline = deadline
        self._trusted = trusted
        self._held: list[tuple[threading.Timer, socket.socket]] = []

    @property
    def expired(self) -> bool:
        """Whether the deadline has passed."""
        return time.monotonic() >= self.deadline

    @property
    def left(self) -> float:
        """Seconds until the deadline; never so few that the system takes them for none."""
        return max(self.deadline - time.monotonic(), 0.05)

    def connect(self, host: str, port: int) -> socket.socket:
        """A connected socket; ``PrivateAddress`` or an ``OSError`` when there is none."""
        found = addresses(host, port, self.left)
        allowed = [one for one in found if is_public(one[0]) or (one[0], port) in self._trusted]
        if not allowed:
            raise PrivateAddress(host)
        error: OSError | None = None
        for number, port in allowed:
            try:
                line = socket.create_connection((number, port), self.left)
            except OSError as failed:
                error = failed
                continue
            self._cut_in_time(line)
            return line
        raise error or OSError("no address")

    def _cut_in_time(self, line: socket.socket) -> None:
        """Shut the line down at the deadline: a copy of it serves, for TLS takes the socket itself away."""
        copy = line.dup()
        timer = threading.Timer(self.left, _shut, (copy,))
        timer.daemon = True
        self._held.append((timer, copy))
        timer.start()

    def close(self) -> None:
        """Forget the lines that are still held."""
        for timer, copy in self._held:
            timer.cancel()
            copy.close()
        self._held.clear()


def _shut(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def addresses(host: str, port: int, seconds: float) -> list[Server]:
    """The numbers of a host, looked up within ``seconds``; an ``OSError`` when it has none."""
    answer: queue.Queue[list[Server] | OSError] = queue.Queue()

    def look_up() -> None:
        try:
            infos = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
            answer.put([(str(info[4][0]), port) for info in infos])
        except (OSError, UnicodeError) as error:
            answer.put(error if isinstance(error, OSError) else socket.gaierror("Name or service not known"))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("timed out") from None
    if isinstance(found, OSError):
        raise found
    return list(dict.fromkeys(found))


def is_public(number: str) -> bool:
    """Whether an address belongs to the public internet; an address wrapped in another is judged as itself."""
    try:
        address = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and any(address in network for network in _NUMBERS_WITHIN):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast


def typed_servers(url: str, seconds: float) -> frozenset[Server]:
    """The servers a person means who types ``url``: those of a number, or of a name of one's own network.

    A public name is trusted with nothing: where it leads, its owner decides and not who typed it.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return frozenset()
    if not host or not (_is_number(host) or "." not in host or host.rstrip(".").endswith(_OWN)):
        return frozenset()
    try:
        return frozenset(addresses(host, port, seconds))
    except OSError:
        return frozenset()


def _is_number(host: str) -> bool:
    """Whether the host is given by its number, in whatever spelling the system reads."""
    try:
        socket.getaddrinfo(host.strip("[]"), None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return False
    return True


def pool_behind(door: Door) -> PoolManager:
    """A pool of connections that all go through ``door``."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return door.connect(self.host, self.port)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return door.connect(self.host, self.port)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    pool: Any = PoolManager(num_pools=4)
    pool.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return pool  # type: ignore[no-any-return]
