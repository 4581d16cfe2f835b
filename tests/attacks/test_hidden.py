"""What a page does not show is no fact, however it is hidden; what it shows stays, however it is styled."""

from __future__ import annotations

import pytest

from generator.articles import read_record
from generator.model import Article

SEEN = (
    "<p>The mayor opened the new bridge on Monday, and {} of the town came to see it, the council said.</p>"
)
TOLD = "The harbour was sold in secret on Friday, the deputy mayor admitted."

# What stands in the head, and how the paragraph is given ("{}" is its text).
HIDDEN: list[tuple[str, str]] = [
    ("", "<p hidden>{}</p>"),
    ("", '<div hidden=""><p>{}</p></div>'),
    ("", '<p hidden="hidden">{}</p>'),
    ("", "<template><p>{}</p></template>"),
    ("", '<p style="display : none !important">{}</p>'),
    ("", '<p style="display:none;display:none">{}</p>'),
    ("", '<div style="visibility:hidden"><p>{}</p></div>'),
    ("", '<p style="visibility:collapse">{}</p>'),
    ("", '<p style="opacity:0">{}</p>'),
    ("", '<p style="OPACITY: 0.0">{}</p>'),
    ("", '<p style="opacity:1%">{}</p>'),
    ("", '<p style="filter:opacity(0)">{}</p>'),
    ("", '<p style="font-size:0">{}</p>'),
    ("", '<p style="font-size: 0.1em">{}</p>'),
    ("", '<p style="font:0/0 serif">{}</p>'),
    ("", '<p style="font-size:1px">{}</p>'),
    ("", '<p style="zoom:0">{}</p>'),
    ("", '<p style="position:absolute;left:-9999px">{}</p>'),
    ("", '<p style="position:fixed;top:-200em">{}</p>'),
    ("", '<p style="position:absolute;right:-5000px">{}</p>'),
    ("", '<p style="position:absolute;left:10000px">{}</p>'),
    ("", '<p style="text-indent:-9999px">{}</p>'),
    ("", '<p style="margin-left:-9999px">{}</p>'),
    ("", '<p style="transform:translateX(-9999px)">{}</p>'),
    ("", '<p style="transform: scale(0)">{}</p>'),
    ("", '<p style="clip:rect(0,0,0,0);position:absolute">{}</p>'),
    ("", '<p style="clip-path:inset(50%)">{}</p>'),
    ("", '<p style="clip-path:circle(0)">{}</p>'),
    ("", '<p style="height:0;overflow:hidden">{}</p>'),
    ("", '<div style="width:1px;height:1px;overflow:hidden"><p>{}</p></div>'),
    ("", '<p style="max-height:0;overflow:hidden">{}</p>'),
    ("", '<p style="color:#fff">{}</p>'),
    ("", '<p style="color:white;background:#FEFEFE">{}</p>'),
    ("", '<div style="background-color:#123456"><p style="color:rgb(18,52,86)">{}</p></div>'),
    ("", '<p style="color:rgba(0,0,0,0)">{}</p>'),
    ("", '<p style="color:transparent">{}</p>'),
    ("", '<p style="color:hsl(0,0%,100%)">{}</p>'),
    ("", '<p><font color="white">{}</font></p>'),
    ("", '<table bgcolor="black"><tr><td style="color:#000">{}</td></tr></table>'),
    ("<style>body{background:#000}</style>", '<p style="color:#000">{}</p>'),
    ("", '<p aria-hidden="true">{}</p>'),
    ("<style>.x{display:none}</style>", "<p class=x>{}</p>"),
    ("<style>/* a */ .a p, div > .x { color:red; visibility : hidden }</style>", '<div class="a"><p>{}</p></div>'),
    ("<style>@media screen{p.x{color:#fff;background:#fff}}</style>", "<p class=x>{}</p>"),
    ("<style>@supports (display:grid){@media all{.x{opacity:0}}}</style>", "<p class=x>{}</p>"),
    ("<style>.m{display:none} .t:hover .m{display:block}</style>", "<p class=m>{}</p>"),
    ("<style>#q{display:block} .m{display:none!important}</style>", "<p class=m id=q>{}</p>"),
    ("<style>p[data-a='1']{font-size:0}</style>", "<p data-a=1>{}</p>"),
    ("<style media='screen'>.x{position:absolute;top:-1000px}</style>", "<p class=x>{}</p>"),
    ("<style>@layer a{.x{display:none}}</style>", "<p class=x>{}</p>"),
]  # fmt: skip
SHOWN: list[tuple[str, str]] = [
    ("", "<p>{}</p>"),
    ("", '<p hidden="until-found">{}</p>'),
    ("", '<p style="color:white;background:#000">{}</p>'),
    ("", '<div style="background-color:navy"><p style="color:#fff">{}</p></div>'),
    ("", '<div style="background:url(x.png)"><p style="color:#fff">{}</p></div>'),
    ("<link rel=stylesheet href=x.css>", '<p class=hero style="color:#fff">{}</p>'),
    ("", '<p style="font:bold 14px/1.2 serif;opacity:.9;text-indent:2em;margin-left:-10px">{}</p>'),
    ("", '<p style="overflow:hidden;max-height:400px">{}</p>'),
    ("", '<p aria-hidden="false">{}</p>'),
    ("<style>@media print{.x{display:none}}</style>", "<p class=x>{}</p>"),
    ("<style>@media (max-width:400px){.x{display:none}}</style>", "<p class=x>{}</p>"),
    ("<style media=print>.x{display:none}</style>", "<p class=x>{}</p>"),
    ("<style>.t{display:none}.t.on{display:block}</style>", '<p class="t on">{}</p>'),
    ("<style>.t:hover{display:none}</style>", "<p class=t>{}</p>"),
    ("<style>.gone .t{display:none}</style>", "<p class=t>{}</p>"),
    ("<style>}}{ .x{display:none</style>", "<p class=y>{}</p>"),
    ("<style>{{{{}}}} a:b:c::d{display:none} ,,,>{x}</style>", "<p>{}</p>"),
]  # fmt: skip


def text_of(head: str, paragraph: str) -> str:
    body = "".join(SEEN.format(who) for who in ("half", "most", "all", "some"))
    page = f"<html lang=en><head><title>Bridge opened</title>{head}</head><body><article>{body}{paragraph.format(TOLD)}{SEEN.format('none')}"
    found = read_record({"id": "a", "html": page + "</article></body></html>"})
    assert isinstance(found, Article), found
    assert found.text.count("opened the new bridge") == 5
    return found.text


@pytest.mark.parametrize(("head", "paragraph"), HIDDEN)
def test_hidden_text_is_not_read(head: str, paragraph: str) -> None:
    assert "harbour" not in text_of(head, paragraph)


@pytest.mark.parametrize(("head", "paragraph"), SHOWN)
def test_text_that_is_shown_is_read(head: str, paragraph: str) -> None:
    assert TOLD in text_of(head, paragraph)


@pytest.mark.parametrize(
    "around", ['<div style="display:none">{}</div>', '<main aria-hidden="true">{}</main>', '<div style="opacity:0">{}</div>']
)  # fmt: skip
def test_a_page_that_hides_itself_until_its_scripts_run_is_read(around: str) -> None:
    page = f"<body style='visibility:hidden'>{around.format(SEEN.format('half') + SEEN.format('all'))}</body>"
    assert isinstance(read_record({"id": "a", "html": page}), Article)
