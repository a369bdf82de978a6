"""Where does a generator write?"""

import sys
from pathlib import Path


def made_empty(folder: Path) -> bool:
    """Make a folder and its parents; say so and return False where something stands in it."""
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder} is not empty", file=sys.stderr)
        return False
    folder.mkdir(parents=True, exist_ok=True)
    return True
