"""Does --since check what has changed since a revision, and say what it left out?"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Cli, Process, Ran
from tests.cli.documents import clean_json, clean_page, faulty_json

Write = Callable[[str, str | bytes], str]


class Repository(NamedTuple):
    """A git repository."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """Run git in it and return what it prints."""
        author = ("-c", "user.name=tester", "-c", "user.email=tester@example.org")
        ran = subprocess.run(
            ["git", *author, *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return ran.stdout.strip()

    def commit(self) -> str:
        """Commit all that lies in it and return the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "All of it")
        return self.git("rev-parse", "HEAD")


def _begin(folder: Path) -> Repository:
    folder.mkdir(exist_ok=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Begin a repository in the folder of the test."""
    return _begin(tmp_path)


@pytest.fixture
def reports(repository: Repository, write: Write) -> Repository:
    """Commit three reports to it."""
    write("年报/云溪 镇.json", clean_json())
    write("年报/2020.html", clean_page("2019"))
    write("top.json", clean_json(title="另一份"))
    repository.commit()
    return repository


def _paths(ran: Ran) -> list[str]:
    return [each["path"] for each in json.loads(ran.out)["documents"]]


def _checked(cli: Cli, *arguments: str) -> list[str]:
    return _paths(cli("check", "--format=json", *arguments))


@pytest.mark.usefixtures("reports")
def test_what_has_changed_is_checked_and_the_rest_is_counted(cli: Cli, write: Write) -> None:
    write("年报/云溪 镇.json", faulty_json())
    ran = cli("check", "--since", "HEAD")
    assert ran.code == 1
    assert "年报/云溪 镇.json\n" in ran.out
    assert "2020.html" not in ran.out
    assert ran.err == "nianbao：HEAD 以来有改动的 1 份列入检查，没有改动的 2 份未查\n"
    assert cli("check", "--since", "HEAD", "--lang=en").err == (
        "nianbao: 1 changed since HEAD and checked, 2 unchanged and left out\n"
    )


@pytest.mark.usefixtures("reports")
def test_where_nothing_has_changed_the_run_passes(cli: Cli) -> None:
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (0, "没有要检查的文件\n")
    assert "有改动的 0 份列入检查，没有改动的 3 份未查" in ran.err


def test_commits_the_index_and_new_files_all_count(
    cli: Cli, write: Write, reports: Repository
) -> None:
    reports.git("tag", "published")
    write("top.json", faulty_json())
    reports.commit()
    write("staged.json", clean_json())
    reports.git("add", "staged.json")
    write("年报/新 的.json", clean_json())
    assert _checked(cli, "--since", "published") == ["staged.json", "top.json", "年报/新 的.json"]
    assert _checked(cli, "--since", "HEAD") == ["staged.json", "年报/新 的.json"]


def test_what_others_did_since_the_branch_began_does_not_count(
    cli: Cli, write: Write, reports: Repository
) -> None:
    reports.git("checkout", "--quiet", "-b", "draft")
    write("draft.json", clean_json())
    reports.commit()
    reports.git("checkout", "--quiet", "main")
    write("top.json", faulty_json())
    reports.commit()
    reports.git("checkout", "--quiet", "draft")
    assert _checked(cli, "--since", "main") == ["draft.json"]


def test_branches_without_common_history_are_compared_as_they_are(
    cli: Cli, write: Write, reports: Repository
) -> None:
    reports.git("checkout", "--quiet", "--orphan", "anew")
    write("top.json", faulty_json())
    assert _checked(cli, "--since", "main") == ["top.json"]
    reports.commit()
    assert _checked(cli, "--since", "main") == ["top.json"]


def test_paths_in_and_seen_from_a_folder_are_found(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, reports: Repository
) -> None:
    write("年报/云溪 镇.json", faulty_json())
    write("top.json", faulty_json())
    reports.git("config", "diff.relative", "true")
    assert _checked(cli, "--since", "HEAD", "年报") == ["年报/云溪 镇.json"]
    monkeypatch.chdir(reports.folder / "年报")
    assert _checked(cli, "--since", "HEAD") == ["云溪 镇.json"]
    assert _checked(cli, "--since", "HEAD", "..") == ["../top.json", "../年报/云溪 镇.json"]


def test_deleted_and_renamed_files_are_named(cli: Cli, reports: Repository) -> None:
    reports.git("mv", "年报/2020.html", "年报/改名 2020.html")
    (reports.folder / "top.json").unlink()
    ran = cli("check", "--since=HEAD", "--format=json")
    assert _paths(ran) == ["年报/改名 2020.html"]
    assert ran.err.splitlines() == [
        "nianbao：HEAD 以来有改动的 1 份列入检查，没有改动的 1 份未查",
        "nianbao：已删除，未查：top.json",
        "nianbao：已改名：年报/2020.html → 年报/改名 2020.html",
    ]
    english = cli("check", "--since=HEAD", "--lang=en").err.splitlines()
    assert english[1:] == [
        "nianbao: deleted, not checked: top.json",
        "nianbao: renamed: 年报/2020.html → 年报/改名 2020.html",
    ]


def test_reports_that_are_merely_alike_were_not_renamed(
    cli: Cli, write: Write, reports: Repository
) -> None:
    (reports.folder / "top.json").unlink()
    write("new.json", clean_json(title="青禾县档案局的一份"))
    reports.git("add", "--all")
    ran = cli("check", "--since=HEAD")
    assert "已删除，未查：top.json" in ran.err
    assert "已改名" not in ran.err


def test_a_named_file_or_folder_that_is_gone_is_left_out(cli: Cli, reports: Repository) -> None:
    reports.git("rm", "-r", "--quiet", "年报")
    reports.git("mv", "top.json", "moved.json")
    ran = cli("check", "--since=HEAD", "年报", "top.json")
    assert (ran.code, ran.out) == (0, "没有要检查的文件\n")
    assert [line.rpartition("：")[2] for line in ran.err.splitlines()[1:]] == [
        "年报/2020.html",
        "年报/云溪 镇.json",
        "top.json → moved.json",
    ]


def test_a_named_file_that_git_never_knew_is_still_missing(cli: Cli, reports: Repository) -> None:
    assert reports.folder.is_dir()
    ran = cli("check", "--since=HEAD", "mising.html")
    assert ran.code == 3
    assert "mising.html：未能读全：没有这个文件" in ran.out


def test_files_of_other_kinds_that_are_gone_are_not_named(
    cli: Cli, write: Write, repository: Repository
) -> None:
    for name in ("style.css", ".cache/a.html", "node_modules/a.html", "top.json"):
        write(name, clean_json())
    repository.commit()
    for name in ("style.css", ".cache/a.html", "node_modules/a.html"):
        (repository.folder / name).unlink()
    assert len(cli("check", "--since=HEAD").err.splitlines()) == 1


def test_a_file_that_git_forgot_but_that_lies_there_is_new(cli: Cli, reports: Repository) -> None:
    reports.git("rm", "--cached", "--quiet", "top.json")
    ran = cli("check", "--since=HEAD", "--format=json")
    assert _paths(ran) == ["top.json"]
    assert "已删除" not in ran.err


def test_many_names_are_counted(cli: Cli, write: Write, repository: Repository) -> None:
    names = [write(f"{number:02}.json", clean_json()) for number in range(13)]
    repository.commit()
    for name in names:
        (repository.folder / name).unlink()
    ran = cli("check", "--since=HEAD")
    assert ran.code == 0
    assert ran.err.splitlines()[-2:] == [
        "nianbao：已删除，未查：09.json",
        "nianbao：已删除，未查：另有 3 份",
    ]


def test_what_git_ignores_is_not_new(cli: Cli, write: Write, reports: Repository) -> None:
    write(".gitignore", "build/\n")
    reports.commit()
    write("build/2024.json", faulty_json())
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (0, "没有要检查的文件\n")
    assert "没有改动的 4 份未查" in ran.err


def test_a_repository_inside_counts_as_a_whole(cli: Cli, write: Write, reports: Repository) -> None:
    assert reports.folder.is_dir()
    write("inside/2024.json", clean_json())
    inside = _begin(reports.folder / "inside")
    inside.commit()
    assert _checked(cli, "--since=HEAD") == ["inside/2024.json"]
    reports.git("-c", "advice.addEmbeddedRepo=false", "add", "inside")
    reports.commit()
    assert _checked(cli, "--since=HEAD") == []
    write("inside/2024.json", faulty_json())
    assert _checked(cli, "--since=HEAD") == ["inside/2024.json"]


def test_a_link_changes_with_what_it_leads_to(
    cli: Cli, write: Write, repository: Repository
) -> None:
    write("drafts/2024.json", clean_json())
    (repository.folder / "site").mkdir()
    (repository.folder / "site" / "2024.json").symlink_to("../drafts/2024.json")
    repository.commit()
    assert _checked(cli, "--since=HEAD", "site") == []
    write("drafts/2024.json", faulty_json())
    assert _checked(cli, "--since=HEAD", "site") == ["site/2024.json"]


def test_a_folder_that_may_not_be_listed_is_still_named(as_owner: Cli, reports: Repository) -> None:
    locked = reports.folder / "年报"
    locked.chmod(0)
    try:
        code, out, _ = as_owner("check", "--since=HEAD", "年报")
    finally:
        locked.chmod(0o700)
    assert code == 3
    assert "年报：未能读全：没有读取权限" in out


def test_files_that_were_only_touched_have_not_changed(cli: Cli, reports: Repository) -> None:
    for path in reports.folder.rglob("*.json"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert _checked(cli, "--since=HEAD") == []


def test_names_that_are_no_text_are_found_and_shown_escaped(
    process: Process, reports: Repository
) -> None:
    name = os.fsdecode(b"\xc4\xea\xb1\xa8.json")
    (reports.folder / name).write_text(clean_json(), encoding="utf-8")
    reports.commit()
    (reports.folder / name).unlink()
    ran = process.run("check", "--since=HEAD~1")
    assert ran.returncode == 0
    assert b"udcc4" not in process.run("check", "--since=HEAD").stdout
    assert "已删除，未查：\\udcc4" in process.run("check", "--since=HEAD").stderr.decode()


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("revision", ["nosuch", "main..main", "-x", "", "0" * 40, "HEAD:top.json"])
def test_a_revision_that_there_is_not_is_one_line(cli: Cli, revision: str) -> None:
    ran = cli("check", f"--since={revision}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"nianbao：没有 git 版本“{revision}”，请写分支、标签或提交\n"
    english = cli("check", f"--since={revision}", "--lang=en", "--skip-other")
    assert (english.code, english.out) == (2, "")
    (line,) = english.err.splitlines()
    assert line.startswith(f'nianbao: there is no git revision "{revision}"; name a branch')


def test_a_repository_without_commits_has_no_revision(
    cli: Cli, write: Write, repository: Repository
) -> None:
    assert repository.folder.is_dir()
    write("top.json", clean_json())
    assert "没有 git 版本“HEAD”" in cli("check", "--since=HEAD").err


def test_outside_of_a_repository_is_one_line(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write("clean.json", clean_json())
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line == (
        "nianbao：--since 要在 git 仓库里运行，当前文件夹用不了："
        "它不在任何仓库里，请换到仓库的文件夹再运行"
    )


def test_a_repository_of_another_user_is_named_with_the_remedy(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, reports: Repository
) -> None:
    assert reports.folder.is_dir()
    # As in a container whose user is another than the one of the clone.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "仓库属于另一个用户" in line
    assert "safe.directory" in line


def test_what_else_git_objects_to_is_passed_on(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, reports: Repository
) -> None:
    monkeypatch.setenv("GIT_DIR", str(reports.folder / ".git"))
    config = reports.folder / ".git" / "config"
    config.write_text("[core\n", encoding="utf-8")
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "git 说：fatal: bad config" in line


def test_without_git_it_is_one_line(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    write("clean.json", clean_json())
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "nianbao：--since 要用 git，这里没有找到，请先安装\n"


def test_a_repository_that_is_damaged_is_one_line(cli: Cli, reports: Repository) -> None:
    (reports.folder / ".git" / "index").write_bytes(b"damaged")
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("nianbao：git 出错：")


def test_a_file_outside_of_the_repository_is_refused(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site = _begin(tmp_path / "site")
    write("site/2024.json", clean_json())
    site.commit()
    write("elsewhere/2024.json", clean_json())
    monkeypatch.chdir(site.folder)
    ran = cli("check", "--since=HEAD", ".", "../elsewhere")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("nianbao：../elsewhere/2024.json：不在当前文件夹所属的 git 仓库")


@pytest.mark.usefixtures("repository")
def test_nothing_to_check_is_as_wrong_as_ever(cli: Cli, reports: Repository) -> None:
    (reports.folder / "empty").mkdir()
    assert cli("check", "--since=HEAD", "empty").err == "nianbao：没有找到要检查的文件\n"
    assert cli("check", "--since=HEAD", "empty", "--skip-other").code == 0


def test_standard_input_has_no_revision(cli: Cli) -> None:
    ran = cli("check", "-", "--since=HEAD")
    assert (ran.code, ran.out, ran.err) == (2, "", "nianbao：- 不能与 --since 同用\n")


def test_a_partial_clone_fetches_nothing(
    cli: Cli,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    reports: Repository,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    first = reports.git("rev-parse", "HEAD")
    write("top.json", faulty_json())
    reports.git("mv", "年报/2020.html", "2020.html")
    reports.commit()
    reports.git("config", "uploadpack.allowFilter", "true")
    folder = tmp_path_factory.mktemp("partial") / "clone"
    reports.git("clone", "-q", "--filter=blob:none", reports.folder.as_uri(), str(folder))
    monkeypatch.chdir(folder)
    trace = folder.parent / "trace"
    monkeypatch.setenv("GIT_TRACE_PACKET", str(trace))
    ran = cli("check", "--format=json", "--since", first)
    assert _paths(ran) == ["2020.html", "top.json"]
    assert "已改名：年报/2020.html → 2020.html" in ran.err
    assert f"没有 git 版本“{'1' * 40}”" in cli("check", "--since", "1" * 40).err
    assert not trace.exists()


def _shallow(reports: Repository, folder: Path, depth: int, branch: str) -> Repository:
    source = reports.folder.as_uri()
    reports.git("clone", "-q", "--depth", str(depth), "--branch", branch, source, str(folder))
    return Repository(folder)


def test_a_shallow_clone_says_how_to_deepen_it(
    cli: Cli,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    reports: Repository,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    first = reports.git("rev-parse", "HEAD")
    write("top.json", faulty_json())
    reports.commit()
    clone = _shallow(reports, tmp_path_factory.mktemp("shallow") / "clone", 1, "main")
    monkeypatch.chdir(clone.folder)
    ran = cli("check", "--since", first)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"nianbao：没有 git 版本“{first}”：这是浅克隆")
    assert "git fetch --deepen=100" in line
    assert "fetch-depth: 0" in line
    clone.git("fetch", "--quiet", "--deepen=100")
    assert _checked(cli, "--since", first) == ["top.json"]


def test_a_shallow_clone_of_two_branches_says_it_too(
    cli: Cli,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    reports: Repository,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    reports.git("checkout", "--quiet", "-b", "draft")
    write("draft.json", clean_json())
    reports.commit()
    clone = _shallow(reports, tmp_path_factory.mktemp("shallow") / "clone", 1, "draft")
    clone.git("fetch", "--quiet", "--depth=1", "origin", "main:main")
    monkeypatch.chdir(clone.folder)
    assert _checked(cli, "--since", "HEAD") == []
    ran = cli("check", "--since", "main", "--lang=en")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith('nianbao: this commit and "main" share no history that is here: ')
    assert "--unshallow" in line
    clone.git("fetch", "--quiet", "--unshallow")
    assert _checked(cli, "--since", "main") == ["draft.json"]


@pytest.mark.usefixtures("reports")
def test_an_error_in_settings_is_said_alone(cli: Cli, write: Write) -> None:
    write("nianbao.toml", 'rules = ["规则"]\n'.encode("gb18030"))
    write("top.json", faulty_json())
    ran = cli("check", "--since=HEAD")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "设置文件不是 UTF-8" in line
