"""Where in the source was each part of a report met?"""

from nianbao.editions import editions
from nianbao.model.place import Span
from nianbao.readers.binding import Trace
from nianbao.readers.stream import Stream
from nianbao.readers.tables import RawRow


class Places:
    """Where in the stream each part of the report was met."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.stretches: dict[str, tuple[int, int]] = {}
        self.traces: dict[str, Trace] = {}

    def start_table(self, key: str, row: RawRow) -> None:
        """Place a table at its first cell that holds words."""
        index = next((at for at, cell in enumerate(row.cells) if cell), 0)
        self.stretches[f"/{key}"] = row.stretch(index)

    def locate(self, pointer: str) -> Span | None:
        """Return the span of a pointer, None where nothing was met."""
        stretch = self.stretches.get(pointer) or self._traced(pointer)
        return self.stream.span(*stretch) if stretch else None

    def _traced(self, pointer: str) -> tuple[int, int] | None:
        trace = self.traces.get(pointer)
        if trace:
            return self._row(trace)
        row, _, column = pointer.rpartition("/")
        above = self.traces.get(row)
        return self._cell(above, row, column) if above else None

    def _row(self, trace: Trace) -> tuple[int, int]:
        """Return the label of a row; of one without a label, all its cells."""
        start, stop = trace.raw.stretch(trace.label)
        if start == stop or trace.label in trace.values:
            return start, trace.raw.stretch(len(trace.raw.cells) - 1)[1]
        return start, stop

    def _cell(self, trace: Trace, row: str, column: str) -> tuple[int, int] | None:
        for edition in editions().values():
            form = edition.by_pointer.get(row)
            keys = [each.key for each in form.columns] if form else []
            if column in keys and len(keys) == len(trace.values):
                return trace.raw.stretch(trace.values[keys.index(column)])
        return None
