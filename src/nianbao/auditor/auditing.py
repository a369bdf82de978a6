"""What is an audit asked, and how is it done?"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from datetime import date
from itertools import chain

from nianbao.app import Options, build_checker
from nianbao.audit.across import MANY
from nianbao.audit.batches import Crew
from nianbao.audit.items import Intake, Item
from nianbao.audit.overview import Overview, overview_of
from nianbao.audit.roster_file import roster_from
from nianbao.audit.run import Charge, run
from nianbao.audit.store import Store
from nianbao.audit.watch import Silent, Watch
from nianbao.auditor.judging import JudgeMaker, Marks
from nianbao.auditor.outputs import Outputs
from nianbao.checker import NothingToCheckError
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.settings.finding import Finder

TIME_LIMIT = 60.0


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
    options = task.options._replace(profile="audit")
    checker = build_checker(options, Finder(task.settings))
    marks = Marks(checker)
    roster = roster_from(task.roster) if task.roster else None
    charge = Charge(marks, checker.rules, marks(), roster, task.as_of)
    intake = Intake(checker.suffixes, options.most_bytes, task.out)
    total = intake.count(task.paths)
    watch.begin(total)
    items = _at_least_one(intake.items(task.paths))
    maker = JudgeMaker(options, task.settings, sketches=total > MANY)
    crew = Crew(maker, task.jobs, task.time_limit, executor)
    with Store(task.out) as store:
        outcome = run(store, items, crew, charge, watch)
        rules = {rule.code: rule for rule in checker.offered}
        overview = overview_of(store, outcome)
        Outputs(task.out, store, rules, checker.digest, task.language).write(
            outcome, charge, overview
        )
    return overview


def _at_least_one(items: Iterator[Item]) -> Iterator[Item]:
    first = next(items, None)
    if first is None:
        raise NothingToCheckError
    return chain([first], items)
