"""Is each document judged by the settings of its own folder, and what can these do?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nianbao.resources import data_dir
from tests.cli.conftest import Cli
from tests.cli.documents import clean_json, faulty_json, json_with, warned_json

Write = Callable[[str, str | bytes], str]


def _checked(cli: Cli, *arguments: str, code: int | None = None) -> dict[str, Any]:
    ran = cli("check", "--format", "json", *arguments)
    assert ran.err == ""
    assert code is None or ran.code == code
    result: dict[str, Any] = json.loads(ran.out)
    return result


def _found(result: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Return the rules and severities found in each document."""
    return {
        document["path"]: [(each["rule"], each["severity"]) for each in document["findings"]]
        for document in result["documents"]
    }


def test_each_document_has_the_settings_of_its_own_folder(cli: Cli, write: Write) -> None:
    write("nianbao.toml", "severity = {VAL004 = 'warning'}\n")
    write("a/nianbao.toml", "ignore = ['VAL004']\n")
    write("a/b/pyproject.toml", "[project]\nname = 'x'\n")
    names = [write(f"{folder}x.json", faulty_json()) for folder in ("", "a/", "a/b/", "c/")]
    result = _checked(cli, ".", code=0)
    assert _found(result) == {
        names[0]: [("VAL004", "warning")],
        names[1]: [],
        names[2]: [],
        names[3]: [("VAL004", "warning")],
    }


def test_settings_that_are_named_hold_for_all(cli: Cli, write: Write) -> None:
    write("a/nianbao.toml", "ignore = ['VAL004']\n")
    write("ci/strict.toml", "severity = {VAL004 = 'info'}\n")
    name = write("a/x.json", faulty_json())
    assert _found(_checked(cli, name)) == {name: []}
    assert _found(_checked(cli, "--settings=ci/strict.toml", name)) == {name: [("VAL004", "info")]}


def test_a_document_outside_the_working_directory_has_its_own(
    cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("other/nianbao.toml", "ignore = ['VAL004']\n")
    name = write("other/x.json", faulty_json())
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert _found(_checked(cli, f"../{name}")) == {f"../{name}": []}


def test_standard_input_has_the_settings_of_its_name(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a/nianbao.toml", "ignore = ['VAL004']\n")
    for name, code in (("a/x.json", 0), ("x.json", 1)):

        class Stdin:
            class buffer:  # noqa: N801  # as it is called on a stream
                read = staticmethod(faulty_json().encode)

        monkeypatch.setattr("sys.stdin", Stdin)
        assert cli("check", "-", "--stdin-filename", name).code == code


_OVERRIDES = """\
[[overrides]]
paths = ["old/**/*.json", "named.json"]
severity = {VAL004 = "info"}

[[overrides]]
paths = ["nothing/like/that"]
ignore = ["VAL004"]

[[overrides]]
paths = ["old/later/"]
severity = {VAL004 = "off"}
"""


def test_overrides_by_path_the_last_one_wins(cli: Cli, write: Write) -> None:
    write("nianbao.toml", _OVERRIDES)
    names = ("old/x.json", "old/a/x.json", "old/later/x.json", "x/named.json", "x.json")
    for name in names:
        write(name, faulty_json())
    info, error = [("VAL004", "info")], [("VAL004", "error")]
    expected = dict(zip(names, [info, info, [], info, error], strict=True))
    assert _found(_checked(cli, ".", code=1)) == expected


def test_overrides_of_what_is_extended_are_seen_from_the_folder_that_extends(
    cli: Cli, write: Write
) -> None:
    write("shared/base.toml", "[[overrides]]\npaths = ['/old']\nignore = ['VAL004']\n")
    write("a/nianbao.toml", "extends = '../shared/base.toml'\n")
    names = [write(f"{name}/x.json", faulty_json()) for name in ("a/old", "a/new", "shared/old")]
    found = _found(_checked(cli, "."))
    assert [bool(found[name]) for name in names] == [False, True, True]


def test_an_own_key_beats_an_override_of_what_is_extended(cli: Cli, write: Write) -> None:
    write("base.toml", "[[overrides]]\npaths = ['*']\nseverity = {VAL004 = 'off'}\n")
    write("nianbao.toml", "extends = 'base.toml'\nseverity = {VAL004 = 'info'}\n")
    name = write("x.json", faulty_json())
    assert _found(_checked(cli, name)) == {name: [("VAL004", "info")]}


@pytest.mark.parametrize(
    ("severity", "found"),
    [
        ("VAL004 = 'warning'", "warning"),
        ("val004 = 'warning'", "warning"),
        ("VAL = 'warning'", "warning"),
        ("VAL = 'info'\nVAL00 = 'warning'\nSUM = 'info'", "warning"),
        ("not-a-number = 'warning'\nVAL00 = 'info'", "warning"),
        ("VAL = 'off'", None),
        ("VAL = 'off'\nVAL004 = 'error'", "error"),
    ],
)
def test_severities_by_the_longest_selector(
    cli: Cli, write: Write, severity: str, found: str | None
) -> None:
    write("nianbao.toml", f"[severity]\n{severity}\n")
    name = write("x.json", faulty_json())
    expected = [("VAL004", found)] if found else []
    assert _found(_checked(cli, name, code=int(found == "error"))) == {name: expected}


def test_a_severity_holds_for_all_cases_of_a_rule(cli: Cli, write: Write) -> None:
    write("nianbao.toml", "severity = {VAL003 = 'error'}\n")
    name = write("x.json", json_with("/disclosure/procurement/amount", "3万元", "2019"))
    assert ("VAL003", "error") in _found(_checked(cli, name, code=1))[name]


def test_a_message_in_own_words(cli: Cli, write: Write) -> None:
    write("nianbao.toml", "[messages.VAL004]\nzh = '{label}应填数字，请对照省里的填报说明'\n")
    name = write("x.json", faulty_json())
    (finding,) = _checked(cli, name)["documents"][0]["findings"]
    assert finding["message"] == f"{finding['label']}应填数字，请对照省里的填报说明"
    (other,) = _checked(cli, "--lang=en", name)["documents"][0]["findings"]
    assert "省里" not in other["message"]
    write("nianbao.toml", "ignore = []\n")
    (plain,) = _checked(cli, name)["documents"][0]["findings"]
    assert plain["fingerprint"] == finding["fingerprint"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[messages.VAL04]\nzh = 'x'\n", 1, "没有规则“VAL04”，是否想写“VAL004”？"),
        ("[messages]\nVAL = {zh = 'x'}\n", 2, "没有规则“VAL”"),
        (
            "[messages.SUM001]\n\nen = '{dfference}'\n",
            3,
            "规则 SUM001 的提示语没有占位符“{dfference}”，是否想写“difference”？",
        ),
        ("[messages.SUM001]\nzh = '{}'\n", 2, "规则 SUM001 的提示语没有占位符“{}”"),
        ("[severity]\nVAL = 'info'\nVLA = 'info'\n", 3, "没有规则“VLA”"),
        ("select = [\n'SUM',\n'',\n]\n", 3, "/select/1 不能是空的"),
        ("[[overrides]]\npaths = ['*']\nignore = ['XYZ']\n", 3, "没有规则“XYZ”"),
        ("[[overrides]]\npaths = []\nignore = ['XYZ']\n", 2, "/overrides/0/paths 至少要有 1 项"),
    ],
)
def test_a_rule_or_placeholder_that_is_not_there_is_refused_with_its_line(
    cli: Cli, write: Write, text: str, line: int, said: str
) -> None:
    write("x.json", clean_json())
    for name in ("nianbao.toml", "a/nianbao.toml"):
        path = Path.cwd() / write(name, text)
        write("a/y.json", clean_json())
        ran = cli("check", ".")
        path.unlink()
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"nianbao：{path}:{line}：{said}")
        assert len(ran.err.splitlines()) == 1


