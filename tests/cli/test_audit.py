"""Does ``nianbao audit`` speak to people: summary, exit code, one clear line for what is wrong?"""

import sqlite3
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from nianbao.audit.store import NAME, Store
from tests.audit.county import ROSTER, report, settle, write
from tests.cli.conftest import Cli

_DAY = ("--as-of", "2025-06-01", "--time-limit", "0")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return settle(tmp_path / "in", (2023, 2024))


def test_the_summary_tells_verdicts_rules_and_organs(folder: Path, cli: Cli) -> None:
    write(folder, "a.json", report("青禾县档案局", 2022, {"/requests/received/total": 5}))
    ran = cli("audit", str(folder), "--out", "out", *_DAY)
    assert ran.code == 0
    assert ran.err == ""
    lines = ran.out.splitlines()
    assert lines[-2:] == [
        "共 7 份：可以发布 6，须改 1，未能读全 0，不是年报 0",
        f"新发现 {_count(lines)}，仍存在 0，已改正 0，又出现 0",
    ]
    assert any(line.split() == ["SUM003", "错误", "1", "1"] for line in lines)
    assert any(line.startswith("青禾县档案局") for line in lines)


def _count(lines: list[str]) -> int:
    """Return the sum of the findings that the table of rules counts."""
    head = next(number for number, line in enumerate(lines) if line.startswith("规则"))
    tail = next(number for number, line in enumerate(lines) if line.startswith("机关"))
    return sum(int(line.split()[2]) for line in lines[head + 1 : tail])


def test_the_summary_in_english_holds_no_chinese_but_names(folder: Path, cli: Cli) -> None:
    ran = cli("audit", str(folder), "--out", "out", "--lang", "en", *_DAY)
    assert ran.out.splitlines()[-2].startswith("6 documents: ready 6, to correct 0")
    assert ran.out.splitlines()[-1].startswith("new ")


def test_what_could_not_be_read_is_named_and_the_exit_code_says_so(folder: Path, cli: Cli) -> None:
    ran = cli("audit", str(folder), "none.html", "--out", "out", *_DAY)
    assert ran.code == 3
    assert "none.html: 没有这个文件" in ran.out


def test_names_that_lead_out_of_a_zip_are_named(folder: Path, cli: Cli) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("../up.json", "{}")
    ran = cli("audit", str(folder), "--out", "out", *_DAY)
    assert ran.code == 3
    assert "a.zip!/../up.json: 压缩包里的路径指向包外，不予读取" in ran.out


def test_an_organ_that_its_name_does_not_tell_is_named_without_a_roster_too(
    folder: Path, cli: Cli
) -> None:
    write(folder, "a.json", report("民政局", 2024))
    ran = cli("audit", str(folder), "--out", "out", *_DAY)
    assert "a.json: 看不出“民政局”是哪一级的什么机关" in ran.out
    assert "名单" not in ran.out


def test_an_output_folder_that_holds_all_reports_is_told(folder: Path, cli: Cli) -> None:
    for out in (folder, folder.parent):
        ran = cli("audit", str(folder), "--out", str(out), *_DAY)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
        assert "报告都在输出文件夹里" in ran.err
    assert not (folder / NAME).exists()


def test_a_manifest_row_without_a_file_is_named_and_the_rest_is_audited(
    folder: Path, cli: Cli
) -> None:
    rows = "organ,path\n青禾县档案局,in/青禾县档案局/2024.json\n青禾县档案局,\n,in/gone.json\n"
    (folder.parent / "list.csv").write_text(rows, encoding="utf-8")
    ran = cli("audit", "list.csv", "--out", "out", *_DAY)
    assert ran.code == 3
    assert "list.csv:3: 清单的这一行没有写文件" in ran.out
    assert "in/gone.json: 没有这个文件" in ran.out
    assert "共 3 份：可以发布 1" in ran.out


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "青禾县人民政府,青禾县档案局\n青禾县档案局,青禾县人民政府\n",
            "roster.csv:2：上级或并入成了环",
        ),
        ("青禾县档案局,\n青禾县档案局,\n", "roster.csv:3：“青禾县档案局”与第 2 行"),
        ("青禾县档案局,白石县人民政府\n", "roster.csv:2：名单里没有“白石县人民政府”"),
    ],
    ids=["loop", "twice", "unknown-parent"],
)
def test_a_roster_that_cannot_be_so_is_one_line(
    folder: Path, cli: Cli, rows: str, said: str
) -> None:
    Path("roster.csv").write_text(f"机关,上级\n{rows}", encoding="utf-8")
    ran = cli("audit", str(folder), "--out", "out", "--roster", "roster.csv", *_DAY)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert said in ran.err
    assert not Path("out").exists()


def test_a_folder_of_another_version_is_told_and_left_as_it_is(folder: Path, cli: Cli) -> None:
    cli("audit", str(folder), "--out", "out", *_DAY)
    base = sqlite3.connect(Path("out") / NAME)
    base.execute("PRAGMA user_version = 1")
    base.close()
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    ran = cli("audit", str(folder), "--out", "out", *_DAY)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "另一个版本的 nianbao" in ran.err
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before


