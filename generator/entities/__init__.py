"""Texts and known names in, where those names stand and which new ones to propose out."""

from .link import Linker
from .propose import find_names, propose_entities
from .spans import with_names

__all__ = ["Linker", "find_names", "propose_entities", "with_names"]
