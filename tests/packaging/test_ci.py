"""Do the action and the recipes for CI check what they are told to?"""

import json
import os
import re
import sys
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

import pytest
import yaml

from tests.cli.documents import clean_json, faulty_json, warned_json
from tests.packaging.conftest import Built
from tests.packaging.environments import ROOT, Environment, run
from tests.packaging.hooked import commit_all, put
from tests.packaging.recipes import action, environment, recipes, steps

_ZEROS = "0" * 40


class Action(NamedTuple):
    """The action, installed as its first step does.

    Attributes:
        temporary: the folder that GitHub gives a job for its own use.
    """

    temporary: Path

    def step(self, number: int, folder: Path, inputs: dict[str, str]) -> CompletedProcess[str]:
        """Run a step as GitHub does."""
        step = steps()[number]
        script = self.temporary / f"step-{number}.sh"
        script.write_text(step["run"], encoding="utf-8")
        env = {
            **environment(step, inputs, sys.executable),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(folder / ".summary"),
        }
        shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
        return run(*shell, script, cwd=folder, env=env)

    def check(self, folder: Path, **inputs: str) -> CompletedProcess[str]:
        """Run the step that checks, with inputs whose names have ``_`` for ``-``."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        return self.step(1, folder, given)


@pytest.fixture(scope="session")
def act(tmp_path_factory: pytest.TempPathFactory) -> Action:
    """Run the step that installs."""
    installed = Action(tmp_path_factory.mktemp("runner"))
    ran = installed.step(0, ROOT, {})
    assert ran.returncode == 0, ran.stderr
    return installed


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Commit reports, of which one has an error and one a warning."""
    put(
        tmp_path,
        {
            "clean.json": clean_json(),
            "年报/有 误.json": faulty_json(),
            "年报/警告.json": warned_json(),
            "tsconfig.json": "{ // none of ours\n}",
        },
    )
    commit_all(tmp_path)
    return tmp_path


def _paths(text: str) -> list[str]:
    return [each["path"] for each in json.loads(text)["documents"] if each["status"] == "read"]


def test_the_action_checks_the_repository_and_speaks_to_github(act: Action, site: Path) -> None:
    ran = act.check(site)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "::error file=年报/有 误.json," in ran.stdout
    assert "VAL004" in (site / ".summary").read_text(encoding="utf-8")
    assert not list(site.glob("*.egg-info"))


def test_the_action_takes_paths_and_formats_one_a_line(act: Action, site: Path) -> None:
    formats = "json\nsarif=.out 1.sarif\n\njunit=junit.xml\n"
    ran = act.check(site, paths="年报/有 误.json\nclean.json\n", formats=formats)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert _paths(ran.stdout) == ["年报/有 误.json", "clean.json"]
    assert json.loads((site / ".out 1.sarif").read_text(encoding="utf-8"))["runs"]
    assert "<testsuite" in (site / "junit.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "clean.json"}, 0),
        ({"paths": "年报/警告.json"}, 0),
        ({"paths": "年报/警告.json", "fail_on": "warning"}, 1),
        ({"fail_on": "never"}, 0),
        ({"profile": "audit"}, 0),
        ({"profile": "gate"}, 1),
        ({"profile": "gatee"}, 2),
        ({"formats": "json=out.json"}, 2),
        ({"since": "nosuch"}, 2),
        ({"paths": "missing.html\n" + "clean.json"}, 3),
    ],
)
def test_the_action_ends_as_the_run_does(
    act: Action, site: Path, inputs: dict[str, str], code: int
) -> None:
    assert act.check(site, **inputs).returncode == code


def test_the_action_checks_what_has_changed_where_it_is_told(act: Action, site: Path) -> None:
    put(site, {"clean.json": clean_json(title="青禾县档案局2024年政府信息公开工作年度报告")})
    ran = act.check(site, since="HEAD", formats="json", lang="en")
    assert _paths(ran.stdout) == ["clean.json"]
    assert ran.stderr == "nianbao: 1 changed since HEAD and checked, 3 unchanged and left out\n"
    for none in ("", _ZEROS):
        assert len(_paths(act.check(site, since=none, formats="json").stdout)) == 3


def test_the_action_speaks_the_language_it_is_told(act: Action, site: Path) -> None:
    assert "fix: " in act.check(site, formats="table", lang="en").stdout
    assert "改法：" in act.check(site, formats="table", lang="zh").stdout


def test_inputs_are_no_commands_and_no_patterns(act: Action, site: Path) -> None:
    paths = "$(touch hacked)\n`touch hacked`; touch hacked\n*.json\n-x\n$HOME"
    ran = act.check(site, paths=paths, formats="table", since="x; touch hacked")
    assert ran.returncode == 2
    ran = act.check(site, paths=paths, formats="table")
    assert ran.returncode == 3
    assert "*.json：未能读全：没有这个文件" in ran.stdout
    assert "-x：未能读全：没有这个文件" in ran.stdout
    assert not (site / "hacked").exists()
    assert not [step for step in steps() if "${{" in step["run"]]


