"""An exception that a reader met in, why it could not go on in a few plain words out."""

from __future__ import annotations


def failure(error: Exception) -> str:
    """What happened: the system's own words, else the exception's name with the beginning of its message."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, ImportError):
        return f"the package that reads it is not there ({error.name or error})"
    said = " ".join(str(error).split())[:120]
    name = type(error).__name__
    return f"{name}: {said}" if said else name
