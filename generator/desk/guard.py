"""A request in, why it may not decide out: a foreign host, another site, no token, too much, the wrong form.

The preview listens on loopback, but every page in the person's browser can send it requests. So a request must name
this server as its host (no foreign name that was made to point here), come from this server's own page, and carry
the token that only this page knows.
"""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..review.said import say

MOST_BYTES = 64 * 1024


def is_loopback(host: str) -> bool:
    """Whether a server on this address can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may decide: the names of this server, and the token of this run."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def hosts(self) -> frozenset[str]:
        """Every name under which a browser on this machine reaches the server."""
        names = ("localhost", "127.0.0.1", "[::1]")
        bare = set(names) if self.port == 80 else set()
        return frozenset({f"{name}:{self.port}" for name in names} | bare)

    def knows_host(self, environ: Mapping[str, object]) -> bool:
        """Whether the request names this server."""
        return str(environ.get("HTTP_HOST", "")).lower() in self.hosts

    def is_shown(self, environ: Mapping[str, object]) -> bool:
        """Whether a page of the preview, with its drafts, is asked for under a name of this machine, by whatever port.

        A page elsewhere whose name was made to point here would read it otherwise.
        """
        name = re.sub(r":\d*$", "", str(environ.get("HTTP_HOST", "")).lower()).strip("[]")
        return not name or is_loopback(name) or name.endswith(".localhost")

    def refuses(self, environ: Mapping[str, object]) -> str:
        """Why a request is refused; ``""`` when it may go on."""
        host = str(environ.get("HTTP_HOST", "")).lower()
        if not self.knows_host(environ):
            return say("The request names another host.")
        if str(environ.get("HTTP_SEC_FETCH_SITE", "same-origin")) != "same-origin":
            return say("The request comes from another site.")
        origin = str(environ.get("HTTP_ORIGIN", "")).lower()
        post = environ.get("REQUEST_METHOD") == "POST"
        if (post or origin) and origin != f"http://{host}":
            return say("The request comes from another site.")
        token = str(environ.get("HTTP_X_CHRONOFACT_TOKEN", ""))
        if not secrets.compare_digest(token.encode("latin-1", "replace"), self.token.encode()):
            return say("The page is of an earlier preview: load it again.")
        if post and str(environ.get("CONTENT_TYPE", "")).split(";")[0].strip() != "application/json":
            return say("The request is no JSON.")
        length = str(environ.get("CONTENT_LENGTH") or "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return say("The request is too long.")
        return ""
