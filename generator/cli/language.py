"""A language as a person types it in, its tag out; what is none is refused with the tag that was meant."""

from __future__ import annotations

import click
from babel import Locale
from babel.core import UnknownLocaleError
from babel.languages import get_official_languages

from ..bcp47 import language_tag


def read_language(text: str, option: str = "--lang") -> str:
    """The tag of a language, ``""`` for none; raises ``click.BadParameter`` for what is none."""
    tag, names = language_tag(text), Locale("en").languages
    code = (tag or text.strip()).replace("_", "-").split("-")[0].casefold()
    if not text.strip() or (
        tag and (code in names or len(code) == 3)
    ):  # of three letters, CLDR does not name all
        return tag
    near = _meant(text) or next(iter(get_official_languages(code, de_facto=True)), "")
    hint = f"Did you mean '{near}'?" if near else "Write a tag such as en, uk or pt-BR."
    raise click.BadParameter(f"'{text}' is no language. {hint}", param_hint=option)


def _meant(text: str) -> str:
    """The tag of a language that is called so in English, or in itself."""
    said = text.strip().casefold()
    names = {str(tag): str(name) for tag, name in Locale("en").languages.items()}
    named = next((tag for tag, name in names.items() if name.casefold() == said), "")
    return named or next((tag for tag in names if len(tag) == 2 and _itself(tag) == said), "")


def _itself(tag: str) -> str:
    try:
        return str(Locale(tag).language_name).casefold()
    except UnknownLocaleError:
        return ""
