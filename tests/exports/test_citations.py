"""BibTeX and CSL-JSON: what is known, as it is known."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.exports import article_bibtex, export, fact_bibtex, fact_csl, fact_plain
from generator.model import Article, Published

from .sample import ARTICLES, FACTS, selection

GAZETTE = ARTICLES["gazette-1999-03-02-cranes"]


def test_the_articles_of_the_facts_as_bibtex():
    assert "".join(export("bibtex", selection())) == (
        "@article{gazette-1999-03-02-cranes,\n"
        "  author = {Ann O'Neil and {The Gazette staff}},\n"
        "  title = {{Cranes fall silent \\& men walk out}},\n"
        "  journal = {The Gazette},\n"
        "  year = {1999},\n"
        "  month = mar,\n"
        "  date = {1999-03-02},\n"
        "  url = {https://gazette.example/1999/cranes.html},\n"
        "  note = {Archived: \\url{https://archive.example/1/https://gazette.example/1999/cranes.html}},\n"
        "  language = {en}\n"
        "}\n\n"
        "@misc{unknown-notes,\n"
        "  year = {1999},\n"
        "  month = mar,\n"
        "  date = {1999-03}\n"
        "}\n\n"
    )


def test_tex_signs_are_escaped_and_braces_balance():
    odd = replace(GAZETTE, title="100 % {of} $5_a #1 ~ ^ \\ }", url="https://x.example/{a}\\b c%20d")
    entry = article_bibtex(odd)
    title = (
        r"100 \% \textbraceleft{}of\textbraceright{} \$5\_a \#1 \textasciitilde{} \textasciicircum{} "
        r"\textbackslash{} \textbraceright{}"
    )
    assert f"title = {{{{{title}}}}}" in entry
    assert "url = {https://x.example/%7Ba%7D%5Cb%20c%20d}" in entry


def test_keys_are_plain_and_unlike_each_other():
    made = [Article(id_, "", title=id_) for id_ in ("Київ-2025", "Харків-2025", "café")]
    facts = [
        replace(FACTS[0], id=one.id, sources=(replace(FACTS[0].sources[0], article=one.id),)) for one in made
    ]
    chosen = replace(selection(*facts), articles={one.id: one for one in made})
    text = "".join(export("bibtex", chosen))
    assert [line for line in text.splitlines() if line.startswith("@")] == [
        "@misc{2025,", "@misc{2025-2,", "@misc{cafe,",
    ]  # fmt: skip


def test_the_articles_of_the_facts_as_csl():
    first, second = json.loads("".join(export("csl-json", selection())))
    assert first["type"] == "article-newspaper"
    assert first["author"] == [{"literal": "Ann O'Neil"}, {"literal": "The Gazette staff"}]
    assert first["issued"] == {"date-parts": [[1999, 3, 2]]}
    assert second == {
        "id": "unknown-notes",
        "type": "article-newspaper",
        "issued": {"date-parts": [[1999, 3]], "circa": True},
    }


def test_a_date_that_is_a_span_is_not_told_as_a_day():
    vague = replace(GAZETTE, published=Published("1999-03-01/1999-03-05", "text"))
    entry = article_bibtex(vague)
    assert "year" not in entry
    assert "date = {1999-03-01/1999-03-05}" in entry


def test_a_fact_as_a_citation():
    fact, chosen = FACTS[1], selection()
    assert fact_plain(fact, chosen) == (
        "Mara Lind, The Gazette: Wages must rise by a fifth, or the gates stay shut. "
        "2 March 1999. Source: Cranes fall silent & men walk out, The Gazette, 2 March 1999. Harbour strike. "
        "https://timeline.example/harbour/f/lind-demands/"
    )
    source = replace(
        fact.sources[0], quote="“Wages must rise by a fifth, or the gates stay shut,” Lind said."
    )
    quoted = fact_plain(replace(fact, sources=(source,)), chosen)
    assert "The Gazette: “Wages must rise by a fifth, or the gates stay shut.” " in quoted
    bibtex = fact_bibtex(fact, chosen)
    assert bibtex.startswith("@misc{lind-demands,\n  title = {{Wages must rise")
    assert "howpublished = {{Harbour strike}}" in bibtex
    assert "date = {1999-03-05}" in bibtex
    item = fact_csl(fact, chosen)
    assert item["URL"] == "https://timeline.example/harbour/f/lind-demands/"
    assert item["container-title"] == "Harbour strike"
    assert item["issued"] == {"date-parts": [[1999, 3, 5]]}
