"""On what was it measured?"""

import os
import platform
import sys
from typing import NamedTuple

from lxml import etree

from nianbao.version import VERSION


class Machine(NamedTuple):
    """What a reader of the figures needs to know of the machine; never its name."""

    cores: int
    system: str
    python: str
    lxml: str
    libxml2: str
    nianbao: str

    def __str__(self) -> str:
        return (
            f"{self.cores} cores, {self.system}, CPython {self.python}, lxml {self.lxml} "
            f"(libxml2 {self.libxml2}), nianbao {self.nianbao}"
        )


def this_machine() -> Machine:
    """Return the facts of this machine."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return Machine(
        cores,
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
        etree.__version__,
        ".".join(map(str, etree.LIBXML_VERSION)),
        VERSION,
    )
