"""Consistent reports of any organ, year and edition, for properties that all of them have."""

from hypothesis import strategies as st

from benchmarks.pages import FreeCell, consistent, editions, free_cells
from tests.invented import Data

_KINDS: dict[str, st.SearchStrategy[int | float]] = {
    "count": st.integers(0, 5000),
    "signed": st.integers(-300, 300),
    "money": st.integers(0, 10**8).map(lambda cents: cents / 100),
}
# Some figures are added up, and organs of the county and below have no more than a thousand.
_FEW: st.SearchStrategy[int | float] = st.integers(0, 300)


@st.composite
def reports(draw: st.DrawFn) -> Data:
    """Return a consistent report around up to a dozen figures."""
    edition = draw(st.sampled_from(editions()))
    # Most organs have no power to make 规章.
    free = [cell for cell in free_cells(edition) if "/regulations/" not in cell.pointer]
    cells: list[FreeCell] = draw(st.lists(st.sampled_from(free), max_size=12, unique=True))
    leaves = {cell.pointer: draw(_figures(cell)) for cell in cells}
    return consistent(edition, leaves, seed=draw(st.integers(0, 10**6)))


def _figures(cell: FreeCell) -> st.SearchStrategy[int | float]:
    return _FEW if "/normative_documents/" in cell.pointer else _KINDS[cell.kind]
