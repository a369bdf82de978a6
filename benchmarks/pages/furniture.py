"""What stands around an article on a portal: menus, news, style sheets, scripts, footers."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from benchmarks.pages.layout import Document
from benchmarks.pages.pointers import Json

_WORDS = Path(__file__).with_name("portal.yaml")
_HOST = "http://www.example.invalid"


@lru_cache
def words() -> dict[str, Json]:
    """Return the words of menus, news and links."""
    loaded: dict[str, Json] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return loaded


def menu(rng: Random, depth: int = 1) -> str:
    """Return a navigation of all menus; depth repeats it as wide menus do."""
    return "\n".join(
        f'<ul class="nav nav-{level}">\n{_menu_items(rng, level)}\n</ul>' for level in range(depth)
    )


def _menu_items(rng: Random, level: int) -> str:
    return "\n".join(
        f'<li class="nav-item" id="m{level}_{number}"><a href="{_HOST}/col/{number}/index.html"'
        f' target="_blank">{name}</a>\n<div class="sub">{_entries(rng, entries)}</div></li>'
        for number, (name, entries) in enumerate(words()["menus"].items())
    )


def _entries(rng: Random, names: list[str]) -> str:
    return "\n".join(
        f'<a href="{_HOST}/col/col{rng.randint(1000, 99999)}/index.html" title="{name}"'
        f' target="_blank">{name}</a>'
        for name in names
    )


def news(rng: Random, area: str, count: int) -> str:
    """Return a list of headlines with links and dates."""
    return "\n".join(
        f'<li><span class="date">{rng.randint(1, 12):02}-{rng.randint(1, 28):02}</span>'
        f'<a href="{_HOST}/art/{rng.randint(2019, 2025)}/art_{rng.randint(100, 9999)}_'
        f'{rng.randint(100000, 999999)}.html" target="_blank" title="{line}">{line}</a></li>'
        for line in _headlines(rng, area, count)
    )


def _headlines(rng: Random, area: str, count: int) -> Iterator[str]:
    said = words()
    for _ in range(count):
        place = area if rng.random() < 0.6 else area + rng.choice(said["links"])
        yield rng.choice(said["news"]).format(place=place, topic=rng.choice(said["topics"]))


def reports_of_other_years(document: Document) -> str:
    """Return links to the reports of the years around, as columns of reports have them."""
    title = f"{document.organ}{{}}年政府信息公开工作年度报告"
    return "\n".join(
        f'<li><a href="{_HOST}/nb/{year}/index.html">{title.format(year)}</a></li>'
        for year in range(document.year - 1, document.year - 4, -1)
    )


def style_sheet(rng: Random, count: int) -> str:
    """Return a style sheet of so many rules."""
    return "\n".join(
        f".c{number} .box-{rng.randint(1, 40)} li a{{color:#{rng.randrange(0x1000000):06x};"
        f"font-size:{rng.randint(12, 18)}px;line-height:{rng.randint(20, 36)}px;"
        f"padding:0 {rng.randint(2, 20)}px;display:block;overflow:hidden;}}"
        for number in range(count)
    )


def script(rng: Random, count: int) -> str:
    """Return a script with a table of so many menu entries."""
    entries = [
        {"id": rng.randint(1, 99999), "name": rng.choice(words()["topics"]), "open": False}
        for _ in range(count)
    ]
    data = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return (
        f"var menuData = {data};\n"
        "function showMenu(id) {\n"
        "  for (var i = 0; i < menuData.length; i++) {\n"
        "    if (menuData[i].id == id && !menuData[i].open) { menuData[i].open = true; }\n"
        "  }\n"
        "}\n"
    )


def link_options(rng: Random, area: str) -> str:
    """Return the list of other sites at the foot of a portal."""
    return "\n".join(
        f'<option value="{_HOST}/{rng.randint(10, 99)}/">{area}{name}</option>'
        for name in words()["links"]
    )


def footer(rng: Random, area: str) -> str:
    """Return who owns and runs the site, with its registrations."""
    owner = f"{area}人民政府"
    return (
        f"<p>主办单位：{owner}&nbsp;&nbsp;承办单位：{owner}办公室</p>\n"
        f"<p>版权所有 © {owner}&nbsp;&nbsp;网站标识码：{rng.randint(10**9, 10**10 - 1)}</p>\n"
        f"<p>备案号：示ICP备{rng.randint(10**7, 10**8 - 1)}号-1&nbsp;&nbsp;"
        f"示公网安备 {rng.randint(10**13, 10**14 - 1)}号</p>"
    )


def editor(rng: Random) -> str:
    """Return the name of a responsible editor."""
    return str(rng.choice(words()["editors"]))
