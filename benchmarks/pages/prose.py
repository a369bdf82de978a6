"""What a report says in words: title, preface and six parts that agree with its figures."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from benchmarks.pages.figures import Tables
from benchmarks.pages.form import form
from benchmarks.pages.organs import Organ
from benchmarks.pages.pointers import Json

_PHRASES = Path(__file__).with_name("phrases.yaml")
_FEE_YEAR = 2021  # the first year in which a fee for handling requests could be charged
_ORDINALS = "一二三四五六七八九"

Facts = dict[str, Json]
Section = dict[str, Json]


class Period(NamedTuple):
    """The days that the figures cover, the words for them and the sentence with these words."""

    start: date
    end: date
    text: str
    sentence: str

    def as_dict(self) -> dict[str, str]:
        """Return the period as the canonical report holds it."""
        return {"from": self.start.isoformat(), "to": self.end.isoformat(), "text": self.text}


@lru_cache
def phrases() -> dict[str, Json]:
    """Return everything the reports can say."""
    loaded: dict[str, Json] = yaml.safe_load(_PHRASES.read_text(encoding="utf-8"))
    return loaded


def facts(organ: Organ, year: int, tables: Tables, rng: Random) -> Facts:
    """Return what sentences may mention: the organ, the year and the figures of the tables."""
    remedies = tables["review_litigation"]
    litigation = sum(remedies[key]["total"] for key in remedies if key != "review")
    return {
        **_names(organ, year, rng),
        **_published(rng),
        **_handled(tables["requests"], rng),
        **_fees(tables["requests"]["results"]["other"], year),
        "documents": tables["disclosure"]["normative_documents"],
        "review": remedies["review"]["total"],
        "litigation": litigation,
        "training": rng.randint(1, 6),
    }


def title(known: Facts, rng: Random) -> str:
    """Return the title of the report."""
    return _say(rng.choice(phrases()["titles"]), known)


def period(year: int, rng: Random) -> Period:
    """Return the full year in one of the usual wordings."""
    pattern = rng.choice(phrases()["periods"])
    end_year = rng.choice((f"{year}年", f"{year}年", ""))
    text = pattern["text"].format(start=f"{year}年1月1日", end=f"{end_year}12月31日")
    sentence = pattern["in"].format(period=text)
    return Period(date(year, 1, 1), date(year, 12, 31), text, sentence)


def preface(known: Facts, period_sentence: str, rng: Random) -> str:
    """Return the text before the first part, with the period sentence unless it is empty."""
    said = phrases()
    basis = said["bases"]["until_2020" if known["year"] < _FEE_YEAR else "from_2021"]
    first = _say(rng.choice(said["prefaces"]), known | {"basis": basis}) + period_sentence
    rest = rng.sample(said["preface_ends"], rng.choice((0, 0, 1)))
    return "\n".join([first, *(_say(sentence, known) for sentence in rest)])


def sections(
    edition: str, known: Facts, period_sentence: str, rng: Random, detail: int
) -> dict[str, Section]:
    """Return the six parts; detail is how many sentences each aspect of the overview gets."""
    texts = {
        "overview": overview(known, period_sentence, rng, detail),
        **{key: _note(key, known, rng) for key in phrases()["table_notes"]},
        "problems": problems(known, rng),
        "other_matters": _say(rng.choice(phrases()["fees"][known["fees"]]), known),
    }
    return {
        key: {"order": order, "heading": heading, **({"text": texts[key]} if texts[key] else {})}
        for order, (key, heading) in enumerate(form(edition).sections.items(), start=1)
    }


def overview(known: Facts, period_sentence: str, rng: Random, detail: int) -> str:
    """Return the first part: an opening and the five aspects, each under its own line."""
    said = phrases()
    paragraphs = [_say(rng.choice(said["overview_openings"]), known) + period_sentence]
    figures = _aspect_figures(known, rng)
    enumerated = rng.random() < 0.4
    for aspect, figure in zip(said["aspects"], figures, strict=True):
        count = min(len(aspect["sentences"]), rng.randint(max(1, detail - 1), detail + 1))
        chosen = [_say(sentence, known) for sentence in rng.sample(aspect["sentences"], count)]
        paragraphs.append(rng.choice(aspect["headings"]))
        paragraphs.append(figure[0] + _joined(chosen, enumerated=enumerated) + figure[1])
    return "\n".join(paragraphs)


def problems(known: Facts, rng: Random) -> str:
    """Return the fifth part: some problems and the remedy of each."""
    said = phrases()["problems"]
    chosen = rng.sample(said["pairs"], rng.randint(2, 4))
    listed = "；".join(f"{_ORDINALS[i]}是{problem}" for i, (problem, _) in enumerate(chosen))
    remedies = "；".join(f"{_ORDINALS[i]}是{remedy}" for i, (_, remedy) in enumerate(chosen))
    first = _say(rng.choice(said["openings"]), known)
    return f"{first}{listed}。\n{_say(rng.choice(said['turn']), known)}{remedies}。"


def _aspect_figures(known: Facts, rng: Random) -> Sequence[tuple[str, str]]:
    """Return what each aspect says with figures, before and after its other sentences."""
    said = phrases()
    disclosure, requests = said["aspects"][0], said["aspects"][1]
    busy = "some" if known["received"] or known["carried_in"] else "zero"
    remedies = "some" if known["review"] or known["litigation"] else "zero"
    documents = known["documents"]
    named = "issued" in documents and rng.random() < 0.6
    channels = _say(said["channels"], known) if known["received"] and rng.random() < 0.5 else ""
    return (
        (_say(disclosure[rng.choice(("zero", "some"))], known), ""),
        (_say(requests[busy], known) + channels, _say(said["remedies"][remedies], known)),
        (_say(said["documents"], documents) if named else "", ""),
        ("", ""),
        ("", _say(rng.choice(said["accountability"]), known)),
    )


def _note(key: str, known: Facts, rng: Random) -> str:
    notes = phrases()["table_notes"][key]
    return _say(rng.choice(notes), known) if rng.random() < 0.45 else ""


def _joined(sentences: Sequence[str], *, enumerated: bool) -> str:
    if len(sentences) < 2 or not enumerated:
        return "".join(sentences)
    return "".join(f"{_ORDINALS[i]}是{sentence}" for i, sentence in enumerate(sentences))


def _say(template: str, known: Facts) -> str:
    return template.format_map(known)


def _names(organ: Organ, year: int, rng: Random) -> Facts:
    named = rng.choice((organ.name, organ.short))
    names = {"organ": organ.name, "named": named, "we": organ.we, "parent": organ.area}
    return {**names, "year": year, "next": year + 1}


def _published(rng: Random) -> Facts:
    kinds = {kind: rng.randint(5, 400) for kind in ("news", "notices", "readings")}
    return {**kinds, "published": sum(kinds.values())}


def _handled(requests: Tables, rng: Random) -> Facts:
    received = requests["received"]["total"]
    online = rng.randint(received // 2, received)
    letter = rng.randint(0, received - online)
    channels = {"online": online, "letter": letter, "counter": received - online - letter}
    return {
        **channels,
        "received": received,
        "carried_in": requests["carried_in"]["total"],
        "handled": requests["results"]["total"]["total"],
        "carried_out": requests["carried_out"]["total"],
    }


def _fees(other_results: Tables, year: int) -> Facts:
    unpaid = other_results["fee_unpaid"]["total"] if "fee_unpaid" in other_results else 0
    if year < _FEE_YEAR:
        return {"fees": "until_2020"}
    # By piece the charge is a multiple of 100 元.
    return {
        "fees": "unpaid" if unpaid else "none",
        "fee_notices": unpaid,
        "fee_total": unpaid * 100,
    }
