"""Would an output fall on a document that is read?"""

import os
from collections.abc import Sequence

from nianbao.cli.output import OutputError
from nianbao.model.text import Text
from nianbao.readers.files import discover, is_met

_OVERWRITES = Text(
    "这是要检查的文件，不能用输出覆盖", "this is to be checked, so no output goes there"
)
_SOURCE = Text(
    "这是要读的文件，不能用输出覆盖，请换一个文件名",
    "this is the file to read, so no output goes there; choose another name",
)
_MET_AGAIN = Text(
    "这个文件在要检查的文件夹里，下次会被当作报告；请写到别处，或让文件名以点开头",
    "this file lies in a folder that is checked, and would be taken for a report the next time; "
    "write it elsewhere, or begin its name with a dot",
)


def require_other(output: str, source: str) -> None:
    """See that an output is not the one document that is read.

    Raises:
        OutputError: it is, be it by another name.
    """
    if is_same(output, source):
        raise OutputError(_SOURCE, output)


def require_unread(output: str, checked: Sequence[str], suffixes: frozenset[str]) -> None:
    """See that an output is no document of this run, nor of the next one.

    Args:
        output: the file to write.
        checked: the files and folders that are checked.
        suffixes: the endings that are looked for in folders.

    Raises:
        OutputError: it is.
    """
    # A link may lead out of a folder, or a second name stand in it: so each file is compared.
    exists = os.path.exists(output)
    read = (each.path for each in discover(checked, suffixes)) if exists else iter(checked)
    if any(is_same(output, path) for path in read):
        raise OutputError(_OVERWRITES, output)
    whole = os.path.realpath(output)
    for each in checked:
        above = os.path.realpath(each)
        if os.path.isdir(above) and is_met(whole, above, suffixes):
            raise OutputError(_MET_AGAIN, output)


def is_same(one: str, other: str) -> bool:
    """Tell whether two paths lead to one file, by links or by two names of it."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)
