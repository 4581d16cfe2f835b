"""A language and a folder of a project's own templates in, the Jinja environment of the pages out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from ..edtf import is_edtf
from ..timeline import clean_text
from .compiled import COMPILED
from .stylesheet import rough_height
from .swift import SwiftEnvironment
from .words import UNTRANSLATED, Words

TEMPLATES = Path(__file__).parent / "templates"
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]#|!~^])")
_INCLUDE = re.compile(r'\{% include "([^"]+)" %\}')
_SHORT = 60
_TAG_OR_MARK = re.compile(f"<[^<>]*>|[{''.join(UNTRANSLATED)}]")


def make_environment(
    words: Words, own_templates: Path | None = None, images: Mapping[str, tuple[int, int]] | None = None
) -> SwiftEnvironment:
    """Templates of the project before ours; every value is escaped unless it is known to be HTML."""
    own = [FileSystemLoader(own_templates)] if own_templates else []
    environment = SwiftEnvironment(
        loader=ChoiceLoader([*own, _Ours(own_templates)]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        auto_reload=False,  # a preview makes a new environment at every build
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=COMPILED,
    )
    environment.install_gettext_callables(words.message, words.plural_message, newstyle=True)  # type: ignore[attr-defined]
    said = partial(_said, words.message, {})
    environment.globals.update(gettext=said, _=said)  # the extension's own asks its context twice
    environment.filters.update(
        dated=pass_context(
            lambda _, value: dated(words, value)
        ),  # never of what was compiled for another language
        em=as_em,
        json=as_json,
        md=as_markdown,
        line=as_line,
        shortened=shortened,
        rough_height=rough_height,
    )
    environment.globals.update(
        number=words.number,
        share=words.share,
        date=words.when,
        stretch=words.stretch,
        all_of=words.all_of,
        lang=lang_attribute,
        listed=partial(listed, words),
        rtl=words.right_to_left,
        image_size=(images or {}).get,
    )
    return environment


class _Ours(FileSystemLoader):
    """Our templates, each with those of ours that it includes in their places: to include one costs a context, eight a fact."""

    def __init__(self, own: Path | None) -> None:
        super().__init__(TEMPLATES)
        self._own = own

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As Jinja asks for it."""
        source, name, fresh = super().get_source(environment, template)
        return self._whole(source), name, fresh

    def _whole(self, source: str) -> str:
        return _INCLUDE.sub(self._included, source)

    def _included(self, found: re.Match[str]) -> str:
        if self._own and (self._own / found[1]).is_file():
            return found[0]
        return f"{{% with %}}\n{self._whole((TEMPLATES / found[1]).read_text('utf-8'))}{{% endwith %}}"


def _said(say: Callable[[str], str], known: dict[str, Markup], message: str, /, **values: object) -> Markup:
    """A message in the site's language, with ``values`` in their places."""
    if values:
        return Markup(say(message)) % values
    found = known.get(message)
    if found is None:
        found = known[message] = Markup(say(message)) % {}
    return found


def as_json(value: object) -> Markup:
    """A value for front matter: JSON is YAML, and needs no other quoting."""
    return Markup(json.dumps(clean_text(str(value)), ensure_ascii=False))


def as_markdown(value: object) -> Markup:
    """A text for a Markdown line: no sign of it starts markup."""
    return Markup(_MARKDOWN_SIGNS.sub(r"\\\1", str(escape(" ".join(str(value).split())))))


def as_em(pixels: float) -> str:
    """A length of the overview in ems of its 13-pixel letters, so that it grows with the reader's size."""
    return f"{pixels / 13:.2f}em"


def as_line(value: object) -> Markup:
    """A text in HTML on one line: a blank line would end the HTML block."""
    return Markup(" ".join(str(escape(value)).split()))


def shortened(value: str, most: int = _SHORT) -> str:
    """The first words of a text, for a label that is read aloud or has little room."""
    if len(value) <= most:
        return value
    return value[:most].rsplit(" ", 1)[0] + "…"


def dated(words: Words, value: str) -> str:
    """A text as it is; a date as EDTF writes it in words."""
    return words.when(value) if is_edtf(value) else value


def lang_attribute(lang: str) -> Markup:
    """`` lang="…"`` when the language of the words is known."""
    return Markup(f' lang="{escape(lang)}"') if lang else Markup()


def listed(words: Words, items: Iterable[object]) -> Markup:
    """What there is of ``items``, with commas as the language writes them; each keeps its own direction."""
    comma = Markup(escape(words.gettext(", ")))
    return comma.join([Markup(f"<bdi>{as_line(item)}</bdi>") for item in items if item])


def in_english(html: str) -> str:
    """``html`` with its messages that have no translation told to be English; none of it inside a tag."""
    if UNTRANSLATED[0] not in html:
        return html
    return _TAG_OR_MARK.sub(_english_mark, html)


def _english_mark(found: re.Match[str]) -> str:
    if found[0] == UNTRANSLATED[0]:
        return '<span lang="en" dir="ltr">'
    if found[0] == UNTRANSLATED[1]:
        return "</span>"
    return found[0].replace(UNTRANSLATED[0], "").replace(UNTRANSLATED[1], "")


def tidy(html: str) -> Markup:
    """HTML without blank lines and indents, so that it stays one block in any Markdown."""
    return Markup("\n".join(filter(None, map(str.strip, in_english(html).splitlines()))))
