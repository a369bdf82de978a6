"""How are very many reports compared of which few fit into memory?"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from nianbao.audit.census import Entry
from nianbao.audit.packing import unpacked
from nianbao.audit.store import Store
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.model.report import Organ, Report

# Reports that are compared each with each are unpacked once; of more, so many are at hand.
_ALL, _FEW = 1_000, 200


class Card(Record):
    """What is known of a report without unpacking it, and how it is unpacked."""

    entry: Entry
    fetch: Callable[[Entry], Report]


class Shelved(Facts):
    """Facts of which the report is unpacked when something asks for it."""

    @property
    def _card(self) -> Card:
        card: Card = self[1]  # type: ignore[assignment]  # stands in the place of the report
        return card

    @property
    def report(self) -> Report:  # a field that is filled when asked
        """The report, its organ as the census has it."""
        return self._card.fetch(self._card.entry)

    @property
    def organ(self) -> Organ | None:
        """Who reports, as the census has it."""
        return self._card.entry.organ

    @property
    def name(self) -> str:
        """The name of the organ, or ``""``."""
        return self.organ.name if self.organ else ""

    @property
    def year(self) -> int | None:
        """The year reported on."""
        return self._card.entry.year

    @property
    def edition(self) -> str:
        """The key of the edition."""
        return self._card.entry.edition

    @property
    def published(self) -> date | None:
        """The day of publication."""
        word = self._card.entry.published
        return date.fromisoformat(word) if word else None

    @property
    def sums_up(self) -> bool | None:
        """Whether it sums up the reports of an area."""
        return self._card.entry.sums_up


class Shelf:
    """Gives the facts of reports, which are unpacked as they are needed.

    Attributes:
        store: keeps them.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._of_all, self._of_few = (lru_cache(most)(self._fetched) for most in (_ALL, _FEW))

    def facts(self, entries: Sequence[Entry]) -> list[Facts]:
        """Return the facts of reports that are compared with one another."""
        fetch = self._of_all if _FEW < len(entries) <= _ALL else self._of_few
        return [Shelved(each.path, Card(each, fetch)) for each in entries]  # type: ignore[arg-type]  # as above

    def _fetched(self, entry: Entry) -> Report:
        (packed,) = self.store.row("SELECT packed FROM facts WHERE path = ?", (entry.path,))
        return unpacked(packed).report._replace(organ=entry.organ)
