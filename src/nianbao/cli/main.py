"""The entry of the command line."""

import gc
import sys
from collections.abc import Sequence

ALLOCATIONS = 50_000  # objects made and kept between two looks for garbage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; without arguments, that of this process."""
    if arguments is not None:
        return _dispatched(arguments)
    # Nearly all that is made stays to the end. To look for garbage in it as often as Python does,
    # and once more when it ends, costs a twentieth of a short run.
    gc.set_threshold(ALLOCATIONS)
    try:
        return _dispatched(sys.argv[1:])
    finally:
        gc.freeze()


def _dispatched(words: Sequence[str]) -> int:
    from nianbao.cli.dispatch import dispatch  # noqa: PLC0415  # garbage is seen to before

    return dispatch(words)
