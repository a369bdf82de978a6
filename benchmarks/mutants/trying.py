"""Which mutants of a rule do its examples kill?"""

import os
import signal
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from benchmarks.mutants import code, entry
from benchmarks.mutants.mutant import Fate, Fated, Mutant
from nianbao.builtin import Builtin, known_function
from nianbao.declarative.entries import rule_of
from nianbao.declarative.examining import examined
from nianbao.declarative.language import EquationError
from nianbao.engine.across import Judgement, judged
from nianbao.engine.findings import findings_of
from nianbao.engine.run import run
from nianbao.examples import report_of, subjects_of
from nianbao.model.area import Area
from nianbao.model.report import Report
from nianbao.model.years import Years
from nianbao.rule import Check, Example, Rule
from nianbao.trial import Trial

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_SECONDS = 5.0
_AS_IT_IS = "its examples do not hold as it is"


class _Read(NamedTuple):
    """An example and what its rule is asked about, read once for all mutants."""

    example: Example
    subjects: Sequence[Report | Years | Area]


def rule_files() -> dict[str, str]:
    """Return the rule files by the codes of their rules."""
    files = {}
    for folder, _, names in os.walk(os.path.join(ROOT, "rules")):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                files[yaml.safe_load(file)["code"]] = path
    return dict(sorted(files.items()))


def fates(path: str) -> list[Fated]:
    """Try all mutants of the rule of a file; where its examples do not hold as it is, none."""
    with open(path, encoding="utf-8") as file:
        whole = yaml.safe_load(file)
    rules = Builtin().nianbao_rules()
    rule = next(each for each in rules if each.code == whole["code"])
    read = [_Read(each, _subjects(each, rule)) for each in rule.texts().examples]
    if _notice(read, rule, rules):
        return [Fated(rule.code, os.path.relpath(path, ROOT), _AS_IT_IS, "survived")]
    return [
        Fated(rule.code, each.where, each.what, _fate(each, read, rules))
        for each in _mutants(path, whole, rule)
    ]


def _subjects(example: Example, rule: Rule) -> Sequence[Report | Years | Area]:
    return [report_of(example)] if rule.scope == "report" else subjects_of(example)


def _fate(mutant: Mutant, read: Sequence[_Read], rules: Sequence[Rule]) -> Fate:
    if mutant.rule is None:
        return "stillborn"
    return "killed" if _notice(read, mutant.rule, rules) else "survived"


def _notice(read: Sequence[_Read], rule: Rule, rules: Sequence[Rule]) -> bool:
    """Tell whether an example differs from what it says, or takes too long."""
    company = [each for each in rules if each.code in rule.yields_to]
    signal.signal(signal.SIGALRM, _too_long)
    for each in read:
        signal.setitimer(signal.ITIMER_REAL, _SECONDS)
        try:
            if not _holds(each, rule, company):
                return True
        except Exception:  # noqa: BLE001  # a mutant may do anything
            return True
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return False


def _too_long(*_: object) -> None:
    raise TimeoutError


def _holds(read: _Read, rule: Rule, company: Sequence[Rule]) -> bool:
    judgements = [_judged([*company, rule], subject) for subject in read.subjects]
    if any(judgement.crashed for judgement in judgements):
        return False
    found = (finding for judgement in judgements for finding in judgement.findings)
    own = tuple(finding for finding in found if finding.rule.code == rule.code)
    return Trial(rule, read.example, own).holds


def _judged(rules: Sequence[Rule], subject: Report | Years | Area) -> Judgement:
    if not isinstance(subject, Report):
        return judged(rules, subject)
    outcomes = run(rules, subject)
    crashed = tuple((each.rule, each.crash) for each in outcomes if each.crash)
    return Judgement("", tuple(findings_of(outcomes, subject, "")), crashed=crashed)


def _mutants(path: str, whole: dict[str, Any], rule: Rule) -> Iterator[Mutant]:
    where = os.path.relpath(path, ROOT)
    for what, changed in entry.changes(whole):
        yield Mutant(where, what, _made(changed))
    if whole["check"]["kind"] == "python":
        yield from _of_code(whole["check"]["function"], rule)


def _made(changed: entry.Entry) -> Rule | None:
    """Return the rule of a changed entry, None where it would be refused."""
    try:
        scope = changed.get("scope", "report")
        check = examined(changed["check"], changed["editions"], scope)
    except EquationError:
        return None
    whole = {**changed, "check": check}
    return rule_of(whole, lambda: whole, known_function)


def _of_code(name: str, rule: Rule) -> Iterator[Mutant]:
    path = os.path.join(ROOT, "src", "nianbao", "checks", f"{name}.py")
    with open(path, encoding="utf-8") as file:
        source = file.read()
    where = os.path.relpath(path, ROOT)
    for line, what, module in code.changes(source, name):
        space: dict[str, Any] = {"__name__": f"mutant_{name}"}
        try:
            exec(module, space)  # noqa: S102  # our own code, changed by us
            check: Check = space[name]
        except Exception:  # noqa: BLE001  # a mutant may do anything
            yield Mutant(f"{where}:{line}", what, None)
        else:
            # Traits only spare a rule the question where its answer is known.
            asked = rule._replace(check=check, only_with=frozenset())
            yield Mutant(f"{where}:{line}", what, asked)
