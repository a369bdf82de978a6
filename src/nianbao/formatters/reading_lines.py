"""How is one thing that was read said in one line?"""

from collections import Counter
from collections.abc import Collection, Iterable

from nianbao.formatters import reading_words as words
from nianbao.model.cell import Cell, State
from nianbao.model.numbers import Number
from nianbao.model.place import Span
from nianbao.model.reading import CellRead, Label, RowRead, Stray, UnreadRow
from nianbao.model.report import Blank
from nianbao.model.text import Language, Text

_LONGEST = 60


def position(span: Span | None) -> str:
    """Return ``line:column`` and a space, or ``""`` where it is not known."""
    return f"{span.line}:{span.column} " if span else ""


def quoted(text: str) -> str:
    """Return words of a document in quotes, clipped."""
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"


def counted(count: int, unit: str, said: str, language: Language) -> str:
    """Return a number of things of which the same is said, or ``""`` for none."""
    return Text(f"{count} {unit}{said}", f"{count} {said}").get(language) if count else ""


def listed(parts: Iterable[str], language: Language) -> str:
    """Return parts with commas between them; empty ones are left out."""
    return Text("，", ", ").get(language).join(filter(None, parts))


def colon(language: Language) -> str:
    """Return the colon of a language, with its space."""
    return Text("：", ": ").get(language)


def label_line(label: Label, language: Language) -> str:
    """Return where a label stands, what it says, what it stands for, and why."""
    if label.match == "exact" and not label.displaced:
        return position(label.span) + label.met
    said = label.name
    if label.met and label.match != "unknown":
        said = f"{quoted(label.met)} → {label.name}"
    elif label.met:
        said = quoted(label.met)
    return f"{position(label.span)}{said}{colon(language)}{_why(label, language)}"


def _why(label: Label, language: Language) -> str:
    reason = words.MATCHES[label.match].get(language)
    if label.differs:
        parts = [words.DIFFERENCES[each].get(language) for each in label.differs]
        reason = Text(f"{'、'.join(parts)}不同", f"other {', '.join(parts)}").get(language)
    if not label.displaced:
        return reason
    own = "" if label.match == "exact" else reason
    return listed([own, words.DISPLACED.get(language)], language)


def matches_line(labels: Collection[Label], unit: str, language: Language) -> str:
    """Return how many labels were told by what; ``unit`` is the measure word in Chinese."""
    counts: Counter[str] = Counter(label.match for label in labels)
    told = {key: said.get(language) for key, said in words.MATCHES.items()}
    told["normalised"] += _differences(labels, language)
    return listed(
        (counted(counts[key], unit, said, language) for key, said in told.items()), language
    )


def _differences(labels: Iterable[Label], language: Language) -> str:
    """Return in brackets in what labels are written otherwise, the most frequent first."""
    counts = Counter(
        words.DIFFERENCES[each].get(language)
        for label in labels
        if label.match == "normalised"
        for each in label.differs
    )
    listing = Text("、", ", ").get(language).join(said for said, _ in counts.most_common())
    return Text(f"（{listing}）", f" ({listing})").get(language)


def is_ordinary(label: Label) -> bool:
    """Tell whether a label needs no line of its own."""
    return label.match in ("exact", "order", "key") and not label.displaced


def states_line(rows: Collection[RowRead], blank: Blank, language: Language) -> str:
    """Return how many cells were read as what."""
    reads = [read for row in rows for read in row.cells]
    counts = Counter(_state(read.cell) for read in reads)
    said = [("plain", words.PLAIN), ("changed", words.NORMALISED), *words.STATES.items()]
    parts = [counted(counts[key], "格", text.get(language), language) for key, text in said]
    spaced = sum(read.changes == ("space",) for read in reads)
    if counts[State.BLANK]:
        parts.append(words.BLANKS[blank].get(language))
    if spaced:
        parts.append(Text(f"其中 {spaced} 格去掉空格", f"spaces dropped in {spaced}").get(language))
    return listed(parts, language)


def _state(cell: Cell) -> str:
    return cell.state if cell.state is not State.OK else "plain" if cell.plain else "changed"


def cell_line(row: RowRead, read: CellRead, language: Language) -> str:
    """Return a cell, the value it was read as, and what was normalised."""
    cell = read.cell
    head = f"{position(read.span)}{row.label.name} · {read.column}{colon(language)}"
    if cell.value is None:
        return f"{head}{quoted(cell.raw)} {words.STATES[cell.state].get(language)}".rstrip()
    changes = [words.CHANGES[each].get(language) for each in read.changes]
    why = f"（{'、'.join(changes)}）" if language == "zh" else f" ({', '.join(changes)})"
    return f"{head}{quoted(cell.raw)} → {number(cell.value)}{why if changes else ''}"


def empty_line(row: RowRead, raw: str, language: Language) -> str:
    """Return how many cells of a row are blank, or hold a placeholder, and of which columns."""
    empty = [read.column for read in row.cells if read.cell.is_empty and read.cell.raw == raw]
    what = quoted(raw) if raw else words.STATES[State.BLANK].get(language)
    said = Text(f"{what} {len(empty)} 格", f"{what} in {len(empty)}").get(language)
    if len(empty) < len(row.cells):
        said = f"{said}{colon(language)}{Text('、', ', ').get(language).join(empty)}"
    return f"{position(row.label.span)}{row.label.name}{colon(language)}{said}"


def values_line(row: RowRead, language: Language) -> str:
    """Return all cells of a row: its columns and their values."""
    cells = [f"{read.column} {_shown(read.cell)}" for read in row.cells]
    return f"{row.label.name}{colon(language)}{listed(cells, language)}"


def _shown(cell: Cell) -> str:
    return quoted(cell.raw) if cell.value is None else number(cell.value)


def number(value: Number) -> str:
    """Return a number in plain digits."""
    return str(value) if isinstance(value, int) else format(value, "f")


def unread_line(row: UnreadRow, language: Language) -> str:
    """Return a row that could not be read, why, and its cells."""
    raw = " | ".join(row.raw)
    said = f"{position(row.span)}{row.name}{colon(language)}{row.reason.get(language)}"
    return f"{said}{colon(language)}{quoted(raw)}" if any(row.raw) else said


def stray_line(stray: Stray, language: Language) -> str:
    """Return a row that is none of the form."""
    shown = " | ".join(text for text in stray.cells if text)
    said = f"{position(stray.span)}{words.STRAYS[stray.kind].get(language)}"
    return f"{said}{colon(language)}{quoted(shown)}" if shown else said
