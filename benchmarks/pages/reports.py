"""What a whole consistent report looks like in the canonical form."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from benchmarks.pages import prose
from benchmarks.pages.figures import Number, Tables, complete
from benchmarks.pages.form import editions, form
from benchmarks.pages.leaves import SIZES, Size, draw
from benchmarks.pages.organs import Organ, invent
from benchmarks.pages.pointers import Report

_NEWEST_YEAR = 2025


def consistent(edition: str, leaves: Mapping[str, Number], seed: int = 0) -> Report:
    """Return a whole report around given figures.

    Args:
        edition: The edition of the form, ``"2019"`` or ``"2021"``.
        leaves: Numbers for the cells that `figures.free_cells` lists, by pointer.
        seed: Chooses organ, year and wording.

    Returns:
        The canonical report; all identities between its cells hold.
    """
    rng = Random(seed)
    organ = invent(rng)
    return compose(organ, _year(edition, rng), edition, complete(edition, leaves), rng)


def random_report(rng: Random, edition: str | None = None) -> Report:
    """Return a consistent report of a random organ, of this edition or of any."""
    edition = edition or rng.choice(editions())
    organ = invent(rng)
    return compose(organ, _year(edition, rng), edition, figures_of(organ, edition, rng), rng)


def figures_of(organ: Organ, edition: str, rng: Random) -> Tables:
    """Return random consistent tables such as this organ could have."""
    leaves = draw(edition, rng, _size(organ, rng), rulemaking=organ.rulemaking)
    return complete(edition, leaves)


def compose(organ: Organ, year: int, edition: str, tables: Tables, rng: Random) -> Report:
    """Return the canonical report of an organ for a year around these tables."""
    known = prose.facts(organ, year, tables, rng)
    period = prose.period(year, rng)
    in_preface = rng.random() < 0.8
    sentences = (period.sentence, "") if in_preface else ("", period.sentence)
    detail = rng.choice((1, 2, 3, 5))
    return {
        "edition": edition,
        "year": year,
        "organ": organ.as_dict(),
        "title": prose.title(known, rng),
        "preface": prose.preface(known, sentences[0], rng),
        "period": period.as_dict(),
        "published": _published(organ, year, rng).isoformat(),
        "sections": prose.sections(edition, known, sentences[1], rng, detail),
        **tables,
    }


def _year(edition: str, rng: Random) -> int:
    official = form(edition)
    return rng.randint(official.first_year, official.last_year or _NEWEST_YEAR)


def _size(organ: Organ, rng: Random) -> Size:
    names: tuple[str, ...]
    if organ.level == "province":
        names = ("large", "huge")
    elif organ.level == "city" or (organ.level == "county" and organ.kind != "department"):
        names = ("medium", "large")
    else:
        names = ("empty", "small", "small", "small", "medium")
    return SIZES[rng.choice(names)]


def _published(organ: Organ, year: int, rng: Random) -> date:
    last = date(year + 1, 1, 31)
    if organ.kind in {"government", "office"} and organ.level != "township":
        last = date(year + 1, 3, 31)
    return last - timedelta(days=rng.randint(0, 24))