def test_wrong_settings_deep_below_are_found_before_anything_is_read(
    cli: Cli, write: Write
) -> None:
    write("a/cut.json", "{")
    write("z/nianbao.toml", "selct = []\n")
    write("z/x.json", clean_json())
    ran = cli("check", ".", "--output", "out.log")
    assert (ran.code, ran.out) == (2, "")
    assert "未知的键" in ran.err
    assert not Path("out.log").exists()


def test_the_profile_gate_leaves_out_what_guesses(cli: Cli, write: Write) -> None:
    text = json.dumps({**json.loads(clean_json()), "preface": ""}, ensure_ascii=False)
    name = write("x.json", text)
    rules = {each["code"] for each in _rules(cli) if each["confidence"] == "heuristic"}
    assert rules
    write("nianbao.toml", "profile = 'gate'\n")
    assert not any(each["confidence"] == "heuristic" for each in _rules(cli))
    assert _checked(cli, name)["profile"] == "gate"
    assert _checked(cli, "--profile=author", name)["profile"] == "author"


def _rules(cli: Cli) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = json.loads(cli("rules", "--format=json").out)["rules"]
    return rules


def test_in_the_profile_audit_findings_never_fail(cli: Cli, write: Write) -> None:
    name = write("x.json", faulty_json())
    assert _checked(cli, "--profile=audit", name, code=0)["profile"] == "audit"
    assert _checked(cli, "--profile=audit", "--fail-on=info", name, code=0)
    assert _checked(cli, "--profile=gate", name, code=1)
    write("nianbao.toml", "profile = 'audit'\n")
    assert _checked(cli, name, code=0)
    assert cli("check", name, "missing.json").code == 3
    assert _checked(cli, "--profile=author", name, code=1)


