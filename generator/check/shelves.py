"""Facts and the files they stand in, in; a fact that outgrew its file and a file without any out."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Problem, problem
from ..model import Place
from ..store.content import Content
from ..store.edits import is_dated_now


def find_misplaced(content: Content) -> Iterator[Problem]:
    """Facts among the undated that have a date by now, and files of facts that hold none."""
    for fact in content.facts:
        if is_dated_now(fact, content.folder):
            place = content.place(fact.place, "date")
            yield problem("fact-dated-now", place, fact=fact.id, value=fact.date)
    filled = {fact.place.path for fact in content.facts}
    for path in content.facts_files:
        if path in filled or content.document(path).root is not None:
            continue
        said = [line for line in content.files[path].text.splitlines() if line.startswith("#")]
        if len(said) <= 1:  # the line that names the schema; an example in comments has more
            yield problem("facts-none", Place(path), value=path)
