"""An address in, the bytes found there or the problem with it out; every wait and size has its limit."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from .. import __version__
from ..errors import Problem, problem
from ..model import Place
from .options import MEGABYTE, ArticleOptions

if TYPE_CHECKING:  # the library takes longer to load than most articles to read
    from urllib3 import BaseHTTPResponse, PoolManager

    from .connect import Door, Server

_AGENT = f"chronofact/{__version__} (+https://github.com/chronofact/chronofact)"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, application/xml;q=0.9, text/plain;q=0.8, application/json;q=0.7, */*;q=0.1"
# Never a page, a feed or a text, whatever is in it; of all else the content decides.
_MEDIA = ("image/", "audio/", "video/", "font/", "model/")
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with."""

    url: str  # where the redirects ended
    data: bytes
    content_type: str


def is_address(value: str) -> bool:
    """Whether ``value`` is an address to fetch and not a file."""
    return "://" in value[:12]


def fetch(url: str, options: ArticleOptions, trusted: frozenset[Server] = frozenset()) -> Fetched | Problem:
    """What ``url`` answers, after following its redirects; private addresses only of ``trusted`` servers."""
    from .connect import Door, pool_behind

    place = Place(url)
    door = Door(time.monotonic() + options.timeout, trusted)
    current, seen = url, 0
    try:
        with pool_behind(door) as pool:
            while True:
                if not _is_of_the_web(current):
                    return problem("fetch-address", place, value=current)
                answer = _request(pool, door, current, place, options)
                if not isinstance(answer, str):
                    return answer
                seen += 1
                if seen > options.max_redirects:
                    return problem("fetch-redirects", place, value=url, most=options.max_redirects)
                current = answer
    finally:
        door.close()


def _is_of_the_web(url: str) -> bool:
    """Whether the address has a scheme and a host that can be asked."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # "http://[", a port that is none
        return False


def _request(
    pool: PoolManager, door: Door, url: str, place: Place, options: ArticleOptions
) -> Fetched | Problem | str:
    """One request: what came, the problem, or the address it was sent on to."""
    import urllib3

    from .connect import PrivateAddress

    late = problem("fetch-timeout", place, value=url, seconds=f"{options.timeout:g}")
    try:
        response = pool.request(
            "GET",
            url,
            headers={"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
            preload_content=False,
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(connect=door.left, read=door.left),
        )
        try:
            found = _read(response, url, place, options)
        finally:
            response.close()
        return late if door.expired else found
    except PrivateAddress:
        return problem("fetch-private", place, value=url)
    except Exception as error:  # the library meets every kind of broken server
        if door.expired or isinstance(error, (TimeoutError, urllib3.exceptions.TimeoutError)):
            return late
        why = _short(error)
        if isinstance(error, urllib3.exceptions.SSLError):
            why = f"its certificate is not good ({why})"
        return problem("fetch-refused", place, value=url, why=why)


def _read(
    response: BaseHTTPResponse, url: str, place: Place, options: ArticleOptions
) -> Fetched | Problem | str:
    """The body of a good answer within its limits; the target of a redirect; else the problem."""
    headers = response.headers
    if response.status in _MOVED and headers.get("Location"):
        return _joined(url, str(headers["Location"]))
    if response.status != 200:
        return problem("fetch-status", place, value=url, status=response.status)
    content_type = str(headers.get("Content-Type", "")).split(";")[0].strip().lower()
    if content_type.startswith(_MEDIA):
        return problem("fetch-type", place, value=url, type=content_type)
    most = options.max_bytes
    too_large = problem("article-too-large", place, value=url, most=f"{most / MEGABYTE:g}")
    length = str(headers.get("Content-Length", ""))
    if length.isascii() and length.isdigit() and (len(length) > 15 or int(length) > most):
        return too_large
    parts: list[bytes] = []
    size = 0
    for chunk in response.stream(_CHUNK, decode_content=True):  # unpacked, and never more than this at once
        size += len(chunk)
        if size > most:
            return too_large
        parts.append(chunk)
    return Fetched(url, b"".join(parts), content_type)


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        return target


def _short(error: BaseException) -> str:
    """What went wrong in few words, without the address and object names libraries put in."""
    text = str(error)
    for known in (
        "Connection refused",
        "Name or service not known",
        "Temporary failure in name resolution",
        "No address associated",
        "Connection reset",
        "Network is unreachable",
        "certificate verify failed",
    ):
        if known.lower() in text.lower():
            return known[0].lower() + known[1:]
    return type(error).__name__
