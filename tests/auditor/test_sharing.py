"""Is an audit that several machines share the same as one that was done at once?"""

import json
import sqlite3
from pathlib import Path

import pytest

from nianbao.audit.sharing import Shard, shard_from
from nianbao.audit.store import Store, StoreError
from nianbao.auditor.auditing import Task, put_together
from tests.audit.county import report, settle, write
from tests.auditor.audits import AS_OF, content, run, states


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = settle(tmp_path / "in", (2022, 2024))
    write(folder, "a.json", report("青禾县档案局", 2021, {"/requests/received/total": 5}))
    return folder


def _parts(folder: Path, out: Path, total: int) -> list[str]:
    for number in range(1, total + 1):
        run(folder, out / str(number), shard=Shard(number, total))
    return [str(out / str(number)) for number in range(1, total + 1)]


def _audited(folder: Path, out: Path) -> Path:
    """Audit a folder at once and return the folder of the outputs."""
    run(folder, out)
    return out


def test_the_parts_together_are_the_whole(folder: Path, tmp_path: Path) -> None:
    parts = _parts(folder, tmp_path / "parts", 3)
    counts = [len(content(Path(part))["documents"]) for part in parts]
    assert sum(counts) == 7
    assert max(counts) < 7
    out, whole = tmp_path / "out", tmp_path / "whole"
    overview = put_together(Task(parts, str(out), AS_OF))
    assert overview == run(folder, whole)
    assert content(out) == content(whole)
    for name in ("findings.jsonl", "findings.csv", "report.html"):
        assert (out / name).read_bytes() == (whole / name).read_bytes()


def test_parts_that_have_changed_take_the_place_of_what_they_were(
    folder: Path, tmp_path: Path
) -> None:
    out, parts = tmp_path / "out", _parts(folder, tmp_path / "parts", 2)
    put_together(Task(parts, str(out), AS_OF))
    (folder / "a.json").unlink()
    _parts(folder, tmp_path / "parts", 2)
    put_together(Task(parts, str(out), AS_OF))
    run(folder, tmp_path / "whole")
    assert content(out) == content(tmp_path / "whole")


def _keys(out: Path, table: str) -> set[tuple[str, str]]:
    """Return scope and organ or year of what was found among several reports."""
    base = sqlite3.connect(out / "audit.sqlite")
    try:
        query = f"SELECT scope, family FROM {table} WHERE scope != 'report'"  # noqa: S608  # our own names
        return set(base.execute(query))
    finally:
        base.close()


def test_what_was_found_among_the_reports_of_a_part_is_found_again_among_all(
    folder: Path, tmp_path: Path
) -> None:
    write(folder, "b.json", report("青禾县档案局", 2022, {"/requests/carried_in/total": 1}))
    out, part, whole = tmp_path / "out", tmp_path / "part", tmp_path / "whole"
    run(folder, part)  # no shard: it was compared, too
    assert ("years", "青禾县档案局") in _keys(part, "findings")
    for _ in ("once", "and again"):
        put_together(Task([str(part)], str(out), AS_OF))
        assert content(out) == content(_audited(folder, whole))


def test_groups_are_forgotten_with_the_reports_of_their_parts(folder: Path, tmp_path: Path) -> None:
    write(folder, "b.json", report("青禾县档案局", 2022, {"/requests/carried_in/total": 1}))
    out, parts = tmp_path / "out", _parts(folder, tmp_path / "parts", 2)
    put_together(Task(parts, str(out), AS_OF))
    group = ("years", "青禾县档案局")
    assert group in _keys(out, "groups") & _keys(out, "findings")
    for path in (folder / "青禾县档案局").iterdir():
        path.unlink()
    (folder / "a.json").unlink()
    (folder / "b.json").unlink()
    put_together(Task(_parts(folder, tmp_path / "parts", 2), str(out), AS_OF))
    assert group not in _keys(out, "groups") | _keys(out, "findings") | _keys(out, "gaps")
    assert content(out) == content(_audited(folder, tmp_path / "whole"))


def test_findings_keep_their_states_through_parts(folder: Path, tmp_path: Path) -> None:
    out, whole, told = tmp_path / "out", tmp_path / "whole", []
    slip = report("青禾县档案局", 2021, {"/requests/received/total": 5})
    carried = report("青禾县档案局", 2022, {"/requests/carried_in/total": 1})
    for cells in (slip, slip, None, slip):
        (folder / "a.json").unlink(missing_ok=True)
        write(folder, "a.json", cells or carried | {"year": 2021, "period": slip["period"]})
        overview = put_together(Task(_parts(folder, tmp_path / "parts", 2), str(out), AS_OF))
        assert overview == run(folder, whole)
        assert states(out) == states(whole)
        told.append({state for rule, state, path in states(out) if "a.json" in path})
    assert told[0] == {"new"}
    assert told[1] == {"new"}  # over the same inputs it is the same run
    assert "fixed" in told[2]
    assert "reopened" in told[3]


def test_a_part_alone_tells_the_states_of_its_findings(folder: Path, tmp_path: Path) -> None:
    for _ in ("once", "the same again"):
        _parts(folder, tmp_path / "parts", 1)
        assert {each for _, each, _ in states(tmp_path / "parts/1")} == {"new"}
    (folder / "a.json").write_text(json.dumps(report("青禾县档案局", 2021)), encoding="utf-8")
    _parts(folder, tmp_path / "parts", 1)
    assert "fixed" in {each for _, each, path in states(tmp_path / "parts/1") if "a.json" in path}


def test_a_part_alone_has_no_outputs_and_compares_nothing(folder: Path, tmp_path: Path) -> None:
    (part,) = _parts(folder, tmp_path / "parts", 1)
    assert [path.name for path in Path(part).iterdir()] == ["audit.sqlite"]
    assert content(Path(part))["groups"] == []


def test_a_part_that_is_not_there_or_not_done_is_told(folder: Path, tmp_path: Path) -> None:
    (part,) = _parts(folder, tmp_path / "parts", 1)
    Store(str(tmp_path / "begun")).__exit__()
    (tmp_path / "empty").mkdir()
    for name, said in (("empty", "no result of audit --shard"), ("begun", "not done")):
        task = Task([part, str(tmp_path / name)], str(tmp_path / "out"), AS_OF)
        with pytest.raises(StoreError, match=said) as error:
            put_together(task)
        assert error.value.path == str(tmp_path / name)


def test_a_part_that_other_rules_judged_is_told(folder: Path, tmp_path: Path) -> None:
    (part,) = _parts(folder, tmp_path / "parts", 1)
    task = Task([part], str(tmp_path / "out"), AS_OF)
    with pytest.raises(StoreError, match="other rules"):
        put_together(task._replace(options=task.options._replace(ignore=("SUM001",))))


@pytest.mark.parametrize("word", ["", "3", "0/4", "5/4", "a/b", "1/0", "-1/4", "1/4/2"])
def test_what_names_no_part_names_none(word: str) -> None:
    assert shard_from(word) is None


def test_a_word_names_a_part() -> None:
    assert shard_from("3/64") == Shard(3, 64)
