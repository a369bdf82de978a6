"""Which faults of prose can be planted in a report?"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from benchmarks.prose.draft import Draft
from benchmarks.prose.slips import figures, letters, names, whole
from benchmarks.prose.slips.planted import Planted, Slip

# The commonest faults stand more than once.
SLIPS: tuple[Slip, ...] = (
    *(figures.wrong_figure,) * 4,
    *(figures.item_left_out,) * 2,
    figures.wrong_item,
    *(figures.wrong_share,) * 2,
    figures.requests_denied,
    figures.requests_claimed,
    figures.remedies_denied,
    figures.remedies_claimed,
    figures.told_differently,
    *(names.other_organ,) * 2,
    names.other_kind,
    names.other_pronoun,
    *(names.last_year,) * 2,
    names.last_year_in_title,
    names.last_year_in_preface,
    names.last_years_period,
    names.short_period,
    letters.private_mobile,
    letters.private_identity,
    letters.wrong_document_number,
    letters.obsolete_basis,
    letters.wrong_parts,
    letters.malformed_post_code,
    letters.instruction_left,
    letters.paragraph_twice,
    whole.published_late,
    whole.published_early,
    whole.rules_without_power,
    whole.fee_not_told,
    whole.odd_fee,
    whole.fee_not_in_table,
    whole.unpaid_fee_denied,
    whole.no_problems,
    whole.no_remedy,
    whole.aspects_lost,
    whole.accounts_lost,
)


class Fault(NamedTuple):
    """A fault that was planted, by its name."""

    name: str
    planted: Planted


def plant(draft: Draft, rng: Random, slips: Sequence[Slip] = SLIPS) -> Fault | None:
    """Plant one of these faults, or None where the report gives no occasion for any."""
    for slip in rng.sample(slips, len(slips)):
        planted = slip(draft, rng)
        if planted is not None:
            return Fault(slip.__name__.replace("_", "-"), planted)
    return None
