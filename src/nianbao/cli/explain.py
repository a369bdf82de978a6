"""``nianbao explain``: say all about one rule."""

import sys
from argparse import Namespace

from nianbao.cli.building import checker_of
from nianbao.cli.output import canvas_of, show
from nianbao.engine.select import named
from nianbao.formatters.catalogue import catalogue_json, explanation
from nianbao.model.text import Language


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    rule = named(checker_of(options).rules, options.rule)
    if options.format == "json":
        show(catalogue_json([rule]), sys.stdout, utf8=True)
    else:
        show(explanation(rule, canvas_of(language, sys.stdout)), sys.stdout)
    return 0
