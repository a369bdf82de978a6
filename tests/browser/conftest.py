"""A headless Chromium, for tests that are asked for by their folder alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.browser import Browser

_FOLDER = Path(__file__).resolve().parent


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave the folder out unless the command line names it or a part of it."""
    named = (
        Path(config.invocation_params.dir, argument.partition("::")[0]).resolve()
        for argument in config.args
    )
    is_asked_for = any(_FOLDER in (path, *path.parents) for path in named)
    return None if is_asked_for else True


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    # This file is read even where the folder is left out, and there selenium may be absent.
    from tests.browser.browser import started

    running = started()
    yield running
    running.quit()
