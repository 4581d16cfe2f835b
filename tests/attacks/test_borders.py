"""The small borders one by one: what is cleaned, what is a language, an address, a picture, and what a policy allows."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup
from mkdocs.livereload import LiveReloadServer

from generator.bcp47 import language_tag
from generator.pages.environment import as_json
from generator.pages.policy import BARE, SITE, meta, read_sources, sha256, with_policy
from generator.pages.raw_values import escaped, typed
from generator.pages.reloading import with_reload
from generator.timeline import clean_text, is_own_picture, is_web

PAGE = '<html><head><meta charset="utf-8"><script>{}</script></head><body></body></html>'


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain “text”, naïve — Київ, القاهرة, 東京 👍🏽", "plain “text”, naïve — Київ, القاهرة, 東京 👍🏽"),
        ("a\r\nb\rc\x0bd\x85e\u2028f", "a\nb\nc\nd\ne\nf"),
        ("a\x00\x07\x1b[31mb\x7f\x9b", "a[31mb"),
        ("\ue000a\uf8ff\ufffe\uffff\U000f0000b\ufeff", "ab"),
        ("a\ud800b", "ab"),
        ("\u202egnp\u202c", "gnp"),
        ("\u2067a", "\u2067a\u2069"),
        ("a\u2069\u2069", "a"),
        ("\u2068a\u2069 \u200fb", "\u2068a\u2069 \u200fb"),
        ("e" + "\u0301" * 50 + "f", "e" + "\u0301" * 6 + "f"),
        ("👩‍👩‍👧‍👦 میخواهم نمی‌خواهم", "👩‍👩‍👧‍👦 میخواهم نمی‌خواهم"),
        ("\U000e0041tag", "tag"),
    ],
)
def test_texts_are_cleaned(text: str, clean: str) -> None:
    assert clean_text(text) == clean
    assert clean_text(clean) == clean


@pytest.mark.parametrize("text", ["en", "pt_BR", "zh-Hant-TW", "sr-Latn", "de-1996", "x-none", "es-419", " uk ", "ca-valencia", "en-u-ca-buddhist"])  # fmt: skip
def test_languages(text: str) -> None:
    assert language_tag(text) == text.strip().replace("_", "-")


@pytest.mark.parametrize("text", ["", "e", "english language", 'en" onload="x', "en\n# x", "en--GB", "<b>", "a" * 300, "en-", "-en", "ен"])  # fmt: skip
def test_what_is_no_language(text: str) -> None:
    assert language_tag(text) == ""


@pytest.mark.parametrize("url", ["javascript:x", "data:text/html,x", "//evil.example", "https:evil", "http://", "file:///x", "https://a.example/ b", "java\nscript:x", "http://[", "ftp://a.example", ""])  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    assert not is_web(url)


@pytest.mark.parametrize("name", ["/etc/x.png", "//a/x.png", "../x.png", "a/../../x.png", "https://a/x.png", "c:\\x.png", "a\\x.png", "data:x", "", "\n"])  # fmt: skip
def test_what_is_no_picture_of_ours(name: str) -> None:
    assert not is_own_picture(name)
    assert is_own_picture("images/bridge 1..2.jpg")


def test_front_matter_stays_one_line_of_yaml() -> None:
    for sign in map(chr, [*range(0xA0), 0x2028, 0x2029, 0xE000, 0xFFFE, 0xFEFF]):
        line = str(as_json(f"a{sign}---{sign}b: c"))
        assert "\n" not in line and not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000\ufffe]", line)


def test_what_a_theme_prints_raw_is_escaped_by_type() -> None:
    found = escaped({"title": "<b>", "list": ["<i>", {"x": ("&",)}], "n": 1, "done": Markup("<u>")})
    assert found == {"title": "&lt;b&gt;", "list": ["&lt;i&gt;", {"x": ("&amp;",)}], "n": 1, "done": "<u>"}
    assert typed("Q&A") == typed("Q&amp;A") == "Q&amp;A"
    assert typed(None) is None


def test_only_a_script_of_the_theme_is_allowed() -> None:
    known = (re.compile(re.escape('var a="') + r"[\w./:-]*" + re.escape('"')),)
    assert sha256('var a=".."') in with_policy(PAGE.format('var a=".."'), known)
    assert "sha256" not in with_policy(PAGE.format('var a="";probe()//"'), known)
    assert "sha256" not in with_policy(PAGE.format("probe()"), known)


def test_no_policy_allows_code_in_a_page() -> None:
    for policy in (SITE, BARE):
        assert not re.search("unsafe|\\*|https?:|script-src[^;]*data:", meta(policy))
    more = read_sources("img-src https://a.example; frame-src https://b.example; ; nonsense")
    page = with_policy(PAGE.format(""), (), more)
    assert "img-src 'self' data: https://a.example;" in page and "frame-src 'self' https://b.example;" in page
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_the_preview_s_reload_passes_the_policy_and_nothing_else_does() -> None:
    page = with_policy(PAGE.format(""), ()).encode()
    sent = LiveReloadServer._inject_js_into_html(None, page, 1)  # type: ignore[arg-type]
    script = re.findall(rb"<script>(.*?)</script>", sent, re.DOTALL)[-1].decode()
    assert f"script-src 'self' {sha256(script)};" in with_reload(sent).decode()
    assert with_reload(page) == page
    forged = sent.replace(b"livereload(1,", b"probe();livereload(1,")
    assert with_reload(forged) == forged
