"""What is an audit asked, and how is it done?"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from datetime import date
from itertools import chain

from nianbao.app import Options, build_checker
from nianbao.audit.batches import Crew
from nianbao.audit.cluster import Cluster
from nianbao.audit.hands import Hands
from nianbao.audit.items import Intake, Item
from nianbao.audit.overview import Overview, overview_of
from nianbao.audit.roster_file import roster_from
from nianbao.audit.run import Charge, Outcome, conclude, take_in
from nianbao.audit.sharing import Shard, merge
from nianbao.audit.store import Store
from nianbao.audit.watch import Silent, Watch
from nianbao.auditor.judging import JudgeMaker, Marks
from nianbao.auditor.outputs import Outputs
from nianbao.checker import Checker, NothingToCheckError
from nianbao.engine.sketches import require_sketches
from nianbao.errors import UserError
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.readers.files import whole_path
from nianbao.settings.finding import Finder

TIME_LIMIT = 60.0
# Of so many reports a year alone may well have more than can be compared each with each.
MANY = 1_000


class Task(Record):
    """What is audited, and how.

    Attributes:
        paths: folders, archives, manifests and documents.
        out: the folder of the outputs.
        as_of: the day by which reports must be there.
        roster: the file that says who must report, or ``""``.
        options: how to check.
        settings: the settings file for all documents, or ``""``.
        jobs: how many processes.
        time_limit: the most seconds that a document may take; 0: no limit.
        shard: the part of the documents that is taken, without any output; None: all.
        language: of the outputs.
    """

    paths: Sequence[str]
    out: str
    as_of: date
    roster: str = ""
    options: Options = Options()
    settings: str = ""
    jobs: int = 1
    time_limit: float = TIME_LIMIT
    shard: Shard | None = None
    language: Language = "zh"


_SILENT = Silent()


def audit(
    task: Task,
    watch: Watch = _SILENT,
    executor: Executor | None = None,
) -> Overview:
    """Audit documents, write the outputs, and return the numbers.

    Args:
        task: what is asked.
        watch: is told of each step.
        executor: runs the work in the place of processes of our own; each of its workers must be
            able to import this package.

    Raises:
        UserError: something cannot be used, or there is nothing to check.
    """
    desk = _desk(task)
    intake = Intake(desk.checker.suffixes, task.options.most_bytes, task.out)
    files = intake.files(task.paths)
    watch.begin(len(files))
    is_sketched = len(files) > MANY and any(rule.scope == "area" for rule in desk.checker.rules)
    if is_sketched:
        require_sketches()
    items = _at_least_one(intake.items(files), task)
    maker = JudgeMaker(desk.checker.options, task.settings, sketches=is_sketched)
    jobs = executor.width if isinstance(executor, Cluster) else task.jobs
    crew, hands = Crew(maker, jobs, task.time_limit, executor), Hands(jobs, executor)
    if task.shard:
        items = filter(task.shard.takes, items)
    with Store(task.out) as store:
        is_changed = take_in(store, items, crew, desk.charge, watch)
        outcome = conclude(store, desk.charge, is_changed=is_changed, is_part=bool(task.shard))
        return _told(store, outcome, desk, task, hands)


def put_together(task: Task) -> Overview:
    """Put the parts of an audit together, compare the reports, and write the outputs.

    Args:
        task: what is asked; its paths are the folders of the parts.

    Raises:
        UserError: something cannot be used.
    """
    desk = _desk(task)
    with Store(task.out) as store:
        merge(store, task.paths, desk.charge.rules_mark)
        outcome = conclude(store, desk.charge, is_changed=True)
        return _told(store, outcome, desk, task, Hands(task.jobs))


class _Desk(Record):
    """A checker, and by what it judges."""

    checker: Checker
    charge: Charge


def _desk(task: Task) -> _Desk:
    checker = build_checker(task.options._replace(profile="audit"), Finder(task.settings))
    marks = Marks(checker)
    roster = roster_from(task.roster) if task.roster else None
    return _Desk(checker, Charge(marks, checker.rules, marks.run, roster, task.as_of))


def _told(store: Store, outcome: Outcome, desk: _Desk, task: Task, hands: Hands) -> Overview:
    """Write the outputs, unless the store holds a part alone, and return the numbers."""
    overview = overview_of(store, outcome)
    if task.shard is None:
        rules = {rule.code: rule for rule in desk.checker.offered}
        asked = (desk.checker.options, task.settings, hands)
        outputs = Outputs(task.out, store, rules, *asked, desk.checker.digest, task.language)
        outputs.write(outcome, desk.charge, overview)
    return overview


def _at_least_one(items: Iterator[Item], task: Task) -> Iterator[Item]:
    first = next(items, None)
    if first is None:
        out = os.path.join(whole_path(task.out), "")
        if any(os.path.join(whole_path(path), "").startswith(out) for path in task.paths):
            raise UserError(_INSIDE, task.out)
        raise NothingToCheckError
    return chain([first], items)


_INSIDE = Text(
    "报告都在输出文件夹里，那里的文件不会被当作报告：请换一个 --out",
    "all reports lie in the output folder, where none is looked for: take another --out",
)
