"""Faults in what stands above and between the parts: their headings, order and instructions."""

from random import Random

from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import form
from benchmarks.pages.pointers import Report, join

Findings = list[Expected] | None

_ALTERED = {
    "overview": ("一、政务公开总体情况", "一、{year}年政务公开总体情况"),
    "disclosure": ("二、主动公开政府政府情况", "二、主动公开政务信息情况"),
    "requests": ("三、收到和处理政务信息公开申请情况", "三、收到及处理政府信息公开申请的情况"),
    "review_litigation": (
        "四、政府信息公开行政复议、行政诉论情况",
        "四、政务信息公开行政复议、行政诉讼情况",
    ),
    "problems": ("五、存在的主要问题及改进方向", "五、工作存在的主要问题及改进情况"),
    "other_matters": ("六、其他需要说明的事项", "六、其他需要报告的情况"),
}
_ADDED = (
    ("七、政务新媒体运行情况", "各政务新媒体账号运行平稳，更新及时。"),
    ("七、下一年度工作打算", "继续做好重点领域信息公开，提高公开质量。"),
    ("七、有关说明", "本报告由办公室负责解释。"),
)
_FORM_TABLES = ("disclosure", "requests", "review_litigation")
_TABLE_INSTRUCTIONS = ("该部分以表格形式报告。表格如下：", "（该部分以表格形式报告）")
_TEXT_INSTRUCTION = "（文字描述）"


def altered_heading(report: Report, rng: Random) -> Findings:
    """Word a heading otherwise."""
    key = rng.choice(list(_ALTERED))
    report["sections"][key]["heading"] = rng.choice(_ALTERED[key]).format(year=report["year"])
    return [expect("SEC003", join("sections", key, "heading"))]


def lost_number(report: Report, rng: Random) -> Findings:
    """Leave the number of a heading out, or write it in digits."""
    key, section = rng.choice(list(report["sections"].items()))
    _, _, words = section["heading"].partition("、")
    order = section["order"]
    section["heading"] = rng.choice((words, f"{order}、{words}", f"{order}.{words}"))
    return [expect("SEC004", join("sections", key, "heading"))]


def swapped_parts(report: Report, rng: Random) -> Findings:
    """Let two neighbouring parts change places, with their tables; half of them renumbered."""
    sections = report["sections"]
    keys = list(form(report["edition"]).sections)
    place = rng.randrange(len(keys) - 1)
    first, second = sections[keys[place]], sections[keys[place + 1]]
    first["order"], second["order"] = second["order"], first["order"]
    if rng.random() < 0.5:
        (one, _, words), (two, _, others) = (
            each["heading"].partition("、") for each in (first, second)
        )
        first["heading"], second["heading"] = f"{two}、{words}", f"{one}、{others}"
    return [expect("SEC002", join("sections", keys[place]))]


def extra_part(report: Report, rng: Random) -> Findings:
    """Add a seventh part."""
    heading, text = rng.choice(_ADDED)
    report["extra_sections"] = [{"order": 7, "heading": heading, "text": text}]
    return [expect("SEC010", join("extra_sections", "0"))]


def instruction_left(report: Report, rng: Random) -> Findings:
    """Leave a line of the template above what it asked for."""
    key = rng.choice((*_FORM_TABLES, "overview", "problems"))
    said = rng.choice(_TABLE_INSTRUCTIONS) if key in _FORM_TABLES else _TEXT_INSTRUCTION
    section = report["sections"][key]
    section["text"] = "\n".join(line for line in (said, section.get("text", "")) if line)
    return [expect("SEC011", join("sections", key))]
