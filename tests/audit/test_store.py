"""Does a store keep what it is given, all or nothing, for one run at a time?"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from nianbao.audit.digests import Digests
from nianbao.audit.kept import Kept, kept_of
from nianbao.audit.layout import VERSION
from nianbao.audit.packing import unpacked
from nianbao.audit.store import NAME, Store, StoreError
from nianbao.model.facts import facts_of
from nianbao.result import Document
from tests.audit.county import report
from tests.invented import as_json, checker, read

_DIGESTS = Digests("content", "reading", "mark")


def _kept(path: str, cells: Mapping[str, object] | None = None, year: int = 2024) -> Kept:
    data = as_json(report("青禾县档案局", year, cells))
    (document,) = checker(None).check_data(path, data.encode()).documents
    return kept_of(document, facts_of(read(data, ".json"), path), _DIGESTS)


def _with_findings(path: str) -> Kept:
    kept = _kept(path, {"/requests/received/total": 5})
    assert kept.findings
    return kept


def test_what_is_kept_is_known_to_the_next_run(tmp_path: Path) -> None:
    with Store(str(tmp_path / "new" / "out")) as store:
        assert store.known() == {}
        store.keep([_kept("a.json"), _with_findings("b.json")])
    with Store(str(tmp_path / "new" / "out")) as store:
        assert store.known() == dict.fromkeys(("a.json", "b.json"), _DIGESTS)
        (packed,) = store.row("SELECT packed FROM facts WHERE path = 'a.json'")
        assert unpacked(packed).name == "青禾县档案局"


def test_the_cells_of_a_report_are_one_row(tmp_path: Path) -> None:
    cells = {"/requests/received/other": 3, "/disclosure/fees/amount": 1.25}
    with Store(str(tmp_path)) as store:
        store.keep([_kept("a.json", cells), _kept("b.json", year=2020)])
        row = store.row(
            'SELECT "/requests/received/other", "/disclosure/fees/amount" FROM cells_2021'
        )
        assert row == (3, 1.25)
        assert store.row("SELECT path FROM cells_2019") == ("b.json",)


@pytest.mark.parametrize(("value", "held"), [(2**63 - 1, 2**63 - 1), (2**63, float(2**63))])
def test_a_number_of_any_length_is_held(tmp_path: Path, value: int, held: float) -> None:
    with Store(str(tmp_path)) as store:
        store.keep([_kept("a.json", {"/requests/received/other": value})])
        assert store.row('SELECT "/requests/received/other" FROM cells_2021') == (held,)


def test_what_is_kept_again_takes_the_place_of_what_was_kept(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        store.keep([_with_findings("a.json")])
        store.keep([_kept("a.json")])
        assert store.row("SELECT count(*) FROM findings") == (0,)
        assert store.row("SELECT count(*) FROM cells_2021") == (1,)


def test_what_is_forgotten_leaves_nothing(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        store.keep([_with_findings("a.json")])
        store.forget(["a.json"])
        for table in ("documents", "facts", "findings", "cells_2021"):
            assert store.row(f"SELECT count(*) FROM {table}") == (0,)  # noqa: S608  # our own names


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        broken = _kept("b.json")._replace(edition="1999")
        with pytest.raises(StoreError):
            store.keep([_kept("a.json"), broken])
        assert store.known() == {}
        store.keep([_kept("a.json")])
        assert set(store.known()) == {"a.json"}


def test_a_folder_in_use_says_so(tmp_path: Path) -> None:
    with Store(str(tmp_path)), pytest.raises(StoreError) as error:
        Store(str(tmp_path))
    assert "另一次审核正在使用这个文件夹" in error.value.reason.zh
    Store(str(tmp_path)).__exit__()


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    Store(str(tmp_path)).__exit__()
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute(f"PRAGMA user_version = {VERSION + 1}")
    base.close()
    with pytest.raises(StoreError, match="another version"):
        Store(str(tmp_path))


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("CREATE TABLE theirs (x)")
    base.close()
    with pytest.raises(StoreError, match="another version"):
        Store(str(tmp_path))


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database, and long enough to be looked at" * 50)
    with pytest.raises(StoreError, match="no database of an audit"):
        Store(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="cannot be written"):
        Store(str(tmp_path / "file" / "out"))


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    with Store(str(tmp_path)) as store:
        store.keep([_kept("a.json")])
        (pages,) = store.row("PRAGMA page_count")
        store.row(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError) as error:
            store.keep([_kept(f"{number}.json") for number in range(50)])
        assert "磁盘已满" in error.value.reason.zh
        assert set(store.known()) == {"a.json"}
    with Store(str(tmp_path)) as store:
        assert set(store.known()) == {"a.json"}


@pytest.mark.parametrize(
    ("document", "verdict"),
    [
        (Document("a", "read"), "ready"),
        (Document("a", "other"), "other"),
        (Document("a", "unreadable"), "unread"),
        (Document("a", "read", is_whole=False), "unread"),
        (Document("a", "read", crashed=((checker(None).rules[0], "why"),)), "unread"),
    ],
)
def test_a_document_has_the_verdict_of_the_table(document: Document, verdict: str) -> None:
    from nianbao.formatters.verdict import judge

    assert kept_of(document, None, Digests("")).verdict == verdict == judge(document)


def test_a_document_with_an_error_is_to_be_corrected() -> None:
    assert _with_findings("a.json").verdict == "faulty"
