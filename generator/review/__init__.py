"""A loaded project in, what waits for a person out: most valuable first, with why, where and the words around it."""

from .waiting import Waiting, paragraph_around, waiting_list

__all__ = ["Waiting", "paragraph_around", "waiting_list"]
