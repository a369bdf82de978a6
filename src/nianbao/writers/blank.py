"""What is in a report before anyone has filled it in?"""

import re
import unicodedata
from datetime import date

from nianbao.editions import edition_for, editions
from nianbao.errors import UserError
from nianbao.model.edition import Edition, Form
from nianbao.model.report import Organ, Period, Report, Section, Table
from nianbao.model.text import Text
from nianbao.prose.organs import organ_named
from nianbao.writers.openings import preface_of, texts_of, title_of

_LAST_YEAR = 2099
_LONGEST_NAME = 40
_SIGNS = "（）()〔〕、·“”‘’－-"


class BlankError(UserError):
    """An organ, a year or an edition for which there is no blank report."""


def blank_report(name: str, year: int, key: str | None = None) -> Report:
    """Return the blank report of an organ for a year: 0 in every cell, texts left open.

    Args:
        name: the organ's name.
        year: the report year.
        key: the edition of the format, or None for the one that governs the year.

    Raises:
        BlankError: there is no such report.
    """
    edition = _edition(year, key)
    organ = _organ(name)
    dates = f"自{year}年1月1日起至{year}年12月31日止"
    return Report(
        title=title_of(organ, year),
        organ=organ,
        year=year,
        edition=edition,
        preface=preface_of(edition, dates),
        period=Period(dates, date(year, 1, 1), date(year, 12, 31)),
        sections=_sections(edition, texts_of(organ, year)),
        tables={key: _table(form) for key, form in edition.forms.items()},
        year_stated=True,
    )


def _edition(year: int, key: str | None) -> Edition:
    right = edition_for(year) if year <= _LAST_YEAR else None
    if right is None:
        first = min(edition.first_year for edition in editions().values())
        raise BlankError(
            Text(
                f"没有{year}年度的统一格式，年度应在 {first} 至 {_LAST_YEAR} 之间",
                f"no edition of the format is for {year}; give a year from {first} to {_LAST_YEAR}",
            )
        )
    if key not in (None, right.key):
        raise BlankError(
            Text(
                f"{year}年度的报告应使用 {right.key} 版格式（{right.basis}），不是 {key} 版",
                f"a report for {year} is made in the edition of {right.key}, not of {key}",
            )
        )
    return right


def _organ(name: str) -> Organ:
    organ = organ_named(name)
    if organ is None or not any(map(str.isalpha, organ.name)):
        raise BlankError(Text("没有写机关名称", "the name of the organ is empty"))
    problem = _problem(organ.name)
    if problem:
        raise BlankError(problem)
    return organ


def _problem(name: str) -> Text | None:
    """Return why a name cannot stand in a title, or None."""
    if len(name) > _LONGEST_NAME:
        return Text(
            f"机关名称超过 {_LONGEST_NAME} 个字",
            f"the name of the organ has more than {_LONGEST_NAME} characters",
        )
    odd = next((letter for letter in name if not (letter.isalnum() or letter in _SIGNS)), "")
    if odd:
        shown = odd if odd.isprintable() else f"U+{ord(odd):04X}"
        return Text(
            f"机关名称里不能有“{shown}”",
            f'the name of an organ cannot hold the character "{shown}"',
        )
    plain = unicodedata.normalize("NFKC", name)
    if re.search(r"20\d\d", plain) or "年度报告" in plain or "信息公开" in plain:
        return Text(
            "只写机关名称，不写年度和报告名称",
            "give the name of the organ alone, without a year or the name of the report",
        )
    return None


def _sections(edition: Edition, texts: dict[str, str]) -> dict[str, Section]:
    return {
        part.key: Section(part.key, order, part.title, texts.get(part.key, ""))
        for order, part in enumerate(edition.parts, start=1)
    }


def _table(form: Form) -> Table:
    rows = {row.pointer: tuple(reading["0"] for reading in row.readings) for row in form.rows}
    return Table(form, rows, voted=form.edition if form.telling else None)
