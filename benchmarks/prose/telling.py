"""Which sentences does a conforming report put together?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import yaml

from benchmarks.pages.form import form
from benchmarks.pages.organs import Organ
from benchmarks.pages.prose import Period
from benchmarks.prose.draft import Draft, Paragraph
from benchmarks.prose.facts import facts_of
from benchmarks.prose.organs import invent
from benchmarks.prose.phrases import Facts, Phrase, Said, phrases, say
from benchmarks.prose.tables import tables_of

_PERIODS = Path(__file__).with_name("periods.yaml")
# The share of reports that name the remedy behind each problem.
_EACH_REMEDIED = 0.3
_NEWEST_YEAR = 2025
# The form of 2019 was in force for two years only.
_EDITIONS = ("2019", "2021", "2021", "2021")
_ORDINALS = "一二三四五"
# The wordings of article 50, which stand beside those of the template.
_OTHER_HEADINGS = {
    "review_litigation": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "problems": "五、政府信息公开工作存在的主要问题及改进情况",
}


def random_draft(rng: Random) -> Draft:
    """Return a conforming report of a random organ in varied prose."""
    author, edition = invent(rng), rng.choice(("2019", "2021", "2021", "2021"))
    author, edition = invent(rng), rng.choice(_EDITIONS)
    official = form(edition)
    year = rng.randint(official.first_year, official.last_year or _NEWEST_YEAR)
    tables = tables_of(author, edition, rng)
    facts = facts_of(author, year, edition, tables, rng)
    period = _period(year, rng)
    return Draft(
        author=author,
        year=year,
        edition=edition,
        tables=tables,
        period=period,
        published=_published(author.organ, year, rng),
        headings=_headings(edition, rng),
        texts=_texts(facts, period, rng),
    )


@cache
def _periods() -> list[dict[str, str]]:
    loaded: list[dict[str, str]] = yaml.safe_load(_PERIODS.read_text(encoding="utf-8"))["period"]
    return loaded


def _period(year: int, rng: Random) -> Period:
    pattern = rng.choice(_periods())
    end = rng.choice((f"{year}年", f"{year}年", "")) + "12月31日"
    text = pattern["text"].format(start=f"{year}年1月1日", end=end)
    sentence = pattern["in"].format(period=text)
    return Period(date(year, 1, 1), date(year, 12, 31), text, sentence)


def _published(organ: Organ, year: int, rng: Random) -> date:
    last = date(year + 1, 1, 31)
    if organ.kind == "government" and organ.level != "township":
        last = date(year + 1, 3, 31)
    return last - timedelta(days=rng.choice((0, rng.randint(0, 24))))


def _headings(edition: str, rng: Random) -> dict[str, str]:
    official = dict(form(edition).sections)
    return official | (_OTHER_HEADINGS if rng.random() < 0.3 else {})


def _texts(facts: Facts, period: Period, rng: Random) -> dict[str, tuple[Paragraph, ...]]:
    overview = _overview(facts, rng)
    groups = {
        "disclosure": ("documents", "decisions"),
        "requests": ("requests_outcomes",) * bool(facts["handled"]),
        "review_litigation": (_remedies(facts),),
    }
    texts = {
        "title": (tuple(say("title", facts, rng)),),
        "preface": _preface(facts, rng),
        "overview": overview,
        **{key: _part(key, groups[key], facts, overview, rng) for key in groups},
        "problems": _problems(facts, rng),
        "other_matters": (tuple(_other(facts, rng)),),
    }
    holder = "preface" if rng.random() < 0.8 else "overview"
    first, *rest = texts[holder]
    texts[holder] = ((*first, Said(Phrase("period", period.sentence), facts)), *rest)
    contact = rng.choice(("preface", "other_matters", "overview", ""))
    if contact:
        texts[contact] = (*texts[contact], tuple(say("contact", facts, rng)))
    return texts


def _preface(facts: Facts, rng: Random) -> tuple[Paragraph, ...]:
    more = say("preface_more", facts, rng, rng.choice((0, 1, 1, 2)))
    return tuple(say("preface", facts, rng)), tuple(more)


def _overview(facts: Facts, rng: Random) -> tuple[Paragraph, ...]:
    paragraphs = [tuple(say("opening", facts, rng))]
    aspects = [_disclosure(facts, rng), _requests(facts, rng)]
    aspects += [say(key, facts, rng, rng.randint(1, 3)) for key in ("management", "platform")]
    supervision = say("supervision_more", facts, rng, rng.randint(0, 2))
    aspects.append([*supervision, *say("supervision", facts, rng)])
    for heading, sentences in zip(phrases("aspects"), aspects, strict=True):
        paragraphs += _aspect(Said(heading, facts), sentences, rng)
    return tuple(paragraphs)


def _aspect(heading: Said, sentences: Sequence[Said], rng: Random) -> Iterator[Paragraph]:
    """Yield an aspect under its heading, behind it, or on several lines."""
    if rng.random() < 0.4:
        yield (heading,)
        yield tuple(sentences)
    elif rng.random() < 0.3:
        yield (heading,)
        yield from ((sentence,) for sentence in sentences)
    else:
        yield (heading, Said(Phrase("stop", "。"), heading.facts), *sentences)


def _disclosure(facts: Facts, rng: Random) -> list[Said]:
    sentences = [
        *say("disclosure_main", facts, rng),
        *_maybe("documents", facts, rng),
        *_maybe("decisions", facts, rng),
        *say("disclosure_traps", facts, rng, rng.randint(0, 4)),
        *say("disclosure_plain", facts, rng, rng.randint(1, 3)),
    ]
    return _mixed(sentences, rng)


def _requests(facts: Facts, rng: Random) -> list[Said]:
    busy = "some" if facts["pool"] else "zero"
    outcomes = say("requests_outcomes", facts, rng, rng.randint(0, 2)) if facts["handled"] else []
    sentences = [
        *outcomes,
        *_maybe(_remedies(facts), facts, rng),
        *_maybe("remedies_traps", facts, rng),
        *say("requests_traps", facts, rng, rng.randint(0, 4)),
        *(_maybe("requests_traps_whole", facts, rng) if facts["is_whole"] else ()),
        *say("requests_plain", facts, rng, rng.randint(1, 2)),
    ]
    return [*say(f"requests_{busy}", facts, rng), *_mixed(sentences, rng)]


def _remedies(facts: Facts) -> str:
    return "remedies_some" if facts["remedies"] else "remedies_zero"


def _part(
    key: str, groups: tuple[str, ...], facts: Facts, told: tuple[Paragraph, ...], rng: Random
) -> tuple[Paragraph, ...]:
    """Return a note to the table and figures in other words than those of the overview."""
    note = say(f"{key}_note", facts, rng) if rng.random() < 0.6 else []
    used = {said.phrase for paragraph in told for said in paragraph}
    figures = [said for group in groups for said in _maybe(group, facts, rng, 0.3)]
    return tuple(note), tuple(said for said in figures if said.phrase not in used)


def _problems(facts: Facts, rng: Random) -> tuple[Paragraph, ...]:
    pairs = [said.phrase.say.split("|") for said in say("problem_pairs", facts, rng, 3)]
    if rng.random() < _EACH_REMEDIED:
        return tuple(
            (
                Said(Phrase("problems", f"{number}.{problem}。"), facts),
                Said(Phrase("remedies", f"改进措施：{remedy}。"), facts),
            )
            for number, (problem, remedy) in enumerate(pairs, start=1)
        )
    listed, remedies = (
        "；".join(f"{_ORDINALS[i]}是{each}" for i, each in enumerate(part)) + "。"
        for part in zip(*pairs, strict=True)
    )
    opening, turn = say("problem_opening", facts, rng)[0], say("problem_turn", facts, rng)[0]
    return (
        (opening, Said(Phrase("problems", listed), facts)),
        (turn, Said(Phrase("remedies", remedies), facts)),
    )


def _other(facts: Facts, rng: Random) -> Iterator[Said]:
    if not facts["fee_year"]:
        yield from say("fee_before", facts, rng)
        return
    yield from say("fee_some" if facts["fee_notices"] else "fee_none", facts, rng)
    yield from say("other", facts, rng, rng.choice((0, 1, 1, 2)))


def _maybe(group: str, facts: Facts, rng: Random, chance: float = 0.5) -> list[Said]:
    return say(group, facts, rng) if rng.random() < chance else []


def _mixed(sentences: list[Said], rng: Random) -> list[Said]:
    return rng.sample(sentences, len(sentences))
