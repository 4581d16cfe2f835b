"""A table of texts with what is read of each below it, indented; written anew with what is read now."""

from collections.abc import Callable, Iterable
from pathlib import Path


def write_anew(table: Path, read: Callable[[str, str], Iterable[str]]) -> None:
    """Keep the texts, remarks and ``@`` languages of the table; write ``read(lang, text)`` below each text."""
    lang, lines = "", []
    for line in table.read_text("utf-8").splitlines():
        if line.startswith("@"):
            lang = line[1:].strip()
        if not line.startswith("  "):
            lines.append(line)
            if line and line[0] not in "@#":
                lines += [f"  {told}" for told in read(lang, line)]
    table.write_text("\n".join(lines) + "\n", "utf-8")
