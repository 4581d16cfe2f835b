"""Texts and known names in, where those names stand and which new ones to propose out."""

from .link import Linker
from .propose import find_names, propose_entities
from .spans import Span

__all__ = ["Linker", "Span", "find_names", "propose_entities"]
