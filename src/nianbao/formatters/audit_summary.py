"""How is an audit told on a terminal: by verdict, by rule, by organ?"""

from collections.abc import Iterable, Iterator, Sequence

from nianbao.audit.overview import VERDICTS, Gap, Overview
from nianbao.audit.strangers import Stranger
from nianbao.formatters import styles
from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.page import words
from nianbao.formatters.plain_grid import Grid, Line, text_of
from nianbao.formatters.wording import SEVERITIES
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Severity

_MOST = 10
_STATES = {
    "new": Text("新发现", "new"),
    "open": Text("仍存在", "still open"),
    "fixed": Text("已改正", "fixed"),
    "reopened": Text("又出现", "back again"),
}
_REPEATED = Text(
    "文件、规则、名单和基准日都与上次运行相同，上面各数是那一次的",
    "documents, rules, roster and day are those of the run before, and so are these numbers",
)
_RULES = (
    Text("规则", "rule"),
    Text("级别", "severity"),
    Text("条数", "findings"),
    Text("份数", "documents"),
)
_ORGANS = (Text("机关", "organ"), *(SEVERITIES[each] for each in reversed(Severity)))


def audit_summary(overview: Overview, canvas: Canvas) -> str:
    """Return the numbers of an audit as text for a terminal."""
    return text_of(_parts(overview, canvas.language), canvas)


def _parts(overview: Overview, language: Language) -> Iterator[Line | Grid]:
    for path, problem in overview.unread[:_MOST]:
        yield Line(_line(path, problem.reason.get(language)), styles.ERROR)
    yield from _more(len(overview.unread), language)
    for stranger in overview.strangers[:_MOST]:
        yield Line(_line(stranger.path, _unsure(stranger).get(language)), styles.WARNING)
    yield from _more(len(overview.strangers), language)
    for gap in overview.crashed:
        yield Line(_gap(gap, _CRASHED, language), styles.ERROR)
    for gap in overview.not_compared:
        yield Line(_gap(gap, _NOT_COMPARED, language), styles.WARNING)
    if overview.rules:
        yield _table(_RULES, _rules(overview, language), language)
        yield from _more(len(overview.rules), language)
        yield _table(_ORGANS, _organs(overview), language)
        yield from _more(len(overview.organs), language)
    yield Line(_verdicts(overview, language))
    yield Line(_states(overview, language))
    if overview.is_repeated:
        yield Line(_REPEATED.get(language), styles.DIM)


def _line(path: str, said: str) -> str:
    return f"{harmless(path)}: {harmless(clipped(said))}"


_CRASHED = Text(
    "规则 {code} 出错（{count} 份，如 {path}）：{reason}",
    "rule {code} crashed ({count} documents, such as {path}): {reason}",
)
_NOT_COMPARED = Text(
    "规则 {code} 有 {count} 份未能核对（如 {path}）：{reason}",
    "rule {code} could not compare {count} documents (such as {path}): {reason}",
)


def _gap(gap: Gap, said: Text, language: Language) -> str:
    path = gap.path or Text("没有文件的报告", "a report without a file").get(language)
    reason = clipped(gap.reason.get(language))
    words = {"code": gap.code, "count": gap.documents, "path": path, "reason": reason}
    return harmless(said.get(language).format(**words))


def _unsure(stranger: Stranger) -> Text:
    name, likely = stranger.name, stranger.likely
    if not name:
        return Text("看不出是哪个机关的报告", "it does not tell whose report it is")
    if not likely and stranger.is_off_roster:
        return Text(f"“{name}”不在名单里", f'"{name}" is not on the roster')
    if not likely:
        return Text(
            f"看不出“{name}”是哪一级的什么机关，没有与其他报告比较",
            f'"{name}" does not tell which organ it is, so it was compared with no other report',
        )
    return Text(
        f"“{name}”可能是{'、'.join(likely)}，没有合并",
        f'"{name}" may be {", ".join(likely)}; it was not put together with that',
    )


def _more(count: int, language: Language) -> Iterator[Line]:
    if count > _MOST:
        rest = count - _MOST
        yield Line(Text(f"……还有 {rest} 项", f"… and {rest} more").get(language), styles.DIM)


def _table(heads: Sequence[Text], rows: Iterable[Sequence[str]], language: Language) -> Grid:
    harmless_rows = [tuple(map(harmless, row)) for row in rows]
    return Grid([head.get(language) for head in heads], harmless_rows)


def _rules(overview: Overview, language: Language) -> Iterator[Sequence[str]]:
    for each in overview.rules[:_MOST]:
        severity = SEVERITIES[Severity(each.severity)].get(language)
        yield each.code, severity, str(each.findings), str(each.documents)


def _organs(overview: Overview) -> Iterator[Sequence[str]]:
    for each in overview.organs[:_MOST]:
        yield each.name, str(each.errors), str(each.warnings), str(each.infos)


def _verdicts(overview: Overview, language: Language) -> str:
    total = sum(overview.verdicts.values())
    said = (
        f"{words.VERDICTS[verdict].get(language)} {overview.verdicts[verdict]}"
        for verdict in VERDICTS
    )
    head = Text(f"共 {total} 份：", f"{total} documents: ").get(language)
    return head + Text("，", ", ").get(language).join(said)


def _states(overview: Overview, language: Language) -> str:
    said = (f"{_STATES[state].get(language)} {count}" for state, count in overview.states.items())
    return Text("，", ", ").get(language).join(said)
