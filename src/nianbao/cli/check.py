"""``nianbao check``: check files and folders."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from nianbao.checker import Checker, NothingToCheckError
from nianbao.cli.building import checker_of
from nianbao.cli.output import show
from nianbao.cli.parsing import UsageError
from nianbao.cli.targets import Target, targets_of, write_all
from nianbao.model.text import Language, Text
from nianbao.result import Result
from nianbao.version import VERSION

_STDIN = "-"
Watch = Callable[[int, int], None]
_NO_RULES = Text(
    "按 --select、--ignore 和设置，没有规则可运行，请少去掉一些",
    "by --select, --ignore and the settings no rule is left to run; leave out fewer",
)


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    checker = checker_of(options)
    if not checker.rules and (options.select or options.ignore):
        raise UsageError(_NO_RULES)
    paths = [path for path in options.paths or ["."] if path != _STDIN]
    targets = targets_of(options.formats, options.output, paths, checker)
    summary = _summary_file(targets)
    checker = checker._replace(keeps_reports=any(map(_draws, targets)))
    try:
        with _watching(language) as watch:
            result = _checked(options, checker._replace(watch=watch), language)
    except NothingToCheckError:
        if not options.skip_other:
            raise
        result, targets = _nothing(checker), list(filter(_is_awaited, targets))
    write_all(result, targets, language)
    if summary:
        from nianbao.cli.job_summary import add_summary  # noqa: PLC0415  # for GitHub alone

        add_summary(result, summary, language)
    return exit_code(result)


def _watching(language: Language) -> AbstractContextManager[Watch | None]:
    """Return what tells on a terminal how far the run is."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from nianbao.cli.progress import Progress  # noqa: PLC0415  # for terminals alone

    return Progress(sys.stderr, language)


def _nothing(checker: Checker) -> Result:
    return Result((), VERSION, checker.digest, checker.manner().profile)


def _is_awaited(target: Target) -> bool:
    """Tell whether an output is wanted even of nothing: the next step of a pipeline needs its file.

    People need not be told.
    """
    return bool(target.path) or target.formatter.for_machines


def _summary_file(targets: Sequence[Target]) -> str:
    """Return where the summary of the job goes, ``""`` where the run says nothing to GitHub."""
    if all(target.formatter.name != "github" for target in targets):
        return ""
    from nianbao.cli.job_summary import summary_file  # noqa: PLC0415  # for GitHub alone

    return summary_file()


def _draws(target: Target) -> bool:
    # Formatters of plug-ins may say nothing of it.
    return bool(getattr(target.formatter, "needs_reports", False))


def _checked(options: Namespace, checker: Checker, language: Language) -> Result:
    paths: Sequence[str] = options.paths or ["."]
    if _STDIN in paths:
        return _standard_input(options, checker)
    if options.since is not None:
        return _since(options.since, paths, checker, language)
    return checker.check(paths)


def _standard_input(options: Namespace, checker: Checker) -> Result:
    if len(options.paths) > 1:
        raise UsageError(Text("- 不能与其他路径同用", "- cannot go with other paths"))
    if options.since is not None:
        raise UsageError(Text("- 不能与 --since 同用", "- cannot go with --since"))
    return checker.check_data(options.stdin_filename or "<stdin>", sys.stdin.buffer.read())


def _since(revision: str, paths: Sequence[str], checker: Checker, language: Language) -> Result:
    """Check what has changed, and say on standard error what was left out."""
    from nianbao.cli.changed import chosen_since, notes  # noqa: PLC0415  # where it is asked for

    chosen = chosen_since(revision, paths, checker.suffixes)
    result = checker.check_files(chosen.files)
    colon = Text("：", ": ").get(language)
    for note in notes(chosen, revision):
        show(f"nianbao{colon}{note.get(language)}\n", sys.stderr)
    return result


def exit_code(result: Result) -> int:
    """Return 3 where something could not be read or crashed, 1 on grave enough findings, else 0."""
    documents = result.documents
    if any(document.status == "unreadable" or document.crashed for document in documents):
        return 3
    return int(any(document.fails for document in documents))
