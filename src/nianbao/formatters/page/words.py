"""What does the page say of its own?"""

from nianbao.formatters.verdict import Verdict
from nianbao.model.text import Text

TITLE = Text("政府信息公开工作年度报告检查结果", "Check of annual reports on disclosure")
VERDICTS: dict[Verdict, Text] = {
    "faulty": Text("须改", "to correct"),
    "ready": Text("可以发布", "ready"),
    "unread": Text("未能读全", "not read in full"),
    "other": Text("不是年报", "no annual report"),
}
NOTHING = Text("没有要检查的文件", "There was nothing to check.")

FILTERS = Text("筛选", "Filters")
VERDICT, SEVERITY = Text("结论", "Verdict"), Text("级别", "Severity")
RULE, ALL_RULES = Text("规则", "Rule"), Text("全部规则", "All rules")
SEARCH = Text("查找机关、文件或问题", "Organ, file or words of a finding")
OPEN_ALL, CLOSE_ALL = Text("全部展开", "Open all"), Text("全部收起", "Close all")
RESET = Text("重置", "Reset")
KEYS = Text(
    "键盘：/ 查找，j、k 下一条、上一条问题，Esc 重置",
    "Keys: / searches, j and k go to the next and previous finding, Esc resets",
)
SHOWN = Text(
    "显示 {reports} 份，{findings} 条问题", "shown: reports {reports}, findings {findings}"
)
NONE_SHOWN = Text("没有符合条件的报告", "No report fits.")

CLEAN = Text("没有发现问题", "no findings")
UNNAMED = Text("机关不明", "organ unknown")
WHOLE = Text("全文与正文", "The document and its text")
WHAT_TO_DO, BASIS = Text("改法", "What to do"), Text("依据", "Basis")
RELATED, ARITHMETIC = Text("相关位置", "Related places"), Text("算式", "Arithmetic")
AS_ZERO = Text("空白按 0 计", "blank, counts as 0")
AS_SUM = Text("空白，按各项之和计", "blank, counts as the sum of its parts")
AS_MET = Text("原文“{raw}”", "the cell says “{raw}”")
ZEROS = Text("其余 {count} 格为 0", "other cells, all 0: {count}")
SUM, CONSTANT = Text("合计", "sum"), Text("固定数", "constant")
BROKEN = {
    "==": Text("{left} ≠ {right}，差 {difference}", "{left} ≠ {right}, difference {difference}"),
    "<=": Text(
        "{left} 应不大于 {right}，多 {difference}",
        "{left} should be at most {right}, {difference} over",
    ),
    ">=": Text(
        "{left} 应不小于 {right}，少 {difference}",
        "{left} should be at least {right}, {difference} short",
    ),
}
EXTRA_ROW, NO_LABEL = Text("多余行", "extra row"), Text("（没有标签）", "(no label)")
ALL_BLANK = Text("{count} 格都空着", "{count} blank cells")
LEGEND = Text(
    "格中的小号数字是问题的编号；虚线框是参与计算或相关的格；斜纹（打印时灰底）是没有读到的格。",
    "Small figures in cells are the numbers of findings; dashed cells belong to a finding; "
    "hatched cells (grey in print) were not met.",
)
WHERE = Text("第{line}行第{column}列", "line {line}, column {column}")
LINE = Text("第{line}行", "line {line}")

AUDITED = Text(
    "基准日 {as_of}，输入 {inputs}（SHA-256）。", "As of {as_of}, inputs {inputs} (SHA-256)."
)
RULES = Text("涉及的规则", "The rules that spoke")
REPORTS, FINDINGS = Text("报告", "Reports"), Text("问题", "Findings")
FOOT = Text(
    "由 nianbao {version} 生成，规则 {digest}。本页不向网络请求任何内容。",
    "Made by nianbao {version}, rules {digest}. This page asks nothing of any network.",
)
