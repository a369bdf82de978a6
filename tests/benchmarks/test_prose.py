"""Tests of the reports whose prose tries to trap rules, and of the faults planted in them."""

from random import Random

import pytest

from benchmarks.prose import alarms, hunt
from benchmarks.prose.__main__ import main
from benchmarks.prose.documents import checked
from benchmarks.prose.draft import Draft
from benchmarks.prose.faults import SLIPS, Fault, plant
from benchmarks.prose.figure import Figure, Items, Share, items_of
from benchmarks.prose.numerals import numeral
from benchmarks.prose.phrases import Phrase, Said, all_phrases
from benchmarks.prose.slips.planted import Planted
from benchmarks.prose.telling import random_draft
from nianbao.app import Checker, Options, build_checker

_SOME = 120


@pytest.fixture(scope="module")
def checker() -> Checker:
    return build_checker(Options())


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    return [_draft(number) for number in range(_SOME)]


def _draft(number: int, seed: int = 1) -> Draft:
    return random_draft(Random(f"{seed}:{number}"))  # noqa: S311  # chooses words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1003, "一千零三"),
        (10_010, "一万零一十"),
        (23_456, "二万三千四百五十六"),
    ],
)
def test_numerals(number: int, words: str) -> None:
    assert numeral(number) == words


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("", "1234"),
        ("grouped", "1,234"),
        ("wide", "\uff11\uff12\uff13\uff14"),
        ("spaced", " 1234 "),
        ("about", "1200余"),
        ("near", "近1300"),
        ("tens", "约1200"),
    ],
)
def test_figures_are_written_as_filers_write_them(form: str, words: str) -> None:
    assert format(Figure(1234), form) == words


def test_a_round_number_has_nothing_over() -> None:
    assert f"{Figure(40):about}" == "约40"


def test_a_figure_is_written_in_its_style() -> None:
    assert f"{Figure(12, 'numerals')}" == "十二"


def test_shares_are_rounded_half_up() -> None:
    assert (f"{Share(1, 8):1}", f"{Share(1, 2)}", f"{Share(1, 3):2}") == ("12.5%", "50%", "33.33%")
    assert f"{Share(1, 16):1}" == "6.3%"


def test_lists_leave_out_what_is_not_there() -> None:
    items = items_of([("网络", Figure(3)), ("信函", Figure(0)), ("当面", Figure(1))])
    assert f"{items:件、}" == "网络3件、当面1件"
    assert f"{items:+件，}" == "网络3件，信函0件，当面1件"
    assert f"{items:%件；}" == "网络3件（占75%）；当面1件（占25%）"


def test_what_is_left_of_a_list_keeps_its_whole() -> None:
    items = Items(4, (("网络", Figure(3)),))
    assert f"{items:%件、}" == "网络3件（占75%）"


def test_equal_seeds_give_equal_reports() -> None:
    assert _draft(3).as_dict() == _draft(3).as_dict()
    assert _draft(3).as_dict() != _draft(3, seed=2).as_dict()


def test_every_phrase_speaks_of_facts_that_there_are(drafts: list[Draft]) -> None:
    known = {key for draft in drafts for key in draft.facts}
    for phrase in all_phrases():
        needed = {need.removeprefix("-") for need in phrase.needs}
        assert known >= needed | set(phrase.keys), phrase.say


def test_a_phrase_is_said_only_where_it_is_true() -> None:
    phrase = Phrase("remedies", "被申请行政复议{review}件", ("review", "-litigation"))
    assert phrase.fits({"review": 2, "litigation": 0})
    assert not phrase.fits({"review": 0, "litigation": 0})
    assert not phrase.fits({"review": 2, "litigation": 1})
    assert not phrase.fits({"litigation": 0})


def test_reports_are_varied(drafts: list[Draft]) -> None:
    assert len({draft.author.organ.name for draft in drafts}) > _SOME // 2
    assert {draft.edition for draft in drafts} == {"2019", "2021"}
    assert len({draft.author.organ.level for draft in drafts}) == 5
    assert any(draft.author.whole_area for draft in drafts)


