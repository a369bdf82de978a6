"""``nianbao audit``: audit the reports of many organs and years against each other."""

import sys
from argparse import Namespace
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from nianbao.audit.cluster import NO_LIMIT, Cluster, cluster
from nianbao.audit.overview import Overview
from nianbao.audit.sharing import Shard, shard_from
from nianbao.auditor.auditing import Task, audit, put_together
from nianbao.cli.building import asked_of
from nianbao.cli.output import canvas_of, show
from nianbao.cli.parsing import UsageError
from nianbao.formatters.audit_progress import AuditProgress
from nianbao.formatters.audit_summary import audit_summary
from nianbao.model.text import Language, Text

# The first word in the place of a path; a folder of that name is written ./merge.
_MERGE = "merge"
_INCOMPLETE = 3
_DAY = 24 * 60 * 60
_KEPT = Text(
    "已完成的都已保存，再运行一次会接着做", "what was done is kept; another run goes on from there"
)


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    task, scheduler = _task(options, language), _scheduler(options)
    try:
        overview = _overview(task, language, scheduler)
    except KeyboardInterrupt:
        show(f"{_KEPT.get(language)}\n", sys.stderr)
        raise
    show(audit_summary(overview, canvas_of(language, sys.stdout)), sys.stdout)
    return 0 if overview.is_whole else _INCOMPLETE


def _overview(task: Task, language: Language, scheduler: str) -> Overview:
    first, *folders = task.paths
    if first == _MERGE and folders and not task.shard:
        return put_together(task._replace(paths=folders))
    with _executor(scheduler) as executor, AuditProgress(sys.stderr, language) as watch:
        if executor and task.time_limit and not executor.can_limit:
            show(f"nianbao: {NO_LIMIT.get(language)}\n", sys.stderr)
        return audit(task, watch, executor)


def _executor(scheduler: str) -> AbstractContextManager[Cluster | None]:
    return cluster(scheduler) if scheduler else nullcontext()


def _scheduler(options: Namespace) -> str:
    if bool(options.executor) != bool(options.scheduler):
        reason = Text(
            "--executor dask 和 --scheduler 要一起写", "--executor dask and --scheduler go together"
        )
        raise UsageError(reason)
    return options.scheduler or ""


def _task(options: Namespace, language: Language) -> Task:
    if options.jobs < 1:
        raise UsageError(Text("--jobs 应不小于 1", "--jobs must be 1 or more"))
    if not 0 <= options.time_limit <= _DAY:
        reason = Text(f"--time-limit 应在 0 到 {_DAY} 之间", f"--time-limit must be 0 to {_DAY}")
        raise UsageError(reason)
    return Task(
        paths=options.paths,
        out=options.out,
        as_of=_day(options.as_of),
        roster=options.roster or "",
        options=asked_of(options),
        settings=options.settings or "",
        jobs=options.jobs,
        time_limit=options.time_limit,
        shard=_shard(options.shard),
        language=language,
    )


def _shard(word: str | None) -> Shard | None:
    shard = shard_from(word) if word else None
    if word and shard is None:
        reason = Text(f"--shard 应写作 3/64，不是“{word}”", f'--shard takes 3/64, not "{word}"')
        raise UsageError(reason)
    return shard


def _day(word: str | None) -> date:
    try:
        return date.fromisoformat(word) if word else date.today()  # noqa: DTZ011  # the user's day
    except ValueError:
        reason = Text(
            f"--as-of 应写作 2025-04-01，不是“{word}”",
            f'--as-of takes a day such as 2025-04-01, not "{word}"',
        )
        raise UsageError(reason) from None
