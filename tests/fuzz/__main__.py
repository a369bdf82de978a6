"""Feed damaged documents to the readers: python -m tests.fuzz --count 20000 --seed 1."""

import argparse
import faulthandler
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.inputs import made
from tests.fuzz.seeds import READERS
from tests.fuzz.trial import tried

_SECONDS = 5.0
_MEBIBYTES = 500
# Past this many seconds in one input the run ends and shows where it hangs.
_GIVE_UP = 120
_STDERR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the inputs, print each failure and how to see it again; 1 when there is one."""
    options = _parser().parse_args(arguments)
    numbers = [options.only] if options.only is not None else range(options.count)
    came: Counter[str] = Counter()
    slowest, begun = (0.0, 0), time.monotonic()
    for number in numbers:
        start = time.monotonic()
        came[_one(options, number)] += 1
        slowest = max(slowest, (time.monotonic() - start, number))
    counts = ", ".join(f"{name} {count}" for name, count in sorted(came.items()))
    _say(f"{sum(came.values())} inputs in {time.monotonic() - begun:.0f} s: {counts}")
    _say(f"slowest {slowest[0]:.2f} s (--only {slowest[1]}), memory {_memory():.0f} MiB")
    return int(came["failed"] > 0)


def _one(options: argparse.Namespace, number: int) -> str:
    entry = made(options.seed, number, options.reader)
    if options.save:
        options.save.write_bytes(entry.data)
    faulthandler.dump_traceback_later(_GIVE_UP, exit=True, file=_STDERR)
    start, before = time.monotonic(), _memory()
    try:
        came = tried(entry)
    except Exception as error:  # noqa: BLE001  # whatever happens is a failure to show
        return _failed(options, number, error)
    finally:
        faulthandler.cancel_dump_traceback_later()
    taken, memory = time.monotonic() - start, _memory()
    if taken > _SECONDS:
        return _failed(options, number, TimeoutError(f"it took {taken:.1f} s"))
    if memory > _MEBIBYTES > before:
        return _failed(options, number, MemoryError(f"the process holds {memory:.0f} MiB"))
    return came


def _failed(options: argparse.Namespace, number: int, error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1:]
    at = "".join(f" ({Path(frame.filename).name}:{frame.lineno})" for frame in where)
    reader = f" --reader {options.reader}" if options.reader else ""
    _say(f"{type(error).__name__}: {str(error)[:500]}{at}")
    _say(f"  python -m tests.fuzz --seed {options.seed}{reader} --only {number} --save FILE")
    if options.only is not None:
        _say("".join(traceback.format_exception(error)))
    return "failed"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="number of inputs")
    parser.add_argument("--seed", type=int, default=0, help="equal seeds give equal inputs")
    parser.add_argument("--reader", choices=READERS, help="one reader; else all in turn")
    parser.add_argument("--only", type=int, help="the number of one input to run alone")
    parser.add_argument("--save", type=Path, help="a file to write the input to")
    return parser


if __name__ == "__main__":
    sys.exit(main())
