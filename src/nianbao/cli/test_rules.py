"""``nianbao test-rules``: run the examples of the rules."""

import sys
from argparse import Namespace

from nianbao.app import Options, build_checker
from nianbao.cli.output import canvas_of, show
from nianbao.cli.packs import rules_of, selectors, together
from nianbao.engine.select import chosen
from nianbao.examples import trials_of
from nianbao.formatters.trials import trials_json, trials_page
from nianbao.model.text import Language
from nianbao.trial import Trial


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    trials = _trials(options)
    if options.format == "json":
        show(trials_json(trials, language), sys.stdout, utf8=True)
    else:
        show(trials_page(trials, canvas_of(language, sys.stdout)), sys.stdout)
    return int(not all(trial.holds for trial in trials))


def _trials(options: Namespace) -> list[Trial]:
    """Try the rules of the folders, else those of the package and the plug-ins.

    Settings count for nothing here: examples show what a rule says, not what someone makes of it.
    """
    known = build_checker(Options(plugins=tuple(options.plugins))).offered
    own = rules_of(options.folders)
    company = together(own, known)
    select, ignore = selectors(options.select), selectors(options.ignore)
    tested = chosen(own or known, select, ignore)
    return [trial for rule in tested for trial in trials_of(rule, company)]
