"""``nianbao rules``: list the rules in use."""

import sys
from argparse import Namespace

from nianbao.cli.building import checker_of
from nianbao.cli.output import canvas_of, show
from nianbao.formatters.catalogue import catalogue_json, catalogue_table
from nianbao.model.text import Language


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    rules = checker_of(options).rules
    if options.format == "json":
        show(catalogue_json(rules), sys.stdout, utf8=True)
    else:
        show(catalogue_table(rules, canvas_of(language, sys.stdout)), sys.stdout)
    return 0
