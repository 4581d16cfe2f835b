"""An exception nobody expected in, what to tell a person of it out: what was being done, and how to report it."""

from __future__ import annotations

import os
import platform
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from . import __version__

REPORT = "https://github.com/chronofact/chronofact/issues/new"
SHOW_ALL = "CHRONOFACT_TRACEBACK"
_PACKAGE = Path(__file__).parent
_FRAMES = 4
_PACKAGED = {"PIL": "pillow", "dateutil": "python-dateutil", "yaml": "pyyaml"}  # imported by another name
_AGAIN = (
    "python -m pip install -r requirements.txt in your project's folder, or make site in Chronofact's own"
)


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Whatever goes wrong inside will say that it was ``what`` ("reading seeds/bridge.txt") that failed."""
    try:
        yield
    except Exception as error:
        error.add_note(what)
        raise


def is_ours(error: BaseException) -> bool:
    """Whether any of this program's own code was running when ``error`` was raised."""
    return bool(_frames(error))


def told(error: BaseException, command: str) -> str:
    """What to print: what failed while doing what, that the files are whole, and how to report it."""
    if os.environ.get(SHOW_ALL):
        return "".join(traceback.format_exception(error)).rstrip()
    name = type(error).__name__
    what = " ".join(str(error).split())[:200]
    lines = [f"{command} stopped: {_in_words(error) or (f'{name}: {what}' if what else name)}."]
    if notes := getattr(error, "__notes__", ()):
        lines.append(f"It was {', '.join(notes)}.")
    lines.append("Every file is whole, old or new.")
    if missing_package(error):
        lines.append(f"Install Chronofact again: {_AGAIN}.")
    elif not isinstance(error, (OSError, MemoryError)):
        at = " < ".join(_frames(error)[::-1][:_FRAMES]) or "outside Chronofact"
        lines += [
            f"This is a fault of Chronofact. Please report it at {REPORT}",
            f"with this line: {__version__}, Python {platform.python_version()}, {platform.system()}: {name} at {at}",
            f"({SHOW_ALL}=1 before the command shows all of it.)",
        ]
    return "\n".join(lines)


def missing_package(error: BaseException) -> str:
    """The package that could not be imported, where it is one that Chronofact always needs, else ``""``."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return ""
    module = error.name.split(".")[0]
    package = _PACKAGED.get(module, module)
    try:
        needed = metadata.requires("chronofact") or ()
    except metadata.PackageNotFoundError:  # run from its folder: nothing says what it needs
        return ""
    names = (re.match(r"[\w.-]+", one) for one in needed if "extra ==" not in one)
    found = (name[0].lower().replace("-", "_") for name in names if name)
    return package if package.lower().replace("-", "_") in found else ""


def _in_words(error: BaseException) -> str:
    """What the system refused, in its own words, or what is not installed."""
    if package := missing_package(error):
        return f"the package {package} is missing"
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    if isinstance(error, OSError) and error.strerror:
        where = error.filename2 or error.filename
        return error.strerror.lower() + (f" ({where})" if where else "")
    return ""


def _frames(error: BaseException) -> list[str]:
    """Where in our own code it happened, outermost first."""
    found = traceback.extract_tb(error.__traceback__)
    return [
        f"{path.relative_to(_PACKAGE).as_posix()}:{frame.lineno} {frame.name}"
        for frame in found
        if (path := Path(frame.filename)).is_relative_to(_PACKAGE)
    ]
