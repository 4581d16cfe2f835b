"""The day a page is of, against htmldate alone over the same pages; every page is of our own making.

    python -m benchmarks.page_days [--misses]

A page that does not say its day is right when no day is given. htmldate is asked for the original date in
both its modes; its better one counts.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import yaml
from htmldate import find_date

from generator.articles import read_record
from generator.model import Article

PAGES = Path(__file__).parents[1] / "tests" / "articles" / "page_days.yaml"
STORIES = {
    "en": ("Mill Town widens its weir", "The council of Mill Town voted to widen the weir, the engineer Rosa Vale said. Nobody was against it.", "Work will cost nine million euros, the water office said in a statement. Two farms below it were flooded."),
    "de": ("Mühlstadt erweitert sein Wehr", "Der Rat von Mühlstadt hat beschlossen, das Wehr zu erweitern, sagte die Ingenieurin Rosa Vale. Niemand war dagegen.", "Die Arbeiten kosten neun Millionen Euro, teilte das Wasseramt mit. Zwei Höfe wurden überflutet."),
    "fr": ("Moulinville élargit son barrage", "Le conseil de Moulinville a voté pour élargir le barrage, a dit l'ingénieure Rosa Vale. Personne n'était contre.", "Les travaux coûteront neuf millions d'euros, a indiqué l'office des eaux. Deux fermes ont été inondées."),
    "es": ("Molinar ensancha su presa", "El consejo de Molinar votó para ensanchar la presa, dijo la ingeniera Rosa Vale. Nadie estaba en contra.", "Las obras costarán nueve millones de euros, informó la oficina del agua. Dos granjas se inundaron."),
    "pl": ("Młynów poszerza swój jaz", "Rada Młynowa postanowiła poszerzyć jaz, powiedziała inżynier Rosa Vale. Nikt nie był przeciw.", "Prace będą kosztować dziewięć milionów euro, podał urząd wodny. Dwa gospodarstwa zostały zalane."),
    "uk": ("Млинове розширює свою греблю", "Рада Млинового вирішила розширити греблю, сказала інженерка Роза Вейл. Ніхто не був проти.", "Роботи коштуватимуть дев'ять мільйонів євро, повідомило водне управління. Дві ферми затопило."),
    "ru": ("Мельничный расширяет свою плотину", "Совет Мельничного решил расширить плотину, сказала инженер Роза Вейл. Никто не был против.", "Работы обойдутся в девять миллионов евро, сообщило водное управление. Две фермы затопило."),
    "zh": ("磨坊镇扩建水坝", "磨坊镇议会投票决定扩建水坝，工程师韦尔说。没有人反对这个计划。", "工程将耗资九百万欧元，水务局在声明中说。坝下的两个农场曾被淹没。"),
    "ja": ("水車町が堰を広げる", "水車町の議会は堰を広げることを決めた、と技師のベール氏は述べた。反対する者はいなかった。", "工事には九百万ユーロかかる、と水道局は発表した。下流の二つの農場が浸水していた。"),
    "ko": ("물방앗간 마을이 둑을 넓힌다", "물방앗간 마을 의회는 둑을 넓히기로 했다고 기사 베일이 말했다. 아무도 반대하지 않았다.", "공사에는 구백만 유로가 든다고 수도국이 밝혔다. 아래의 두 농장이 물에 잠겼다."),
    "th": ("เมืองโรงสีขยายฝาย", "สภาเมืองโรงสีลงมติให้ขยายฝาย วิศวกรโรซากล่าว ไม่มีใครคัดค้านแผนการนี้เลย", "งานนี้จะใช้เงินเก้าล้านยูโร สำนักงานน้ำกล่าวในแถลงการณ์ ฟาร์มสองแห่งใต้ฝายถูกน้ำท่วม"),
}  # fmt: skip


def page_of(row: dict[str, str]) -> str:
    """The whole page of a row of the table."""
    lang = row.get("lang", "en")
    title, *paragraphs = STORIES.get(lang.split("-")[0], STORIES["en"])
    story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    wrap = row.get("wrap") or "<body><article><h1>TITLE</h1>{top}{story}</article>{foot}</body>"
    body = (
        wrap.replace("{top}", row.get("top", ""))
        .replace("{foot}", row.get("foot", ""))
        .replace("{story}", story)
    )
    head = f"<meta charset=utf-8><title>TITLE</title>{row.get('head', '')}"
    return f'<!doctype html><html lang="{lang}"><head>{head}</head>{body}</html>'.replace("TITLE", title)


def rows() -> list[dict[str, str]]:
    """The table of pages; the days as texts."""
    return [
        {name: str(value) for name, value in row.items()} for row in yaml.safe_load(PAGES.read_text("utf-8"))
    ]


def ours(row: dict[str, str]) -> str:
    """The day Chronofact reads."""
    found = read_record({"id": "a", "html": page_of(row), "url": row.get("url", "")})
    return found.published.day if isinstance(found, Article) else "no article"


def peer(extensive: bool) -> Callable[[dict[str, str]], str]:
    """The day htmldate reads."""
    return lambda row: find_date(
        page_of(row), url=row.get("url"), original_date=True, extensive_search=extensive, max_date="2199-12-31"
    ) or ""  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="name the pages that are read wrongly")
    options = parser.parse_args()
    table = rows()
    readers = {"Chronofact": ours, "htmldate": peer(False), "htmldate, extensive": peer(True)}
    for name, reader in readers.items():
        answers = [(row["name"], row["day"], reader(row)) for row in table]
        right = sum(day == answer for _, day, answer in answers)
        invented = sum(not day and bool(answer) for _, day, answer in answers)
        print(
            f"{name:22}{right}/{len(table)} = {right / len(table):.3f} right, {invented} days given where none is said"
        )
        if options.misses:
            for what, day, answer in answers:
                if day != answer:
                    print(f"    {what}: {answer or 'none'} for {day or 'none'}")


if __name__ == "__main__":
    main()
