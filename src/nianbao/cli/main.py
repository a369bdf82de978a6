"""The entry of the command line."""

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    # All that start-up makes stays: to look for garbage in it costs a twentieth of a short run.
    gc.disable()
    from nianbao.cli.dispatch import dispatch  # noqa: PLC0415  # what it imports is meant

    gc.freeze()
    gc.enable()
    return dispatch(sys.argv[1:] if arguments is None else arguments)
