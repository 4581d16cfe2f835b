"""An address in, the bytes found there or the problem with it out; every wait and size has its limit."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from .. import __version__
from ..errors import Problem, problem
from ..model import Place
from .options import MEGABYTE, ArticleOptions

_AGENT = f"chronofact/{__version__} (+https://github.com/chronofact/chronofact)"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8, application/json;q=0.7, */*;q=0.1"
_READABLE = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf",
             "application/json", "application/feed", "application/ld+json", "application/octet-stream")  # fmt: skip
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


def fetch(url: str, options: ArticleOptions) -> Fetched | Problem:
    """What ``url`` answers, after following its redirects."""
    import urllib3

    place = Place(url)
    deadline = time.monotonic() + options.timeout
    current, seen = url, 0
    with urllib3.PoolManager(num_pools=4) as pool:
        while True:
            if urlsplit(current).scheme not in ("http", "https") or not urlsplit(current).hostname:
                return problem("fetch-address", place, value=current)
            answer = _request(pool, current, place, deadline, options)
            if not isinstance(answer, str):
                return answer
            seen += 1
            if seen > options.max_redirects:
                return problem("fetch-redirects", place, value=url, most=options.max_redirects)
            current = answer


def _request(
    pool: object, url: str, place: Place, deadline: float, options: ArticleOptions
) -> Fetched | Problem | str:
    """One request: what came, the problem, or the address it was sent on to."""
    import urllib3

    left = max(deadline - time.monotonic(), 0.05)
    try:
        response = pool.request(  # type: ignore[attr-defined]
            "GET",
            url,
            headers={"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
            preload_content=False,
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(connect=left, read=left),
        )
        try:
            return _read(response, url, place, deadline, options)
        finally:
            response.close()
    except urllib3.exceptions.NewConnectionError as error:  # a kind of timeout to the library
        return problem("fetch-refused", place, value=url, why=_short(error))
    except urllib3.exceptions.TimeoutError:
        return problem("fetch-timeout", place, value=url, seconds=f"{options.timeout:g}")
    except urllib3.exceptions.SSLError as error:
        return problem(
            "fetch-refused", place, value=url, why=f"its certificate is not good ({_short(error)})"
        )
    except urllib3.exceptions.HTTPError as error:
        return problem("fetch-refused", place, value=url, why=_short(error))
    except (OSError, ValueError) as error:
        return problem("fetch-refused", place, value=url, why=_short(error))


def _read(
    response: object, url: str, place: Place, deadline: float, options: ArticleOptions
) -> Fetched | Problem | str:
    """The body of a good answer within its limits; the target of a redirect; else the problem."""
    status: int = response.status  # type: ignore[attr-defined]
    headers = response.headers  # type: ignore[attr-defined]
    if status in _MOVED and headers.get("Location"):
        return urljoin(url, str(headers["Location"]))
    if status != 200:
        return problem("fetch-status", place, value=url, status=status)
    content_type = str(headers.get("Content-Type", "")).split(";")[0].strip().lower()
    if content_type and not content_type.startswith(_READABLE):
        return problem("fetch-type", place, value=url, type=content_type)
    most = options.max_bytes
    too_large = problem("article-too-large", place, value=url, most=f"{most / MEGABYTE:g}")
    if str(headers.get("Content-Length", "")).isdigit() and int(headers["Content-Length"]) > most:
        return too_large
    parts: list[bytes] = []
    size = 0
    for chunk in response.stream(_CHUNK, decode_content=True):  # type: ignore[attr-defined]
        size += len(chunk)
        if size > most:
            return too_large
        if time.monotonic() > deadline:
            return problem("fetch-timeout", place, value=url, seconds=f"{options.timeout:g}")
        parts.append(chunk)
    return Fetched(url, b"".join(parts), content_type)


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
