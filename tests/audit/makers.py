"""Judges that do what a document says, in whichever process."""

import os
import re
from time import sleep

from nianbao.audit.digests import Digests
from nianbao.audit.items import Item
from nianbao.audit.kept import Kept, kept_of
from nianbao.audit.work import Judge
from nianbao.model.record import Record
from nianbao.result import Document


class Scripted(Record):
    """Makes a judge that hangs on ``hang``, ends its process on ``die``, else keeps the path."""

    name: str = "scripted"

    def __call__(self) -> Judge:
        """Return the judge."""
        return obey


def obey(item: Item) -> Kept:
    """Do what the document says."""
    if item.data == b"hang":
        # In C, with the lock of the interpreter held: no signal is heard.
        re.match(r"(a+)+$", "a" * 64 + "b")
    if item.data == b"die":
        os._exit(9)
    if item.data == b"break":
        raise ZeroDivisionError
    if item.data == b"slow":
        sleep(0.05)
    return kept_of(Document(item.path, "other"), None, Digests(str(os.getpid())))