def test_what_lies_in_the_repository_is_not_run(act: Action, site: Path) -> None:
    put(site, {"lxml.py": "open('hacked', 'w')\n", "nianbao.py": "open('hacked', 'w')\n"})
    assert "VAL004" in act.check(site).stdout
    assert not (site / "hacked").exists()


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("github-actions", (ROOT / "action.yml").read_text(encoding="utf-8")),
        ("github-workflows", recipes()["github"]),
        ("gitlab-ci", recipes()["gitlab"]),
    ],
    ids=["action", "workflow", "gitlab"],
)
def test_what_servers_read_fits_their_schemas(tmp_path: Path, schema: str, text: str) -> None:
    put(tmp_path, {"it.yml": text})
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}")
    ran = run(*command, "it.yml", cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_each_input_of_the_action_is_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", yaml.safe_dump(steps())))
    assert used == set(action()["inputs"])
    assert {"paths", "profile", "fail-on", "formats", "since"} <= used


def test_the_workflow_names_inputs_of_the_action() -> None:
    workflow = yaml.safe_load(recipes()["github"])
    (ours,) = (
        step
        for step in workflow["jobs"]["nianbao"]["steps"]
        if step["uses"].startswith("OWNER/nianbao@")
    )
    assert set(ours["with"]) == {"paths", "profile", "fail-on", "formats", "since"}
    assert set(ours["with"]) <= set(action()["inputs"])
    assert "sarif=nianbao.sarif" in ours["with"]["formats"].splitlines()


def test_the_job_for_gitlab_checks_and_writes_what_it_promises(
    installed: Environment, site: Path
) -> None:
    job = yaml.safe_load(recipes()["gitlab"])["nianbao"]
    install, check = job["script"]
    assert install == 'pip install --quiet "$NIANBAO"'
    put(site, {"reports/a b.json": faulty_json(), "archive/2024/c.json": clean_json()})
    base = commit_all(site)
    put(site, {"reports/a b.json": faulty_json() + "\n"})
    path = os.pathsep.join((str(installed.scripts), os.environ["PATH"]))
    env = {**job["variables"], "PATH": path}
    ran = run("bash", "-e", "-o", "pipefail", "-c", check, cwd=site, env=env)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "共 2 份文件：读取 2" in ran.stdout
    for report in job["artifacts"]["reports"].values():
        assert (site / report).is_file()
    env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = base
    ran = run("bash", "-e", "-o", "pipefail", "-c", check, cwd=site, env=env)
    assert ran.returncode == 1
    assert "有改动的 1 份列入检查，没有改动的 1 份未查" in ran.stderr


def test_the_script_for_any_shell_installs_and_checks(built: Built, site: Path) -> None:
    script = site / "check-reports.sh"
    script.write_text(recipes()["shell"], encoding="utf-8")
    env = {"NIANBAO": str(built.wheel)}
    ran = run("sh", script, cwd=site, env=env)
    assert ran.returncode == 1
    assert "共 4 份文件：读取 3，其他 1" in ran.stdout
    env |= {"PATHS": "clean.json\n年报/警告.json", "FORMATS": "table\njson=.out.json"}
    assert run("sh", script, cwd=site, env=env).returncode == 0
    assert _paths((site / ".out.json").read_text(encoding="utf-8")) == env["PATHS"].splitlines()
    assert run("sh", script, cwd=site, env={**env, "FAIL_ON": "warning"}).returncode == 1
    ran = run("sh", script, cwd=site, env={**env, "PROFILE": "audit", "SINCE": "HEAD"})
    assert ran.returncode == 0
    assert "没有改动的 2 份未查" in ran.stderr


def test_the_pipeline_for_jenkins_sets_what_the_script_takes() -> None:
    taken = set(re.findall(r"\$\{?([A-Z_]+)", recipes()["shell"])) - {"IFS", "NIANBAO"}
    assert taken == {"PATHS", "PROFILE", "FAIL_ON", "FORMATS", "SINCE"}
    assert set(re.findall(r"^ +([A-Z_]+) = ", recipes()["jenkins"], re.MULTILINE)) == taken
    assert "sh check-reports.sh" in recipes()["jenkins"]


def test_both_languages_have_the_same_recipes() -> None:
    def bare(document: str) -> dict[str, str]:
        return {
            name: re.sub(r" *(?:#(?!!)|//) .*", "", code)
            for name, code in recipes(document).items()
        }

    assert list(bare("ci.md")) == ["github", "gitlab", "shell", "jenkins"]
    assert bare("ci.zh.md") == bare("ci.md")
