"""What do the pages of the rules say? Writes docs/rules from the rules and their examples.

Run it from anywhere: ``python docs/pages.py``. The same rules give the same bytes.
"""
# ruff: noqa: INP001  # a script beside its pages, not a package

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import yaml

from nianbao.builtin import Builtin
from nianbao.examples import trial_of
from nianbao.formatters.catalogue_words import CONFIDENCES, FAMILIES, edition, severities
from nianbao.formatters.example import NEAR, others
from nianbao.formatters.rule_facts import facts_of
from nianbao.formatters.wording import SEVERITIES
from nianbao.model.text import Text
from nianbao.result import Finding
from nianbao.rule import Example, Rule
from nianbao.trial import Trial

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "rules"
INDEX = "README.md"

_FAMILIES = list(FAMILIES)
_MADE = (
    "<!-- 由 python docs/pages.py 生成，请勿手改 · made by python docs/pages.py, do not edit -->"
)
_HEADS = ("规则 rule", "级别 severity", "把握 confidence", "标题 title", "名称 name")
_ABOUT = Text(
    "每条规则一页：为什么、怎样改、依据，以及例子和例子给出的提示语。注明“似错非错”的例子，看似有这个问题，其实没有。",
    "One page a rule: why, how to correct it, the basis, and examples with the messages they give."
    " An example called a near miss looks like the fault and is none.",
)
_EXAMPLES = Text(
    "各例改动一份数字全为0的合格报告，或给出整个文件。",
    "Each one changes a conforming report of zeros, or gives a whole file.",
)
_NOTHING = Text("没有问题", "no finding")
_AS_IT_IS = Text("合格报告原样", "the conforming report as it is")
# What an example says of its report, and of those beside it.
_CHANGES = ("set", "remove", "last", "members")
# What Markdown would take for its own.
_MARKS = re.compile(r"([\\`*_<>\[\]|#~])")


class _Dumper(yaml.SafeDumper):
    """Writes words of several lines line by line."""

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out."""
        return data is not None


def _words(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    )


_Dumper.add_representer(str, _words)


def index(rules: Iterable[Rule]) -> str:
    """Return the page that leads to the rules, family by family."""
    return _lines(_index(sorted(rules, key=_rank)))


def page(rule: Rule, rules: Sequence[Rule]) -> str:
    """Return the page of a rule.

    Args:
        rule: the rule.
        rules: the rules among which those are that it yields to.

    Raises:
        ValueError: an example does not give what it says.
    """
    return _lines(_page(rule, rules))


def _rank(rule: Rule) -> tuple[int, str]:
    return _FAMILIES.index(rule.family), rule.code


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _both(text: Text) -> str:
    """Return both languages on one line, once where they are the same."""
    return _plain(text.zh if text.zh == text.en else f"{text.zh} · {text.en}")


def _plain(words: str) -> str:
    """Return words as Markdown that shows them as they are."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    yield from (_MADE, "", "# 规则 · Rules", "", _ABOUT.zh, "", _ABOUT.en)
    for letters, members in groupby(rules, key=lambda rule: rule.family):
        yield from ("", f"## {letters} {_both(FAMILIES[letters])}", "")
        yield from _table([_HEADS, ["---"] * len(_HEADS), *map(_row, members)])


def _row(rule: Rule) -> Sequence[str]:
    return (
        f"[{rule.code}]({rule.code}.md)",
        "、".join(_both(SEVERITIES[each]) for each in severities(rule)),
        _both(CONFIDENCES[rule.confidence]),
        _both(rule.texts().title),
        rule.name,
    )


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    return (f"| {' | '.join(row)} |" for row in rows)


def _page(rule: Rule, rules: Sequence[Rule]) -> Iterator[str]:
    texts = rule.texts()
    yield from (_MADE, "", f"# {rule.code} {rule.name}", "")
    yield from (_plain(texts.title.zh), "", _plain(texts.title.en), "")
    yield from _table([("", ""), ("---", "---"), *_facts(rule)])
    yield from _section(Text("为什么", "Why"), texts.why)
    yield from _section(Text("怎样改", "How to correct it"), texts.fix)
    yield from ("", "## 依据 · Basis", "", *(f"- {_plain(each)}" for each in texts.basis))
    yield from _section(Text("例子", "Examples"), _EXAMPLES)
    for example in (each for each in texts.examples if not each.is_variant):
        yield from _example(trial_of(example, rule, rules))
    yield from ("", f"[所有规则 · all rules]({INDEX})")


def _facts(rule: Rule) -> Iterator[Sequence[str]]:
    """Yield the rows of the properties, with links to the rules it yields to."""
    for label, lines in facts_of(rule):
        said = "<br>".join(_both(line.words) for line in lines)
        yield _both(label), re.sub(r"\b[A-Z]{3}\d{3}\b", r"[\g<0>](\g<0>.md)", said)


def _section(head: Text, said: Text) -> Iterator[str]:
    yield from ("", f"## {_both(head)}", "", _plain(said.zh), "", _plain(said.en))


def _example(trial: Trial) -> Iterator[str]:
    example = trial.example
    word = Text("反例", "bad") if example.finds else Text("正例", "good")
    yield from ("", f"### {_both(word)}：{_plain(example.title)}", "")
    near = f" · {_both(NEAR)}" if example.near else ""
    yield f"`{example.key}`{_base(example)}{near}"
    yield from _source(example.source)
    if not trial.holds:
        msg = f"{trial.rule.code}: the example {example.key} does not hold"
        raise ValueError(msg)
    if example.others:
        yield from ("", _both(others(example)))
    yield from ("", *map(_found, trial.found)) if trial.found else ("", f"→ {_both(_NOTHING)}")


def _base(example: Example) -> str:
    """Return the edition of the report that the example starts from; a whole file has none."""
    if {"html", "text"} & example.source.keys():
        return ""
    base = f" · {_both(edition(example.edition))}"
    return base if example.source else f"{base} · {_both(_AS_IT_IS)}"


def _source(source: Mapping[str, object]) -> Iterator[str]:
    """Yield what is set and removed as a rule file says it, and whole files as they are."""
    changes = {key: source[key] for key in _CHANGES if key in source}
    if changes:
        yield from _fenced(
            "yaml",
            yaml.dump(changes, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000),
        )
    for kind in ("html", "text"):
        if kind in source:
            yield from _fenced(kind, str(source[kind]))


def _fenced(kind: str, text: str) -> Iterator[str]:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from ("", fence + kind, *text.rstrip("\n").split("\n"), fence)


def _found(finding: Finding) -> str:
    """Return an entry of a list: how grave, where, and the message in both languages."""
    place = finding.place
    where = f"{_plain(place.label)} `{place.pointer}`" if place.pointer else "全文 · the document"
    grave = _both(SEVERITIES[finding.severity])
    said = "<br>".join(_plain(words) for words in dict.fromkeys(finding.message))
    return f"- **{grave}** {where}<br>{said}"


def write() -> None:
    """Write the pages, and remove those of rules that are no more."""
    rules = Builtin().nianbao_rules()
    texts = {INDEX: index(rules), **{f"{rule.code}.md": page(rule, rules) for rule in rules}}
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
