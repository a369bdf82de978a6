"""``nianbao new``: write a blank report."""

import os
import sys
from argparse import Namespace

from nianbao.cli.output import OutputError, require_writable, show, write
from nianbao.model.text import Language, Text
from nianbao.writers.blank import blank_report
from nianbao.writers.page import page_of


def run(options: Namespace, _language: Language) -> int:
    """Run the command and return its exit code."""
    if options.output:
        _require_free(options.output)
    report = blank_report(options.organ, options.year, options.edition)
    text = report.to_json() if options.format == "json" else page_of(report)
    if options.output:
        write(text, options.output)
    else:
        show(text, sys.stdout, utf8=True)
    return 0


def _require_free(path: str) -> None:
    """See that no work is lost: a report that was filled in is not written over by a blank one."""
    require_writable(path)
    if os.path.isfile(path) and os.path.getsize(path):
        raise OutputError(
            Text(
                "这个文件里已有内容，空白报告不覆盖它，请换一个文件名",
                "this file has content, which no blank report overwrites; give another name",
            ),
            path,
        )