def test_no_rule_is_trapped(checker: Checker) -> None:
    found = list(alarms.alarms(_SOME, 1, checker))
    assert alarms.verdict(found, _SOME) == []


def test_a_fault_is_an_alarm_where_none_should_be(checker: Checker) -> None:
    draft = _draft(0)
    where, _ = next(draft.sentences("period"))
    words = Said(Phrase("period", "统计期限自{year}年1月1日起至{year}年13月40日止。"), draft.facts)
    wrong = draft.with_sentence(where, words)
    document = checked(wrong, "wrong", checker, Random(1))  # noqa: S311
    found = list(alarms.of_document(document))
    assert any(line.startswith("false alarm: wrong") for line in alarms.verdict(found, 100))


def test_suspicions_count_by_the_reports_that_have_them() -> None:
    twice = [alarms.Alarm("1", "SUM014", "/a", "", heuristic=True)] * 2
    assert alarms.verdict(twice, 100) == []
    assert alarms.verdict(twice, 50)[-1] == "heuristic rules speak on 1 of 50 reports"


def test_every_slip_is_planted_somewhere_and_changes_the_report() -> None:
    left = set(SLIPS)
    for number in range(2_000):
        draft = _draft(number) if left else None
        if draft is None:
            break
        for slip in list(left):
            planted = slip(draft, Random(number))  # noqa: S311  # chooses what is planted
            if planted is not None:
                left.remove(slip)
                assert planted.draft.as_dict() != draft.as_dict(), slip.__name__
                assert planted.rules, slip.__name__
                assert planted.places, slip.__name__
    assert not left


def test_a_slip_leaves_the_draft_as_it_was() -> None:
    draft = _draft(5)
    before = repr(draft.as_dict())
    for slip in SLIPS:
        slip(draft, Random(1))  # noqa: S311  # chooses what is planted
    assert repr(draft.as_dict()) == before


def test_a_report_without_an_occasion_has_no_fault() -> None:
    def never(_draft: Draft, _rng: Random) -> Planted | None:
        return None

    assert plant(_draft(0), Random(1), (never,)) is None  # noqa: S311


def test_a_planted_fault_is_found_by_rule_and_place(checker: Checker) -> None:
    draft = _draft(0)
    fault = plant(draft, Random(1), [slip for slip in SLIPS if slip.__name__ == "short_period"])  # noqa: S311
    assert fault is not None
    assert fault.name == "short-period"
    document = checked(fault.planted.draft, "short", checker, Random(1))  # noqa: S311
    assert hunt.is_found(fault, document)
    elsewhere = fault._replace(planted=fault.planted._replace(places=("/preface",)))
    assert not hunt.is_found(elsewhere, document)
    another = fault._replace(planted=fault.planted._replace(rules=("TXT001",)))
    assert not hunt.is_found(another, document)


def test_missed_faults_are_listed_where_they_are_too_many() -> None:
    fault = Fault("short-period", Planted(_draft(0), ("DAT002",), ("/period",), "31日", "30日"))
    found, missed = (
        hunt.Trial("1.json", fault, found=True),
        hunt.Trial("2.json", fault, found=False),
    )
    assert hunt.verdict([*[found] * 19, missed]) == []
    assert hunt.verdict([*[found] * 18, missed]) == [
        "missed: 2.json: short-period, DAT002 /period: “31日” → “30日”"
    ]
    assert hunt.shares([found, missed]) == ["short-period: 1 of 2"]


def test_the_command_shows_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show", "3"]) == 0
    assert f"[title] {_draft(3).text('title')}" in capsys.readouterr().out


def test_the_command_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", "1", "--seed", "1"]) == 0
    assert capsys.readouterr().out == "1 reports: 0 false alarms, 0 with a suspicion\n"
    main(["--count", "2", "--faults"])
    assert "2 faults planted, " in capsys.readouterr().out
