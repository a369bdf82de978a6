"""Is standard input read like a file?"""

import json

import pytest

from tests.cli.conftest import Process
from tests.cli.documents import CLEAN_LINE, OTHER, clean_json, clean_page, faulty_json


def _document(process: Process, data: bytes, *arguments: str) -> dict[str, object]:
    ran = process.run("check", "--format=json", *arguments, "-", stdin=data)
    assert ran.stderr == b""
    (document,) = json.loads(ran.stdout)["documents"]
    return dict(document)


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        (clean_page(), "html"),
        ("\n\n  " + clean_page(), "html"),
        (clean_json(), "json"),
        (clean_page("2021", "text"), "text"),
    ],
    ids=["page", "page-behind-space", "json", "text"],
)
def test_its_format_is_told_by_how_it_begins(process: Process, text: str, reader: str) -> None:
    document = _document(process, text.encode())
    assert (document["path"], document["reader"]) == ("<stdin>", reader)
    assert (document["status"], document["findings"]) == ("read", [])


def test_a_file_name_tells_the_format_and_is_shown(process: Process) -> None:
    ran = process.run(
        "check", "--stdin-filename", "年报/2024.json", "-",
        stdin=clean_json().encode(),
    )  # fmt: skip
    assert (ran.returncode, ran.stdout.decode()) == (0, f"年报/2024.json：{CLEAN_LINE}\n")
    data = clean_page("2021", "text").encode()
    assert _document(process, data, "--stdin-filename=a.TXT")["reader"] == "text"
    wrong = _document(process, data, "--stdin-filename=a.json")
    assert (wrong["path"], wrong["status"]) == ("a.json", "unreadable")


def test_faults_and_other_texts_give_the_codes_of_files(process: Process) -> None:
    for data, options, code in (
        (faulty_json().encode(), (), 1),
        (faulty_json().encode(), ("--fail-on=never",), 0),
        (OTHER.encode(), (), 1),
        (OTHER.encode(), ("--skip-other",), 0),
        (b"", (), 3),
        (b"", ("--skip-other",), 0),
        (b"{", (), 3),
        (clean_json().encode("utf-16"), (), 0),
        (clean_page(charset="gbk").encode("gb18030"), (), 0),
    ):
        ran = process.run("check", *options, "-", stdin=data)
        assert (ran.returncode, ran.stderr) == (code, b""), (data[:20], options)


def test_line_ends_are_not_changed(process: Process) -> None:
    text = faulty_json().replace("\n", "\r\n")
    (finding,) = _findings(_document(process, text.encode()))
    before = text[: text.index("约十件")]
    assert finding["line"] == before.count("\n") + 1
    assert finding["column"] == len(before) - before.rfind("\n")


def _findings(document: dict[str, object]) -> list[dict[str, object]]:
    findings = document["findings"]
    assert isinstance(findings, list)
    return findings


def test_the_limit_of_size_holds(process: Process) -> None:
    ran = process.run("check", "--max-size=0.01", "-", stdin=clean_page().encode())
    assert (ran.returncode, ran.stderr) == (3, b"")
    assert "超过上限" in ran.stdout.decode()
