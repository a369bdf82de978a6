"""Do programs that show findings beside a change take ours?"""

import json
from pathlib import Path

from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver

from nianbao.formatters.checkstyle import CheckstyleFormatter
from nianbao.formatters.gitlab import GitlabFormatter
from nianbao.protocols import Canvas
from tests.consumers.programs import MODULES, ran, written
from tests.formatters.pipelines import every_kind

_RDFORMAT = MODULES / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"
_TSC = MODULES / "typescript/bin/tsc"


def test_reviewdog_takes_each_line(folder: Path) -> None:
    files = []
    for number, line in enumerate(written("rdjsonl", folder).read_text("utf-8").splitlines()):
        files.append(folder / f"line-{number}.json")
        files[-1].write_text(line, encoding="utf-8")
    asked = ("--strict", "--no-extra-fields", "--format=json")
    judged = json.loads(ran("node", _RDFORMAT, *asked, *files))
    assert len(files) > 9
    assert (judged["validFiles"], judged["totalErrors"]) == (len(files), 0)
    assert judged["totalWarnings"] == 0


def test_code_quality_has_the_types_of_its_issues(tmp_path: Path) -> None:
    issues = GitlabFormatter().render(every_kind(), Canvas("zh"))
    typed = 'import type { Issue } from "codeclimate-types";\nexport const issues: Issue[] = '
    source = tmp_path / "issues.ts"
    source.write_text(f"{typed}{issues};", encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(MODULES)
    assert ran("node", _TSC, "--noEmit", "--strict", "--module", "nodenext", source) == ""


def test_a_reader_of_checkstyle_finds_lines_and_messages() -> None:
    whole = CheckstyleFormatter().render(every_kind(), Canvas("zh"))
    found = CheckstyleXmlDriver().parse_reports([whole])
    assert len(found) == len(every_kind().documents) - 2
    ((line, message),) = found["坏.json"]
    assert (line, message) == (3, "error: 未能读全：键“year”出现两次")
