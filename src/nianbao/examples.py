"""Do rules find in their examples what they say they find?"""

from collections.abc import Mapping, Sequence
from typing import Any

from nianbao.conforming import conforming, drop, put
from nianbao.engine.across import judged
from nianbao.engine.areas import Tree, areas_of
from nianbao.engine.findings import findings_of
from nianbao.engine.run import run
from nianbao.model.area import Area
from nianbao.model.facts import facts_of
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.model.years import Years
from nianbao.prose.identity import full_name
from nianbao.protocols import ReadOptions, Source, UnreadableError
from nianbao.readers import html, text
from nianbao.readers.canonical import report_from
from nianbao.readers.judging import first_fault
from nianbao.result import Finding
from nianbao.rule import Example, Rule
from nianbao.trial import Pair, Trial

_DOCUMENTS = ("html", "text")


def trial_of(example: Example, rule: Rule, rules: Sequence[Rule]) -> Trial:
    """Try an example: what does its rule find in it, once it has yielded to the others?

    Args:
        example: the example.
        rule: the rule it belongs to.
        rules: the rules among which those are that it yields to.
    """
    try:
        trouble = _trouble(example)
        found = () if trouble else tuple(found_in(example, rule, rules))
    except UnreadableError as error:
        return Trial(rule, example, trouble=error.problem.reason)
    except RuntimeError as error:
        crash = Text(f"规则运行出错：{error}", f"the rule crashed: {error}")
        return Trial(rule, example, trouble=crash)
    return Trial(rule, example, found, trouble)


def trials_of(rule: Rule, rules: Sequence[Rule]) -> list[Trial]:
    """Try all examples of a rule."""
    return [trial_of(example, rule, rules) for example in rule.texts().examples]


def _trouble(example: Example) -> Text | None:
    """Return what is wrong with the report of an example itself, None where it is sound."""
    if any(kind in example.source for kind in _DOCUMENTS):
        return None
    try:
        reports = (data_of(example), *others_of(example))
        fault = next(filter(None, map(first_fault, reports)), None)
    except (LookupError, TypeError, ValueError, AttributeError):
        return _NO_PLACE
    if fault is None:
        return None
    zh, en = (words.removeprefix(f"{fault.pointer} ") for words in fault.reason)
    return Text(
        f"例子的报告不合格式，{fault.pointer}：{zh}",
        f"the report of the example is malformed at {fault.pointer}: {en}",
    )


_NO_PLACE = Text(
    "set 或 remove 里有底稿中没有的位置",
    "set or remove names a place that the report does not have",
)


def report_of(example: Example) -> Report:
    """Return the report of an example."""
    for name, read in zip(_DOCUMENTS, (html.read, text.read), strict=True):
        if name in example.source:
            words = str(example.source[name])
            source = Source(f"{example.key}.{name}", words, words.encode(), "utf-8")
            return read(source, ReadOptions())
    return report_from(data_of(example), ReadOptions())


def data_of(example: Example) -> dict[str, Any]:
    """Return the canonical data of an example that changes the conforming report."""
    return _data(example.source, example.edition)


def others_of(example: Example) -> list[dict[str, Any]]:
    """Return the data of the reports beside it: that of the year before, or of other organs."""
    source = example.source
    year = source.get("set", {}).get("/year") or conforming(example.edition)["year"]
    last = [_data(source["last"], example.edition, year - 1)] if "last" in source else []
    return last + [_data(each, example.edition, year) for each in source.get("members", ())]


def _data(source: Mapping[str, Any], edition: str, year: int | None = None) -> dict[str, Any]:
    data = conforming(source.get("edition", edition), year)
    for pointer in source.get("remove", ()):
        drop(data, pointer)
    changes: Mapping[str, Any] = source.get("set", {})
    for pointer, value in changes.items():
        put(data, pointer, value)
    return data


def found_in(example: Example, rule: Rule, rules: Sequence[Rule]) -> list[Finding]:
    """Return what a rule finds in an example, once it has yielded to the others.

    Raises:
        RuntimeError: the rule crashes.
    """
    company = [each for each in rules if each.code == rule.code or each.code in rule.yields_to]
    found = _alone if rule.scope == "report" else _among_others
    return [each for each in found(example, company) if each.rule.code == rule.code]


def _alone(example: Example, rules: Sequence[Rule]) -> list[Finding]:
    report = report_of(example)
    outcomes = run(rules, report)
    _stop_at([outcome.crash for outcome in outcomes if outcome.crash])
    return findings_of(outcomes, report, example.key)


def _among_others(example: Example, rules: Sequence[Rule]) -> list[Finding]:
    judgements = [judged(rules, subject) for subject in subjects_of(example)]
    _stop_at([crash for each in judgements for _, crash in each.crashed])
    return [finding for each in judgements for finding in each.findings]


def _stop_at(crashes: Sequence[str]) -> None:
    if crashes:
        raise RuntimeError(crashes[0])


def subjects_of(example: Example) -> list[Years | Area]:
    """Return what rules across reports are asked about in an example.

    If its report sums up an area, the others are all that it sums up.
    """
    this = facts_of(report_of(example), example.key)
    others = [
        facts_of(report_from(data, ReadOptions()), f"{example.key}/{number}")
        for number, data in enumerate(others_of(example), start=1)
    ]
    if "last" in example.source:
        return [Years(this, others[0])]
    names = [full_name(facts.organ) for facts in others if facts.organ]
    tree = Tree({full_name(this.organ): names} if this.organ else {})
    return [*areas_of([this, *others], tree)]


def faults_of(example: Example, rule: Rule, rules: Sequence[Rule]) -> list[str]:
    """Return how what a rule finds differs from what its example says, none where it does not.

    Raises:
        RuntimeError: the rule crashes.
    """
    trial = Trial(rule, example, tuple(found_in(example, rule, rules)))
    return [_fault(pair) for pair in trial.pairs if not pair.fits]


def _fault(pair: Pair) -> str:
    wanted, got = pair
    if wanted is None and got is not None:
        return f"at {got.place.pointer!r} it says: {got.message.zh}"
    if wanted is not None and got is not None:
        return f"at {wanted.at!r} it is of severity {got.severity}, not {wanted.severity}"
    return f"nothing at {wanted.at!r} says {wanted.says!r}" if wanted else ""
