"""Code, templates and tables in, every message of the site out; the catalogues on disk brought up to date.

``python -m generator.pages.messages`` writes the catalogues anew: a missing message is added without a
translation, one that is no longer said goes, the English catalogue says what the code says. With a language
as its argument it begins a catalogue for it. ``make messages`` does the first.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.messages.plurals import get_plural
from babel.messages.pofile import normalize, read_po
from jinja2.ext import babel_extract

from ..exports import FORMATS
from ..prose.article_reasons import ARTICLE_REASONS
from ..prose.explain import explaining_messages
from ..same import WHY_ONE
from .words import FALLBACK, LOCALES

FOLDER = Path(__file__).parent
# What marks a message, and whether its plural follows.
KEYWORDS = {"_": False, "gettext": False, "ngettext": True, "n_": True, "say": False}
_JINJA = {"trim_blocks": "true", "lstrip_blocks": "true"}


@dataclass(frozen=True, slots=True)
class Message:
    """What the site says: its English, the English of many, and the files that say it."""

    id: str
    plural: str = ""
    said_in: tuple[str, ...] = ()


def messages() -> dict[str, Message]:
    """Every message by its id, in the order of the catalogues."""
    found: dict[str, Message] = {}
    for name, id, plural in (*_in_files(), *_in_tables()):
        known = found.get(id, Message(id))
        said_in = tuple(dict.fromkeys((*known.said_in, name)))
        found[id] = Message(id, plural or known.plural, said_in)
    return dict(sorted(found.items(), key=lambda pair: (pair[0].casefold(), pair[0])))


def _in_files() -> Iterator[tuple[str, str, str]]:
    """File, message and plural of every call that a translator must know of."""
    package = FOLDER.parent
    rooms = [file for room in ("exports", "review", "desk") for file in (package / room).glob("*.py")]
    alone = [package / "prose" / "explain.py", package / "cli" / "review_screen.py"]
    for source in sorted([*FOLDER.glob("*.py"), *(FOLDER / "templates").iterdir(), *rooms, *alone]):
        found = _in_code(source) if source.suffix == ".py" else _in_template(source)
        yield from ((source.name, one, many) for one, many in found if one)


def _in_code(source: Path) -> Iterator[tuple[str, str]]:
    """Messages of a module, by its syntax tree: calls inside f-strings are no words to a word-by-word reader."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        said = [
            one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if name in KEYWORDS and said:
            yield said[0], said[1] if KEYWORDS[name] and len(said) > 1 else ""


def _in_template(source: Path) -> Iterator[tuple[str, str]]:
    with source.open("rb") as file:
        for _line, _call, message, _comments in babel_extract(file, list(KEYWORDS), (), _JINJA):
            said = [message] if isinstance(message, str) else [part for part in message or () if part]
            if said:  # a message that is no literal stands in a table
                yield said[0], said[1] if len(said) > 1 else ""


def _in_tables() -> Iterator[tuple[str, str, str]]:
    """The same for messages that stand in tables."""
    yield from (("formats", entry.description, "") for entry in FORMATS.values())
    yield from (("dates", message, "") for message in explaining_messages())
    yield from (("article dates", message, "") for message in ARTICLE_REASONS.values())
    yield from (("origins", message, "") for message in WHY_ONE)


def translations(path: Path) -> dict[str, tuple[str, ...]]:
    """What a catalogue holds: the forms of each message."""
    with path.open("rb") as file:
        read = read_po(file)
    return {
        one.id[0] if isinstance(one.id, (tuple, list)) else one.id: (
            tuple(one.string) if isinstance(one.string, (tuple, list)) else (one.string or "",)
        )
        for one in read
        if one.id
    }


def catalogue_text(
    language: str, head: str, wanted: Mapping[str, Message], known: Mapping[str, Sequence[str]]
) -> str:
    """A whole ``.po`` file: its head as it is, then every message with the translation it has."""
    forms = int(get_plural(language).num_plurals)
    parts = [head.strip()]
    for one in wanted.values():
        strings = known.get(one.id, ("",))
        if language == FALLBACK:
            strings = (one.id, one.plural)
        parts.append("\n".join(_entry(one, strings, forms)))
    return "\n\n".join(parts) + "\n"


def _entry(one: Message, strings: Sequence[str], forms: int) -> Iterator[str]:
    """One message of a catalogue, line by line."""
    yield f"#: {', '.join(one.said_in)}"
    if "%(" in one.id:
        yield "#, python-format"
    yield f"msgid {normalize(one.id, width=0)}"
    if not one.plural:
        yield f"msgstr {normalize(strings[0], width=0)}"
        return
    yield f"msgid_plural {normalize(one.plural, width=0)}"
    for number in range(forms):
        said = strings[number] if number < len(strings) else ""
        yield f"msgstr[{number}] {normalize(said, width=0)}"


def new_head(language: str) -> str:
    """The head of a catalogue that is begun: the language, and how it forms plurals."""
    locale = Locale.parse(language.replace("_", "-"), sep="-")
    fields = (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {get_plural(language).plural_forms}",
    )
    lines = "\n".join(f'"{field}\\n"' for field in fields)
    name = locale.get_display_name("en")
    return f'# {name} words of the site. Edit here; nothing is compiled.\nmsgid ""\nmsgstr ""\n{lines}'


def main(languages: Sequence[str]) -> None:
    """Bring every catalogue up to date, and begin those of ``languages`` that have none."""
    wanted = messages()
    for language in sorted({*languages, *(path.name for path in LOCALES.iterdir() if path.is_dir())}):
        path = LOCALES / language / "LC_MESSAGES" / "chronofact.po"
        known = translations(path) if path.is_file() else {}
        head = path.read_text("utf-8").split("\n\n", 1)[0] if known else new_head(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(catalogue_text(language, head, wanted, known), "utf-8")
        missing = sum(not all(known.get(id, ("",))) for id in wanted) if language != FALLBACK else 0
        gone = len(set(known) - set(wanted))
        print(f"{path}: {len(wanted)} messages, {missing} without a translation, {gone} taken out")


if __name__ == "__main__":
    main(sys.argv[1:])
