"""Does a plug-in of a third party work when it is named, and stay away when it is not?"""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.documents import clean_json
from tests.packaging.environments import Environment

_LOADED = """
import sys
from nianbao.cli.main import main
main(sys.argv[1:])
print("nianbao_example" in sys.modules)
"""


@pytest.fixture
def titled(tmp_path: Path) -> Path:
    """Return a folder with a report whose title ends in other words."""
    report = json.loads(clean_json())
    report["title"] = report["title"].replace("年度报告", "年报")
    text = json.dumps(report, ensure_ascii=False)
    (tmp_path / "titled.json").write_text(text, encoding="utf-8")
    return tmp_path


def _codes(installed: Environment, folder: Path, *arguments: str) -> list[str]:
    ran = installed.nianbao("check", "--format=json", *arguments, "titled.json", cwd=folder)
    assert ran.stderr == ""
    (document,) = json.loads(ran.stdout)["documents"]
    # The package has a hint of its own for such a title.
    return [each["rule"] for each in document["findings"] if each["rule"] != "ORG004"]


def test_the_rule_and_the_format_work_when_the_command_line_names_the_plug_in(
    installed: Environment, titled: Path
) -> None:
    assert _codes(installed, titled, "--plugin", "example") == ["ZZZ001"]
    ran = installed.nianbao(
        "check", "--plugin=example", "--ignore=ORG004", "--format=brief", "titled.json", cwd=titled
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    title = json.loads((titled / "titled.json").read_text(encoding="utf-8"))["title"]
    assert ran.stdout == f"titled.json:1: warning ZZZ001 标题“{title}”不以“年度报告”结尾\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("nianbao.toml", 'plugins = ["example"]\n'),
        ("pyproject.toml", '[tool.nianbao]\nplugins = ["example"]\n'),
    ],
)
def test_the_rule_works_when_the_settings_name_the_plug_in(
    installed: Environment, titled: Path, name: str, text: str
) -> None:
    (titled / name).write_text(text, encoding="utf-8")
    assert _codes(installed, titled) == ["ZZZ001"]


def test_a_plug_in_that_is_not_named_is_not_loaded(installed: Environment, titled: Path) -> None:
    assert _codes(installed, titled) == []
    for named, loaded in (((), "False"), (("--plugin", "example"), "True")):
        arguments = ("check", *named, "titled.json")
        assert installed.python(_LOADED, *arguments, cwd=titled).splitlines()[-1] == loaded


def test_the_format_of_a_plug_in_that_is_not_named_is_unknown(
    installed: Environment, titled: Path
) -> None:
    ran = installed.nianbao("check", "--format", "brief", "titled.json", cwd=titled)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("nianbao：没有输出格式“brief”，可用的有 table、json、html、")
    assert ran.stderr.count("\n") == 1


def test_the_rule_can_be_selected_ignored_listed_and_explained(
    installed: Environment, titled: Path
) -> None:
    named = ("--plugin", "example")
    assert _codes(installed, titled, *named, "--ignore", "ZZZ") == []
    assert _codes(installed, titled, *named, "--select", "title-ending") == ["ZZZ001"]
    listed = installed.nianbao("rules", *named, cwd=titled)
    assert "ZZZ001" in listed.stdout
    told = installed.nianbao("explain", "ZZZ001", *named, cwd=titled)
    assert "在标题末尾写上“年度报告”。" in told.stdout
    unknown = installed.nianbao("explain", "ZZZ001", cwd=titled)
    assert (unknown.returncode, unknown.stdout) == (2, "")


def _entry(folder: Path, name: str, code: str) -> None:
    """Lay down an installed plug-in: a module and the metadata that names it."""
    (folder / f"{name}.py").write_text(dedent(code), encoding="utf-8")
    metadata = folder / f"{name}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8"
    )
    (metadata / "entry_points.txt").write_text(f"[nianbao]\n{name} = {name}\n", encoding="utf-8")


_RAISES = "raise RuntimeError('no licence server')"
_MISTYPED = """
    from nianbao.plugins import hookimpl

    @hookimpl
    def nianbao_rulez():
        return ()
    """
_FAILS = """
    from nianbao.plugins import hookimpl

    @hookimpl
    def nianbao_rules():
        raise KeyError("rules")
    """
_SAME_RULE = """
    from nianbao.plugins import hookimpl
    from nianbao_example import RULE

    @hookimpl
    def nianbao_rules():
        return (RULE,)
    """
_SAME_FORMAT = """
    from nianbao.plugins import hookimpl
    from nianbao.formatters.json_ import JsonFormatter

    @hookimpl
    def nianbao_formatters():
        return (JsonFormatter(),)
    """


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (_RAISES, ("broken", "RuntimeError", "no licence server")),
        ("import no_such_library", ("broken", "ModuleNotFoundError", "no_such_library")),
        ("def f(:", ("broken", "SyntaxError")),
        (_MISTYPED, ("broken", "nianbao_rulez")),
        (_FAILS, ("broken", "KeyError")),
        (_SAME_RULE, ("ZZZ001", "broken", "example")),
        (_SAME_FORMAT, ("json", "broken")),
    ],
    ids=["raises", "lacks", "syntax", "mistyped", "fails", "same-rule", "same-format"],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plug_in_that_cannot_be_used_ends_the_run_with_one_line(
    installed: Environment, titled: Path, language: str, code: str, said: tuple[str, ...]
) -> None:
    _entry(titled, "broken", code)
    ran = installed.nianbao(
        "check", "--plugin", "example", "--plugin", "broken", "titled.json",
        cwd=titled, env={"PYTHONPATH": str(titled), "NIANBAO_LANG": language},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1
    for word in said:
        assert word in ran.stderr


def test_a_plug_in_that_is_not_installed_is_refused_with_a_suggestion(
    installed: Environment, titled: Path
) -> None:
    ran = installed.nianbao("check", "--plugin", "examplex", "titled.json", cwd=titled)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "nianbao：没有安装插件“examplex”，是否想写“example”？\n"


def test_a_broken_plug_in_that_is_not_named_does_no_harm(
    installed: Environment, titled: Path
) -> None:
    _entry(titled, "broken", _RAISES)
    ran = installed.nianbao("check", "titled.json", cwd=titled, env={"PYTHONPATH": str(titled)})
    assert (ran.returncode, ran.stderr) == (0, "")