def test_check_shows_the_words_that_last_year_had_too(folder: Path, cli: Cli) -> None:
    ran = cli("check", str(folder / "青禾县档案局"), "--select", "YOY005")
    lines = [line.strip() for line in ran.out.splitlines()]
    assert any("本报告 · 一、总体情况：" in line for line in lines)
    assert any("另一份 · 一、总体情况：" in line for line in lines)


def test_organs_that_are_not_sure_are_named(folder: Path, cli: Cli) -> None:
    Path("roster.csv").write_text(ROSTER, encoding="utf-8")
    write(folder, "a.json", report("青禾县民政局", 2024))
    unnamed = report("青禾县档案局", 2024)
    del unnamed["organ"], unnamed["title"]
    write(folder, "b.json", unnamed)
    ran = cli("audit", str(folder), "--out", "out", "--roster", "roster.csv", *_DAY)
    assert "a.json: “青禾县民政局”不在名单里" in ran.out
    assert "b.json: 看不出是哪个机关的报告" in ran.out
    write(folder, "c.json", report("云溪镇", 2022))
    ran = cli("audit", str(folder), "--out", "other", *_DAY)
    assert "c.json: “云溪镇”可能是青禾县云溪镇，没有合并" in ran.out


def test_long_lists_end_in_a_count(folder: Path, cli: Cli) -> None:
    names = [f"none-{number:02}.html" for number in range(14)]
    ran = cli("audit", str(folder), *names, "--out", "out", *_DAY)
    assert "none-09.html" in ran.out
    assert "none-10.html" not in ran.out
    assert "……还有 4 项" in ran.out


def test_a_document_over_the_time_limit_is_given_up(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, "a.json", report("青禾县档案局", 2024))
    ran = cli("audit", "a.json", "--out", "out", "--time-limit", "0.001")
    assert ran.code == 3
    assert "a.json: 读了 0.001 秒还没读完，已放弃（--time-limit 可调）" in ran.out
    ran = cli("audit", "a.json", "--out", "out", "--time-limit", "60")
    assert ran.code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("audit", "--out", "out"), "缺少参数：路径"),
        (("audit", "in"), "缺少参数：--out"),
        (("audit", "in", "--out", "out", "--jobs", "0"), "--jobs 应不小于 1"),
        (
            ("audit", "in", "--out", "out", "--time-limit", "-1"),
            "--time-limit 应在 0 到 86400 之间",
        ),
        (
            ("audit", "in", "--out", "out", "--time-limit", "nan"),
            "--time-limit 应在 0 到 86400 之间",
        ),
        (
            ("audit", "in", "--out", "out", "--as-of", "明天"),
            "--as-of 应写作 2025-04-01，不是“明天”",
        ),
        (("audit", "in", "--out", "out", "--roster", "no.csv"), "no.csv：读不了这个文件"),
        (("audit", "empty", "--out", "out"), "没有找到要检查的文件"),
        (("audit", "in", "--out", "out", "--select", "XYZ"), "XYZ"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    folder: Path, cli: Cli, words: tuple[str, ...], said: str
) -> None:
    (folder.parent / "empty").mkdir()
    ran = cli(*words)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not Path("out").exists()


def test_a_folder_in_use_is_told(folder: Path, cli: Cli) -> None:
    with Store("out"):
        ran = cli("audit", str(folder), "--out", "out", *_DAY)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert f"{NAME}：另一次审核正在使用这个文件夹" in ran.err


def test_without_a_day_today_counts(folder: Path, cli: Cli) -> None:
    cli("audit", str(folder), "--out", "out", "--time-limit", "0")
    assert f'"as_of": "{date.today().isoformat()}"' in Path("out/run.json").read_text("utf-8")  # noqa: DTZ011  # as the command does


def test_the_command_shares_and_merges(folder: Path, cli: Cli) -> None:
    for number in ("1", "2"):
        assert cli("audit", str(folder), "--out", number, "--shard", f"{number}/2", *_DAY).code == 0
    ran = cli("audit", "merge", "1", "2", "--out", "out", *_DAY)
    assert ran.code == 0
    assert ran.out == cli("audit", str(folder), "--out", "whole", *_DAY).out
    ran = cli("audit", str(folder), "--out", "out", "--shard", "3")
    assert (ran.code, ran.err) == (2, "nianbao：--shard 应写作 3/64，不是“3”\n")


@pytest.mark.parametrize("words", [("--executor", "dask"), ("--scheduler", "tcp://127.0.0.1:9")])
def test_a_cluster_takes_its_kind_and_its_address(
    folder: Path, cli: Cli, words: tuple[str, str]
) -> None:
    ran = cli("audit", str(folder), "--out", "out", *_DAY, *words)
    assert ran.code == 2
    assert ran.err == "nianbao：--executor dask 和 --scheduler 要一起写\n"


def test_a_cluster_without_dask_is_one_clear_line(
    folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    there = ("--executor", "dask", "--scheduler", "tcp://127.0.0.1:9", "--lang", "en")
    ran = cli("audit", str(folder), "--out", "out", *there, *_DAY)
    assert ran.code == 2
    assert ran.err == "nianbao: --executor dask takes distributed: pip install nianbao[dask]\n"
    assert not Path("out").exists()
