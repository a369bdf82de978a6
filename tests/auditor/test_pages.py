"""Are the documents of an audit shown on pages that a browser can hold?"""

from pathlib import Path

import pytest

from nianbao.audit.recalled import Rows
from nianbao.auditor import pages
from nianbao.auditor.drawing import Draughtsman, Stamp
from nianbao.auditor.pages import parts, write_pages
from nianbao.result import Result


def _written(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(pages, "_MOST", 3)
    stamp = Stamp(Result((), "0", "digest", "audit"), "zh")
    names = (f"{number}.html" for number in range(count))
    rows = (Rows((name, "read", "", "", "", None, "", 1, "", "", "")) for name in names)
    drawn = Draughtsman({}, stamp)
    return write_pages(str(folder), (drawn(part) for part in parts(rows)), stamp)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_few_documents_make_one_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    assert set(_written(tmp_path, count, monkeypatch)) == {"report.html"}
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert all(f"{number}.html" in text for number in range(count))


def test_many_documents_make_pages_and_one_that_leads_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = _written(tmp_path, 7, monkeypatch)
    names = ["report-0001.html", "report-0002.html", "report-0003.html"]
    assert sorted(digests) == [*names, "report.html"]
    contents = (tmp_path / "report.html").read_text(encoding="utf-8")
    for name, words in zip(
        names, ("0.html 至 2.html（3 份）", "3.html 至 5.html", "6.html"), strict=True
    ):
        assert f'href="{name}"' in contents
        assert words in contents
        assert (tmp_path / name).exists()
    assert "规则 digest" in contents
