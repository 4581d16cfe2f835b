"""A template is compiled once in a process, and again for whatever makes other code of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.pages.compiled import Compiled
from generator.pages.environment import make_environment
from generator.pages.words import Words


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is compiled from now on."""
    monkeypatch.setattr("generator.pages.environment.COMPILED", Compiled())
    found: list[str] = []
    compile_ = Environment.compile

    def heard(self: Environment, source: str, name: str | None = None, *more: object) -> object:
        found.append(name or "")
        return compile_(self, source, name, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", heard)
    return found


def test_another_environment_and_another_language_compile_nothing_again(compiled: list[str]) -> None:
    for language in ("en", "en", "uk"):
        make_environment(Words(language)).get_template("gap.html")
    assert compiled == ["gap.html"]


def test_another_text_and_other_settings_are_compiled(compiled: list[str], tmp_path: Path) -> None:
    own = tmp_path / "gap.html"
    for text in ("one", "two", "one"):
        own.write_text(f"<p>{text}</p>", "utf-8")
        assert make_environment(Words("en"), tmp_path).get_template("gap.html").render() == f"<p>{text}</p>"
    assert compiled == ["gap.html"] * 2
    loud = make_environment(Words("en"), tmp_path)
    loud.filters["shortened"] = str.upper
    loud.get_template("gap.html")
    plain = make_environment(Words("en"), tmp_path)
    plain.autoescape = False
    plain.get_template("gap.html")
    assert compiled == ["gap.html"] * 4


def test_what_stands_in_a_template_is_told_in_the_language_of_each_site(tmp_path: Path) -> None:
    (tmp_path / "gap.html").write_text("{{ '2021-03' | dated }}", "utf-8")
    said = [make_environment(Words(one), tmp_path).get_template("gap.html").render() for one in ("en", "uk")]
    assert said[0] == "March 2021" and said[1].startswith("березень 2021")
