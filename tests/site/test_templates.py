"""The documentation names every component with its variables, and a project may replace any of them."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from jinja2 import meta

from generator.config import Settings
from generator.errors import ChronofactError
from generator.model import Site
from generator.pages import Renderer, render_pages
from generator.pages.environment import TEMPLATES, make_environment
from generator.pages.template_errors import told_plainly
from generator.pages.views import FactView, SourceView
from generator.pages.words import Words
from generator.timeline import build_timeline

from .sample import ARTICLES, ENTITIES, FACTS

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")


def documented() -> dict[str, set[str]]:
    """Each component of the page and the variables it lists."""
    parts = re.split(r"^### `([^`]+)`$", PAGE, flags=re.MULTILINE)[1:]
    return {
        name: set(re.findall(r"^- `(\w+)`: ", text.split("\n## ")[0], flags=re.MULTILINE))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_component_is_documented_with_its_variables() -> None:
    environment = make_environment(Words("en"))
    used = {
        path.name: meta.find_undeclared_variables(environment.parse(path.read_text("utf-8")))
        - set(environment.globals)
        for path in TEMPLATES.iterdir()
    }
    assert documented() == used


def test_every_field_of_a_fact_and_a_source_is_documented() -> None:
    for view in (FactView, SourceView):
        for field in dataclasses.fields(view):
            assert f"`{field.name}`" in PAGE, field.name


def test_a_template_of_the_project_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "gap.html").write_text("<p>{{ stretch(gap) }}</p>", "utf-8")
    environment = make_environment(Words("en"), tmp_path)
    assert environment.get_template("gap.html").filename == str(tmp_path / "gap.html")
    assert environment.get_template("day.html").filename == str(TEMPLATES / "day.html")


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("key.html", "<p>\n{% if link %}\n", 2, "Unexpected end of template"),
        ("day.html", "<p>\n{{ wenn.large }}</p>", 2, "'wenn' is undefined"),
        ("gap.html", "{{ gap.yeers }}", 1, "has no attribute 'yeers'"),
        ("fact.html", "<li>\n\n{{ fact.text|shouted }}", 3, "No filter named 'shouted'"),
        ("names.html", '{% include "nowhere.html" %}', 1, "nowhere.html"),
    ],
)
def test_an_error_in_a_template_of_the_project_names_its_file_and_line(
    tmp_path: Path, name: str, text: str, line: int, words: str
) -> None:
    templates = tmp_path / "content" / "templates"
    templates.mkdir(parents=True)
    (templates / name).write_text(text, "utf-8")
    renderer = Renderer(
        build_timeline(FACTS, ARTICLES, ENTITIES), Settings(), Site("Lune"), own_templates=templates
    )
    with pytest.raises(ChronofactError) as raised, told_plainly(templates, tmp_path):
        list(render_pages(renderer))
    (found,) = raised.value.problems
    assert (found.code, found.place.path, found.place.line) == (
        "template-error",
        f"content/templates/{name}",
        line,
    )
    assert words in found.message
