"""Where does the summary of a GitHub job go?"""

import os

from nianbao.cli.output import OutputError
from nianbao.formatters.job_summary import job_summary
from nianbao.model.text import Language, Text
from nianbao.result import Result

_UNWRITABLE = Text("任务摘要写不了", "the job summary cannot be written")


def summary_file() -> str:
    """Return the file of the summary, ``""`` outside a job.

    Raises:
        OutputError: nothing can be added to it.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if path and not os.access(path if os.path.exists(path) else os.path.dirname(path), os.W_OK):
        raise OutputError(_UNWRITABLE, path)
    return path


def add_summary(result: Result, path: str, language: Language) -> None:
    """Put the summary of a run behind what others have said in the summary of the job.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        with open(path, "ab") as file:
            file.write(job_summary(result, language).encode("utf-8", "backslashreplace"))
    except OSError:
        raise OutputError(_UNWRITABLE, path) from None
