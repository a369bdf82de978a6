"""Do the outputs say by what they were made, and are they whole or as they were?"""

import csv
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from nianbao.app import Options
from nianbao.auditor.writing import WritingError, put
from nianbao.version import VERSION
from tests.audit.county import report, write
from tests.auditor.audits import AS_OF, about, lines, run
from tests.invented import checker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "in", "a.json", report("青禾县档案局", 2024, {"/requests/received/total": 5}))
    write(tmp_path / "in", "b.json", report("青禾县档案局", 2022))
    return tmp_path / "in"


def test_the_run_says_by_what_it_was_made(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    told = about(out)
    assert told["tool"] == {
        "name": "nianbao",
        "version": VERSION,
        "rules_digest": checker(None).digest,
    }
    assert (told["as_of"], told["run"], told["language"]) == (AS_OF.isoformat(), 1, "zh")
    assert told["verdicts"] == {"ready": 1, "faulty": 1, "unread": 0, "other": 0}
    assert set(told["outputs"]) == {"findings.jsonl", "findings.csv", "report.html"}
    for name, digest in told["outputs"].items():
        assert sha256((out / name).read_bytes()).hexdigest() == digest
    assert told["documents"] == {
        str(path): sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())
    }


def test_the_table_has_a_row_for_each_finding(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    text = (out / "findings.csv").read_text(encoding="utf-8-sig")
    _, *rows = csv.reader(text.splitlines())
    assert [row[5] for row in rows] == [line["rule"] for line in lines(out)]
    assert "AGG004" in [row[5] for row in rows]


def test_every_output_says_as_of_when_by_what_and_of_what_it_was_made(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(folder, out)
    told, digests = about(out), about(out)["documents"]
    stamp = {
        "as_of": AS_OF.isoformat(),
        "version": VERSION,
        "rules_digest": told["tool"]["rules_digest"],
        "inputs": told["inputs"],
    }
    for line in lines(out):
        assert line["audit"] == stamp
        assert line.get("sha256") == digests.get(line.get("path"))
    table = (out / "findings.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    columns = ("基准日", "工具版本", "规则摘要", "输入摘要")
    assert {tuple(row[each] for each in columns) for row in rows} == {tuple(stamp.values())}
    assert all(row["文件摘要（SHA-256）"] == digests.get(row["文件"], "") for row in rows)
    page = (out / "report.html").read_text(encoding="utf-8")
    for word in (*stamp.values(), *digests.values()):
        assert word in page


@pytest.mark.usefixtures("folder")
def test_the_same_documents_give_the_same_bytes_again_and_in_another_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "other"):
        run(Path("in"), Path(name))
    for name in ("findings.jsonl", "findings.csv", "report.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
    run(Path("in"), Path("one"))
    lines_again = (tmp_path / "one/findings.jsonl").read_bytes()
    assert lines_again == (tmp_path / "other/findings.jsonl").read_bytes()


def test_rules_that_could_not_compare_reports_are_told_in_every_output(tmp_path: Path) -> None:
    county = {"/organ": {"name": "青禾县人民政府", "level": "county", "kind": "government"}}
    roll_up = {**county, "/preface": "本报告汇总全县各机关的年度报告编制。"}
    path = write(tmp_path / "in", "all.json", report("青禾县人民政府", 2024, roll_up))
    write(tmp_path / "in", "a.json", report("青禾县档案局", 2024))
    out = tmp_path / "out"
    overview = run(tmp_path / "in", out)
    (gap,) = [each for each in overview.not_compared if each.code == "AGG001"]
    assert (gap.documents, gap.path) == (1, str(path))
    told = {each["code"]: each for each in about(out)["not_compared"]}
    assert told["AGG001"]["reason"] == gap.reason.zh
    assert gap.reason.zh in (out / "report.html").read_text(encoding="utf-8")
    assert overview.is_whole


def test_a_rule_across_reports_that_crashes_is_told_at_its_document(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashing(*_words: object) -> None:
        msg = "boom"
        raise RuntimeError(msg)

    monkeypatch.setattr("nianbao.checks.cross_organ_duplicate.duplicates", crashing)
    out = tmp_path / "out"
    write(folder, "c.json", report("青禾县云溪镇人民政府", 2024))
    overview = run(folder, out)
    assert [(each.code, each.documents) for each in overview.crashed] == [
        ("AGG003", 4)
    ]  # and a report that lacks
    assert not overview.is_whole
    assert overview.verdicts["ready"] == 0
    assert about(out)["crashed"][0]["code"] == "AGG003"
    for name in ("findings.csv", "report.html"):
        assert "规则 AGG003 运行出错" in (out / name).read_text(encoding="utf-8-sig")


def test_the_page_draws_the_tables_of_findings(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("<table") >= 1
    assert "a.json" in page


def test_no_output_tells_private_data(tmp_path: Path) -> None:
    name, bad = "青禾县云溪镇13800000012人民政府", {"/requests/received/other": "李某13800000012"}
    for year, cells in ((2023, bad), (2024, bad), (2022, {}), (2020, {})):
        organ = {"/organ/name": name, "/organ/level": "township", "/organ/kind": "government"}
        told = {**organ, "/organ/parent": "青禾县", **cells}
        write(tmp_path / "in", f"{year}.json", report(name, year, told))
    out = tmp_path / "out"
    run(tmp_path / "in", out)
    assert {"YOY006", "AGG004"} <= {line["rule"] for line in lines(out)}
    for written in about(out)["outputs"]:
        text = (out / written).read_text(encoding="utf-8")
        assert "138******12" in text
        assert "1380000" not in text


def test_the_words_that_two_reports_share_stand_side_by_side_without_private_data(
    tmp_path: Path,
) -> None:
    names = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华"
    words = (f"请{each}老师13800000012到{each}家村讲课并当场解答{each}某的问题。" for each in names)
    text = {"/sections/overview/text": "".join(words)}
    for organ in ("青禾县档案局", "青禾县云溪镇人民政府"):
        write(tmp_path / "in", f"{organ}.json", report(organ, 2024, text))
    out = tmp_path / "out"
    overview = run(tmp_path / "in", out)
    (finding,) = [line for line in lines(out) if line["rule"] == "AGG003"]
    passage = finding["values"]["passages"][0]
    assert passage["text"] == passage["other_text"]
    assert (passage["place"], passage["label"]) == ("/sections/overview", "一、总体情况")
    (counted,) = [each for each in overview.rules if each.code == "AGG003"]
    assert (counted.findings, counted.documents) == (1, 2)
    page = (out / "report.html").read_text(encoding="utf-8")
    assert page.count('class="beside"') == 1
    assert "138******12" in page
    for name in about(out)["outputs"]:
        assert "1380000" not in (out / name).read_text(encoding="utf-8")


def test_half_a_character_is_kept_and_written(tmp_path: Path) -> None:
    half, wrong = (
        {"/sections/problems/text": "更新慢\ud800。"},
        {"/requests/received/other": "\udc80"},
    )
    for year in (2023, 2024):
        path = write(tmp_path / "in", f"{year}.json", {})
        told = report("青禾县档案局", year, {**half, **wrong})
        path.write_text(json.dumps(told), encoding="ascii")
    overview = run(tmp_path / "in", tmp_path / "out")
    assert overview.is_whole
    assert "VAL004" in {line["rule"] for line in lines(tmp_path / "out")}
    again = run(tmp_path / "in", tmp_path / "out", options=Options(ignore=("QUA001",)))
    assert again.states["open"] > 0


@pytest.mark.parametrize("spoilt", ["", "[]", '{"inputs": 1}', "{"])
def test_outputs_are_written_anew_where_the_run_before_cannot_be_told(
    folder: Path, tmp_path: Path, spoilt: str
) -> None:
    out = tmp_path / "out"
    run(folder, out)
    (out / "run.json").write_text(spoilt, encoding="utf-8")
    (out / "findings.jsonl").write_bytes(b"spoilt")
    run(folder, out)
    assert lines(out)


def test_an_output_that_was_removed_is_written_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    (out / "findings.csv").unlink()
    run(folder, out)
    assert (out / "findings.csv").exists()


def test_another_language_is_written_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    run(folder, out, language="en")
    assert about(out)["language"] == "en"
    (finding,) = [line for line in lines(out) if line["rule"] == "AGG004"]
    assert finding["message"].startswith("There is no report of")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before", encoding="utf-8")

    def pieces() -> object:
        yield "half"
        raise OSError(28, os.strerror(28))

    with pytest.raises(WritingError, match="cannot be written"):
        put(str(path), pieces())  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    digest = put(str(tmp_path / "a.txt"), ["一", "\n", ""])
    assert (tmp_path / "a.txt").read_bytes() == "一\n".encode()
    assert digest == sha256("一\n".encode()).hexdigest()


def test_findings_of_no_document_are_json_like_all_others(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out")
    first, *_ = (tmp_path / "out/findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(first)["rule"] == "AGG004"
