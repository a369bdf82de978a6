"""SEC009: has the report as many parts as it says?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose.declared_parts import Declared, declared_parts
from nianbao.rule import Hit, NotChecked

_PLACES = ("/preface", "/sections/overview")
_PARTS = 6
_UNKNOWN = Text("没有读到全部标题", "not all headings were read")


def declared_parts_mismatch(report: Report) -> Iterator[Hit | NotChecked]:
    """Compare the number of parts announced with those listed beside it and with those met."""
    for place in _PLACES:
        declared = declared_parts(_text(report, place))
        if declared is None:
            continue
        if declared.listed is not None and declared.listed != declared.said:
            yield _hit(place, declared, declared.listed, _LISTED)
        elif _lacks_headings(report):
            yield NotChecked(_UNKNOWN, place)
        elif _is_contradicted(report, declared):
            yield _hit(place, declared, _met(report), _MET)
        return


def _lacks_headings(report: Report) -> bool:
    """Tell whether there may be more parts than headings were met."""
    # Few reports say of how many parts they consist.
    from nianbao.model.exemption import exemption  # noqa: PLC0415
    from nianbao.model.extent import cut_after  # noqa: PLC0415
    from nianbao.model.lost_headings import lost_headings  # noqa: PLC0415

    return bool(exemption(report) or lost_headings(report) or cut_after(report))


def _text(report: Report, place: str) -> str:
    if place == "/preface":
        return report.preface
    overview = report.sections.get("overview")
    return overview.text if overview else ""


def _met(report: Report) -> int:
    return len(report.sections) + len(report.extra_sections)


def _is_contradicted(report: Report, declared: Declared) -> bool:
    """Tell whether the headings contradict it; of six, SEC001 and SEC010 name what is amiss."""
    return declared.said not in (_PARTS, _met(report))


_LISTED = Text("但只列出{n}个", "but lists {n}")
_MET = Text("实际有{n}个", "but has {n}")


def _hit(place: str, declared: Declared, count: int, said: Text) -> Hit:
    what = Text(said.zh.format(n=count), said.en.format(n=count))
    if count > declared.said:
        what = Text(what.zh.replace("只", ""), what.en)
    values = {"declared": declared.said, "count": count, "quote": declared.quote, "what": what}
    return Hit(place, values, quote=declared.quote)
