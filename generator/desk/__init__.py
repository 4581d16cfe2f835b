"""The review page of a preview in, decisions through the store out: WSGI on MkDocs' own server, on loopback only.

``guard`` lets in who may decide, ``answers`` reads and decides, ``app`` is the door. Nothing of it is in a build.
"""

from __future__ import annotations

from ..check import check_content
from ..review import Waiting, waiting_list
from ..review.said import Say
from ..store import Content

__all__ = ["waits"]


def waits(content: Content, say: Say) -> tuple[Waiting, ...]:
    """What waits for a person, with what does not check."""
    return waiting_list(content, check_content(content), say=say)
