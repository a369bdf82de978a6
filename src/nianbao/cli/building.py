"""From the options of the command line to a checker."""

from argparse import Namespace
from collections.abc import Iterable

from nianbao.app import Checker, Options, build_checker
from nianbao.cli.parsing import UsageError
from nianbao.model.text import Text
from nianbao.readers.files import MEBIBYTE
from nianbao.settings.finding import Finder

# A file of a tebibyte is no report.
_MOST = 1024 * 1024


def checker_of(options: Namespace) -> Checker:
    """Return the checker that the options and the settings ask for.

    Raises:
        UserError: something in them cannot be used.
    """
    return build_checker(asked_of(options), finder_of(options))


def finder_of(options: Namespace) -> Finder:
    """Return what finds the settings: one for the whole run, so that each file is read once."""
    if not hasattr(options, "finder"):
        options.finder = Finder(getattr(options, "settings", None) or "")
    finder: Finder = options.finder
    return finder


def asked_of(options: Namespace) -> Options:
    """Return what the command line asks for.

    Raises:
        UsageError: a value cannot be used.
    """
    asked = Options(
        select=_listed(getattr(options, "select", ())),
        ignore=_listed(getattr(options, "ignore", ())),
        plugins=tuple(getattr(options, "plugins", ())),
        rules=tuple(getattr(options, "rules", ())),
        blank=getattr(options, "blank", None),
        profile=getattr(options, "profile", None),
        fail_on=getattr(options, "fail_on", None),
        skip_other=getattr(options, "skip_other", False),
    )
    return _reading(asked, options)


def _listed(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _reading(asked: Options, options: Namespace) -> Options:
    """Add the options of reading, for commands that read."""
    if not hasattr(options, "max_size"):
        return asked
    if not 0 < options.max_size < _MOST:
        raise UsageError(
            Text(
                f"--max-size 应大于 0，小于 {_MOST}",
                f"--max-size must be above 0 and below {_MOST}",
            )
        )
    most = int(options.max_size * MEBIBYTE)
    return asked._replace(year=options.year, most_bytes=most)
