"""How are the golden reports written anew? ``python -m tests.documents.renew [NAME…]``."""

import sys

from tests.documents.expectations import Sample, differences, samples


def main(names: list[str]) -> int:
    """Write the golden report of each document that is read as expected; refuse for the others."""
    chosen = [each for each in samples() if not names or any(name in each.name for name in names)]
    refused = sum(not _renewed(sample) for sample in chosen)
    return 1 if refused or not chosen else 0


def _renewed(sample: Sample) -> bool:
    wrong = differences(sample)
    if not wrong and sample.is_readable:
        sample.golden.write_text(sample.canonical(), encoding="utf-8")
    for line in wrong:
        sys.stdout.write(f"{sample.name}: {line}\n")
    return not wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
