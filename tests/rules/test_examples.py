"""Every built-in rule finds in its examples what they say, and its file is a sound rule file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from nianbao.builtin import Builtin
from nianbao.conforming import conforming
from nianbao.editions import editions
from nianbao.engine.across import judged
from nianbao.engine.findings import findings_of
from nianbao.engine.run import outcome_of, run
from nianbao.examples import data_of, faults_of, found_in, others_of, report_of, subjects_of
from nianbao.model.report import Report
from nianbao.protocols import ReadOptions
from nianbao.readers.canonical import report_from
from nianbao.readers.judging import first_fault
from nianbao.rule import Example, Expected, Hit, Outcome, Rule

_ROOT = Path(__file__).parents[2]
_FILES = sorted((_ROOT / "rules").glob("**/*.yaml"))
_RULES = tuple(Builtin().nianbao_rules())
_PAIRS = [(rule, example) for rule in _RULES for example in rule.texts().examples]
_CASES = [pytest.param(*pair, id=f"{pair[0].code}-{pair[1].key}") for pair in _PAIRS]
# Examples that differ in a word alone stand for one another where findings do not matter.
_DISTINCT = [
    case for case, (_, example) in zip(_CASES, _PAIRS, strict=True) if not example.is_variant
]
_AMONG_OTHERS = [
    case for case, (rule, _) in zip(_CASES, _PAIRS, strict=True) if rule.scope != "report"
]
_CANONICAL = [
    case
    for case, (_, example) in zip(_CASES, _PAIRS, strict=True)
    if not {"html", "text"} & set(example.source) and not example.is_variant
]

_NUMBERS = {
    "AGG": (1, 2, 3, 4, 5, 6),
    "DAT": (1, 2, 3, 4, 5, 6, 7, 8, 9),
    "DOC": (1, 2, 3, 4, 5, 6, 7, 8, 9),
    "FEE": (1, 2, 3),
    "LAB": (1, 2),
    "ORG": (1, 2, 3, 4),
    "QUA": (1, 2, 3, 4, 5),
    "SEC": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
    "SUM": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
    "TAB": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    "TXT": (1, 2, 3, 4, 5, 6, 7),
    "VAL": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    "XTB": (1, 2, 3),
    "YOY": (1, 2, 3, 4, 5, 6, 7, 8),
}
_CERTAIN = {
    "AGG": (4,),
    "DAT": (8,),
    "DOC": (1, 2),
    "SEC": (1, 6),
    "SUM": (1, 2, 3, 4, 5, 6, 10),
    "TAB": (1, 2, 3, 5),
    "VAL": (4, 5, 6, 10),
}
_HEURISTIC = {
    "AGG": (6,),
    "DAT": (5, 9),
    "DOC": (7, 8, 9),
    "ORG": (2,),
    "QUA": (2, 5),
    "SEC": (8, 12, 13),
    "SUM": (7, 12, 13, 14),
    "TAB": (7, 10),
    "TXT": (7,),
    "VAL": (8,),
    "XTB": (1, 2, 3),
    "YOY": (3, 4, 7, 8),
}


def _codes(numbers: dict[str, tuple[int, ...]]) -> list[str]:
    return [f"{family}{number:03}" for family, each in numbers.items() for number in each]


def _by_code(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize(("rule", "example"), _CASES)
def test_example(rule: Rule, example: Example) -> None:
    assert faults_of(example, rule, _RULES) == []


@pytest.mark.parametrize(("rule", "example"), _DISTINCT)
def test_the_rule_itself_says_what_the_example_shows(rule: Rule, example: Example) -> None:
    outcomes = list(_outcomes(rule, example))
    assert outcomes
    assert [outcome.crash for outcome in outcomes if outcome.crash] == []
    if example.finds:
        assert any(outcome.status == "broken" for outcome in outcomes)


def _outcomes(rule: Rule, example: Example) -> Iterator[Outcome]:
    if rule.scope == "report":
        yield from run([rule], report_of(example))
        return
    for subject in subjects_of(example):
        outcome = outcome_of(rule, subject.this.edition, subject)
        if outcome:
            yield outcome


@pytest.mark.parametrize(("rule", "example"), _DISTINCT)
def test_messages_are_filled(rule: Rule, example: Example) -> None:
    for finding in found_in(example, rule, _RULES):
        for words in finding.message:
            assert words
            assert "{" not in words, words
            assert "None" not in words, words


@pytest.mark.parametrize(("rule", "example"), _DISTINCT)
def test_no_other_rule_crashes_or_leaves_a_gap_in_its_message(rule: Rule, example: Example) -> None:
    report = report_of(example)
    outcomes = run(_RULES, report)
    assert [(each.rule.code, each.crash) for each in outcomes if each.crash] == []
    for finding in findings_of(outcomes, report, rule.code):
        assert "{" not in "".join(finding.message), finding.rule.code


@pytest.mark.parametrize(("rule", "example"), _AMONG_OTHERS)
def test_no_rule_across_reports_crashes_or_leaves_a_gap(rule: Rule, example: Example) -> None:
    assert rule.scope in ("years", "area")
    judgements = [judged(_RULES, subject) for subject in subjects_of(example)]
    assert [each.crashed for each in judgements if each.crashed] == []
    for finding in (each for judgement in judgements for each in judgement.findings):
        assert "{" not in "".join(finding.message), finding.rule.code


@pytest.mark.parametrize(("rule", "example"), _CANONICAL)
def test_data_of_an_example_is_canonical(rule: Rule, example: Example) -> None:
    for data in (data_of(example), *others_of(example)):
        assert first_fault(data) is None, rule.code


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_two_good_and_two_bad_examples(rule: Rule) -> None:
    examples = [each for each in rule.texts().examples if not each.is_variant]
    assert sum(not example.finds for example in examples) >= 2
    assert sum(bool(example.finds) for example in examples) >= 2
    keys = [example.key for example in examples]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_a_near_miss_is_among_the_good_examples(rule: Rule) -> None:
    near = [each for each in rule.texts().examples if each.near]
    assert near
    assert not any(each.finds for each in near)


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_texts_in_both_languages(rule: Rule) -> None:
    texts = rule.texts()
    for text in (texts.title, texts.why, texts.fix, texts.message):
        assert re.search("[一-鿿]", text.zh)
        assert re.search("[A-Za-z]{3}", text.en)
    assert texts.basis


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_fix_has_no_placeholders(rule: Rule) -> None:
    fix = rule.texts().fix
    assert not re.search(r"[{}]", fix.zh + fix.en)


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_both_messages_name_the_same_values(rule: Rule) -> None:
    message = rule.texts().message
    assert _places_in(message.zh) == _places_in(message.en)


def _places_in(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_severities_end_with_one_that_always_applies(rule: Rule) -> None:
    assert not rule.severity[-1].when


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_rules_yielded_to_may_come_later_but_look_like_codes(rule: Rule) -> None:
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in rule.yields_to)
    assert rule.code not in rule.yields_to


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_file(path: Path) -> None:
    schema = json.loads((_ROOT / "schemas" / "rule.schema.json").read_text(encoding="utf-8"))
    entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(entry)
    assert path.stem == entry["name"]
    assert path.parent.name == entry["code"].rstrip("0123456789").lower()
    if entry["check"]["kind"] == "python":
        assert entry["check"]["function"] == entry["name"].replace("-", "_")


def test_the_schema_of_rule_files_is_a_schema() -> None:
    schema = json.loads((_ROOT / "schemas" / "rule.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)


def test_codes_and_names_are_unique_and_complete() -> None:
    assert sorted(rule.code for rule in _RULES) == _codes(_NUMBERS)
    assert len({rule.name for rule in _RULES}) == len(_RULES) == len(_FILES)


def test_how_sure_each_rule_is() -> None:
    certain = {rule.code for rule in _RULES if rule.confidence == "certain"}
    assert certain == set(_codes(_CERTAIN))
    heuristic = {rule.code for rule in _RULES if rule.confidence == "heuristic"}
    assert heuristic == set(_codes(_HEURISTIC))


def test_who_yields_to_whom() -> None:
    yields = {rule.code: set(rule.yields_to) for rule in _RULES if rule.yields_to}
    assert yields == {
        "VAL001": {"VAL010"},
        "VAL002": {"VAL010"},
        "SUM002": {"SUM006", "VAL010", "VAL004"},
        "SUM003": {"SUM006", "VAL010", "VAL004"},
        "SUM004": {"SUM006", "VAL010", "VAL004"},
        "SUM008": {"VAL001", "VAL002"},
        "SUM009": {"VAL001", "VAL002"},
        "SUM010": {"VAL004"},
        "QUA001": {"SEC006"},
        "QUA002": {"QUA001", "SEC006"},
        "VAL007": {"VAL003"},
        "VAL009": {"VAL003", "VAL005", "VAL006", "VAL007"},
        "TXT001": {"TXT002", "TXT003"},
        "TXT004": {"TXT001"},
        "TXT006": {"TXT001"},
        "TAB002": {"TAB001", "TAB005", "TAB010"},
        "TAB003": {"TAB001", "TAB010"},
        "TAB004": {"TAB001"},
        "TAB005": {"TAB001", "TAB010"},
        "TAB006": {"TAB001", "TAB010"},
        "TAB010": {"TAB001"},
        "AGG001": {"AGG002"},
        "LAB001": {"DOC003"},
        "DAT002": {"DAT008", "DOC008"},
        "DAT003": {"DAT008", "DOC008"},
    }


@pytest.mark.parametrize("edition", editions())
def test_the_conforming_report_has_no_finding(edition: str) -> None:
    report = report_from(conforming(edition), ReadOptions())
    outcomes = run(_RULES, report)
    assert [each.rule.code for each in outcomes if each.status != "held"] == []
    assert first_fault(conforming(edition)) is None


def _wrong(rule: Rule) -> Iterator[str]:
    good, bad = (
        next(each for each in rule.texts().examples if bool(each.finds) is finds)
        for finds in (False, True)
    )
    yield from faults_of(Example(bad.key, bad.title, bad.source, bad.edition), rule, _RULES)
    yield from faults_of(
        Example(good.key, good.title, good.source, good.edition, bad.finds), rule, _RULES
    )


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_a_wrong_example_is_noticed(rule: Rule) -> None:
    assert any("it says" in fault for fault in _wrong(rule))
    assert any(fault.startswith("nothing at") for fault in _wrong(rule))


def test_a_wrong_severity_is_noticed() -> None:
    rule = next(rule for rule in _RULES if rule.code == "VAL003")
    example = next(each for each in rule.texts().examples if each.key == "pieces")
    (expected,) = example.finds
    graver = Expected(expected.at, expected.says, rule.severity[0].severity)
    wrong = Example(example.key, example.title, example.source, example.edition, (graver,))
    assert faults_of(wrong, rule, _RULES) == [
        "at '/disclosure/licences/decisions' it is of severity warning, not error"
    ]


def test_a_crashing_rule_is_noticed() -> None:
    rule = next(rule for rule in _RULES if rule.code == "VAL001")

    def crash(_report: Report) -> Iterator[Hit]:
        raise ZeroDivisionError

    broken = rule._replace(check=crash, only_with=frozenset())
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        found_in(rule.texts().examples[0], broken, [broken])


@pytest.mark.parametrize(("rule", "example"), _CASES)
def test_traits_leave_no_finding_out(rule: Rule, example: Example) -> None:
    """A rule that is asked for some reports alone would hold on all others."""
    always = rule._replace(only_with=frozenset())
    assert faults_of(example, always, _RULES) == faults_of(example, rule, _RULES)
