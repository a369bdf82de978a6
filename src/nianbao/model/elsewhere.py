"""Does a report stand in files or pictures instead of on the page?"""

from nianbao.model.report import Report

_FORMS = ("disclosure", "requests", "review_litigation")
# A page with fewer characters only says where the report is to be found.
_FEW = 200
# A sentence such as 具体情况如下 above a picture.
_LEAD_IN = 60


def is_in_files(report: Report) -> bool:
    """Tell whether a page holds hardly any text and no table, but links, pictures or a title."""
    parts = (*report.sections.values(), *report.extra_sections)
    has_any = bool(report.links) or any(part.pictures for part in parts)
    if report.tables or not (has_any or not parts):
        return False
    return len(report.preface) + sum(len(part.text) for part in parts) < _FEW


def pictured(report: Report) -> tuple[str, ...]:
    """Return the parts that hold a picture where their text or table should stand."""
    return tuple(
        key
        for key, part in report.sections.items()
        if part.pictures and key not in report.tables and len(part.text) < _most(key)
    )


def _most(key: str) -> int:
    return _LEAD_IN if key in _FORMS else 1
