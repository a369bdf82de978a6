"""What must a reader and a formatter offer?"""

from typing import Literal, Protocol

from nianbao.model.record import Record
from nianbao.model.report import Blank, Report
from nianbao.model.text import Language, Text
from nianbao.result import Problem, Result

# By what an encoding was told: a byte order mark, strict UTF-8, zero bytes, the declaration; else
# GB 18030 fits, or the best fit leaves some bytes over.
Told = Literal["mark", "utf-8", "zeros", "declared", "fits", "stray"]


class Source(Record):
    """A document's bytes and text.

    Attributes:
        path: as it is shown.
        text: decoded, without a byte order mark.
        data: the same in UTF-8, for parsers that want bytes.
        encoding: the name of the encoding, as Python writes it.
        replaced: how many characters could not be decoded.
        told: by what the encoding was told.
    """

    path: str
    text: str
    data: bytes
    encoding: str
    replaced: int = 0
    told: Told = "utf-8"


class ReadOptions(Record):
    """How to read: whether blanks count as 0, and the year to use where a report names none."""

    blank: Blank = "zero"
    year: int | None = None


class UnreadableError(Exception):
    """A document that cannot be read: a value in the stream, never the end of a run."""

    def __init__(self, reason: Text, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason.en)
        self.problem = Problem(reason, line, column)


class Reader(Protocol):
    """Turns text into a report."""

    name: str
    suffixes: tuple[str, ...]

    def claims(self, start: str) -> bool:
        """Tell from its first characters whether a text without a known suffix is of this kind."""

    def read(self, source: Source, options: ReadOptions) -> Report:
        """Read a document.

        Raises:
            UnreadableError: it cannot be read.
        """


class Canvas(Record):
    """What the output goes to: its language, its width in columns, whether it shows colours."""

    language: Language
    width: int = 100
    colour: bool = False


class Formatter(Protocol):
    """Turns a result into output.

    Attributes:
        name: as ``--format`` names it.
        for_machines: whether the output is always UTF-8, whatever the terminal's encoding.

    One whose ``needs_reports`` is true draws tables: documents with findings keep theirs.
    """

    name: str
    for_machines: bool

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the whole output, its last line ended."""
