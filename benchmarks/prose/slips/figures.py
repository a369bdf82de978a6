"""Numbers in the text that contradict a table or one another."""

from collections.abc import Iterator
from random import Random

from benchmarks.prose.draft import Draft, Where
from benchmarks.prose.figure import Figure, Items, Share
from benchmarks.prose.phrases import Phrase, Said, say
from benchmarks.prose.slips.planted import Planted, added, replaced

# Which of them speaks depends on what the sentence gives to compare with.
_COMPARED = ("TXT001", "TXT002", "TXT003", "TXT004", "TXT005", "TXT006", "TXT007")
_CLAIMING = (
    "requests_some", "requests_outcomes", "remedies_some", "documents", "decisions",
    "disclosure_main",
)  # fmt: skip
_FIGURES = (
    "received", "carried_in", "carried_out", "handled", "pool", "granted_done", "refused_done",
    "unavailable_done", "not_held", "persons", "bodies", "review_total", "litigation",
    "litigation_direct_total", "litigation_after_review_total", "licences_decisions",
    "penalties_decisions", "coercion_decisions", "normative_documents_issued",
    "normative_documents_repealed", "normative_documents_in_force", "normative_documents_made",
    "normative_documents_opened", "normative_documents_open_total",
)  # fmt: skip
# 收到 may mean any of the first two, and near figures may be meant by loose words.
_NEAR = ("received", "pool", "handled", "carried_in", "carried_out")
_LISTS = ("outcomes", "channels", "topics", "kinds", "review_outcomes")
_WHOLES = ("received", "handled", "published", "review_total")
# Where one of two parts is left out, no list remains.
_PAIR = 2
_SHARES = ("granted_share", "persons_share")


def wrong_figure(draft: Draft, rng: Random) -> Planted | None:
    """Change a number that a table holds."""
    found = [(where, said, key) for where, said in _claims(draft) for key in _named(said, _FIGURES)]
    if not found:
        return None
    where, said, key = rng.choice(found)
    figure = Figure(_other_number(said, key, rng), said.facts[key].style)
    return replaced(draft, where, said.with_facts(**{key: figure}), *_COMPARED)


def item_left_out(draft: Draft, rng: Random) -> Planted | None:
    """Leave out one part of a list whose whole is told."""
    found = [each for each in _listing(draft) if len(each[1].facts[each[2]].told) > _PAIR]
    if not found:
        return None
    where, said, key = rng.choice(found)
    items: Items = said.facts[key]
    lost = rng.choice(items.told)
    rest = items._replace(each=tuple(item for item in items.each if item != lost))
    return replaced(draft, where, said.with_facts(**{key: rest}), *_COMPARED)


def wrong_item(draft: Draft, rng: Random) -> Planted | None:
    """Change one part of a list whose whole is told."""
    found = _listing(draft)
    if not found:
        return None
    where, said, key = rng.choice(found)
    items: Items = said.facts[key]
    right = rng.choice(items.told)
    wrong = right[0], Figure(right[1] + rng.randint(1, 9), right[1].style)
    changed = items._replace(each=tuple(wrong if item == right else item for item in items.each))
    return replaced(draft, where, said.with_facts(**{key: changed}), *_COMPARED)


def wrong_share(draft: Draft, rng: Random) -> Planted | None:
    """Tell another percentage of a part and a whole that are told."""
    found = [
        (where, said, key)
        for where, said in _claims(draft)
        for key in _named(said, _SHARES)
        if said.facts[key].whole
    ]
    if not found:
        return None
    where, said, key = rng.choice(found)
    share: Share = said.facts[key]
    part = round(1000 * share.part / share.whole)
    other = part + rng.randint(30, 120) * (1 if part < 500 else -1)
    return replaced(draft, where, said.with_facts(**{key: Share(other, 1000)}), *_COMPARED)


def requests_denied(draft: Draft, rng: Random) -> Planted | None:
    """Say that there was no request, where the table holds some."""
    told = list(draft.sentences("requests_some"))
    if not told or not draft.facts["received"]:
        return None
    where, said = told[0]
    return replaced(draft, where, say("requests_zero", said.facts, rng)[0], *_COMPARED[:2])


def requests_claimed(draft: Draft, rng: Random) -> Planted | None:
    """Tell of requests, where the table holds none."""
    told = list(draft.sentences("requests_zero"))
    if not told:
        return None
    where, said = told[0]
    figures = {"received": Figure(rng.randint(1, 9)), "carried_in": Figure(0)}
    phrase = Phrase("requests_some", "{year}年，{we}收到政府信息公开申请{received}件。")
    return replaced(draft, where, Said(phrase, {**said.facts, **figures}), *_COMPARED[:2])


def remedies_denied(draft: Draft, rng: Random) -> Planted | None:
    """Say that there was no review and no litigation, where the table holds some."""
    told = list(draft.sentences("remedies_some"))
    if not told:
        return None
    where, said = rng.choice(told)
    other = say("remedies_zero", said.facts, rng)[0]
    return replaced(draft, where, other, "TXT001", "TXT003")


def remedies_claimed(draft: Draft, rng: Random) -> Planted | None:
    """Tell of reviews, where the table holds none."""
    told = list(draft.sentences("remedies_zero"))
    if not told:
        return None
    where, said = rng.choice(told)
    phrase = Phrase("remedies_some", "{year}年，因政府信息公开被申请行政复议{few1}件。")
    return replaced(draft, where, Said(phrase, said.facts), "TXT001", "TXT003")


def told_differently(draft: Draft, rng: Random) -> Planted | None:
    """Tell the number of pieces published a second time, otherwise."""
    told = [said for _, said in draft.sentences("disclosure_main") if _named(said, ("published",))]
    if not told or told[0].phrase.loose:
        return None
    other = Figure(draft.facts["published"] + rng.randint(1, 40))
    phrase = Phrase("disclosure_main", "{year}年，全年主动公开政府信息{published}条。")
    now = Said(phrase, {**draft.facts, "published": other})
    planted = added(draft, "disclosure", now, "TXT007")
    return planted._replace(places=("/sections/overview", "/sections/disclosure"))


def _claims(draft: Draft) -> Iterator[tuple[Where, Said]]:
    return ((at, said) for at, said in draft.sentences(*_CLAIMING) if not said.phrase.loose)


def _named(said: Said, keys: tuple[str, ...]) -> list[str]:
    return [key for key in said.phrase.exact if key in keys]


def _listing(draft: Draft) -> list[tuple[Where, Said, str]]:
    return [
        (where, said, key)
        for where, said in _claims(draft)
        for key in _named(said, _LISTS)
        if _named(said, _WHOLES) and said.facts[key]
    ]


def _other_number(said: Said, key: str, rng: Random) -> int:
    """Return a number near the right one that no reading of the sentence makes right."""
    right = said.facts[key]
    taken = {int(said.facts[near]) for near in _NEAR} | {int(right)}
    near = [number for number in range(max(1, right - 9), right + 12) if number not in taken]
    return rng.choice(near)
