"""Does an audit find what is wrong within, across years and across organs, and only what is new?"""

import csv
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nianbao.app import Options
from nianbao.audit.sheets import SheetError
from nianbao.audit.store import StoreError
from nianbao.audit.watch import Step
from nianbao.auditor.auditing import Task, audit
from nianbao.checker import Checker, NothingToCheckError
from nianbao.engine.sketches import NoSketchesError
from nianbao.errors import UserError
from tests.audit.county import ROSTER, report, settle, write
from tests.auditor.audits import AS_OF, about, content, found, lines, run, states, there
from tests.invented import document

_CARRIED = {
    f"/requests/{row}/{column}": 2
    for row in ("carried_in", "results/granted", "results/total")
    for column in ("natural_person", "total")
}
_TOWN, _BUREAU = "青禾县云溪镇人民政府", "青禾县档案局"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a county whose reports conform."""
    return settle(tmp_path / "in")


@pytest.fixture
def roster(tmp_path: Path) -> str:
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return str(path)


class _Counting:
    """Counts the documents that were judged, and those that were not changed."""

    def __init__(self) -> None:
        self.total, self.judged, self.unchanged = 0, 0, 0

    def begin(self, total: int) -> None:
        self.total = total

    def tell(self, step: Step) -> None:
        self.judged += len(step.documents)
        self.unchanged += not step.documents


def _again(folder: Path, out: Path, **changes: Any) -> tuple[int, int]:
    """Run an audit and return how many documents were judged, and how many were not changed."""
    watch = _Counting()
    task = Task([str(folder)], str(out), AS_OF, time_limit=0)
    audit(task._replace(**changes), watch)
    assert watch.total == watch.judged + watch.unchanged
    return watch.judged, watch.unchanged


def test_a_county_that_conforms_has_no_finding_of_certain_rules(
    folder: Path, tmp_path: Path
) -> None:
    overview = run(folder, tmp_path / "out")
    assert overview.verdicts == {"ready": 9, "faulty": 0, "unread": 0, "other": 0}
    assert overview.is_whole
    assert overview.strangers == ()


def test_what_was_carried_over_is_held_against_the_year_before(
    folder: Path, tmp_path: Path
) -> None:
    write(folder, f"{_TOWN}/2024.json", report(_TOWN, 2024, _CARRIED))
    run(folder, tmp_path / "out")
    assert ("YOY001", f"{_TOWN}/2024.json") in found(tmp_path / "out")
    (finding,) = [line for line in lines(tmp_path / "out") if line["rule"] == "YOY001"]
    others = [place for place in finding["related"] if "path" in place]
    assert {place["year"] for place in others} == {2023}
    assert others[0]["path"].endswith(f"{_TOWN}/2023.json")


def test_a_report_that_lacks_is_a_finding_of_no_document(
    folder: Path, tmp_path: Path, roster: str
) -> None:
    (folder / _BUREAU / "2023.json").unlink()
    run(folder, tmp_path / "out", roster=roster)
    (finding,) = [line for line in lines(tmp_path / "out") if line["rule"] == "AGG004"]
    assert "path" not in finding
    assert "青禾县档案局2023年" in finding["message"]


def test_a_report_is_not_missed_before_its_day(folder: Path, tmp_path: Path, roster: str) -> None:
    (folder / _BUREAU / "2024.json").unlink()
    out = tmp_path / "out"
    run(folder, out, roster=roster, as_of=date(2025, 1, 31))
    assert "AGG004" not in dict(found(out))
    run(folder, out, roster=roster, as_of=date(2025, 2, 1))
    assert "AGG004" in dict(found(out))


def test_an_organ_that_left_a_year_out_is_called_as_it_called_itself_before(
    folder: Path, tmp_path: Path
) -> None:
    (folder / _TOWN / "2023.json").unlink()
    named = {"name": "青禾县云溪镇", "level": "township", "kind": "government", "parent": "青禾县"}
    write(folder, f"{_TOWN}/2022.json", report(_TOWN, 2022, {"/organ": named}))
    run(folder, tmp_path / "out")
    (finding,) = [line for line in lines(tmp_path / "out") if line["rule"] == "AGG004"]
    assert "青禾县云溪镇2023年" in finding["message"]


def test_without_a_roster_a_gap_between_two_years_is_missed(folder: Path, tmp_path: Path) -> None:
    (folder / _BUREAU / "2023.json").unlink()
    run(folder, tmp_path / "out")
    assert [code for code, _ in found(tmp_path / "out") if code == "AGG004"] == ["AGG004"]


def test_a_year_to_come_is_a_slip_and_leaves_no_gap(folder: Path, tmp_path: Path) -> None:
    write(folder, f"{_BUREAU}/slip.json", report(_BUREAU, 2204))
    run(folder, tmp_path / "out")
    assert "AGG004" not in dict(found(tmp_path / "out"))


def test_a_second_run_judges_nothing_and_finds_the_same(folder: Path, tmp_path: Path) -> None:
    write(folder, f"{_TOWN}/2024.json", report(_TOWN, 2024, _CARRIED))
    out = tmp_path / "out"
    assert _again(folder, out) == (9, 0)
    first, before = (out / "findings.jsonl").read_bytes(), content(out)
    written = (out / "findings.jsonl").stat().st_mtime_ns
    assert _again(folder, out) == (0, 9)
    assert (out / "findings.jsonl").read_bytes() == first
    assert (out / "findings.jsonl").stat().st_mtime_ns == written
    assert content(out) == before


def test_what_has_changed_is_judged_again_and_compared_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    write(folder, f"{_TOWN}/2024.json", report(_TOWN, 2024, _CARRIED))
    assert _again(folder, out) == (1, 8)
    run(folder, tmp_path / "fresh")
    assert content(out) == content(tmp_path / "fresh")
    assert there(out) == there(tmp_path / "fresh")


def test_what_is_no_longer_there_is_forgotten(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(folder, f"{_TOWN}/2024.json", report(_TOWN, 2024, _CARRIED))
    run(folder, out)
    (folder / _TOWN / "2024.json").unlink()
    run(folder, out)
    run(folder, tmp_path / "fresh")
    assert content(out) == content(tmp_path / "fresh")
    assert there(out) == there(tmp_path / "fresh")


@pytest.mark.parametrize(
    "change", [{"jobs": 2, "time_limit": 30.0}, {"executor": ThreadPoolExecutor(3)}]
)
def test_the_store_is_the_same_whichever_way_the_work_is_done(
    folder: Path, tmp_path: Path, change: dict[str, Any]
) -> None:
    write(folder, f"{_TOWN}/2024.json", report(_TOWN, 2024, _CARRIED))
    run(folder, tmp_path / "one")
    executor = change.pop("executor", None)
    task = Task([str(folder)], str(tmp_path / "other"), AS_OF, time_limit=0)
    audit(task._replace(**change), executor=executor)
    assert content(tmp_path / "one") == content(tmp_path / "other")
    first = (tmp_path / "one" / "findings.jsonl").read_bytes()
    assert (tmp_path / "other" / "findings.jsonl").read_bytes() == first


class _PageWasRead(BaseException):  # no error, and none that is told of a document
    """A page was read that should not have been."""


def _unreadable(*_words: object) -> None:
    msg = "a page was read"
    raise _PageWasRead(msg)


def _add_page(folder: Path) -> None:
    """Add a page with lines to tell, of an organ without level."""
    (folder / "page.html").write_bytes(document({"/requests/received/total": "7"}).encode())


def test_fewer_rules_judge_all_again_and_read_no_page(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, options = tmp_path / "out", Options(ignore=("SUM001",))
    _add_page(folder)
    run(folder, out)
    with monkeypatch.context() as patch:
        patch.setattr(Checker, "read", _unreadable)
        assert _again(folder, out, options=options) == (10, 0)
    assert "SUM003" in dict(found(out))
    run(folder, tmp_path / "fresh", options=options)
    assert content(out) == content(tmp_path / "fresh")


def test_a_page_is_read_again_to_tell_the_lines_of_what_only_other_rules_find(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    _add_page(folder)
    run(folder, out, options=Options(ignore=("SUM",)))
    run(folder, out)
    (finding,) = [line for line in lines(out) if line["rule"] == "SUM003"]
    assert finding["line"] > 1
    run(folder, tmp_path / "fresh")
    assert content(out) == content(tmp_path / "fresh")


def test_another_year_for_reports_that_name_none_reads_all_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, tmp_path / "out")
    monkeypatch.setattr(Checker, "read", _unreadable)
    with pytest.raises(_PageWasRead):
        run(folder, tmp_path / "out", options=Options(year=2024))


def test_another_roster_compares_anew_and_reads_nothing(
    folder: Path, tmp_path: Path, roster: str
) -> None:
    out = tmp_path / "out"
    run(folder, out)
    (Path(roster)).write_text(f"{ROSTER}青禾县民政局,县级,部门,青禾县人民政府,\n", encoding="utf-8")
    assert _again(folder, out, roster=roster) == (0, 9)
    assert [code for code, _ in found(out) if code == "AGG004"] == ["AGG004"] * 3


def test_findings_are_new_open_fixed_and_back_again(folder: Path, tmp_path: Path) -> None:
    out, path = tmp_path / "out", f"{_TOWN}/2024.json"
    wrong = report(_TOWN, 2024, {"/requests/received/total": 5})
    write(folder, path, wrong)
    seen = []
    right = report(_TOWN, 2024)
    for number, content_ in enumerate((wrong, wrong, right, right, wrong, wrong)):
        write(folder, path, content_)
        write(folder, "other.json", report("青禾县民政局", 2020 + number))
        run(folder, out, options=_only("SUM003"))
        seen.append([state for _, state, _ in states(out)])
    assert seen == [["new"], ["open"], ["fixed"], ["fixed"], ["reopened"], ["open"]]
    assert about(out)["states"] == {"new": 0, "open": 1, "fixed": 0, "reopened": 0}


def test_the_same_inputs_again_leave_findings_as_new_as_they_were(
    folder: Path, tmp_path: Path
) -> None:
    out, path = tmp_path / "out", f"{_TOWN}/2024.json"
    write(folder, path, report(_TOWN, 2024, {"/requests/received/total": 5}))
    first = run(folder, out, options=_only("SUM003"))
    (out / "run.json").unlink()  # as if it had been killed before it wrote that
    again = run(folder, out, options=_only("SUM003"))
    assert (first.is_repeated, again.is_repeated) == (False, True)
    assert first.states == again.states == {"new": 1, "open": 0, "fixed": 0, "reopened": 0}
    assert [line["state"] for line in lines(out)] == ["new"]
    assert about(out)["run"] == 1


def test_lines_tell_how_new_a_finding_is_and_what_was_fixed(folder: Path, tmp_path: Path) -> None:
    out, path = tmp_path / "out", f"{_TOWN}/2024.json"
    other = f"{_BUREAU}/2024.json"
    wrong = {"/requests/received/total": 5}
    write(folder, path, report(_TOWN, 2024, wrong))
    run(folder, out, options=_only("SUM003"))
    (before,) = lines(out)
    write(folder, path, report(_TOWN, 2024))
    write(folder, other, report(_BUREAU, 2024, wrong))
    run(folder, out, options=_only("SUM003"))
    new, fixed = lines(out)
    assert (new["state"], Path(new["path"]).parts[-2:]) == ("new", (_BUREAU, "2024.json"))
    kept = ("fingerprint", "rule", "message", "place", "path", "organ", "year")
    assert [fixed[key] for key in kept] == [before[key] for key in kept]
    assert fixed["state"] == "fixed"
    table = (out / "findings.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    assert [(row["状态"], row["指纹"]) for row in rows] == [
        ("新", new["fingerprint"]),
        ("已改正", fixed["fingerprint"]),
    ]
    write(folder, path, report(_TOWN, 2024, wrong))
    run(folder, out, options=_only("SUM003"))
    assert sorted(line["state"] for line in lines(out)) == ["open", "reopened"]


def _only(code: str) -> Options:
    return Options(select=(code,))


def test_a_finding_is_not_fixed_by_a_report_that_lacks_or_by_a_rule_that_is_not_asked(
    folder: Path, tmp_path: Path
) -> None:
    out, path = tmp_path / "out", f"{_TOWN}/2024.json"
    write(folder, path, report(_TOWN, 2024, {"/requests/received/total": 5}))
    run(folder, out, options=_only("SUM003"))
    run(folder, out, options=_only("SUM004"))
    assert states(out) == [("SUM003", "new", path)]
    (folder / path).write_text("{", encoding="utf-8")
    run(folder, out, options=_only("SUM003"))
    assert states(out) == [("SUM003", "new", path)]
    (folder / path).unlink()
    run(folder, out, options=_only("SUM003"))
    assert states(out) == [("SUM003", "new", path)]


def test_a_finding_goes_with_its_report_to_another_file(folder: Path, tmp_path: Path) -> None:
    out, path = tmp_path / "out", f"{_TOWN}/2024.json"
    write(folder, path, report(_TOWN, 2024, {"/requests/received/total": 5}))
    run(folder, out, options=_only("SUM003"))
    (folder / path).rename(folder / _TOWN / "moved.json")
    run(folder, out, options=_only("SUM003"))
    assert [state for _, state, _ in states(out)] == ["open"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_audited(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "broken.json").write_text('{"edition": "2021", "requests": ', encoding="utf-8")
    overview = run(folder, tmp_path / "out")
    assert [Path(path).name for path, _ in overview.unread] == ["broken.json"]
    assert overview.verdicts["ready"] == 9
    assert not overview.is_whole
    assert "broken.json" in (tmp_path / "out/findings.csv").read_text(encoding="utf-8")


def test_two_reports_of_an_organ_and_a_year_are_both_kept(folder: Path, tmp_path: Path) -> None:
    write(folder, "copy.json", report(_BUREAU, 2024, {"/requests/received/other": 3}))
    run(folder, tmp_path / "out")
    assert "AGG005" in dict(found(tmp_path / "out"))
    assert len(content(tmp_path / "out")["facts"]) == 10


def test_an_organ_outside_the_roster_is_told(folder: Path, tmp_path: Path, roster: str) -> None:
    write(folder, "other.json", report("青禾县民政局", 2024))
    overview = run(folder, tmp_path / "out", roster=roster)
    assert [(each.name, each.likely) for each in overview.strangers] == [("青禾县民政局", ())]
    assert [each["name"] for each in about(tmp_path / "out")["strangers"]] == ["青禾县民政局"]


def test_without_a_roster_a_name_that_may_be_that_of_several_is_listed_not_merged(
    folder: Path, tmp_path: Path
) -> None:
    write(folder, "short.json", report("云溪镇人民政府", 2021))
    overview = run(folder, tmp_path / "out")
    assert [(each.name, each.likely) for each in overview.strangers] == [
        ("云溪镇人民政府", ("青禾县云溪镇",))
    ]


def test_the_names_of_the_roster_put_reports_together(
    folder: Path, tmp_path: Path, roster: str
) -> None:
    write(folder, "short.json", report("云溪镇", 2025, _CARRIED))
    run(folder, tmp_path / "out", roster=roster)
    assert ("YOY001", "short.json") in found(tmp_path / "out")


def test_a_manifest_gives_what_a_report_does_not_say(folder: Path, tmp_path: Path) -> None:
    silent = report(_TOWN, 2024)
    del silent["year"], silent["organ"], silent["title"]
    write(folder, "silent.json", {**silent, "published": ""})
    manifest = tmp_path / "in" / "manifest.csv"
    manifest.write_text(
        f"organ,year,path,published\n{_TOWN},2024,silent.json,2025-05-01\n", encoding="utf-8"
    )
    run(manifest, tmp_path / "out")
    (row,) = content(tmp_path / "out")["documents"]
    assert (_TOWN in row, 2024 in row) == (True, True)
    assert "DAT006" in dict(found(tmp_path / "out"))


def test_nothing_to_audit_is_told_before_a_folder_is_made(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(NothingToCheckError):
        run(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_wrong_roster_is_told_before_a_folder_is_made(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("organ\n", encoding="utf-8")
    with pytest.raises(SheetError):
        run(folder, tmp_path / "out", roster=str(tmp_path / "roster.csv"))
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "findings.csv").mkdir(parents=True)
    with pytest.raises(UserError, match="cannot be written") as error:
        run(folder, tmp_path / "out")
    assert not isinstance(error.value, StoreError)
    assert not (tmp_path / "out" / "run.json").exists()


_WORDS = "。".join(
    f"本机关围绕第{word}项重点工作主动公开有关信息，并安排专人更新"
    for word in "甲乙丙丁戊己庚辛壬癸"
)


def _alike(folder: Path) -> None:
    """Give the reports of two organs for a year the same words."""
    for organ in (_TOWN, _BUREAU):
        overview = {"/sections/overview/text": _WORDS}
        write(folder, f"{organ}/2024.json", report(organ, 2024, overview))


@pytest.mark.parametrize("has_stored_sketches", [True, False])
def test_of_very_many_reports_those_are_compared_whose_sketches_are_alike(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_stored_sketches: bool
) -> None:
    _alike(folder)
    run(folder, tmp_path / "few")
    monkeypatch.setattr("nianbao.audit.across.MANY", 2)
    if has_stored_sketches:
        monkeypatch.setattr("nianbao.auditor.auditing.MANY", 2)
    run(folder, tmp_path / "many")
    copied = [each for each in found(tmp_path / "many") if each[0] == "AGG003"]
    assert copied
    assert copied == [each for each in found(tmp_path / "few") if each[0] == "AGG003"]
    sketches = [sketch for _, _, sketch in content(tmp_path / "many")["facts"]]
    assert any(sketches) == has_stored_sketches


def test_very_many_files_without_the_library_are_refused_before_any_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    monkeypatch.setattr("nianbao.auditor.auditing.MANY", 5)
    monkeypatch.setattr("nianbao.audit.items.read_bytes", None)
    with pytest.raises(NoSketchesError):
        run(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_rules_that_compare_no_organs_take_no_sketches(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    monkeypatch.setattr("nianbao.auditor.auditing.MANY", 5)
    assert run(folder, tmp_path / "out", options=Options(ignore=("AGG",))).is_whole


def test_without_the_library_for_sketches_each_is_compared_with_each_up_to_a_number(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _alike(folder)
    monkeypatch.setitem(sys.modules, "datasketch", None)
    monkeypatch.setattr("nianbao.audit.across.MANY", 2)
    run(folder, tmp_path / "out")
    assert "AGG003" in dict(found(tmp_path / "out"))
    monkeypatch.setattr("nianbao.audit.across.MOST_WITHOUT_SKETCHES", 2)
    with pytest.raises(NoSketchesError):
        run(folder, tmp_path / "other")


def test_a_file_that_is_no_report_is_told_where_it_was_named(tmp_path: Path) -> None:
    page = tmp_path / "in" / "notice.html"
    page.parent.mkdir()
    page.write_text("<html><body><p>关于放假的通知</p></body></html>", encoding="utf-8")
    overview = run(page, tmp_path / "out")
    assert found(tmp_path / "out") == [("DOC001", "notice.html")]
    assert sum(overview.verdicts.values()) == 1


def test_what_is_no_report_is_judged_anew_from_its_bytes(folder: Path, tmp_path: Path) -> None:
    (folder / "notice.html").write_text("<p>关于放假的通知</p>", encoding="utf-8")
    run(folder, tmp_path / "out")
    assert _again(folder, tmp_path / "out", options=Options(ignore=("SUM001",))) == (10, 0)
    run(folder, tmp_path / "fresh", options=Options(ignore=("SUM001",)))
    assert content(tmp_path / "out") == content(tmp_path / "fresh")