def test_a_folder_sets_when_it_fails(cli: Cli, write: Write) -> None:
    write("a/nianbao.toml", "fail-on = 'never'\n")
    write("b/nianbao.toml", "fail-on = 'warning'\n")
    bad, warned = write("a/x.json", faulty_json()), write("b/x.json", warned_json())
    assert cli("check", bad).code == 0
    assert cli("check", warned).code == 1
    assert cli("check", bad, "--fail-on=error").code == 1
    assert cli("check", bad, warned, "--fail-on=never").code == 0


def test_blanks_count_as_the_settings_say(cli: Cli, write: Write) -> None:
    name = write("a/x.json", json_with("/requests/received/other", None))
    assert "SUM003" not in {each["rule"] for each in _gaps(cli, name)}
    write("a/nianbao.toml", "blank = 'strict'\n")
    assert "SUM003" in {each["rule"] for each in _gaps(cli, name)}
    assert "SUM003" not in {each["rule"] for each in _gaps(cli, name, "--blank=zero")}
    assert json.loads(cli("read", "--format=json", name).out)["blank"] == "strict"


def _gaps(cli: Cli, *arguments: str) -> list[dict[str, Any]]:
    gaps: list[dict[str, Any]] = _checked(cli, *arguments)["documents"][0]["not_checked"]
    return gaps


def test_the_language_is_that_of_the_run(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("nianbao.toml", "lang = 'en'\n")
    write("a/nianbao.toml", "lang = 'zh'\n")
    name = write("a/x.json", clean_json())
    monkeypatch.setenv("NIANBAO_LANG", "zh")
    assert "ready to publish" in cli("check", name).out
    assert "可以发布" in cli("check", "--lang=zh", name).out
    assert cli("check", "a", "--select=XYZ").err == 'nianbao: there is no rule "XYZ"\n'
    assert "不平" not in cli("rules").out
    write("nianbao.toml", "")
    monkeypatch.setenv("NIANBAO_LANG", "en")
    assert "ready to publish" in cli("check", name).out


@pytest.fixture
def pack(write: Write) -> str:
    """Write a pack of rules with a real rule of the package under another code and name."""
    source = Path(data_dir("rules"), "val", "not-a-number.yaml").read_text("utf-8")
    text = source.replace("VAL004", "QHA001").replace("not-a-number", "qinghe-number")
    write("other/county/x.yaml", text)
    write("other/nianbao.toml", "\nrules = ['county']\nselect = ['QHA001']\n")
    write("other/x.json", faulty_json())
    return "other"


def test_a_folder_that_is_checked_loads_no_rules(cli: Cli, pack: str) -> None:
    ran = cli("check", pack)
    assert (ran.code, ran.out) == (2, "")
    path = Path.cwd() / "other" / "nianbao.toml"
    assert ran.err.startswith(f"nianbao：{path}:2：rules 只在当前文件夹（及其上层）的设置")
    assert len(ran.err.splitlines()) == 1


def test_a_folder_that_is_checked_loads_no_plug_ins(cli: Cli, write: Write) -> None:
    write("other/nianbao.toml", "plugins = ['example']\n")
    name = write("other/x.json", clean_json())
    ran = cli("check", "--lang=en", name)
    assert (ran.code, ran.out) == (2, "")
    assert "nianbao.toml:1: plugins counts only in the settings of the working" in ran.err


def test_in_its_own_folder_or_when_named_it_does(
    cli: Cli, pack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{pack}/x.json"
    assert _found(_checked(cli, "--settings=other/nianbao.toml", name)) == {
        name: [("QHA001", "error")]
    }
    monkeypatch.chdir(pack)
    assert _found(_checked(cli, "x.json")) == {"x.json": [("QHA001", "error")]}


@pytest.mark.usefixtures("pack")
def test_rules_of_the_run_judge_only_where_they_are_named(cli: Cli, write: Write) -> None:
    write("nianbao.toml", "rules = ['other/county']\n")
    write("a/nianbao.toml", "")
    write("b/nianbao.toml", "extends = '../nianbao.toml'\nseverity = {QHA001 = 'info'}\n")
    names = [write(f"{folder}/y.json", faulty_json()) for folder in ("a", "b", "c")]
    both = [("QHA001", "error"), ("VAL004", "error")]
    assert _found(_checked(cli, *names)) == {
        "a/y.json": [("VAL004", "error")],
        "b/y.json": [("VAL004", "error"), ("QHA001", "info")],
        "c/y.json": both,
    }
    added = _found(_checked(cli, *names, "--rules=other/county"))
    assert added["a/y.json"] == both


def test_a_finding_without_an_organ_is_known_by_its_path_within_the_settings(
    cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = json.loads(faulty_json())
    del report["organ"]
    report.update(title="", preface="")
    write("a/nianbao.toml", "select = ['VAL004']\n")
    name = write("a/b/x.json", json.dumps(report, ensure_ascii=False))
    (first,) = _checked(cli, name)["documents"][0]["findings"]
    monkeypatch.chdir(tmp_path / "a" / "b")
    (second,) = _checked(cli, "x.json")["documents"][0]["findings"]
    assert first["fingerprint"] == second["fingerprint"]
