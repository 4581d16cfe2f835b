"""Texts and known names in, where those names stand and which new ones to propose out."""

from .link import Linker
from .propose import propose_entities

__all__ = ["Linker", "propose_entities"]
