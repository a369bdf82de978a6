"""Other organs and other years than those of the report."""

from collections.abc import Iterator
from datetime import date
from random import Random

from benchmarks.prose.draft import Draft, Where
from benchmarks.prose.phrases import Said
from benchmarks.prose.slips.planted import Planted, replaced

# Here the organ speaks of itself.
_OWN = ("preface", "opening", "fee_none")
_RESULTS = ("requests_some", "requests_zero", "remedies_zero", "disclosure_main")
# What a bureau would say of no town's report.
_OF_ITSELF = ("}对{", "编制本", "公布{organ}", "收取")
# In these parts it is results that are told.
_PARTS = ("overview", "disclosure", "requests")
# By these a preface says that it is this report that it names.
_THIS = ("现向社会公布", "编制")


def other_organ(draft: Draft, rng: Random) -> Planted | None:
    """Name another organ of the same kind, as if the text were copied from its report."""
    found = [each for each in draft.sentences(*_OWN) if "organ" in each[1].phrase.keys]
    if not found or not draft.facts["other"]:
        return None
    where, said = rng.choice(found)
    return replaced(draft, where, said.with_facts(organ=draft.facts["other"]), "ORG002")


def other_kind(draft: Draft, rng: Random) -> Planted | None:
    """Name a bureau of the county in the report of a town, as if the text were that bureau's."""
    found = [each for each in draft.sentences(*_OWN) if "organ" in each[1].phrase.keys]
    found = [each for each in found if any(word in each[1].phrase.say for word in _OF_ITSELF)]
    if not found or not draft.facts["is_town"]:
        return None
    where, said = rng.choice(found)
    bureau = f"{draft.facts['area']}{rng.choice(('档案局', '水利局', '卫生健康委员会'))}"
    return replaced(draft, where, said.with_facts(organ=bureau), "ORG002")


def other_pronoun(draft: Draft, rng: Random) -> Planted | None:
    """Speak of the own organ as organs of another kind do of theirs."""
    found = [each for each in draft.sentences(*_RESULTS) if "we" in each[1].phrase.keys]
    if not found or draft.author.whole_area or draft.facts["is_ministry"]:
        return None
    if not (draft.facts["is_town"] or draft.facts["is_bureau"]):
        return None
    other = "我局" if draft.facts["is_town"] else rng.choice(("我镇", "我乡"))
    where, said = rng.choice(found)
    return replaced(draft, where, said.with_facts(we=other), "ORG002")


def last_year(draft: Draft, rng: Random) -> Planted | None:
    """Begin a sentence about results with last year's year."""
    found = [each for each in _of_year(draft, *_RESULTS) if each[0].key in _PARTS]
    if not found:
        return None
    where, said = rng.choice(found)
    return replaced(draft, where, said.with_facts(year=draft.year - 1), "DAT005")


def last_year_in_title(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Keep the year of last year's title, from which readers take the report year."""
    where, said = next(draft.sentences("title"))
    planted = replaced(draft, where, said.with_facts(year=draft.year - 1), "DAT003", "DAT004")
    changed = planted.draft._replace(year=draft.year - 1)
    return planted._replace(draft=changed, places=("/title", "/period"))


def last_year_in_preface(draft: Draft, rng: Random) -> Planted | None:
    """Keep last year's preface."""
    found = [
        each
        for each in _of_year(draft, "preface")
        if any(word in each[1].phrase.say for word in _THIS) and "年度报告编制" not in str(each[1])
    ]
    # A second sentence that names the year of the title speaks for the report.
    if not found or f"{draft.year}年度报告" in draft.text("preface"):
        return None
    where, said = rng.choice(found)
    planted = replaced(draft, where, said.with_facts(year=draft.year - 1), "DAT004")
    return planted._replace(places=("/title",))


def last_years_period(draft: Draft, rng: Random) -> Planted | None:  # noqa: ARG001  # slips agree
    """Keep last year's period."""
    return _other_period(draft, str(draft.year), str(draft.year - 1), "DAT003")


def short_period(draft: Draft, rng: Random) -> Planted | None:
    """End the period a day or a month early."""
    return _other_period(draft, "12月31日", rng.choice(("12月30日", "11月30日")), "DAT002")


def _other_period(draft: Draft, old: str, new: str, rule: str) -> Planted:
    where, said = next(draft.sentences("period"))
    period = draft.period
    text = period.text.replace(old, new)
    start = period.start.replace(year=int(text.partition("年")[0][-4:]))
    end = _end(start.year, new)
    changed = period._replace(text=text, start=start, end=end)
    phrase = said.phrase._replace(say=said.phrase.say.replace(old, new))
    planted = replaced(draft._replace(period=changed), where, Said(phrase, said.facts), rule)
    return planted._replace(places=("/period",))


def _end(year: int, words: str) -> date:
    """Return the last day that a changed period ends with."""
    month, _, day = words.partition("月")
    return date(year, int(month), int(day.removesuffix("日"))) if day else date(year, 12, 31)


def _of_year(draft: Draft, *groups: str) -> Iterator[tuple[Where, Said]]:
    """Yield sentences that name the report year and not the year before."""
    for where, said in draft.sentences(*groups):
        if "year" in said.phrase.keys and "last" not in said.phrase.keys:
            yield where, said
