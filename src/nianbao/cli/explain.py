"""``nianbao explain``: say all about one rule."""

import sys
from argparse import Namespace

from nianbao.cli.building import checker_of
from nianbao.cli.output import canvas_of, show
from nianbao.cli.packs import together
from nianbao.engine.select import named
from nianbao.examples import trials_of
from nianbao.formatters.catalogue import catalogue_json, explanation
from nianbao.model.text import Language


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    checker = checker_of(options)
    # What settings leave out can still be explained.
    rule = named([*checker.rules, *checker.offered], options.rule)
    trials = trials_of(rule, together([rule], checker.offered))
    if options.format == "json":
        show(catalogue_json([rule], trials), sys.stdout, utf8=True)
    else:
        show(explanation(rule, canvas_of(language, sys.stdout), trials), sys.stdout)
    return 0
