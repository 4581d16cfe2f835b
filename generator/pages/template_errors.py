"""What Jinja says of a template in, a problem with the template's file and line out."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from ..errors import ChronofactError, Problem, problem
from ..model import Place

_UNDEFINED = "Use a variable that the documentation of templates lists for this component."
_OTHER = (
    "Mend it, or delete the file: the component of the same name that comes with the program is used then."
)


@contextmanager
def told_plainly(templates: Path, root: Path) -> Iterator[None]:
    """An error in a template of the project becomes a problem; one in ours stays what it is."""
    try:
        yield
    except ChronofactError:
        raise
    except Exception as error:
        found = template_problem(error, templates, root)
        if found is None:
            raise
        raise ChronofactError(found) from error


def template_problem(error: Exception, templates: Path, root: Path) -> Problem | None:
    """The problem, placed where the innermost of the project's own templates stood."""
    places = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    own = [(Path(file), line) for file, line in places if Path(file).parent == templates]
    if isinstance(error, UnicodeDecodeError):
        own += [(file, 1) for file in sorted(templates.glob("*")) if _is_not_utf8(file)]
    if not own:
        return None
    file, line = own[-1]
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    remedy = _UNDEFINED if isinstance(error, UndefinedError) else _OTHER
    why = _why(error)
    return problem("template-error", Place(path, line, 1), why=why, hint=remedy)


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it includes or calls itself without end"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    said = (error.message if isinstance(error, TemplateError) else None) or str(error)
    return said.rstrip(".") or type(error).__name__


def _is_not_utf8(file: Path) -> bool:
    try:
        file.read_text("utf-8")
    except UnicodeDecodeError:
        return True
    except OSError:
        return False
    return False
