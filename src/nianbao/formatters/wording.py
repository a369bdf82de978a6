"""What does the table say of a finding and of a rule, in both languages?"""

from collections.abc import Iterator, Mapping, Sequence

from nianbao.formatters.characters import clipped, harmless
from nianbao.model.place import Place
from nianbao.model.text import Language, Text
from nianbao.result import Finding, State
from nianbao.rule import Rule, Severity

HEADS = (
    Text("级别", "severity"),
    Text("位置", "place"),
    Text("说明", "finding"),
    Text("规则", "rule"),
)
SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
STATES: dict[State, Text] = {
    "new": Text("", ""),
    "known": Text("已知", "known"),
    "explained": Text("已说明", "noted"),
    "open": Text("仍存在", "still open"),
    "fixed": Text("已改正", "fixed"),
    "reopened": Text("又出现", "back again"),
}
_RELATED = 6
JOINT = " · "
_PASSAGE = frozenset({"label", "text", "other_label", "other_text"})
Side = tuple[str, str]


def label(place: Place, language: Language) -> str:
    """Return what a clerk calls a place; in another report, with what that one is called."""
    words = place.label or place.pointer or Text("全文", "document").get(language)
    if place.origin:
        whose = f"{place.origin.organ}{place.origin.year or ''}"
        report = Text(f"{whose}年报告", f"{whose}").get(language)
        words = f"{report}{JOINT}{words}"
    return harmless(clipped(words))


def position(place: Place) -> str:
    """Return ``line:column``, or ``""`` where it is not known; the path before it of another."""
    spot = f"{place.span.line}:{place.span.column}" if place.span else ""
    if place.origin is None:
        return spot
    path = harmless(clipped(place.origin.path))
    return f"{path}:{spot}" if spot else path


def message(finding: Finding, language: Language) -> str:
    """Return the sentence of a finding."""
    return harmless(clipped(finding.message.get(language)))


def fix(finding: Finding, language: Language) -> str:
    """Return what is to be done about findings of this rule."""
    words = finding.rule.texts().fix.get(language)
    return harmless(Text(f"改法：{words}", f"fix: {words}").get(language))


def related(finding: Finding, language: Language) -> str:
    """Return the other places of a finding in one line, or ``""``; what they share is left out."""
    if not finding.related:
        return ""
    own = label(finding.place, language).split(JOINT)
    shown = [_beside(own, place, language) for place in finding.related[:_RELATED]]
    more = len(finding.related) - len(shown)
    zh = "；".join(shown) + (f"；另 {more} 处" if more else "")
    en = "; ".join(shown) + (f"; {more} more" if more else "")
    return Text(f"相关：{zh}", f"related: {en}").get(language)


def passages(finding: Finding, language: Language) -> Iterator[tuple[Side, Side]]:
    """Yield the passages that two reports share: whose each is and where, and its words."""
    own, other = Text("本报告", "this report"), Text("另一份", "the other")
    for each in finding.values.get("passages", ()):
        if isinstance(each, Mapping) and each.keys() >= _PASSAGE:
            yield (
                (f"{own.get(language)}{JOINT}{each['label']}", each["text"]),
                (f"{other.get(language)}{JOINT}{each['other_label']}", each["other_text"]),
            )


def passage_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Yield the words that two reports share, those of each on a line below the other's."""
    for pair in passages(finding, language):
        for where, text in pair:
            yield harmless(clipped(f"{where}：{' '.join(text.split())}"))


def _beside(own: list[str], place: Place, language: Language) -> str:
    """Return the label of a place as seen from another, with its line and column."""
    parts = label(place, language).split(JOINT)
    return f"{JOINT.join(unshared(own, parts))} {position(place)}".rstrip()


def unshared(own: Sequence[str], parts: Sequence[str]) -> Sequence[str]:
    """Return the parts of a label without those that it begins with like another; one is left."""
    shared = 0
    while shared < min(len(own), len(parts) - 1) and own[shared] == parts[shared]:
        shared += 1
    return parts[shared:]


def code(finding: Finding) -> str:
    """Return the code of the rule of a finding."""
    return harmless(finding.rule.code)


def cut(count: int, language: Language) -> str:
    """Return the line that stands for findings which are not shown."""
    zh = f"还有 {count} 处，用 --format json 看全部"
    return Text(zh, f"{count} more; --format json shows all").get(language)


def crash(rule: Rule, reason: str, language: Language) -> str:
    """Return the line for a rule that crashed."""
    why = clipped(reason)
    said = Text(f"规则 {rule.code} 运行出错：{why}", f"rule {rule.code} crashed: {why}")
    return harmless(said.get(language))
